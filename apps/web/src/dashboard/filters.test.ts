import { describe, expect, test } from 'vitest';
import { readDays, readFilters, spanOf, writeFilters } from './filters.ts';

describe('the address', () => {
  test.each([
    { written: {}, read: { range: '30d', days: null, brand: null, compare: false } },
    {
      written: { range: '7d', brand: 'jumbo', compare: true },
      read: { range: '7d', days: null, brand: 'jumbo', compare: true },
    },
    {
      written: { range: 'ever', brand: '<b>', compare: 'yes', other: 1 },
      read: { range: '30d', days: null, brand: null, compare: false },
    },
    {
      written: { from: '2026-10-01', to: '2026-10-31' },
      read: { range: '30d', days: { from: '2026-10-01', to: '2026-10-31' }, brand: null, compare: false },
    },
    {
      written: { from: '2026-10-31', to: '2026-10-01' },
      read: { range: '30d', days: null, brand: null, compare: false },
    },
    { written: { from: '2026-10-01' }, read: { range: '30d', days: null, brand: null, compare: false } },
    { written: null, read: { range: '30d', days: null, brand: null, compare: false } },
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
    expect(spanOf({ range, days: null }, now, timeZone, before)).toEqual(span);
  });
});

describe('days of one’s own choice', () => {
  const days = { from: '2026-02-27', to: '2026-03-01' };

  test('count instead of the range, and are compared with as many before', () => {
    const now = new Date('2026-12-01T03:00:00Z');
    expect(spanOf({ range: '30d', days }, now, 'UTC')).toEqual(days);
    expect(spanOf({ range: '30d', days }, now, 'UTC', true)).toEqual({ from: '2026-02-24', to: '2026-02-26' });
  });

  test.each([
    { from: '2026-02-27', to: '2026-02-27', isTaken: true },
    { from: '2025-01-01', to: '2026-02-04', isTaken: true },
    { from: '2025-01-01', to: '2026-02-05', isTaken: false },
    { from: '2026-02-28', to: '2026-02-27', isTaken: false },
    { from: '2026-02-30', to: '2026-03-01', isTaken: false },
    { from: '0002-01-01', to: '0002-01-02', isTaken: false },
    { from: '', to: '2026-03-01', isTaken: false },
  ])('$from to $to: $isTaken', ({ from, to, isTaken }) => {
    expect(readDays(from, to)).toEqual(isTaken ? { from, to } : null);
  });
});
