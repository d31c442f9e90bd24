import { expect, test } from 'vitest';
import { moodDaysShown } from './mood-days-shown.ts';

const point = (at: string, arousal: number) => ({ at, label: 'calm', valence: 0.4, arousal });

test('a day has the average of what was heard on it, by the clock of the person', () => {
  const days = [
    { date: '2026-11-30', valence: 0.4, count: 2 },
    { date: '2026-12-01', valence: 0.4, count: 1 },
  ];
  const points = [
    point('2026-11-30T08:00:00.000Z', 0.2),
    // Still the 30th in New York.
    point('2026-12-01T03:00:00.000Z', 0.6),
    point('2026-12-01T15:00:00.000Z', 0.5),
  ];
  const shown = moodDaysShown(days, points, 'America/New_York');
  expect(shown.map(({ arousal }) => arousal)).toEqual([expect.closeTo(0.4), 0.5]);
});

test('a day without a mood stays a gap', () => {
  const [day] = moodDaysShown([{ date: '2026-12-01', valence: null, count: 0 }], [], 'UTC');
  expect(day).toEqual({ date: '2026-12-01', valence: null, arousal: null });
});
