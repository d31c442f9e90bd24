import { describe, expect, it } from 'vitest';
import { passageOf } from '../knowledge/passage.fixtures.ts';
import { understand } from '../understanding/understand.ts';
import { dataOf, momentOf } from './prompt-blocks.ts';

describe('the moment', () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    ['2026-11-22T12:00:00Z', 'Europe/London', 'en-GB', 'Sunday 22 November 2026, afternoon', 'en-GB'],
    ['2026-11-22T23:30:00Z', 'Asia/Tokyo', 'ja', 'Monday 23 November 2026, morning', 'ja'],
    ['2026-11-22T04:59:00Z', 'UTC', 'en', 'Sunday 22 November 2026, night', 'en'],
    ['2026-11-22T21:59:00Z', 'UTC', 'en', 'Sunday 22 November 2026, evening', 'en'],
    ['2026-11-22T22:00:00Z', 'UTC', 'en', 'Sunday 22 November 2026, night', 'en'],
    ['2026-11-22T12:00:00Z', 'Moon/Tranquility', 'not a locale', 'Sunday 22 November 2026, afternoon', 'en'],
  ];
  it.each(cases)('at %s in %s for %s', (now, timeZone, locale, today, shown) => {
    expect(momentOf(new Date(now), timeZone, locale)).toEqual({ today, locale: shown });
  });
});

describe('what a block shows', () => {
  const material = {
    preferredName: 'Bo',
    summary: understand('Estoy cansada pero orgullosa', { nameAsked: false }),
    moment: { today: 'Sunday 22 November 2026, afternoon', locale: 'en-GB' },
    passages: [passageOf({ id: 'one' }), passageOf({ id: 'two' })],
  };

  it('of a name is a quoted line, bounded', () => {
    expect(dataOf('name', material)).toEqual(['"Bo"']);
    expect(dataOf('name', { ...material, preferredName: 'B'.repeat(500) })[0]?.length).toBeLessThan(90);
    expect(dataOf('name', { ...material, preferredName: null })).toEqual([]);
    expect(dataOf('name', { ...material, preferredName: '\u200b' })).toEqual([]);
  });

  it('of a summary is the message in short, and the concern where there is one', () => {
    expect(dataOf('summary', material)[0]).toContain('Language: es');
    const risk = { level: 'concern', kind: 'low-mood', rule: 'a-rule' } as const;
    expect(dataOf('summary', { ...material, summary: { ...material.summary, risk } })[0]).toContain(
      'Concern: low-mood',
    );
  });

  it('of a summary is short, however long the question', () => {
    const asks = 'Why? '.repeat(1_000);
    expect(dataOf('summary', { ...material, summary: { ...material.summary, asks } })[0]?.length).toBeLessThan(900);
  });

  it('of passages is each by itself', () => {
    expect(dataOf('passages', material)).toHaveLength(2);
    expect(dataOf('passages', { ...material, passages: [] })).toEqual([]);
  });
});
