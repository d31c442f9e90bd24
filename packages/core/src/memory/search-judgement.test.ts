import { describe, expect, it } from 'vitest';
import { type Candidate, type JudgedQuery, judge } from './search-judgement.ts';

const entry = (text: string, more: Partial<Candidate> = {}): Candidate => ({
  text,
  role: 'user',
  isMemory: false,
  saidAt: new Date('2023-03-01T12:00:00Z'),
  score: 0,
  ...more,
});
const firstOf = (query: JudgedQuery, ...candidates: readonly Candidate[]): string | undefined =>
  judge(query, candidates)[0]?.candidate.text;

/** Of each pair, which are alike to words and vectors, the first answers the question. */
const PAIRS: readonly (readonly [what: string, query: JudgedQuery, answers: Candidate, other: Candidate])[] = [
  [
    'a time, where a time is asked for',
    { text: 'when did I paint the fence', names: [] },
    entry('I painted the fence last weekend, it took ages.'),
    entry('I painted the fence and then the door, it took ages.'),
  ],
  [
    'a number, where one is asked for',
    { text: 'how many tomatoes did I plant', names: [] },
    entry('I planted forty tomatoes in the end.'),
    entry('I planted the tomatoes in the end.'),
  ],
  [
    'a name, where someone is asked for',
    { text: 'who fixed my bike', names: [] },
    entry('The bike got fixed, Oleander came by for it.'),
    entry('The bike got fixed, someone came by for it.'),
  ],
  [
    'who must have said it',
    { text: 'what did I cook', names: [], saidBy: 'assistant' },
    entry('I cooked a stew.', { role: 'assistant' }),
    entry('I cooked a stew!', { role: 'user' }),
  ],
  [
    'the label of a pasted line',
    { text: 'what did Ana cook', names: ['ana'] },
    entry('Ana: I cooked a stew for Ben'),
    entry('Ben: I cooked a stew for Ana'),
  ],
  [
    'the time the question names',
    { text: 'what did I cook in May 2023', names: [] },
    entry('I cooked a stew.', { saidAt: new Date('2023-05-20T10:00:00Z') }),
    entry('I cooked a stew!', { saidAt: new Date('2023-06-20T10:00:00Z') }),
  ],
  [
    'what tells over what asks',
    { text: 'what is wrong with the boiler', names: [] },
    entry('The boiler leaks from its lowest valve since this morning.'),
    entry('Do you know what could be wrong with the boiler?'),
  ],
];

describe('judging what search met', () => {
  it.each(PAIRS)('prefers %s', (_, query, answers, other) => {
    expect(firstOf(query, other, answers)).toBe(answers.text);
    expect(firstOf(query, answers, other)).toBe(answers.text);
  });

  it('lets what words and vectors found far better stand before any sign', () => {
    const query: JudgedQuery = { text: 'when did I paint the fence', names: [] };
    expect(firstOf(query, entry('Yesterday.', { score: -3 }), entry('The fence is green.', { score: 3 }))).toBe(
      'The fence is green.',
    );
  });

  it('scores between 0 and 1, best first, and takes no candidates at all', () => {
    const query: JudgedQuery = { text: 'who?', names: ['a'] };
    const scores = judge(query, [entry('a', { score: 40 }), entry('b'), entry('', { score: -40 })]).map(
      ({ score }) => score,
    );
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
    expect(judge(query, [])).toEqual([]);
  });

  it.each([
    '\u0000',
    '\ud800 who',
    '?'.repeat(8_000),
    `${'A '.repeat(20_000)}:`,
    ' '.repeat(60_000),
    '1st '.repeat(30_000),
  ])('takes any text (%#)', (text) => {
    expect(judge({ text, names: ['a'] }, [entry(text), entry(text)])).toHaveLength(2);
  });
});
