import { describe, expect, test } from 'vitest';
import { Vocabulary, words } from './vocabulary.ts';

describe('words', () => {
  test.each([
    ["Don't my sister's curls frizz?", ['dont', 'my', 'sister', 'curls', 'frizz']],
    ['sooo dryyyy', ['so', 'dry']],
    ['Café, 4C!', ['cafe', '4c']],
    ['…', []],
  ])('of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('words of a text without end', () => {
  test.each([
    ['letters', 'a'.repeat(4_000_000), ['a']],
    ['ligatures', '\ufdfa'.repeat(1_000_000), null],
    ['marks', `b${'\u0301'.repeat(4_000_000)}`, ['b']],
  ])('are those of its beginning: %s', (_, text, expected) => {
    const found = words(text);
    if (expected === null) expect(found.length).toBeGreaterThan(0);
    else expect(found).toEqual(expected);
  });
});

describe('synonyms', () => {
  test('a form may not stand in two groups', () => {
    const groups = [
      { term: 'relaxer', forms: ['perm'] },
      { term: 'waves', forms: ['perm'] },
    ];
    expect(() => new Vocabulary(groups)).toThrow('synonyms: "perm" stands in "relaxer" and in "waves"');
  });

  test('near must name a group', () => {
    expect(() => new Vocabulary([{ term: 'locs', forms: [], near: ['braids'] }])).toThrow(
      '"braids", which is no group',
    );
  });

  test('forms that share a stem are told apart by their spelling', () => {
    const vocabulary = new Vocabulary([
      { term: 'hair type', forms: ['texture'] },
      { term: 'relaxer', forms: ['texturizer'] },
    ]);
    expect(vocabulary.termsOfQuery('texture texturizer').map(({ term }) => term)).toEqual(['=hair type', '=relaxer']);
  });

  test('a stop word is no form of a group, though it shares a stem with one', () => {
    const vocabulary = new Vocabulary([{ term: 'beginner', forms: ['basics'] }]);
    expect(vocabulary.termsOfQuery('basically the basics').map(({ term }) => term)).toEqual(['=beginner']);
  });

  test.each([
    ['shedin', 'shedding'],
    ['itchin', 'itching'],
    ['dri', 'dry'],
    ['frizzi', 'frizzy'],
  ])('%j is read as %j', (clipped, whole) => {
    const vocabulary = new Vocabulary(['shedding', 'itching', 'dry', 'frizzy'].map((term) => ({ term, forms: [] })));
    expect(vocabulary.termsOfQuery(clipped).map(({ term }) => term)).toEqual([`=${whole}`]);
  });

  test('the longest phrase wins, and a passage is found by its words too', () => {
    const vocabulary = new Vocabulary([
      { term: 'loc method', forms: ['loc'] },
      { term: 'leave in', forms: ['leave in conditioner'] },
    ]);
    expect(vocabulary.termsOfQuery('leave in conditioner').map(({ term }) => term)).toEqual(['=leave in']);
    expect(vocabulary.termsOfText('leave in conditioner')).toEqual(['=leave in', 'condition']);
  });
});
