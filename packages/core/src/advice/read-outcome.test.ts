import { describe, expect, it } from 'vitest';
import type { Advice } from './advice.ts';
import type { NamedAdvice } from './given-advice.ts';
import { readOutcomes } from './read-outcome.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const DAYS_AGO = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();

const advised = (id: string, phrase: string, says: RegExp, more: Partial<Advice> = {}): NamedAdvice => ({
  advice: {
    id,
    kind: 'technique',
    itemKind: 'passage',
    item: id,
    phrase,
    concern: null,
    concernWords: null,
    givenAt: DAYS_AGO(20),
    askAfter: null,
    asks: 0,
    askedAt: null,
    droppedAt: null,
    report: null,
    ...more,
  },
  says,
  names: [],
});
const mask = advised('mask', 'deep conditioning with warmth', /\b(?:deep[- ]?condition\w*|mask)\b/);
const rinse = advised('rinse', 'ending your wash with an acid rinse', /\brins(?:e|es|ing)\b/);
const doctor = advised('doctor', 'seeing a dermatologist', /\bderm\w*\b/, { kind: 'care' });
const both = [mask, rinse];

const told = (text: string, asked: string | null = null, known: readonly NamedAdvice[] = both): string[] => {
  const { reports, whichOf } = readOutcomes({ text, advised: known, asked, now: NOW });
  return [...reports.map(({ adviceId, outcome }) => `${adviceId}: ${outcome}`), ...whichOf.map((id) => `${id}?`)];
};

describe('what a message tells of advice', () => {
  const cases: readonly (readonly [string, string | null, readonly string[]])[] = [
    // Of what was asked, or named, or named before.
    ['It worked so well!', 'mask', ['mask: worked']],
    ['The rinse worked so well!', 'mask', ['rinse: worked']],
    ['About the mask you told me about. It made my hair so soft.', null, ['mask: worked']],
    ['What you told me worked so well', null, ['mask?', 'rinse?']],
    ['It worked so well!', null, []],
    // Several at once, each by its own words.
    ["The rinse worked but the mask didn't do anything", null, ['rinse: worked', 'mask: did_not']],
    // Negation both ways.
    ["It didn't work", 'mask', ['mask: did_not']],
    ["It didn't break me out this time, my scalp is calm", 'mask', ['mask: worked']],
    ['I can’t complain', 'mask', ['mask: worked']],
    ['No more breakage!', 'mask', ['mask: worked']],
    // Mixed: harm outweighs, good and nothing make some.
    ['It helped my ends. It did nothing for my roots.', 'mask', ['mask: partly']],
    ['It helped, but then I got a rash from it', 'mask', ['mask: harmed']],
    // Nothing came of anything yet, or not of theirs.
    ['I hope the mask works', null, []],
    ['Will the rinse work?', null, []],
    ['My sister said the mask broke her out', null, []],
    ['Thanks, that helps!', null, []],
    ['My week was amazing', 'mask', []],
    ['I am doing great, thanks', 'mask', []],
    // An answer and a question in one breath.
    ['It worked great, what should I do next?', 'mask', ['mask: worked']],
    ['', 'mask', []],
    ['🙂', 'mask', []],
  ];
  it.each(cases)('%j, asked after %s', (text, asked, expected) => {
    expect(told(text, asked)).toEqual(expected);
  });

  it('of being seen by a doctor is whether somebody was', () => {
    expect(told('Yes, last Tuesday', 'doctor', [doctor])).toEqual(['doctor: worked']);
    expect(told('I saw the derm, she gave me a cream', null, [doctor])).toEqual(['doctor: worked']);
    expect(told('No appointments until March', 'doctor', [doctor])).toEqual(['doctor: not_tried']);
    expect(told('It was great', 'doctor', [doctor])).toEqual([]);
  });

  it('of what was advised this very day is only what was done with it', () => {
    const fresh = { ...mask, advice: { ...mask.advice, givenAt: DAYS_AGO(0.1) } };
    expect(told('The mask sounds great, it really helps', null, [fresh])).toEqual([]);
    expect(told('I used the mask and it burned my scalp', null, [fresh])).toEqual(['mask: harmed']);
  });

  it('keeps their own words as they wrote them', () => {
    const { reports } = readOutcomes({
      text: 'Hi! The Mask was a GAME changer.',
      advised: both,
      asked: null,
      now: NOW,
    });
    expect(reports[0]).toMatchObject({ quote: 'The Mask was a GAME changer.' });
  });

  it.each(['it ', 'no ', 'made my hair so ', 'my ', 'didnt really ', '?'])(
    'is read of the longest message, of nothing but %j',
    (words) => {
      // A rule that takes more than linear time runs into the suite's limit here.
      const text = words.repeat(Math.floor(8_000 / words.length));
      expect(() => readOutcomes({ text, advised: both, asked: 'mask', now: NOW })).not.toThrow();
    },
  );
});
