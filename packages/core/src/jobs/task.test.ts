import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTaskRegistry, defineTask } from './task.ts';

const sound = { name: 'sweep', summary: 'Sweeps', input: z.strictObject({}), run: async () => ({}) };

describe('a task', () => {
  it.each([
    ['no name', { name: '' }, /lower-case words/],
    ['a name in capitals', { name: 'Sweep' }, /"Sweep"/],
    ['a name that ends in a hyphen', { name: 'sweep-' }, /hyphens/],
    ['a name of two hyphens', { name: 'sweep--all' }, /hyphens/],
    ['a name too long to be one', { name: 'a'.repeat(61) }, /name/],
    ['retries below none', { retryLimit: -1 }, /retryLimit of the task sweep is a whole number from 0 to 20, not -1/],
    ['half a retry', { retryLimit: 1.5 }, /retryLimit/],
    ['endless retries', { retryLimit: Number.POSITIVE_INFINITY }, /retryLimit/],
    ['no time at all', { expireInSeconds: 0 }, /expireInSeconds .* from 1 to 14400, not 0/],
    ['a day of time', { expireInSeconds: 86_400 }, /expireInSeconds/],
    ['a wait before its birth', { retryDelaySeconds: -5 }, /retryDelaySeconds .* from 0 to 3600/],
  ])('with %s is refused in words that say what is allowed', (_what, change, message) => {
    expect(() => defineTask({ ...sound, ...change })).toThrow(RangeError);
    expect(() => defineTask({ ...sound, ...change })).toThrow(message);
  });

  it.each([
    ['the least', { retryLimit: 0, retryDelaySeconds: 0, expireInSeconds: 1 }],
    ['the most', { retryLimit: 20, retryDelaySeconds: 3_600, expireInSeconds: 14_400 }],
  ])('takes %s of each limit', (_what, limits) => {
    expect(defineTask({ ...sound, ...limits })).toMatchObject(limits);
  });
});

describe('the tasks of a process', () => {
  it('are found by name', () => {
    const [one, other] = [defineTask(sound), defineTask({ ...sound, name: 'other' })];
    const registry = createTaskRegistry([one, other]);
    expect(registry.get('sweep')).toBe(one);
    expect(registry.get('none')).toBeUndefined();
  });

  it('have one name each', () => {
    expect(() => createTaskRegistry([defineTask(sound), defineTask(sound)])).toThrow('Two tasks are called sweep');
  });
});
