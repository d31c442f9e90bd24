import { z } from 'zod';
import { id, time } from './primitives.ts';

/** A task's name. */
const taskName = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'must be a task’s name, such as sweep-job-runs');

/** How a run ended. `failed`: to be tried again. `parked`: set aside. `interrupted`: a stop returned it to the queue. */
const jobOutcome = z.enum(['running', 'completed', 'failed', 'parked', 'interrupted']);

/** All attempts at one job. */
export const jobRun = z.object({
  id,
  startedAt: time,
  /** When the latest attempt ended; null while it runs. */
  finishedAt: time.nullable(),
  outcome: jobOutcome,
  attempts: z.int().positive(),
  /** What it did, in counts; of a failure the kind and code. The log says more. */
  report: z.record(z.string(), z.unknown()).nullable(),
});

export const jobsReport = z.object({
  timestamp: time,
  /** How the workers of this process are doing. `idle`: it takes no jobs (`ROLE=api`). */
  workers: z.enum(['idle', 'working', 'stalled']),
  tasks: z.array(
    z.object({
      name: z.string(),
      summary: z.string(),
      retryLimit: z.int().nonnegative(),
      expireInSeconds: z.int().positive(),
      /** Whether an operator can run it: one that wants an input can't. */
      isRunnable: z.boolean(),
      jobs: z.object({
        waiting: z.int().nonnegative(),
        retrying: z.int().nonnegative(),
        running: z.int().nonnegative(),
        /** Of the last seven days. */
        completed: z.int().nonnegative(),
        parked: z.int().nonnegative(),
      }),
      lastRun: jobRun.nullable(),
    }),
  ),
  schedules: z.array(
    z.object({
      name: z.string(),
      task: z.string(),
      cron: z.string(),
      timeZone: z.string(),
      why: z.string(),
      /** Of its task, by the clock or by hand. */
      lastRun: jobRun.nullable(),
      nextRunAt: time.nullable(),
    }),
  ),
  /** Jobs that failed their last attempt, latest first, at most a hundred. */
  parked: z.array(
    z.object({ id, task: z.string(), jobId: id, attempts: z.int().positive(), createdAt: time, parkedAt: time }),
  ),
});
export type JobsReport = z.infer<typeof jobsReport>;

export const taskPath = z.strictObject({ task: taskName });
export const parkedPath = z.strictObject({ id });
/** The job that was sent; its run is in the report once a worker has taken it. */
export const sentJob = z.object({ jobId: id });
export type SentJobAnswer = z.infer<typeof sentJob>;
