import { expect, test } from 'vitest';
import { createChoice } from './choice.ts';

const OPTIONS = ['a', 'b', 'c', 'd'];

test('the same seed and key choose the same', () => {
  expect(createChoice('s').one('k', OPTIONS)).toBe(createChoice('s').one('k', OPTIONS));
});

test('seeds that differ in a digit choose about evenly', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 4_000; seed += 1) {
    const option = createChoice(`0193-${seed}`).one('k', OPTIONS);
    counts.set(option, (counts.get(option) ?? 0) + 1);
  }
  for (const option of OPTIONS) expect(Math.abs((counts.get(option) ?? 0) - 1_000)).toBeLessThan(120);
});

test('keys choose apart from each other', () => {
  const choice = createChoice('s');
  const chosen = new Set(Array.from({ length: 50 }, (_, key) => choice.one(`${key}`, OPTIONS)));
  expect(chosen.size).toBe(OPTIONS.length);
});

test('a chance is taken about as often as it says', () => {
  const taken = Array.from({ length: 2_000 }, (_, seed) => createChoice(`${seed}`).chance('k', 0.3)).filter(Boolean);
  expect(taken.length / 2_000).toBeCloseTo(0.3, 1);
});

test('nothing to choose from is an error', () => {
  expect(() => createChoice('s').one('k', [])).toThrow('nothing to choose from for "k"');
});
