import type { Alerts } from '../alerts/alerts.ts';
import type { Database } from '../database/database.ts';
import type { Clock, Log } from '../runtime.ts';
import { parkRuns } from './job-runs.ts';
import type { ParkedJob, Queue } from './queue.ts';

/** The kind of the alert about a task whose jobs were set aside; its subject is the task. */
export const JOB_PARKED = 'job_parked';

/** Most parked jobs that are looked at; of more, the latest are. */
const MOST_LOOKED_AT = 1_000;

export interface ParkedWatchDependencies {
  readonly queue: Pick<Queue, 'parked'>;
  readonly database: Database;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Keeps the alerts about jobs that were set aside true, whoever set them aside: a worker after the last failure, or the
 * queue after the last of their workers died. One alert a task is open while it has such jobs.
 */
export class ParkedWatch {
  readonly #dependencies: ParkedWatchDependencies;
  /** The latest parked job of each task an alert is open about. */
  #known = new Map<string, string>();
  #count = 0;

  constructor(dependencies: ParkedWatchDependencies) {
    this.#dependencies = dependencies;
  }

  /** Parked jobs when it last looked. */
  get count(): number {
    return this.#count;
  }

  /** Raises the alert of a job that has just failed for the last time. */
  raise(job: { readonly id: string; readonly task: string; readonly attempts: number }): void {
    this.#known.set(job.task, job.id);
    this.#count += 1;
    this.#dependencies.alerts.raise({
      kind: JOB_PARKED,
      severity: 'warning',
      subject: job.task,
      message: `A ${job.task} job failed ${job.attempts} times and was set aside. GET /api/v1/admin/jobs lists it, the log says why; POST /api/v1/admin/jobs/parked/{id}/retry sends it again.`,
      details: { jobId: job.id },
    });
  }

  /** Looks at what is set aside. Never rejects. */
  async look(): Promise<void> {
    const { queue, database, alerts, clock, log } = this.#dependencies;
    try {
      const parked = await queue.parked(MOST_LOOKED_AT);
      await parkRuns(
        database,
        parked.map(({ jobId }) => jobId),
        clock.now(),
      );
      this.#count = parked.length;
      const latest = latestByTask(parked);
      for (const task of this.#known.keys()) {
        if (!latest.has(task)) {
          this.#known.delete(task);
          alerts.resolve([JOB_PARKED], task);
        }
      }
      for (const { task, jobId, attempts } of latest.values()) {
        if (this.#known.get(task) !== jobId) {
          this.raise({ id: jobId, task, attempts });
          this.#count = parked.length;
        }
      }
    } catch (error) {
      log.debug({ event: 'parked_jobs_not_read', err: error }, 'Parked jobs could not be looked at; later again');
    }
  }
}

function latestByTask(parked: readonly ParkedJob[]): Map<string, ParkedJob> {
  const latest = new Map<string, ParkedJob>();
  for (const job of parked) {
    const known = latest.get(job.task);
    if (known === undefined || known.parkedAt < job.parkedAt) latest.set(job.task, job);
  }
  return latest;
}
