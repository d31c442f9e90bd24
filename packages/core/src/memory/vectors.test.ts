import { expect, it } from 'vitest';
import { type EntryText, entryRows, type MemoryVectors } from './vectors.ts';

/** One number for cats, one for dogs. */
const vectors: MemoryVectors = {
  support: 'pgvector',
  embedder: {
    id: 'test/animals',
    dimensions: 2,
    embed: async (texts) =>
      texts.map((text) => Float32Array.of(text.includes('cat') ? 1 : 0, text.includes('dog') ? 1 : 0)),
  },
  isLocal: true,
  onFailure: (error) => {
    throw error;
  },
};
const entry = (text: string, around: string, source: EntryText['source'] = 'message'): EntryText => ({
  id: '01a20294-f647-7396-9c7b-1e3978e20447',
  source,
  role: 'user',
  text,
  around,
  saidAt: new Date('2026-03-02T18:00:00Z'),
});
const numbersOf = async (...entries: readonly EntryText[]): Promise<(number[] | null)[]> =>
  (await entryRows(vectors, entries)).map(({ embedding }) =>
    embedding === null ? null : (JSON.parse(embedding) as number[]),
  );

it('colours the vector of a message by what stood before it, and leaves it at length 1', async () => {
  const [plain, same, coloured] = await numbersOf(
    entry('the cat', ''),
    entry('the cat', 'a cat?'),
    entry('the cat', 'and the dog?'),
  );
  expect(plain).toEqual([1, 0]);
  expect(same).toEqual([1, 0]);
  const [own = 0, before = 0] = coloured ?? [];
  expect(own).toBeGreaterThan(before);
  expect(before).toBeGreaterThan(0);
  expect(Math.hypot(own, before)).toBeCloseTo(1);
});

it('takes a memory by its own words, and gives none to a message without words', async () => {
  expect(await numbersOf(entry('the cat', 'and the dog?', 'memory'), entry('!', 'and the dog?'))).toEqual([
    [1, 0],
    null,
  ]);
});
