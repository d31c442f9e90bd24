import { openPgBossQueue } from '@rapport/adapters/queues/pg-boss.ts';
import type { Alerts } from '@rapport/core/alerts/alerts.ts';
import { analyticsTasks } from '@rapport/core/analytics/analytics-tasks.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { readJobsReport } from '@rapport/core/jobs/jobs-report.ts';
import { ParkedWatch } from '@rapport/core/jobs/parked-jobs.ts';
import type { Queue, SentJob } from '@rapport/core/jobs/queue.ts';
import { createJobRunner } from '@rapport/core/jobs/run-job.ts';
import { checkSchedules, SCHEDULES } from '@rapport/core/jobs/schedules.ts';
import { sweepTasks } from '@rapport/core/jobs/sweeps.ts';
import { createTaskRegistry, type Task } from '@rapport/core/jobs/task.ts';
import { memoryTasks } from '@rapport/core/memory/hygiene.ts';
import type { MemoryVectors } from '@rapport/core/memory/vectors.ts';
import { sweepPhotosTask } from '@rapport/core/photos/sweep-photos.ts';
import type { Clock, Log } from '@rapport/core/runtime.ts';
import type { Health, JobsReport } from '@rapport/wire';
import type { AppConfig } from './config/config.ts';

export interface JobsDependencies {
  readonly role: AppConfig['role'];
  readonly database: Database;
  readonly alerts: Alerts;
  readonly clock: Clock;
  /** How memory is embedded and kept. */
  readonly memory: MemoryVectors;
  readonly log: Log;
  /** Tasks beside those of the product: for tests. */
  readonly furtherTasks?: readonly Task[];
}

/** Background work, wired: what to send jobs with, what operators see and do, and its start and end. */
export interface Jobs {
  readonly queue: Queue;
  readonly report: () => Promise<JobsReport>;
  /** Runs a task once, now; null when there is no such task or it wants an input. */
  readonly trigger: (task: string) => Promise<SentJob | null>;
  readonly retryParked: (id: string) => Promise<SentJob | null>;
  readonly health: () => Health['components']['jobs'];
  /** Jobs that were set aside, when it last looked. */
  readonly parkedCount: () => number;
  /** Looks at what was set aside, which it does by itself every minute. */
  readonly lookAtParked: () => Promise<void>;
  /** @param graceMs what jobs under way get to finish, before they return to the queue. */
  readonly close: (graceMs: number) => Promise<void>;
}

const PARKED_LOOK_MS = 60_000;

/**
 * Every task of the product, each with what it needs. A task is added here; when it runs by the clock, in core's
 * `jobs/schedules.ts` too.
 */
const productTasks = ({ database, clock, memory }: JobsDependencies): Task[] => [
  ...sweepTasks({ database, clock }),
  sweepPhotosTask({ database, clock }),
  ...analyticsTasks({ database, clock }),
  ...memoryTasks({ database, clock, vectors: memory }),
];

/** Opens the queue; unless this process only answers requests, runs its jobs and keeps its schedules. */
export async function openJobs(dependencies: JobsDependencies): Promise<Jobs> {
  const { role, database, alerts, clock, log } = dependencies;
  const tasks = createTaskRegistry([...productTasks(dependencies), ...(dependencies.furtherTasks ?? [])]);
  checkSchedules(SCHEDULES, tasks);
  const queue = await openPgBossQueue({ database, tasks, log, role: role === 'api' ? 'sender' : 'worker' });
  const watch = new ParkedWatch({ queue, database, alerts, clock, log });
  let timer: NodeJS.Timeout | undefined;
  if (role !== 'api') {
    await queue.schedule(SCHEDULES);
    await queue.work(createJobRunner({ tasks, database, clock, log, onParked: (job) => watch.raise(job) }));
    timer = setInterval(() => void watch.look(), PARKED_LOOK_MS).unref();
    // Not waited for: what was set aside before is no reason to start later.
    void watch.look();
  }
  return {
    queue,
    report: () => readJobsReport({ queue, tasks, schedules: SCHEDULES, database, clock }),
    async trigger(name) {
      const task = tasks.get(name);
      if (task === undefined || !task.input.safeParse({}).success) return null;
      return queue.send(task, {});
    },
    async retryParked(id) {
      const sent = await queue.retryParked(id);
      // The alert ends when its last job is gone.
      if (sent !== null) await watch.look();
      return sent;
    },
    health: () => healthOf(queue.state(), watch.count),
    parkedCount: () => watch.count,
    lookAtParked: () => watch.look(),
    async close(graceMs) {
      clearInterval(timer);
      await queue.stop(graceMs);
    },
  };
}

/** Of a process that takes jobs: whether it can, and whether one waits for an operator. */
function healthOf(workers: ReturnType<Queue['state']>, parked: number): Health['components']['jobs'] {
  if (workers === 'idle') return { state: 'disabled' };
  return { state: workers === 'stalled' ? 'unhealthy' : parked > 0 ? 'degraded' : 'healthy', parked };
}
