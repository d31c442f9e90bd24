import { describe, expect, it } from 'vitest';
import { statedTimeIn, statedTimesIn, yearlyDayIn } from './stated-time.ts';

// A Wednesday.
const SAID = new Date('2026-03-11T12:00:00Z');
const CASES: readonly (readonly [
  text: string,
  leaning: 'past' | 'future',
  words: string | null,
  date: string | null,
])[] = [
  ['I saw her last Friday', 'past', 'last Friday', '2026-03-06'],
  ['I saw her on Friday', 'past', 'on Friday', '2026-03-06'],
  ['interview on Friday', 'future', 'on Friday', '2026-03-13'],
  ['next Friday', 'future', 'next Friday', '2026-03-20'],
  ['next monday', 'future', 'next monday', '2026-03-16'],
  ['this Sunday', 'future', 'this Sunday', '2026-03-15'],
  ['results come Wednesday', 'future', 'come Wednesday', '2026-03-18'],
  ['tomorrow at 3pm', 'future', 'tomorrow at 3pm', '2026-03-12'],
  ['the day after tomorrow', 'future', 'the day after tomorrow', '2026-03-13'],
  ['last night', 'past', 'last night', '2026-03-10'],
  ['in two weeks', 'future', 'in two weeks', '2026-03-25'],
  ['three days ago', 'past', 'three days ago', '2026-03-08'],
  ['a month ago', 'past', 'a month ago', '2026-02'],
  ['five years ago', 'past', 'five years ago', '2021'],
  ['Start 1 June.', 'future', '1 June', '2026-06-01'],
  ['on 12 December in Accra', 'future', 'on 12 December', '2026-12-12'],
  ['on the 3rd of Feb', 'future', 'on the 3rd of Feb', '2027-02-03'],
  ['on February 3', 'past', 'on February 3', '2026-02-03'],
  ['by October', 'future', 'by October', '2026-10'],
  ['due in May', 'future', 'in May', '2026-05'],
  ['in January', 'past', 'in January', '2026-01'],
  ['it may rain', 'future', null, null],
  ['we march on', 'future', null, null],
  ['the 14th', 'future', 'the 14th', '2026-03-14'],
  ['the 4th', 'future', 'the 4th', '2026-04-04'],
  ['next month', 'future', 'next month', '2026-04'],
  ["on New Year's Eve", 'future', "on New Year's Eve", '2026-12-31'],
  ['last Christmas', 'past', 'last Christmas', '2025-12-25'],
  ['last spring', 'past', 'last spring', null],
  ['in the summer of 2019', 'past', 'in the summer of 2019', '2019'],
  ['since 2019', 'past', 'since 2019', '2019'],
  ['last weekend', 'past', 'last weekend', '2026-03'],
  ['at Easter', 'future', 'at Easter', null],
  ['29 February', 'future', '29 February', '2028-02-29'],
  ['31 February', 'future', null, null],
  ['on 3/4/2026', 'future', '3/4/2026', null],
  ['13/4/2026', 'future', '13/4/2026', '2026-04-13'],
  ['el viernes', 'future', 'el viernes', '2026-03-13'],
  ['el 12 de diciembre', 'future', 'el 12 de diciembre', '2026-12-12'],
  ['mañana', 'future', 'mañana', '2026-03-12'],
  ['when I was 12', 'past', 'when I was 12', null],
  ['the 5th floor', 'future', null, null],
  ['hace dos semanas', 'past', 'hace dos semanas', '2026-02-25'],
  ['lost 3 kilos in two weeks', 'past', 'in two weeks', null],
  ['soon', 'future', null, null],
];

describe('stated time', () => {
  it.each(CASES)('reads %s (%s)', (text, leaning, words, date) => {
    const found = statedTimeIn(text, { saidAt: SAID, timeZone: 'Europe/London', leaning });
    expect(found).toEqual(words === null ? null : { words, date });
  });

  it('goes by the day it is where the person is', () => {
    const late = new Date('2026-03-11T23:30:00Z');
    const today = (timeZone: string) => statedTimeIn('today', { saidAt: late, timeZone, leaning: 'future' })?.date;
    expect(today('Europe/London')).toBe('2026-03-11');
    expect(today('Asia/Kolkata')).toBe('2026-03-12');
    expect(today('America/Los_Angeles')).toBe('2026-03-11');
    expect(today('Nowhere/Land')).toBe('2026-03-11');
  });

  it('keeps a birthday as a day of every year', () => {
    const spoken = { saidAt: SAID, timeZone: 'UTC', leaning: 'future' } as const;
    expect(yearlyDayIn('4 march', spoken)).toEqual({ words: '4 march', date: '--03-04' });
    expect(yearlyDayIn('4 March 1990', spoken)).toEqual({ words: '4 March 1990', date: '1990-03-04' });
    expect(yearlyDayIn('soon', spoken)).toBeNull();
  });

  it('never overlaps, never throws and takes its words from the text', () => {
    const texts = [
      'on '.repeat(3000),
      '1/1/1/1/1/'.repeat(900),
      '\u0000\ud800',
      `${'in the '.repeat(900)}May`,
      'last Friday, next Friday and 2 May',
    ];
    for (const text of texts) {
      const found = statedTimesIn(text, { saidAt: SAID, timeZone: 'UTC', leaning: 'past' });
      for (const { start, end, words } of found) expect(text.slice(start, end)).toBe(words);
    }
    expect(
      statedTimesIn('today', { saidAt: new Date(Number.NaN), timeZone: 'UTC', leaning: 'past' })[0]?.date,
    ).toBeNull();
  });
});
