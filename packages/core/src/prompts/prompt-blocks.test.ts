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
    products: [],
    memories: [],
    stage: null,
    persona: null,
    hair: [],
    advice: [],
  };

  it('of a stage or a persona is who they are and how to talk with them, in the words of the definition', () => {
    const known = { name: 'Newcomer', meaning: 'They are new.', advice: 'Be patient.' };
    const persona = {
      ...known,
      id: 'newbie' as const,
      mostWords: 79,
      depth: 'usual' as const,
      explainsTerms: true,
      openings: [],
    };
    expect(dataOf('persona', { ...material, persona })).toEqual([
      'Newcomer. They are new.\nHow to talk with them: Be patient.',
    ]);
    expect(dataOf('stage', material)).toEqual([]);
    expect(dataOf('persona', material)).toEqual([]);
  });

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

  const summaryOf = (message: string) =>
    dataOf('summary', { ...material, summary: understand(message, { nameAsked: false }) })[0] ?? '';

  const told: readonly (readonly [string, string | null, string | null])[] = [
    ['what do I see in your hair?', null, 'what do I see in your hair?'],
    ["What's my name?", null, "What's my name?"],
    ['my hair is dry, what can I do', null, 'my hair is dry, what can I do'],
    ['I lost my job today. What should I do?', 'you lost your job today', 'What should I do?'],
    ['I was late and my boss yelled at me', 'you were late and your boss yelled at you', null],
    ['Me siento sola', null, null],
  ];
  it.each(told)('of "%s" says whose words are whose, and nothing twice', (message, said, asks) => {
    const lines = summaryOf(message).split('\n');
    const after = (label: string) => lines.find((line) => line.startsWith(label))?.slice(label.length) ?? null;
    expect(after('Said back to them: ')).toBe(said === null ? null : JSON.stringify(said));
    expect(after('They ask: ')).toBe(asks === null ? null : JSON.stringify(asks));
  });

  it('of a summary is nothing where the rules found nothing', () => {
    expect(dataOf('summary', { ...material, summary: understand('12.', { nameAsked: false }) })).toEqual([]);
  });

  it('of the moment names a region only where the settings do', () => {
    const shown = (locale: string) => dataOf('moment', { ...material, moment: { ...material.moment, locale } })[0];
    expect(shown('en-GB')).toContain('\nLanguage and region of their settings: en-GB');
    expect(shown('en')).toContain('\nLanguage of their settings: en');
    expect(shown('zh-Hant')).toContain('\nLanguage of their settings: zh-Hant');
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
