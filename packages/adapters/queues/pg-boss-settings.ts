import type { Task } from '@rapport/core/jobs/task.ts';
import type { ConstructorOptions, SendOptions } from 'pg-boss';

/**
 * How long a worker that found nothing waits before it looks again, in seconds. A job sent by this process wakes a
 * worker at once; this is for jobs of other processes, for retries and for what becomes due. The embedded database has
 * no other process, and a look costs it some milliseconds of the one thread that answers people.
 */
export const POLL_SECONDS = { embedded: 5, postgresql: 2 } as const;
/** Jobs run at once, a process: some for what somebody waits for, the others for anything. */
export const WORKERS = { embedded: { soon: 1, any: 1 }, postgresql: { soon: 2, any: 2 } } as const;
export const PRIORITY = { soon: 1, whenever: 0 } as const;
/** A worker that has been silent for so long is dead: its job returns at the next look, at most a minute later. */
const HEARTBEAT_SECONDS = 60;
const LONGEST_RETRY_DELAY_SECONDS = 600;
const DAY_SECONDS = 86_400;
/** A job that ended is kept so long, and its key with it. */
const KEPT_SECONDS = 7 * DAY_SECONDS;
/** Nothing waits that long; it bounds a queue whose workers never came, and a parked job nobody looked at. */
const WAITS_AT_MOST_SECONDS = 90 * DAY_SECONDS;
export const QUEUE_SETTINGS = { retentionSeconds: WAITS_AT_MOST_SECONDS, deleteAfterSeconds: KEPT_SECONDS } as const;

/** The library's clocks: how often it looks whether something is due, late, over. What is not used here is slowed down. */
export const SETTINGS: ConstructorOptions = {
  schema: 'pgboss',
  cronMonitorIntervalSeconds: 30,
  cronWorkerIntervalSeconds: 30,
  superviseIntervalSeconds: 60,
  monitorIntervalSeconds: 60,
  flowIntervalSeconds: 3_600,
  bamIntervalSeconds: 3_600,
};

/** The shortest intervals the library takes. */
export const IMPATIENT: ConstructorOptions = {
  cronMonitorIntervalSeconds: 1,
  cronWorkerIntervalSeconds: 1,
  superviseIntervalSeconds: 1,
  monitorIntervalSeconds: 1,
};

/** What a task's limits are to the library; they travel with each job. */
export const limitsOf = (task: Task<never> | Task): SendOptions => ({
  priority: PRIORITY[task.urgency],
  retryLimit: task.retryLimit,
  retryDelay: task.retryDelaySeconds,
  // The library makes a delay of none one of a second when it doubles.
  ...(task.retryDelaySeconds === 0
    ? { retryBackoff: false }
    : { retryBackoff: true, retryDelayMax: LONGEST_RETRY_DELAY_SECONDS }),
  expireInSeconds: task.expireInSeconds,
  heartbeatSeconds: HEARTBEAT_SECONDS,
});
