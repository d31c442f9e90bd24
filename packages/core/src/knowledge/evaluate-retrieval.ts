import type { Evaluation } from '../understanding/evaluate.ts';
import type { FoundPassage } from './passage.ts';

/** A labelled question. */
export interface RetrievalRow {
  readonly id: string;
  readonly text: string;
  /** The passage that answers; null for a question off topic. */
  readonly expected: string | null;
  /** Passages that answer as well. */
  readonly accept?: readonly string[];
}

/** How often the right passage is found first, among the first five, and how often something off topic is answered. */
export function evaluateRetrieval(
  rows: readonly RetrievalRow[],
  index: { search(query: string, limit: number): readonly FoundPassage[] },
): Evaluation<'recallAt1' | 'recallAt5' | 'falseAnswers'> {
  const found = rows.map((row) => {
    const passages = index.search(row.text, 5);
    return { row, ids: passages.map(({ passage }) => passage.id), answers: passages.some(({ answers }) => answers) };
  });
  const asked = found.filter(({ row }) => row.expected !== null);
  const offTopic = found.filter(({ row }) => row.expected === null);
  const isRight = (row: RetrievalRow, id: string) => id === row.expected || (row.accept ?? []).includes(id);
  const foundWithin = (count: number) =>
    asked.filter(({ row, ids }) => ids.slice(0, count).some((id) => isRight(row, id)));
  const missed = asked.filter(({ row, ids }) => !isRight(row, ids[0] ?? ''));
  const answeredOffTopic = offTopic.filter(({ answers }) => answers);
  return {
    count: rows.length,
    metrics: {
      recallAt1: foundWithin(1).length / Math.max(1, asked.length),
      recallAt5: foundWithin(5).length / Math.max(1, asked.length),
      falseAnswers: answeredOffTopic.length / Math.max(1, offTopic.length),
    },
    misses: [...missed, ...answeredOffTopic].map(({ row, ids }) => ({
      id: row.id,
      text: row.text,
      expected: row.expected ?? 'nothing',
      got: ids.join(', ') || 'nothing',
    })),
  };
}
