import { describe, expect, it } from 'vitest';
import type { Fact } from '../memory/fact.ts';
import { SELF } from '../memory/fact.ts';
import { type CallbackInput, chooseCallback } from './callback.ts';

/** A Tuesday, in the evening. */
const NOW = new Date('2026-03-10T18:00:00Z');
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);

let count = 0;
const fact = (quote: string, date: string | null = null, words = '', change: Partial<Fact> = {}): Fact => {
  count += 1;
  return {
    id: `fact-${count}`,
    kind: 'plan',
    subject: SELF,
    slot: 'plan',
    value: quote,
    text: quote,
    quote,
    modality: 'asserted',
    confidence: 0.9,
    importance: 0.6,
    tender: false,
    time: date === null && words === '' ? null : { words, date },
    status: 'active',
    saidAt: daysAgo(6),
    validFrom: daysAgo(6),
    validUntil: null,
    sourceMessageIds: ['message'],
    ...change,
  };
};

const choose = (facts: readonly Fact[], change: Partial<CallbackInput> = {}) =>
  chooseCallback({
    facts,
    lastSeenAt: daysAgo(5),
    now: NOW,
    timeZone: 'Europe/London',
    careLevel: 'none',
    recentMoods: [],
    seed: 'seed',
    ...change,
  });

/** Every wording the seeds give. */
const wordings = (facts: readonly Fact[]): (string | undefined)[] => [
  ...new Set(Array.from({ length: 40 }, (_, seed) => choose(facts, { seed: `seed ${seed}` })?.text)),
];

