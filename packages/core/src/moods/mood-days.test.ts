import { describe, expect, it } from 'vitest';
import { dateReader, datesUntil, weekdayOf } from './calendar.ts';
import { moodDays } from './mood-days.ts';

describe('days of moods', () => {
  it('leave gaps as gaps and weigh moods by how sure they are', () => {
    const moods = [
      { date: '2026-03-01', valence: 0.8, confidence: 0.9 },
      { date: '2026-03-01', valence: -0.4, confidence: 0.3 },
      { date: '2026-03-03', valence: -0.5, confidence: 0 },
    ];
    expect(moodDays(['2026-03-01', '2026-03-02', '2026-03-03'], moods)).toEqual([
      { date: '2026-03-01', valence: 0.5, count: 2 },
      { date: '2026-03-02', valence: null, count: 0 },
      { date: '2026-03-03', valence: -0.5, count: 1 },
    ]);
  });
});

describe('the calendar of a person', () => {
  it.each([
    ['2026-11-30T02:30:00Z', 'America/New_York', '2026-11-29'],
    ['2026-11-30T02:30:00Z', 'Europe/Madrid', '2026-11-30'],
    ['2026-11-29T11:00:00Z', 'Pacific/Kiritimati', '2026-11-30'],
    ['2026-11-30T11:00:00Z', 'Pacific/Niue', '2026-11-30'],
    ['2026-03-29T00:30:00Z', 'Europe/London', '2026-03-29'],
    ['2026-03-29T23:30:00Z', 'Europe/London', '2026-03-30'],
    ['2026-11-30T02:30:00Z', 'Atlantis/Poseidonis', '2026-11-30'],
  ])('%s in %s is %s', (moment, timeZone, date) => {
    expect(dateReader(timeZone)(new Date(moment))).toBe(date);
  });

  it('counts days over the change of the clocks, months and leap days', () => {
    expect(datesUntil('2028-03-01', 3)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(datesUntil('2026-10-26', 2)).toEqual(['2026-10-25', '2026-10-26']);
    expect(new Set(datesUntil('2026-12-31', 366)).size).toBe(366);
  });

  it('knows weekdays', () => {
    expect(weekdayOf('2026-11-26')).toBe('Thursday');
  });
});
