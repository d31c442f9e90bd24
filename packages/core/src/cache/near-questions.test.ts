import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SynonymGroup } from '../knowledge/vocabulary.ts';
import { cosine, type Embedder } from '../embeddings/embedder.ts';
import { HASHED_DIMENSIONS, HASHED_EMBEDDING_ID, hashedEmbedding } from '../embeddings/hashed-embedding.ts';
import { cacheKey } from './cache.fixtures.ts';
import { normaliseQuestion } from './cache-key.ts';
import { createNearQuestions, LEAST_COSINE } from './near-questions.ts';
import { SameQuestion } from './same-question.ts';

interface Pair {
  readonly id: string;
  readonly part: 'tuning' | 'held-out';
  readonly category: string;
  readonly same: boolean;
  readonly a: string;
  readonly b: string;
}

const pairs = readFileSync(new URL('../../evals/near-questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Pair);

/** A brand's words as far as the pairs need them; the shipped brand's own give the same figures. */
const SYNONYMS: readonly SynonymGroup[] = [
  { term: 'low porosity', forms: ['lo po', 'low po', 'porosity'] },
  { term: 'dandruff', forms: ['dry scalp', 'flakes'] },
  { term: 'coily', forms: ['4a', '4b', '4c', 'type 4', 'coils'] },
  { term: 'locs', forms: ['dreads'] },
  { term: 'loc method', forms: ['loc', 'lco'] },
  { term: 'danger', forms: ['safe', 'harmful'] },
  { term: 'weaves', forms: ['sew in'] },
  { term: 'sulfates', forms: ['sulphates', 'sls'] },
  { term: 'protein', forms: ['keratin'] },
  { term: 'diffuser', forms: ['conditioner', 'detangle', 'moisturize', 'humectants'] },
];
const same = new SameQuestion(SYNONYMS);

const isNear = ({ a, b }: Pair): boolean => {
  const [one, other] = [a, b].map((text) => same.read(normaliseQuestion(text)));
  if (one === undefined || other === undefined) return false;
  const likeness = cosine(hashedEmbedding(same.textOf(one)), hashedEmbedding(same.textOf(other)));
  return likeness >= LEAST_COSINE && same.isSame(one, other) && same.isSame(other, one);
};
const isEqual = ({ a, b }: Pair): boolean => normaliseQuestion(a) === normaliseQuestion(b);

describe('the pairs of the evaluation set', () => {
  it.each(pairs.filter((pair) => !pair.same).map((pair) => [pair.id, pair] as const))(
    '%s asks two things',
    (_, pair) => {
      expect(isNear(pair) || isEqual(pair), `${pair.a} | ${pair.b}`).toBe(false);
    },
  );

  it.each(['tuning', 'held-out'] as const)('%s: most rewordings are found', (part) => {
    const rewordings = pairs.filter((pair) => pair.part === part && pair.same);
    const missed = rewordings.filter((pair) => !isNear(pair) && !isEqual(pair));
    expect(missed.length / rewordings.length, missed.map(({ a, b }) => `${a} | ${b}`).join('\n')).toBeLessThan(0.16);
  });

  it('has no question that is taken for one of another pair that differs', () => {
    const readings = pairs
      .filter((pair) => !pair.same)
      .map(({ a, b }) => [a, b].map((text) => same.read(normaliseQuestion(text))));
    for (const [one = [], other = []] of readings) {
      const alike = readings.flat().filter((reading) => same.isSame(one, reading));
      expect(alike).not.toContain(other);
    }
  });
});

describe('near questions', () => {
  const embedder: Embedder = {
    id: HASHED_EMBEDDING_ID,
    dimensions: HASHED_DIMENSIONS,
    embed: async (texts) => texts.map(hashedEmbedding),
  };
  const near = (change: Partial<Embedder> = {}, errors: unknown[] = []) =>
    createNearQuestions({
      embedder: { ...embedder, ...change },
      synonymsOf: () => SYNONYMS,
      onError: (error) => errors.push(error),
    });
  const known = cacheKey({ question: 'how do i water a fern' });
  const reworded = cacheKey({ question: 'could you tell me how to water ferns' });

  it('finds the one that asks the same', async () => {
    const questions = near();
    await questions.add(known);
    await questions.add(cacheKey({ question: 'how do i feed a fern' }));
    expect(await questions.find(reworded)).toEqual(known);
    questions.forget(known);
    expect(await questions.find(reworded)).toBeNull();
  });

  it.each([
    { brand: 'south' },
    { assistant: 'bo' },
    { locale: 'en-GB' },
    { persona: 'busy' },
    { journeyStage: 'learning' },
    { variant: 'b' },
    { knowledgeVersion: 'k2' },
    { promptVersion: 'p2' },
    { chainVersion: 'c2' },
    { allowsNear: false },
  ])('finds nothing for a key with %j', async (change) => {
    const questions = near();
    await questions.add(known);
    expect(await questions.find({ ...reworded, ...change })).toBeNull();
  });

  it('takes no note of a question that must be met word for word', async () => {
    const questions = near();
    await questions.add({ ...known, allowsNear: false });
    expect(await questions.find(reworded)).toBeNull();
  });

  it('keeps the last thousand of a brand', async () => {
    const questions = near();
    await questions.add(known);
    for (let count = 1; count <= 1_000; count += 1)
      await questions.add(cacheKey({ question: `what is plant ${count}` }));
    expect(await questions.find(reworded)).toBeNull();
    expect(await questions.find(cacheKey({ question: 'hi what is plant 1' }))).toMatchObject({
      question: 'what is plant 1',
    });
  });

  it('finds nothing when the embedder fails, and says so', async () => {
    const errors: unknown[] = [];
    const broken = new Error('no vectors');
    let fails = false;
    const questions = near(
      { embed: async (texts) => (fails ? Promise.reject(broken) : texts.map(hashedEmbedding)) },
      errors,
    );
    await questions.add(known);
    fails = true;
    expect(await questions.find(reworded)).toBeNull();
    await questions.add(reworded);
    expect(errors).toEqual([broken, broken]);
  });
});

describe('a hashed embedding', () => {
  it.each(['how do I wash locs', 'a', 'ümlaut 日本語', `${'word '.repeat(5_000)}`])('of %j has length 1', (text) => {
    expect(Math.hypot(...hashedEmbedding(text))).toBeCloseTo(1, 5);
  });

  it('of nothing is zero, and like nothing', () => {
    expect(cosine(hashedEmbedding(' ?! '), hashedEmbedding('fern'))).toBe(0);
  });

  it('is nearer for a misspelling and another ending than for another word', () => {
    const likeness = (one: string, other: string) => cosine(hashedEmbedding(one), hashedEmbedding(other));
    expect(likeness('moisturizer', 'moisturzer')).toBeGreaterThan(likeness('moisturizer', 'shampoo'));
    expect(likeness('wash my locs', 'washing my locs')).toBeCloseTo(1, 5);
  });
});