describe('what is due is asked after in their own words', () => {
  it.each<[quote: string, date: string, words: string, text: string]>([
    ['I have an interview with Halcyon on Monday', '2026-03-09', 'on Monday', 'How did the interview with Halcyon go?'],
    ['job interview at the zoo on Sunday', '2026-03-08', 'on Sunday', 'How did the interview at the zoo go?'],
    ['my driving test is on the 9th', '2026-03-09', 'on the 9th', 'How did the driving test go?'],
    ["I've got my chemistry exam on Monday", '2026-03-09', 'on Monday', 'How did the chemistry exam go?'],
    ['finals start Monday', '2026-03-09', 'Monday', 'How did the finals go?'],
    ["I'm giving a talk about bees on Sunday", '2026-03-08', 'on Sunday', 'How did the talk about bees go?'],
    ['running the half marathon on Sunday', '2026-03-08', 'on Sunday', 'How did the half marathon go?'],
    ['our trip to Porto starts on Saturday', '2026-03-07', 'on Saturday', 'How has the trip to Porto been?'],
    ["I'm flying to Lisbon on Friday", '2026-03-06', 'on Friday', 'How has the trip to Lisbon been?'],
    ["I'm moving to Porto next week", '2026-03-09', 'next week', 'How did the move to Porto go?'],
    ['I start at Brightside on Monday', '2026-03-09', 'on Monday', 'How is the new job going?'],
    ['my band has a gig at the Lantern on Saturday', '2026-03-07', 'on Saturday', 'How did the gig at the Lantern go?'],
    ["I'm moving to Porto on the 18th", '2026-03-18', 'on the 18th', 'Is the move to Porto still on for next week?'],
    [
      'interview with Halcyon tomorrow',
      '2026-03-11',
      'tomorrow',
      'Is the interview with Halcyon still on for tomorrow?',
    ],
    ['my recital on Friday', '2026-03-13', 'on Friday', 'Is the recital still on for Friday?'],
    [
      'interview with Halcyon on the 10th',
      '2026-03-10',
      'on the 10th',
      "Isn't the interview with Halcyon today? I'm thinking of you.",
    ],
    ['a trip to Japan in February', '2026-02', 'in February', 'How has the trip to Japan been?'],
  ])('%s → %s', (quote, date, words, text) => {
    const said = { saidAt: daysAgo(20), validFrom: daysAgo(20) };
    const facts = [fact(quote, date, words, said)];
    const all = Array.from({ length: 40 }, (_, seed) =>
      choose(facts, { seed: `seed ${seed}`, lastSeenAt: daysAgo(15) }),
    ).map((callback) => callback?.text);
    expect(all).toContain(text);
    expect(all).not.toContain(undefined);
  });

  it('what is fresh and has no date is asked after on some returns only', () => {
    const dog = fact('we got a puppy called Biscuit', null, '', {
      kind: 'pet',
      slot: 'is',
      subject: { key: 'puppy:biscuit', name: 'Biscuit', relation: 'puppy' },
    });
    expect(wordings([dog]).sort()).toEqual(["How's Biscuit doing?", "How's Biscuit these days?", undefined].sort());
    const project = fact("I'm learning Portuguese", null, '', { kind: 'goal', slot: 'goal' });
    expect(wordings([project])).toContain("How's learning Portuguese going?");
    const novel = fact("I'm writing my second novel and it's fun", null, '', { kind: 'goal', slot: 'goal' });
    expect(wordings([novel])).toContain('How is writing your second novel coming along?');
  });

  it('what has passed comes before what lies ahead, and what matters more before what matters less', () => {
    const ahead = fact('interview with Halcyon tomorrow', '2026-03-11', 'tomorrow');
    const passed = fact('piano recital on Sunday', '2026-03-08', 'on Sunday');
    const weightier = fact('my driving test on Sunday', '2026-03-08', 'on Sunday', { importance: 0.8 });
    expect(choose([ahead, passed])?.factId).toBe(passed.id);
    expect(choose([ahead, passed, weightier])?.factId).toBe(weightier.id);
    expect(choose([ahead, passed], { usedBefore: new Set([passed.id]) })?.factId).toBe(ahead.id);
    expect(choose([ahead, passed], { usedBefore: new Set([passed.id, ahead.id]) })).toBeNull();
  });

  it('reads days by the calendar of the person', () => {
    const facts = [fact('interview with Halcyon', '2026-03-11', '')];
    expect(wordings(facts)).toContain('Is the interview with Halcyon still on for tomorrow?');
    const inAuckland = choose(facts, { timeZone: 'Pacific/Auckland' });
    expect(inAuckland?.text).toMatch(/today/);
    expect(choose(facts, { timeZone: 'Nowhere/Atlantis' })?.text).toMatch(/tomorrow/);
  });
});

