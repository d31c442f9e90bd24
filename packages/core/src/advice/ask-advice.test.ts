import { describe, expect, it } from 'vitest';
import { type Advice, type AdviceState, stateOf } from './advice.ts';
import { type AskInput, chooseAsk, isAnyDue } from './ask-advice.ts';
import { type KnownOutcome, shapePassages } from './shape.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const ago = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const report = (outcome: NonNullable<Advice['report']>['outcome'], days: number) => ({
  id: 'r',
  outcome,
  quote: null,
  reportedAt: ago(days),
});

const advice = (more: Partial<Advice> = {}): Advice => ({
  id: 'a',
  kind: 'technique',
  itemKind: 'passage',
  item: 'mask',
  phrase: 'deep conditioning with warmth',
  concern: 'dryness',
  concernWords: 'dry ends',
  givenAt: ago(21),
  askAfter: ago(7),
  asks: 0,
  askedAt: null,
  droppedAt: null,
  report: null,
  ...more,
});
const ask = (given: readonly Advice[], more: Partial<AskInput> = {}): string | null =>
  chooseAsk({ advice: given, now: NOW, timeZone: 'Europe/Madrid', careLevel: 'none', recentMoods: [], ...more })
    ?.text ?? null;

describe('asking after advice', () => {
  it('says when, what and what for', () => {
    expect(ask([advice()])).toBe(
      'Three weeks ago we talked about deep conditioning with warmth for your dry ends. How has that been?',
    );
    expect(ask([advice({ givenAt: ago(65), concernWords: null })])).toMatch(/^Two months ago .+ warmth\. How/);
    expect(ask([advice({ asks: 1, askedAt: ago(16) })])).toMatch(/If you got to try it, how did it go\?$/);
    expect(ask([advice({ kind: 'care', phrase: 'seeing a dermatologist', givenAt: ago(7) })])).toBe(
      'Last week we talked about seeing a dermatologist. Were you able to see someone?',
    );
  });

  it('asks of a doctor before anything else', () => {
    const care = advice({ id: 'z', kind: 'care', phrase: 'seeing a dermatologist', askAfter: ago(1) });
    expect(ask([advice(), care])).toMatch(/dermatologist/);
  });

  const silent: readonly (readonly [string, Partial<Advice>, Partial<AskInput>])[] = [
    ['before it is due', { askAfter: ago(-1) }, {}],
    ['of what is never asked after', { askAfter: null }, {}],
    ['of what was dropped', { droppedAt: ago(2) }, {}],
    ['a third time', { asks: 2, askedAt: ago(30) }, {}],
    ['again within a fortnight', { asks: 1, askedAt: ago(10) }, {}],
    ['of what was answered', { report: report('worked', 3) }, {}],
    ['of what was answered, and told again since', { report: report('did_not', 30) }, {}],
    ['of what is months old', { givenAt: ago(130) }, {}],
    ['under care', {}, { careLevel: 'crisis' }],
    ['after a low day', {}, { recentMoods: [{ valence: -0.8, at: new Date(ago(1)) }] }],
  ];
  it.each(silent)('asks nothing %s', (_, more, input) => {
    expect(ask([advice(more)], input)).toBeNull();
  });

  it('asks once a visit', () => {
    const other = advice({ id: 'b', asks: 1, askedAt: ago(0.2) });
    expect(ask([advice(), other])).toBeNull();
    expect(isAnyDue([advice(), other], NOW)).toBe(false);
    expect(isAnyDue([advice()], NOW)).toBe(true);
  });

  it('asks once more of what was not tried yet', () => {
    expect(ask([advice({ asks: 1, askedAt: ago(20), report: report('not_tried', 20) })])).toMatch(/how did it go/);
  });
});

describe('where advice stands', () => {
  const cases: readonly (readonly [Partial<Advice>, AdviceState])[] = [
    [{}, 'given'],
    [{ asks: 1, askedAt: ago(60) }, 'asked'],
    [{ asks: 2, askedAt: ago(1) }, 'asked'],
    [{ asks: 2, askedAt: ago(9) }, 'dropped'],
    [{ droppedAt: ago(1) }, 'dropped'],
    [{ droppedAt: ago(1), report: report('harmed', 1) }, 'harmed'],
    [{ asks: 2, askedAt: ago(9), report: report('partly', 1) }, 'partly'],
  ];
  it.each(cases)('%j is %s', (more, state) => {
    expect(stateOf(advice(more), NOW)).toBe(state);
  });
});

describe('what came of advice orders passages', () => {
  const found = (id: string, score: number, safety: 'see_doctor' | null = null) => ({
    passage: {
      id,
      title: id,
      tags: ['dryness'],
      questions: [],
      answer: '',
      next: '',
      sources: [],
      lastReviewed: '2026-11-30',
      reviewer: 'editorial',
      safety,
      body: '',
    },
    score,
    answers: true,
  });
  const known = (item: string, outcome: KnownOutcome['outcome']): KnownOutcome => ({
    itemKind: 'passage',
    item,
    outcome,
    month: 'October',
  });
  const order = (outcomes: readonly KnownOutcome[], named: readonly string[] = []) =>
    shapePassages([found('one', 10), found('two', 9), found('three', 4)], outcomes, new Set(named)).map(
      ({ passage, answers }) => `${passage.id}${answers ? '' : ' not'}`,
    );

  const cases: readonly (readonly [string, readonly KnownOutcome[], readonly string[], readonly string[]])[] = [
    ['nothing known', [], [], ['one', 'two', 'three']],
    ['what worked goes first where it fits nearly as well', [known('two', 'worked')], [], ['two', 'one', 'three']],
    ['and not where it fits badly', [known('three', 'worked')], [], ['one', 'two', 'three']],
    ['what harmed is told no more', [known('one', 'harmed')], [], ['two', 'three', 'one not']],
    ['nor what did nothing', [known('one', 'did_not')], [], ['two', 'three', 'one not']],
    ['unless it is asked for by name', [known('one', 'harmed')], ['one'], ['one', 'two', 'three']],
    ['what was not tried stays where it is', [known('one', 'not_tried')], [], ['one', 'two', 'three']],
  ];
  it.each(cases)('%s', (_, outcomes, named, expected) => {
    expect(order(outcomes, named)).toEqual(expected);
  });

  it('moves no help and no warning', () => {
    const passages = [found('help', 10, 'see_doctor'), found('two', 9)];
    expect(shapePassages(passages, [known('two', 'worked')], new Set()).map(({ passage }) => passage.id)).toEqual([
      'help',
      'two',
    ]);
    expect(shapePassages(passages, [known('help', 'did_not')], new Set())[0]?.passage.id).toBe('help');
  });
});
