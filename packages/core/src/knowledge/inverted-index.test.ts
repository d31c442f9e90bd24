import MiniSearch from 'minisearch';
import { expect, it } from 'vitest';
import { buildInvertedIndex } from './inverted-index.ts';
import { passageOf } from './passage.fixtures.ts';
import { FIELDS, Numbering, termsOfPassage } from './passage-terms.ts';
import { Vocabulary } from './vocabulary.ts';

const WORDS = ['porosity', 'satin', 'steam', 'clay', 'braid', 'comb', 'rinse', 'edges', 'twist', 'scalp', 'bleach'];
/** A passage of some of the words, another for each number and the same each time. */
const passageNumber = (number: number) => {
  const some = (step: number, count: number) =>
    Array.from({ length: count }, (_, each) => WORDS[(number * step + each * each) % WORDS.length]).join(' ');
  return passageOf({
    id: `p${number}`,
    title: some(3, 2),
    questions: [some(5, 3), some(7, 2), some(2, 4)],
    answer: some(4, 6),
    body: some(6, 3 + (number % 20)),
  });
};

it('scores as MiniSearch does, which it stands in for', () => {
  const passages = Array.from({ length: 120 }, (_, number) => passageNumber(number));
  const vocabulary = new Vocabulary([]);
  const numberings = { terms: new Numbering(), words: new Numbering() };
  const terms = passages.map((passage) => termsOfPassage(passage, vocabulary, numberings));
  const steps = buildInvertedIndex(terms);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const names = FIELDS.map(({ name }) => name);
  const other = new MiniSearch<Record<string, string>>({
    fields: [...names],
    tokenize: (text) => text.split('\n'),
    processTerm: (term) => term,
  });
  for (const [place, { fields }] of terms.entries()) {
    const texts = fields.map(({ numbers, counts }) =>
      [...numbers].flatMap((number, each) => Array<string>(counts[each] ?? 0).fill(numberings.terms.textOf(number))),
    );
    other.add({
      id: String(place),
      ...Object.fromEntries(names.map((name, field) => [name, texts[field]?.join('\n') ?? ''])),
    });
  }
  for (let first = 0; first < WORDS.length; first += 1) {
    const asked = [WORDS[first] ?? '', WORDS[(first + 4) % WORDS.length] ?? ''].flatMap((word) =>
      vocabulary.termsOfWords([word]),
    );
    const expected = new Map(
      other
        .search(asked.join('\n'), { boost: Object.fromEntries(FIELDS.map(({ name, boost }) => [name, boost])) })
        .map(({ id, score }) => [Number(id), score]),
    );
    const found = step.value.search(
      asked.map((term) => ({ term: numberings.terms.find(term) ?? -1, weight: 1 })),
      passages.length,
    );
    expect(found.length).toBe(expected.size);
    for (const { place, score } of found) expect(score).toBeCloseTo(expected.get(place) ?? Number.NaN, 3);
  }
});
