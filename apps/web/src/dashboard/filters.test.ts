import { describe, expect, test } from 'vitest';
import { readFilters, spanOf, writeFilters } from './filters.ts';

describe('the address', () => {
  test.each([
    { written: {}, read: { range: '30d', brand: null, compare: false } },
    { written: { range: '7d', brand: 'jumbo', compare: true }, read: { range: '7d', brand: 'jumbo', compare: true } },
    {
      written: { range: 'ever', brand: '<b>', compare: 'yes', other: 1 },
      read: { range: '30d', brand: null, compare: false },
    },
    { written: null, read: { range: '30d', brand: null, compare: false } },
  ])('$written', ({ written, read }) => {
    expect(readFilters(written)).toEqual(read);
    expect(readFilters(writeFilters(readFilters(written)))).toEqual(read);
  });

  test('says nothing of what is as unsaid', () => {
    expect(JSON.stringify(writeFilters(readFilters({})))).toBe('{}');
  });
});

describe('the days of a range', () => {
  const now = new Date('2026-12-01T03:00:00Z');
  test.each([
    { range: '1d', timeZone: 'UTC', before: false, span: { from: '2026-12-01', to: '2026-12-01' } },
    { range: '1d', timeZone: 'America/New_York', before: false, span: { from: '2026-11-30', to: '2026-11-30' } },
    { range: '7d', timeZone: 'UTC', before: false, span: { from: '2026-11-25', to: '2026-12-01' } },
    { range: '7d', timeZone: 'UTC', before: true, span: { from: '2026-11-18', to: '2026-11-24' } },
    { range: '30d', timeZone: 'Asia/Kolkata', before: true, span: { from: '2026-10-03', to: '2026-11-01' } },
  ] as const)('$range in $timeZone, before: $before', ({ range, timeZone, before, span }) => {
    expect(spanOf(range, now, timeZone, before)).toEqual(span);
  });
});
