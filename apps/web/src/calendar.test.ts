import { expect, test } from 'vitest';
import { describeDay } from './calendar.ts';

// Local times, so that the cases hold in any time zone.
const at = (year: number, month: number, day: number, hour = 12) => new Date(year, month - 1, day, hour);
const now = at(2026, 11, 22);

test.each([
  { date: at(2026, 11, 22, 9), said: '9:00 AM' },
  { date: at(2026, 11, 23), said: '12:00 PM' },
  { date: at(2026, 11, 21, 23), said: 'Yesterday' },
  { date: at(2026, 11, 20), said: 'Friday' },
  { date: at(2026, 11, 15), said: 'Nov 15' },
  { date: at(2025, 11, 22), said: 'Nov 22, 2025' },
])('$said', ({ date, said }) => {
  expect(describeDay(date.toISOString(), now, 'en-US')).toBe(said);
});

test('in another language', () => {
  expect(describeDay(at(2026, 11, 21).toISOString(), now, 'es')).toBe('Ayer');
});
