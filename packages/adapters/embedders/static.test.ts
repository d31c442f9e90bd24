import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cosine } from '@rapport/core/embeddings/embedder.ts';
import { describe, expect, it } from 'vitest';
import { createInProcessEmbedder } from './in-process.ts';
import { createStaticEmbedder, STATIC_DIMENSIONS, STATIC_EMBEDDING_ID } from './static.ts';

const { embedOne } = createStaticEmbedder();

/** Vectors are stored with the id of what made them: another table under the same id would be compared with them. */
it('has a table of its own under each id', () => {
  const table = readFileSync(new URL('../../core/src/embeddings/minilm-static.bin', import.meta.url));
  expect({ id: STATIC_EMBEDDING_ID, table: createHash('sha256').update(table).digest('hex') }).toEqual({
    id: 'rapport/minilm-static-1',
    table: 'c2447581fbb78f17f8c40bc26457a711466fb27b0753137c1623029fb3d40f71',
  });
  expect(table.readUInt32LE(8)).toBe(STATIC_DIMENSIONS);
});

describe('what means alike is nearer', () => {
  it.each([
    ['My dog is ill', 'The puppy has to see the vet', 'The printer has no ink'],
    ['i lost my job', 'They fired me from the company', 'We painted the kitchen yellow'],
    ['My mother died', 'Grandma passed away in the hospital', 'I bought a new bike'],
    ['I play the violin', 'She practises music on the piano', 'He fixed the broken pipe'],
    ['the food was delicious', 'We had a tasty dinner', 'I missed the last train'],
    ['Exams start on Monday', 'I have to study for my test at school', 'The cat sleeps on the sofa'],
  ])('%j: %j, not %j', (text, alike, other) => {
    const likeness = (one: string) => cosine(embedOne(text), embedOne(one));
    expect(likeness(alike)).toBeGreaterThan(likeness(other) + 0.05);
  });
});

it('finds half of the sentences that answer a question among the best 25 of 560, where shared words find few', async () => {
  interface Told {
    readonly question: string;
    readonly answer: string;
    readonly distractors: readonly string[];
  }
  const rows = readFileSync(new URL('../../core/evals/told-sentences.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Told);
  const sentences = rows.flatMap(({ answer, distractors }) => [answer, ...distractors]);
  const foundWithin = async (count: number, embedder: ReturnType<typeof createInProcessEmbedder>) => {
    const [told, asked] = await Promise.all([
      embedder.embed(sentences),
      embedder.embed(rows.map(({ question }) => question)),
    ]);
    const found = rows.filter(({ answer }, row) => {
      const likeness = told.map((vector) => cosine(asked[row] ?? vector, vector));
      const ofAnswer = likeness[sentences.indexOf(answer)] ?? 0;
      return likeness.filter((value) => value > ofAnswer).length < count;
    });
    return found.length / rows.length;
  };
  expect(await foundWithin(25, createStaticEmbedder())).toBeGreaterThan(0.5);
  expect(await foundWithin(25, createInProcessEmbedder())).toBeLessThan(0.2);
});
