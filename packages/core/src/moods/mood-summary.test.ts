import type { MoodDay } from '@rapport/wire';
import { describe, expect, it } from 'vitest';
import { AFTER_CRISIS, MOODS_OFF, summaryOf } from './mood-summary.ts';
import { trendOf } from './mood-trend.ts';

const h = -0.6;
const l = 0.6;
const m = 0;
const _ = null;

/** Days that end on Sunday, 29 November 2026, from the oldest. */
const daysOf = (length: number, ...last: readonly (number | null)[]): MoodDay[] =>
  Array.from({ length }, (_value, index) => {
    const valence = last[index - (length - last.length)] ?? null;
    const date = new Date(Date.UTC(2026, 10, 29 - (length - 1 - index))).toISOString().slice(0, 10);
    return { date, valence, count: valence === null ? 0 : 1 };
  });

describe('a summary of days', () => {
  it.each([
    [
      14,
      [h, h, h, h, h, h, h, h, h, h, l, l, l, l],
      'Over the last two weeks your days have mostly been heavy, with a lift since Thursday.',
    ],
    [7, [l, l, l, l, l, h, h], 'Over the last week your days have mostly been light, and heavier since Saturday.'],
    [7, [l, l, l, l, l, l, l], 'Over the last week your days have nearly all been light.'],
    [7, [h, h, h, h, h, h, h], 'Over the last week your days have nearly all been heavy.'],
    [7, [m, m, m, m, m, m, m], 'Over the last week your days have been even.'],
    [7, [h, l, h, l, h, l, h], 'Over the last week there have been both heavy days and light ones.'],
    [
      30,
      [h, m, l],
      'In the last few days there have been both heavy days and light ones. Nothing was heard on four days of the last week.'.replace(
        '4',
        'four',
      ),
    ],
    [
      7,
      [l, l, _, l, l, _, l],
      'Over the last week your days have nearly all been light. Nothing was heard on Wednesday and Saturday.',
    ],
    [
      30,
      [l],
      'So far one day in the last month said something of a mood, which is too little to say how your days have been.',
    ],
    [30, [], 'Nothing was heard of your moods in the last month.'],
    [1, [], 'Nothing was heard of your moods today.'],
    [
      10,
      [h, h, m, h, _, _, _, _, _, _],
      'Over the last 10 days your days have mostly been heavy. Nothing was heard on five days of the last week.',
    ],
    [
      10,
      [-0.9, -0.7, -0.5, -0.3, -0.1, -0.1, 0, 0.05, 0.1, 0.15],
      'Over the last 10 days your days have been even, some of them heavy, getting a little lighter.',
    ],
    [30, [h, l, h, h, l, l, h, l, h], 'Over the last two weeks there have been both heavy days and light ones.'],
  ])('of %d days that end with %j', (length, last, sentence) => {
    const days = daysOf(length, ...last);
    expect(summaryOf(days, trendOf(days))).toBe(sentence);
  });
});

describe('whatever the days, a summary', () => {
  const values = [-0.9, -0.4, -0.1, 0.1, 0.4, 0.9, null] as const;
  const sentences = Array.from({ length: 2_000 }, (_value, seed) => {
    // A linear congruential generator (Knuth, MMIX): the same days in every run.
    let state = BigInt(seed + 1);
    const next = (): number => {
      state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
      return Number(state >> 33n);
    };
    const days = daysOf(1 + (next() % 40));
    const filled = days.map((day) => {
      const valence = values[next() % values.length] ?? null;
      return { ...day, valence, count: valence === null ? 0 : 1 };
    });
    return summaryOf(filled, trendOf(filled));
  });

  it('names no condition and tells nobody what they are or should do', () => {
    for (const sentence of [...sentences, MOODS_OFF, AFTER_CRISIS]) {
      expect(sentence).not.toMatch(
        /depress|anxi|bipolar|disorder|symptom|diagnos|patient|mental|unstable|you are\b|you should|must/i,
      );
    }
  });

  it('is one or two whole sentences', () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z][^.]+\.( [A-Z][^.]+\.)?$/);
      expect(sentence).not.toMatch(/undefined|null|NaN| {2}/);
      expect(sentence.length).toBeLessThan(220);
    }
  });
});
