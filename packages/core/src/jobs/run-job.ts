import { type Database, inTransaction } from '../database/database.ts';
import type { JobRunOutcome } from '../database/schema.ts';
import type { Clock, Log } from '../runtime.ts';
import { beginRun, endRun } from './job-runs.ts';
import { type ClaimedJob, type JobDisposition, QueueStopping } from './queue.ts';
import type { TaskContext, TaskRegistry, TaskReport } from './task.ts';

export interface JobRunnerDependencies {
  readonly tasks: TaskRegistry;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of a job that failed its last attempt. */
  readonly onParked: (job: { readonly id: string; readonly task: string; readonly attempts: number }) => void;
}

/** A job of a task that this process does not know, as while versions change: another process may. */
class UnknownTaskError extends Error {
  constructor(task: string) {
    super(`No task is called ${task} here`);
    this.name = 'UnknownTaskError';
  }
}

/** Another attempt has committed the job's effects meanwhile: these are rolled back. */
class CompletedElsewhereError extends Error {
  constructor() {
    super('The job was completed by another attempt');
    this.name = 'CompletedElsewhereError';
  }
}

/**
 * Makes what runs one attempt at a job: its report row opened, the task run, the row closed with how it ended. Never
 * rejects. Nothing of a job's input, and of a failure nothing but its kind and code, is stored or shown; the log has the
 * error, as it has every other.
 */
export function createJobRunner(dependencies: JobRunnerDependencies): (job: ClaimedJob) => Promise<JobDisposition> {
  return async (job) => {
    const { clock, log } = dependencies;
    const startMs = clock.monotonicMs();
    const about = { task: job.task, jobId: job.id, attempt: job.attempt };
    try {
      const ran = await attempt(dependencies, job);
      log.debug(
        { event: ran ? 'job_completed' : 'job_already_completed', ...about, duration_ms: since(clock, startMs) },
        'A job is done',
      );
      return 'done';
    } catch (error) {
      if (error instanceof CompletedElsewhereError) return 'done';
      if (job.signal.aborted && job.signal.reason instanceof QueueStopping) {
        log.debug({ event: 'job_returned', ...about }, 'A job was interrupted by the stop and returns to the queue');
        await close(dependencies, job, 'interrupted', null);
        return 'returned';
      }
      const duration_ms = since(clock, startMs);
      log.warn(
        { event: 'job_failed', err: error, ...about, lastAttempt: job.isLastAttempt, duration_ms },
        'A job failed',
      );
      await close(dependencies, job, job.isLastAttempt ? 'parked' : 'failed', { error: kindOf(error) });
      if (job.isLastAttempt) dependencies.onParked({ id: job.id, task: job.task, attempts: job.attempt });
      return 'failed';
    }
  };
}

/** False when nothing was left to do. */
async function attempt({ tasks, database, clock, log }: JobRunnerDependencies, job: ClaimedJob): Promise<boolean> {
  const task = tasks.get(job.task);
  if (task === undefined) throw new UnknownTaskError(job.task);
  const input = task.input.parse(job.input);
  if (!(await beginRun(database, { id: job.id, task: job.task, attempt: job.attempt, at: clock.now() }))) return false;
  const complete = async (executor: Parameters<typeof endRun>[0], report: TaskReport) => {
    if (!(await endRun(executor, { id: job.id, outcome: 'completed', at: clock.now(), report }))) {
      throw new CompletedElsewhereError();
    }
    return report;
  };
  let isCommitted = false;
  const context: TaskContext = {
    jobId: job.id,
    attempt: job.attempt,
    isLastAttempt: job.isLastAttempt,
    signal: job.signal,
    log,
    async commit(work) {
      const report = await inTransaction(database.pool, async (client) => complete(client, await work(client)));
      isCommitted = true;
      return report;
    },
  };
  try {
    const report = await task.run(context, input);
    if (!isCommitted) await complete(database.pool, report);
  } catch (error) {
    // What comes after the effects can't undo them: the job is done.
    if (!isCommitted) throw error;
    log.warn({ event: 'job_failed_after_commit', err: error, task: job.task, jobId: job.id }, 'A job failed when done');
  }
  return true;
}

/** The queue knows how the job ended even where its row can't be written: the database may be why it failed. */
async function close(
  { database, clock, log }: JobRunnerDependencies,
  job: ClaimedJob,
  outcome: JobRunOutcome,
  report: TaskReport | null,
): Promise<void> {
  try {
    await endRun(database.pool, { id: job.id, outcome, at: clock.now(), report });
  } catch (error) {
    log.debug(
      { event: 'job_run_not_stored', err: error, task: job.task, jobId: job.id },
      "A job's row was not written",
    );
  }
}

/** Kind and code only: a message may quote what a person said. */
function kindOf(error: unknown): TaskReport {
  if (!(error instanceof Error)) return { name: typeof error };
  const code: unknown = Reflect.get(error, 'code');
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}) };
}

const since = (clock: Clock, startMs: number): number => Math.round(clock.monotonicMs() - startMs);
