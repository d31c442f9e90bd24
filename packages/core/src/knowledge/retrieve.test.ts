import { describe, expect, test } from 'vitest';
import { passageOf } from './passage.fixtures.ts';
import { createKnowledgeIndex } from './retrieve.ts';

const PASSAGES = [
  passageOf({
    id: 'porosity',
    title: 'Low porosity hair',
    questions: ['why does water bead on my hair', 'is my hair low porosity', 'products sit on top'],
    answer: 'Low porosity hair takes in water slowly. Use warmth and light, watery products so that they sink in well.',
    body: 'The cuticle lies flat.',
  }),
  passageOf({
    id: 'shedding',
    title: 'Shedding after a baby',
    questions: ['hair loss after birth', 'when does postpartum shedding stop', 'my hair falls out in the shower'],
    answer: 'Shedding two to five months after a birth is common and mostly ends by the first birthday.',
    body: 'Hormones shift.',
  }),
  passageOf({
    id: 'bonnets',
    title: 'Sleeping in satin',
    questions: ['what should I sleep in', 'bonnet or pillowcase', 'how to keep curls overnight'],
    answer: 'Satin or silk lets hair slide, so it frays less overnight. A bonnet or a pillowcase both do.',
    body: 'Cotton rubs. A bonnet keeps porosity in mind.',
  }),
];
const SYNONYMS = [
  { term: 'porosity', forms: ['porous', 'lopo'] },
  { term: 'shedding', forms: ['falling out', 'hair loss'] },
  { term: 'bonnet', forms: ['night cap', 'satin'] },
  { term: 'birth', forms: ['baby', 'postpartum'], everyday: true },
];
const index = createKnowledgeIndex(PASSAGES, SYNONYMS);
const best = (query: string) => index.search(query)[0]?.passage.id;

describe('a search', () => {
  test.each([
    ['the same words', 'is my hair low porosity', 'porosity'],
    ['a synonym', 'my lopo hair', 'porosity'],
    ['a phrase of several words', 'it keeps falling out', 'shedding'],
    ['a misspelling', 'porositty of my hair', 'porosity'],
    ['letters swapped', 'bonent at bedtime', 'bonnets'],
    ['a doubled letter written once', 'bonet at bedtime', 'bonnets'],
    ['letters drawn out', 'sheddinggg so much', 'shedding'],
    ['another form of the word', 'my pillowcases', 'bonnets'],
    ['accents and capitals', 'BÓNNET?', 'bonnets'],
  ])('finds by %s', (_, query, id) => {
    expect(best(query)).toBe(id);
  });

  test('puts what a passage is titled by before what one merely mentions', () => {
    expect(index.search('porosity').map((found) => found.passage.id)).toEqual(['porosity', 'bonnets']);
  });

  test.each([
    ['a question that names nothing is about what was said before', 'is it bad for me?\nmy lopo hair', 'porosity'],
    [
      'a question that names its own subject is about that',
      'what about a bonnet?\nmy lopo hair is low porosity',
      'bonnets',
    ],
  ])('%s', (_, query, id) => {
    expect(best(query)).toBe(id);
  });

  test('gives no more than the limit', () => {
    expect(index.search('porosity', 1)).toHaveLength(1);
  });

  test.each(['', '???', 'what should I do then', '🙂'])('finds nothing in %j', (query) => {
    expect(index.search(query)).toEqual([]);
  });
});

describe('the verdict that a passage answers', () => {
  test.each(['is my hair low porosity', 'hair loss after birth', 'satin bonnet overnight'])(
    'is given for %j',
    (query) => {
      expect(index.search(query)[0]?.answers).toBe(true);
    },
  );

  test.each([
    ['nothing of the subject', 'who won the world cup in the shower'],
    ['only an everyday word of it', 'what present for a baby'],
    ['only what every passage holds', 'I hate my hair'],
    ['half of a phrasing, and something else', 'bonnet of a car that overheated in traffic'],
    ['one word of many', 'porosity of basalt, granite, limestone and marble aquifers'],
  ])('is withheld from a question that holds %s', (_, query) => {
    expect(index.search(query).some((found) => found.answers)).toBe(false);
  });
});
