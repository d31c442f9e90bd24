import { describe, expect, test } from 'vitest';
import { createPlaces } from './places.ts';

describe('places', () => {
  test('never hold more than there are, and serve in order', async () => {
    const inPlace = createPlaces(2);
    let busy = 0;
    let most = 0;
    const began: number[] = [];
    const work = (number: number) => async () => {
      began.push(number);
      busy += 1;
      most = Math.max(most, busy);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
      return number;
    };
    expect(await Promise.all([1, 2, 3, 4, 5].map((number) => inPlace(work(number))))).toEqual([1, 2, 3, 4, 5]);
    expect([most, busy, began]).toEqual([2, 0, [1, 2, 3, 4, 5]]);
  });

  test('fall free when work fails', async () => {
    const inPlace = createPlaces(1);
    await expect(inPlace(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(inPlace(async () => 'yes')).resolves.toBe('yes');
  });

  test.each([0, -1, 1.5])('are not %s', (count) => {
    expect(() => createPlaces(count)).toThrow(RangeError);
  });
});
