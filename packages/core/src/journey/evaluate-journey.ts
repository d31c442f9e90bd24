import { JOURNEY_STAGES, type JourneyStage } from '@rapport/wire';
import type { Evaluation } from '../understanding/evaluate.ts';
import type { StageReader } from './read-stage.ts';

/** A labelled message of someone of whom nothing else is known. */
export interface StageRow {
  readonly id: string;
  readonly text: string;
  readonly stage: JourneyStage;
}

/**
 * How well stages are read from one message: `macroF1` is the mean over the stages of 2tp / (2tp + fp + fn), `accuracy` the
 * share read rightly, `silent` the share of which nothing was read.
 */
export function evaluateStages(
  rows: readonly StageRow[],
  readStage: StageReader,
): Evaluation<'macroF1' | 'accuracy' | 'silent' | `f1 ${JourneyStage}`> {
  const read = rows.map((row) => ({ row, got: readStage(row.text)?.stage ?? null }));
  const f1 = new Map(
    JOURNEY_STAGES.map((stage) => {
      const hits = read.filter(({ row, got }) => row.stage === stage && got === stage).length;
      const named = read.filter(({ got }) => got === stage).length;
      const there = rows.filter((row) => row.stage === stage).length;
      return [stage, named + there === 0 ? 1 : (2 * hits) / (named + there)] as const;
    }),
  );
  const misses = read.filter(({ row, got }) => row.stage !== got);
  return {
    count: rows.length,
    metrics: {
      macroF1: [...f1.values()].reduce((sum, value) => sum + value, 0) / JOURNEY_STAGES.length,
      accuracy: 1 - misses.length / Math.max(1, rows.length),
      silent: read.filter(({ got }) => got === null).length / Math.max(1, rows.length),
      ...f1ByStage(f1),
    },
    misses: misses.map(({ row, got }) => ({
      id: row.id,
      text: row.text,
      expected: row.stage,
      got: got ?? 'nothing',
    })),
  };
}

const f1ByStage = (f1: ReadonlyMap<JourneyStage, number>): Record<`f1 ${JourneyStage}`, number> =>
  Object.fromEntries([...f1].map(([stage, value]) => [`f1 ${stage}`, value])) as Record<`f1 ${JourneyStage}`, number>;
