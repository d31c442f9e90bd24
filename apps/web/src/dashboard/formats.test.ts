import { expect, test } from 'vitest';
import { createFormats } from './formats.ts';

const { cost, duration, share, ago } = createFormats('en');
const now = new Date('2026-12-01T12:00:00Z');

test.each([
  [cost(0), '$0.00'],
  [cost(1_234), '$0.0012'],
  [cost(12_345_678), '$12.35'],
  [duration(850.4), '850 ms'],
  [duration(12_340), '12.3 sec'],
  [share(0.1234), '12.3%'],
  [ago('2026-12-01T11:59:48Z', now), '12 seconds ago'],
  [ago('2026-12-01T12:03:00Z', now), 'in 3 minutes'],
  [ago('2026-11-30T11:00:00Z', now), 'yesterday'],
  [createFormats('es').count(12_345), '12.345'],
])('%s is %s', (written, expected) => {
  expect(written).toBe(expected);
});
