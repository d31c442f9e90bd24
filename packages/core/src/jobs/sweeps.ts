import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Clock } from '../runtime.ts';
import { RUNS_KEPT_DAYS } from './job-runs.ts';
import { defineTask, type Task, type TaskContext, type TaskReport } from './task.ts';

/** Clients repeat a request within minutes; a month covers a queue on a phone that was off for a holiday. */
export const IDEMPOTENCY_KEPT_DAYS = 30;

/** Rows deleted by a statement: some milliseconds, between which other work goes on. */
const BATCH = 1_000;

export interface SweepDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** Deletes what is past its time. */
export function sweepTasks(dependencies: SweepDependencies): Task[] {
  return [
    defineTask({
      name: 'sweep-idempotency-keys',
      summary: `Deletes the stored answers of repeated requests after ${IDEMPOTENCY_KEPT_DAYS} days`,
      input: z.strictObject({}),
      run: (context) =>
        sweep(dependencies, context, {
          table: 'idempotency_keys',
          column: 'created_at',
          keptDays: IDEMPOTENCY_KEPT_DAYS,
        }),
    }),
    defineTask({
      name: 'sweep-job-runs',
      summary: `Deletes reports of background work after ${RUNS_KEPT_DAYS} days`,
      input: z.strictObject({}),
      run: (context) =>
        sweep(dependencies, context, { table: 'job_runs', column: 'started_at', keptDays: RUNS_KEPT_DAYS }),
    }),
  ];
}

/**
 * Deletes in batches. Old is what both clocks, ours and the database's, call old: one that jumped ahead prunes nothing
 * early.
 */
async function sweep(
  { database, clock }: SweepDependencies,
  { signal }: TaskContext,
  rows: {
    readonly table: 'idempotency_keys' | 'job_runs';
    readonly column: 'created_at' | 'started_at';
    readonly keptDays: number;
  },
): Promise<TaskReport> {
  const { table, column, keptDays } = rows;
  let deleted = 0;
  for (;;) {
    signal.throwIfAborted();
    const result = await database.pool.query(
      `delete from ${table} where ctid = any (array(
         select ctid from ${table} where ${column} < least($1::timestamptz, now()) - make_interval(days => $2) limit ${BATCH}))`,
      [clock.now(), keptDays],
    );
    deleted += result.rowCount ?? 0;
    if ((result.rowCount ?? 0) < BATCH) return { deleted, keptDays };
  }
}
