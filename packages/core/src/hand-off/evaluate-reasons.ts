import type { Evaluation } from '../understanding/evaluate.ts';
import type { SaidReason } from './reason-rules.ts';
import type { ReasonReader } from './recognise.ts';

/** A labelled message; `reason` null: the assistant answers it. */
export interface ReasonRow {
  readonly id: string;
  readonly text: string;
  readonly reason: SaidReason | null;
}

/**
 * How well messages are read that want people. `precision` and `recall` are of wanting people at all; `rightReason` is the
 * share of those heard whose reason is the labelled one.
 */
export function evaluateReasons(
  rows: readonly ReasonRow[],
  read: ReasonReader,
): Evaluation<'precision' | 'recall' | 'rightReason'> {
  const judged = rows.map((row) => ({ row, got: read(row.text)?.reason ?? null }));
  const heard = judged.filter(({ row, got }) => row.reason !== null && got !== null);
  const named = judged.filter(({ got }) => got !== null);
  const wanted = judged.filter(({ row }) => row.reason !== null);
  return {
    count: rows.length,
    metrics: {
      precision: heard.length / Math.max(1, named.length),
      recall: heard.length / Math.max(1, wanted.length),
      rightReason: heard.filter(({ row, got }) => row.reason === got).length / Math.max(1, heard.length),
    },
    misses: judged
      .filter(({ row, got }) => row.reason !== got)
      .map(({ row, got }) => ({ id: row.id, text: row.text, expected: row.reason ?? 'nobody', got: got ?? 'nobody' })),
  };
}
