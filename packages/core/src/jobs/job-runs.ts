import type { ClientBase, Pool } from 'pg';
import { type Database, execute, type Statement } from '../database/database.ts';
import type { JobRunOutcome } from '../database/schema.ts';
import type { TaskReport } from './task.ts';

/** The report row of a job: all its attempts are one run. */
export interface JobRun {
  readonly id: string;
  readonly task: string;
  /** When the first attempt began. */
  readonly startedAt: Date;
  /** When the latest attempt ended; null while it runs, or when its worker died. */
  readonly finishedAt: Date | null;
  readonly outcome: JobRunOutcome;
  readonly attempts: number;
  readonly report: TaskReport | null;
}

/** Days a run's row is kept. */
export const RUNS_KEPT_DAYS = 90;

/** A run that is completed stays so: the row that is not returned says that nothing is left to do. */
const BEGIN: Statement = {
  name: 'job-run-begin',
  text: `
insert into job_runs as run (id, task, started_at, attempts) values ($1, $2, $3, $4)
on conflict (id) do update set attempts = excluded.attempts, outcome = 'running', finished_at = null, report = null
where run.outcome <> 'completed'
returning id`,
};
const END: Statement = {
  name: 'job-run-end',
  text: `
update job_runs set outcome = $2, finished_at = $3, report = $4 where id = $1 and outcome <> 'completed' returning id`,
};
const PARK: Statement = {
  name: 'job-run-park',
  text: `
update job_runs set outcome = 'parked', finished_at = coalesce(finished_at, $2)
where id = any($1::uuid[]) and outcome in ('running', 'failed')`,
};
const LATEST: Statement = {
  name: 'job-run-latest',
  text: `
select run.* from unnest($1::text[]) as known (task) cross join lateral
  (select id, task, started_at as "startedAt", finished_at as "finishedAt", outcome, attempts, report
   from job_runs where job_runs.task = known.task order by started_at desc limit 1) as run`,
};

/** Notes that an attempt begins. False when the job was completed before, by an attempt whose end was not heard of. */
export async function beginRun(
  database: Database,
  run: { readonly id: string; readonly task: string; readonly attempt: number; readonly at: Date },
): Promise<boolean> {
  return (await execute(database.pool, BEGIN, [run.id, run.task, run.at, run.attempt])).length > 0;
}

/**
 * Notes how an attempt ended. False when the job is completed already or its row is gone.
 *
 * @param executor the client of the transaction that holds the job's effects, where there is one.
 */
export async function endRun(
  executor: ClientBase | Pool,
  run: { readonly id: string; readonly outcome: JobRunOutcome; readonly at: Date; readonly report: TaskReport | null },
): Promise<boolean> {
  const report = run.report === null ? null : JSON.stringify(run.report);
  return (await executor.query(END.text, [run.id, run.outcome, run.at, report])).rowCount === 1;
}

/** Notes that jobs were set aside, also those whose worker died with them. */
export async function parkRuns(database: Database, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length > 0) await execute(database.pool, PARK, [ids, at]);
}

/** The latest run of each of these tasks that has one. */
export async function latestRuns(database: Database, tasks: readonly string[]): Promise<JobRun[]> {
  return execute<JobRun>(database.pool, LATEST, [tasks]);
}
