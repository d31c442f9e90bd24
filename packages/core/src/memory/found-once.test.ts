import { expect, it } from 'vitest';
import { foundOnce } from './found-once.ts';

const memory = (id: string, sources: string[] | null, score: number) => ({ row: { id, sources }, score });
const message = (messageId: string, score: number) => ({ messageId, score });

it('lets a memory stand for the message it was read from, with the better score', () => {
  expect(foundOnce([memory('cat', ['said'], 0.3)], [message('said', 0.9), message('other', 0.5)])).toEqual({
    memories: [memory('cat', ['said'], 0.9)],
    evidence: [message('other', 0.5)],
  });
});

it('gives the score of a message to the best of its memories alone', () => {
  const { memories, evidence } = foundOnce(
    [memory('brother', ['said'], 0.2), memory('cat', ['said', 'again'], 0.4)],
    [message('said', 0.9), message('again', 0.7)],
  );
  expect(memories.map(({ row, score }) => [row.id, score])).toEqual([
    ['brother', 0.2],
    ['cat', 0.9],
  ]);
  expect(evidence).toEqual([]);
});

it("keeps a memory's own score where it is better, and takes memories without a message", () => {
  expect(foundOnce([memory('cat', ['said'], 0.8), memory('own', null, 0.1)], [message('said', 0.2)]).memories).toEqual([
    memory('cat', ['said'], 0.8),
    memory('own', null, 0.1),
  ]);
});