describe('nothing is brought up', () => {
  const due = () => fact('I have an interview with Halcyon on Monday', '2026-03-09', 'on Monday');

  it.each<[string, readonly Fact[], Partial<CallbackInput>]>([
    ['to somebody new', [due()], { lastSeenAt: null }],
    ['19 hours after they left', [due()], { lastSeenAt: new Date(NOW.getTime() - 19 * 3_600_000) }],
    ['a year after they left', [due()], { lastSeenAt: daysAgo(365) }],
    ['after a concern', [due()], { careLevel: 'concern' }],
    ['after a crisis', [due()], { careLevel: 'crisis' }],
    ['in very low mood', [due()], { recentMoods: [{ valence: -0.8, at: daysAgo(1) }] }],
    [
      'when it was already told',
      [due(), fact('the interview went well', null, '', { slot: 'outcome', saidAt: daysAgo(0.9) })],
      {},
    ],
    [
      'when they have been here since its day',
      [due()],
      {
        lastSeenAt: new Date('2026-03-09T20:30:00Z'),
        now: new Date('2026-03-11T18:00:00Z'),
        timeZone: 'Pacific/Auckland',
      },
    ],
    ['when there is nothing', [], {}],
    ['when the clock is broken', [due()], { now: new Date(Number.NaN) }],
  ])('%s', (_, facts, change) => {
    expect(choose(facts, change)).toBeNull();
  });

  const monday = ['2026-03-09', 'on Monday'] as const;
  it.each<[string, Fact]>([
    ['what is tender', fact('interview with Halcyon on Monday', ...monday, { tender: true })],
    ['illness', fact('I have a trip to the hospital on Monday', ...monday)],
    ['health', fact('my first day at the pool on Monday', ...monday, { kind: 'health' })],
    ['grief', fact("trip to Leeds for Dad's funeral on Monday", ...monday)],
    ['a break-up', fact('moving to a new flat since we broke up on Monday', ...monday)],
    ['conflict', fact('talk with my boss about our fight on Monday', ...monday)],
    ['a secret', fact('secret interview with Halcyon on Monday', ...monday)],
    ['money trouble', fact('interview about the debt on Monday', ...monday)],
    ['court', fact('my interview with the lawyer on Monday', ...monday)],
    ["someone else's matter", fact('her interview with Halcyon on Monday', ...monday)],
    ["someone else's matter by name", fact("Tom's chemistry exam is on Monday", ...monday)],
    [
      'a fact about another',
      fact('interview with Halcyon on Monday', ...monday, {
        subject: { key: 'sister:lucia', name: 'Lucía', relation: 'sister' },
      }),
    ],
    ['what no longer holds', fact('interview with Halcyon on Monday', ...monday, { status: 'superseded' })],
    ['what was denied', fact('no interview with Halcyon on Monday', ...monday, { modality: 'negated' })],
    ['what was called off', fact('interview on Monday is cancelled', ...monday)],
    ['what was hardly understood', fact('interview on Monday', ...monday, { confidence: 0.4 })],
    ['trifles', fact('the match on Monday', ...monday, { importance: 0.2 })],
    ['what is long past', fact('interview with Halcyon', '2026-02-09', '')],
    ['what is far ahead', fact('interview with Halcyon', '2026-05-09', '')],
    ['a whole year', fact('interview with Halcyon', '2026', '')],
    ['a yearly day', fact('the talk', '--03-09', '')],
    ['what has no topic', fact('seeing the dentist on Monday', ...monday)],
    ['an old project', fact("I'm learning Portuguese", null, '', { saidAt: daysAgo(40) })],
  ])('about %s', (_, given) => {
    expect(wordings([given])).toEqual([undefined]);
  });

  it('about a pet that died or is ill', () => {
    const subject = { key: 'dog:rex', name: 'Rex', relation: 'dog' };
    const pet = fact('my dog Rex', null, '', { kind: 'pet', slot: 'is', subject });
    expect(wordings([pet]).length).toBeGreaterThan(1);
    const ill = fact('Rex has arthritis', null, '', { kind: 'health', slot: 'diagnosis', subject, tender: true });
    expect(wordings([pet, ill])).toEqual([undefined]);
  });

  it('for three weeks after a loss', () => {
    const loss = {
      kind: 'person',
      slot: 'died',
      tender: true,
      subject: { key: 'mother:', name: null, relation: 'mother' },
    } as const;
    expect(choose([due(), fact('my mum died', null, '', { ...loss, saidAt: daysAgo(10) })])).toBeNull();
    expect(choose([due(), fact('my mum died', null, '', { ...loss, saidAt: daysAgo(200) })])).not.toBeNull();
  });
});

it('takes any words, in time that grows with their length alone', () => {
  for (const quote of [
    'interview '.repeat(20_000),
    `her ${'a'.repeat(60_000)}`,
    '\u0000\ud800',
    'learning '.repeat(9000),
    "'s ".repeat(9000),
  ]) {
    expect(() => choose([fact(quote, '2026-03-09', '')])).not.toThrow();
  }
});

it('gives the same answer to the same question', () => {
  const facts = [fact('interview on Monday', '2026-03-09', 'on Monday'), fact("I'm learning Welsh")];
  expect(choose(facts)).toEqual(choose([...facts].reverse()));
});
