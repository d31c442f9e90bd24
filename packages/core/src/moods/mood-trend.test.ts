import type { MoodDay } from '@rapport/wire';
import { describe, expect, it } from 'vitest';
import { medianOf, trendOf } from './mood-trend.ts';

const daysOf = (...valences: readonly (number | null)[]): MoodDay[] =>
  valences.map((valence, index) => ({
    date: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    valence,
    count: valence === null ? 0 : 1,
  }));

describe('where days are going', () => {
  it.each([
    ['better by the day', [-0.6, -0.5, -0.4, -0.2, 0, 0.1, 0.3], 'rising'],
    ['worse by the day', [0.6, 0.5, 0.2, 0.1, -0.2, -0.3, -0.5], 'falling'],
    ['the same', [0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4], 'steady'],
    ['the same, up and down by little', [-0.4, -0.38, -0.42, -0.4, -0.41, -0.39, -0.4], 'steady'],
    ['rising with gaps', [-0.6, null, null, -0.3, 0, null, 0.2, null, 0.4], 'rising'],
    ['one day out of line turns nothing', [-0.6, -0.5, 0.9, -0.3, -0.1, 0, 0.2, -0.9, 0.4, 0.5], 'rising'],
    ['too wild to say', [0.8, -0.8, 0.7, -0.6, 0.9, -0.9, -0.2, 0.2], 'unclear'],
    ['up and down without a slope', [0.6, -0.6, 0.6, -0.6, 0.6, -0.6, 0.6], 'unclear'],
    ['a lift at the end', [-0.6, -0.6, -0.7, -0.6, -0.7, 0.8, 0.8], 'unclear'],
    ['four days', [null, -0.6, null, null, -0.2, null, 0.2, 0.6], 'unclear'],
    ['five days in a row', [-0.6, -0.3, 0, 0.3, 0.6], 'unclear'],
    ['a single day', [0.5], 'unclear'],
    ['nothing', [null, null, null, null, null, null, null, null], 'unclear'],
    ['no days', [], 'unclear'],
  ] as const)('%s', (_, valences, direction) => {
    expect(trendOf(daysOf(...valences)).direction).toBe(direction);
  });

  it('has the slope of a straight line, gaps or not', () => {
    const line = Array.from({ length: 10 }, (_, day) => -0.5 + day / 10);
    expect(trendOf(daysOf(...line)).slopePerDay).toBeCloseTo(0.1, 4);
    expect(trendOf(daysOf(...line.map((value, day) => (day % 3 === 1 ? null : value)))).slopePerDay).toBeCloseTo(
      0.1,
      4,
    );
  });

  it('is not turned by up to a quarter of the days', () => {
    const line = Array.from({ length: 12 }, (_, day) => (day % 5 === 2 ? 1 : -0.6 + day / 10));
    expect(trendOf(daysOf(...line)).slopePerDay).toBeGreaterThan(0.05);
  });

  it('has no slope where it is unclear', () => {
    expect(trendOf(daysOf(0.8, -0.8, 0.7, -0.6, 0.9, -0.9, -0.2, 0.2)).slopePerDay).toBe(0);
  });
});

describe('a median', () => {
  it.each([
    [[], 0],
    [[3], 3],
    [[3, 1], 2],
    [[9, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
});
