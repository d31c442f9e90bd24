import type { JobsReport } from '@rapport/wire';
import type { Database } from '../database/database.ts';
import type { Clock } from '../runtime.ts';
import { type JobRun, latestRuns } from './job-runs.ts';
import type { Queue } from './queue.ts';
import type { Schedule } from './schedules.ts';
import type { TaskRegistry } from './task.ts';

export interface JobsReportDependencies {
  readonly queue: Queue;
  readonly tasks: TaskRegistry;
  readonly schedules: readonly Schedule[];
  readonly database: Database;
  readonly clock: Clock;
}

const MOST_PARKED = 100;
const NONE = { waiting: 0, retrying: 0, running: 0, completed: 0, parked: 0 } as const;

/** What operators see of background work: every task and schedule, and what waits, runs and was set aside. */
export async function readJobsReport(dependencies: JobsReportDependencies): Promise<JobsReport> {
  const { queue, tasks, schedules, database, clock } = dependencies;
  const counts = await queue.counts();
  const parked = await queue.parked(MOST_PARKED);
  const runs = new Map((await latestRuns(database, [...tasks.keys()])).map((run) => [run.task, shown(run)]));
  return {
    timestamp: clock.now().toISOString(),
    workers: queue.state(),
    tasks: [...tasks.values()].map(({ name, summary, retryLimit, expireInSeconds, input }) => {
      const { waiting, retrying, running, completed, parked } = counts.find(({ task }) => task === name) ?? NONE;
      return {
        name,
        summary,
        retryLimit,
        expireInSeconds,
        isRunnable: input.safeParse({}).success,
        jobs: { waiting, retrying, running, completed, parked },
        lastRun: runs.get(name) ?? null,
      };
    }),
    schedules: schedules.map((schedule) => ({
      ...schedule,
      lastRun: runs.get(schedule.task) ?? null,
      nextRunAt: queue.nextRun(schedule)?.toISOString() ?? null,
    })),
    parked: parked.map(({ createdAt, parkedAt, ...job }) => ({
      ...job,
      createdAt: createdAt.toISOString(),
      parkedAt: parkedAt.toISOString(),
    })),
  };
}

const shown = ({ id, startedAt, finishedAt, outcome, attempts, report }: JobRun) => ({
  id,
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
  outcome,
  attempts,
  report: report === null ? null : { ...report },
});
