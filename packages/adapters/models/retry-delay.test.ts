import { describe, expect, it } from 'vitest';
import { readErrorBody } from './error-body.ts';
import { readRetryDelay } from './retry-delay.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const body = (message: string, retryDelay?: string): string =>
  JSON.stringify({ error: { message, details: retryDelay === undefined ? [] : [{ retryDelay }] } });

describe('when a vendor may be asked again', () => {
  const cases: readonly (readonly [string, Record<string, string>, string, number | null])[] = [
    ['seconds', { 'retry-after': '7' }, '', 7_000],
    ['parts of a second', { 'retry-after': '0.25' }, '', 250],
    ['seconds with their unit', { 'retry-after': '2s' }, '', 2_000],
    ['milliseconds before seconds', { 'retry-after': '7', 'retry-after-ms': '120' }, '', 120],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 12:01:00 GMT' }, '', 60_000],
    [
      'a date by the vendor’s clock',
      { 'retry-after': 'Sun, 22 Nov 2026 12:01:00 GMT', date: 'Sun, 22 Nov 2026 12:00:50 GMT' },
      '',
      10_000,
    ],
    ['a date that is over', { 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, '', 0],
    ['a detail', {}, body('', '34.4s'), 34_400],
    ['a header before a detail', { 'retry-after': '1' }, body('', '34.4s'), 1_000],
    ['a detail before a sentence', {}, body('Please retry in 9s.', '1.5s'), 1_500],
    ['a sentence with minutes', {}, body('Please try again in 1m7.391999999s. Need more?'), 67_392],
    ['a sentence with hours', {}, body('try again in 2h3m4s'), 7_384_000],
    ['a sentence with milliseconds', {}, body('Please try again in 612ms.'), 612],
    ['a sentence with a long fraction', {}, body('Please retry in 23.472316927s.'), 23_473],
    ['a sentence with words', {}, body('Retry after 15 seconds.'), 15_000],
    ['a sentence without a time', {}, body('Please try again later.'), null],
    ['a header of nonsense', { 'retry-after': 'soon' }, '', null],
    ['more than a month', { 'retry-after': '99999999999' }, '', 31 * 86_400_000],
    ['nothing', {}, '', null],
  ];
  it.each(cases)('%s', (_, headers, text, expected) => {
    expect(readRetryDelay(new Headers(headers), readErrorBody(text), now)).toBe(expected);
  });
});
