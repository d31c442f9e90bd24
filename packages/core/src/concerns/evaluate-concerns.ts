import type { Evaluation } from '../understanding/evaluate.ts';
import type { ConcernReader } from './read-concern.ts';

/** A message, labelled with what it is about; rows without a label are left out. */
export interface ConcernRow {
  readonly id: string;
  readonly text: string;
  readonly concern?: string;
}

/** The share of messages whose concern is read rightly. */
export function evaluateConcerns(rows: readonly ConcernRow[], readConcern: ConcernReader): Evaluation<'accuracy'> {
  const read = rows.flatMap((row) =>
    row.concern === undefined ? [] : [{ row, expected: row.concern, got: readConcern(row.text)?.concern ?? 'nothing' }],
  );
  const misses = read.filter(({ expected, got }) => expected !== got);
  return {
    count: read.length,
    metrics: { accuracy: 1 - misses.length / Math.max(1, read.length) },
    misses: misses.map(({ row, expected, got }) => ({ id: row.id, text: row.text, expected, got })),
  };
}
