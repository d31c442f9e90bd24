import { describe, expect, it } from 'vitest';
import { spanOf } from './span.ts';

const NOW = new Date('2026-03-29T23:30:00Z');

describe('a span of days', () => {
  it.each([
    ['UTC', '2026-03-01', '2026-03-01', '2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'],
    ['America/New_York', '2026-01-10', '2026-01-11', '2026-01-10T05:00:00.000Z', '2026-01-12T05:00:00.000Z'],
    // The day the clocks go forward has 23 hours, the one they go back 25.
    ['Europe/Madrid', '2026-03-29', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['Europe/Madrid', '2026-10-25', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    // 18:30 UTC is midnight: the first whole hour after it.
    ['Asia/Kolkata', '2026-01-10', '2026-01-10', '2026-01-09T19:00:00.000Z', '2026-01-10T19:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-10', '2026-01-10', '2026-01-09T10:00:00.000Z', '2026-01-10T10:00:00.000Z'],
  ])('in %s from %s to %s is whole UTC hours', (timeZone, first, last, from, to) => {
    const span = spanOf({ from: first, to: last, timeZone }, NOW);
    expect([span?.from.toISOString(), span?.to.toISOString()]).toEqual([from, to]);
  });

  it('is the last thirty days of the zone when nothing is said', () => {
    const span = spanOf({ from: null, to: null, timeZone: 'Europe/Madrid' }, NOW);
    expect([span?.days.length, span?.days.at(0), span?.days.at(-1)]).toEqual([30, '2026-03-01', '2026-03-30']);
  });

  it('is none when the first day is after the last', () => {
    expect(spanOf({ from: '2026-04-01', to: null, timeZone: 'UTC' }, NOW)).toBeNull();
  });
});
