import { setTimeout as delay } from 'node:timers/promises';
import { type Database, inTransaction } from '@rapport/core/database/database.ts';
import { prepareJob, type StoredJob } from '@rapport/core/jobs/prepare-job.ts';
import {
  type ClaimedJob,
  type JobDisposition,
  type Queue,
  QueueStopping,
  type SendOptions,
  type SentJob,
} from '@rapport/core/jobs/queue.ts';
import type { Schedule } from '@rapport/core/jobs/schedules.ts';
import type { Task, TaskRegistry } from '@rapport/core/jobs/task.ts';
import type { Log } from '@rapport/core/runtime.ts';
import type { ClientBase } from 'pg';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import { executorOf, poolExecutor } from './pg-boss-executor.ts';
import { IMPATIENT, limitsOf, POLL_SECONDS, PRIORITY, QUEUE_SETTINGS, SETTINGS, WORKERS } from './pg-boss-settings.ts';
import {
  COUNTS,
  FORGET,
  FORGET_FUTURE,
  JOBS,
  PARKED,
  type ParkedRow,
  PARKED_JOBS,
  RETURN,
  TAKE_PARKED,
} from './pg-boss-statements.ts';

export interface PgBossQueueOptions {
  readonly database: Database;
  readonly tasks: TaskRegistry;
  readonly log: Log;
  /** `sender` leaves work for others: it neither takes jobs nor looks after the queue. */
  readonly role: 'sender' | 'worker';
  /** Looks for due, late and dead jobs every second instead of every half a minute and minute: for tests. */
  readonly isImpatient?: boolean;
}

/** Workers that could not look for jobs for so long are stalled. A database that restarts is back sooner. */
const STALLED_AFTER_MS = 60_000;
/** The caller's transaction has to commit before its job can be seen. */
const WAKE_AFTER_COMMIT_MS = 100;
/** What a job that was told to stop gets to do so. */
const ABORTED_GRACE_MS = 1_000;
const ERRORS_APART_MS = 60_000;
const CLOCK_CHECK_MS = 60_000;

interface Worker {
  readonly id: string;
  readonly takes: 'soon' | 'any';
  isBusy: boolean;
}

/** The reason of a failed attempt is in the log and the report row: the queue keeps no words. */
class AttemptFailed extends Error {
  override readonly name = 'AttemptFailed';
  override readonly stack = '';
}

/**
 * Jobs in the product's own database by pg-boss, on PostgreSQL and the embedded one alike. It makes and upgrades its
 * schema `pgboss` here, under a lock of its own.
 */
export async function openPgBossQueue(options: PgBossQueueOptions): Promise<Queue> {
  const { database } = options;
  const boss = new PgBoss({
    ...SETTINGS,
    ...(options.isImpatient === true ? IMPATIENT : {}),
    db: poolExecutor(database),
    backend: backendOf(database),
    schedule: options.role === 'worker',
    supervise: options.role === 'worker',
    // Rebuilding indexes and watching vacuum are for databases that many write to.
    reindex: database.kind === 'postgresql',
    monitorVacuum: database.kind === 'postgresql',
  });
  const queue = new PgBossQueue(boss, options);
  await boss.start();
  await createQueues(boss);
  return queue;
}

/** Makes or upgrades the library's schema and leaves it at that, so that what opens this database next finds it there. */
export async function installPgBoss(database: Database): Promise<void> {
  const boss = new PgBoss({
    ...SETTINGS,
    db: poolExecutor(database),
    backend: backendOf(database),
    schedule: false,
    supervise: false,
  });
  await boss.start();
  await createQueues(boss);
  await boss.stop({ graceful: false, close: false });
}

const backendOf = ({ kind }: Database) => (kind === 'embedded' ? 'pglite' : 'postgres');

async function createQueues(boss: PgBoss): Promise<void> {
  const known = new Map((await boss.getQueues([JOBS, PARKED])).map((queue) => [queue.name, queue]));
  for (const [name, settings] of [
    [PARKED, QUEUE_SETTINGS],
    [JOBS, { ...QUEUE_SETTINGS, deadLetter: PARKED }],
  ] as const) {
    const queue = known.get(name);
    if (queue === undefined) await boss.createQueue(name, settings);
    else if (Object.entries(settings).some(([key, value]) => Reflect.get(queue, key) !== value)) {
      await boss.updateQueue(name, settings);
    }
    // Has it know the queue from now on: inside a caller's transaction there may be no second connection to ask by.
    await boss.findJobs(name, { id: '00000000-0000-0000-0000-000000000000' });
  }
}

class PgBossQueue implements Queue {
  readonly #boss: PgBoss;
  readonly #options: PgBossQueueOptions;
  readonly #stopping = new AbortController();
  readonly #running = new Set<string>();
  #workers: Worker[] = [];
  #workingSinceMs: number | null = null;
  #lastErrorMs = Number.NEGATIVE_INFINITY;
  #clockCheck: NodeJS.Timeout | undefined;

  constructor(boss: PgBoss, options: PgBossQueueOptions) {
    this.#boss = boss;
    this.#options = options;
    boss.on('error', (error) => this.#noteError(error));
    boss.on('warning', ({ message }) => options.log.warn({ event: 'queue_warning' }, message));
  }

  async send<Input>(task: Task<Input>, input: Input, options: SendOptions = {}): Promise<SentJob> {
    const { id, data } = prepareJob(task, input, options.key);
    const sent = await this.#boss.send(JOBS, data, {
      ...limitsOf(task),
      ...(id === null ? {} : { id }),
      ...(options.startAfter === undefined ? {} : { startAfter: options.startAfter }),
      ...(options.executor === undefined ? {} : { db: executorOf(options.executor) }),
    });
    if (sent === null) {
      if (id === null) throw new Error(`The queue did not take a ${task.name} job`);
      return { id, isNew: false };
    }
    if (options.executor === undefined) this.#wake(task.urgency);
    else setTimeout(() => this.#wake(task.urgency), WAKE_AFTER_COMMIT_MS).unref();
    return { id: sent, isNew: true };
  }

  async work(handle: (job: ClaimedJob) => Promise<JobDisposition>): Promise<void> {
    const { kind } = this.#options.database;
    this.#workingSinceMs = performance.now();
    await this.#forgetFuture();
    this.#clockCheck = setInterval(() => void this.#forgetFuture(), CLOCK_CHECK_MS).unref();
    for (const takes of ['soon', 'any'] as const) {
      for (let count = 0; count < WORKERS[kind][takes]; count++) await this.#startWorker(takes, handle);
    }
  }

  async #startWorker(takes: Worker['takes'], handle: (job: ClaimedJob) => Promise<JobDisposition>): Promise<void> {
    let worker: Worker | null = null;
    const id = await this.#boss.work(
      JOBS,
      {
        includeMetadata: true,
        batchSize: 1,
        pollingIntervalSeconds: POLL_SECONDS[this.#options.database.kind],
        minPriority: takes === 'soon' ? PRIORITY.soon : PRIORITY.whenever,
      },
      async ([job]: JobWithMetadata<StoredJob>[]) => {
        if (job === undefined) return;
        if (worker !== null) worker.isBusy = true;
        try {
          await this.#run(job, handle);
        } finally {
          if (worker !== null) {
            worker.isBusy = false;
            // There may be more where this came from: look again at once.
            this.#boss.notifyWorker(worker.id);
          }
        }
      },
    );
    worker = { id, takes, isBusy: false };
    this.#workers.push(worker);
  }

  async #run(job: JobWithMetadata<StoredJob>, handle: (job: ClaimedJob) => Promise<JobDisposition>): Promise<void> {
    this.#running.add(job.id);
    try {
      const disposition = await handle({
        id: job.id,
        task: job.data.task,
        input: job.data.input,
        attempt: job.retryCount + 1,
        isLastAttempt: job.retryCount >= job.retryLimit,
        signal: AbortSignal.any([job.signal, this.#stopping.signal]),
      });
      if (disposition === 'returned') await this.#return([job.id]);
      if (disposition === 'failed') throw new AttemptFailed();
    } finally {
      this.#running.delete(job.id);
    }
  }

  async schedule(schedules: readonly Schedule[]): Promise<void> {
    for (const { name, task, cron, timeZone } of schedules) {
      const known = this.#options.tasks.get(task);
      if (known === undefined) throw new RangeError(`The schedule ${name} runs a task that is not there: ${task}`);
      const { data } = prepareJob(known, {});
      await this.#boss.schedule(JOBS, cron, data, { ...limitsOf(known), key: name, tz: timeZone, missed: 'once' });
    }
    const names = new Set(schedules.map(({ name }) => name));
    for (const { key } of await this.#boss.getSchedules(JOBS)) {
      if (!names.has(key)) await this.#boss.unschedule(JOBS, key);
    }
  }

  nextRun({ cron, timeZone }: Schedule): Date | null {
    return this.#boss.previewSchedule(cron, { tz: timeZone, count: 1 })[0] ?? null;
  }

  async counts() {
    return (await this.#options.database.pool.query(COUNTS)).rows;
  }

  async parked(limit: number) {
    return (await this.#options.database.pool.query<ParkedRow>(PARKED_JOBS, [limit])).rows;
  }

  async retryParked(id: string): Promise<SentJob | null> {
    return inTransaction(this.#options.database.pool, async (client) => {
      const { rows } = await client.query<{ data: StoredJob }>(TAKE_PARKED, [id, [...this.#options.tasks.keys()]]);
      const [taken] = rows;
      const task = taken === undefined ? undefined : this.#options.tasks.get(taken.data.task);
      if (taken === undefined || task === undefined) return null;
      const sent = await this.#boss.send(JOBS, taken.data, { ...limitsOf(task), db: executorOf(client) });
      if (sent === null) throw new Error(`The queue did not take a ${task.name} job`);
      setTimeout(() => this.#wake(task.urgency), WAKE_AFTER_COMMIT_MS).unref();
      return { id: sent, isNew: true };
    });
  }

  async forget(userId: string, executor?: ClientBase): Promise<number> {
    return (await (executor ?? this.#options.database.pool).query(FORGET, [userId])).rowCount ?? 0;
  }

  state() {
    if (this.#workingSinceMs === null) return 'idle';
    const nowMs = Date.now();
    const isAlive = this.#boss
      .getWipData()
      .some(({ count, lastFetchedOn }) => count > 0 || (lastFetchedOn ?? 0) > nowMs - STALLED_AFTER_MS);
    return isAlive || performance.now() - this.#workingSinceMs < STALLED_AFTER_MS ? 'working' : 'stalled';
  }

  async stop(graceMs: number): Promise<void> {
    clearInterval(this.#clockCheck);
    const drained = this.#boss.offWork(JOBS, { wait: true });
    await within(drained, graceMs);
    this.#stopping.abort(new QueueStopping());
    await within(drained, ABORTED_GRACE_MS);
    // What is still running belongs to whoever runs next; what it may yet do here ends with the process.
    await this.#return([...this.#running]);
    await this.#boss.stop({ graceful: false, close: false });
  }

  /** Back to the queue as if never taken: a stop uses up no attempt. */
  async #return(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#options.database.pool.query(RETURN, [ids]).catch((error: unknown) => this.#noteError(error));
  }

  #wake(urgency: Task['urgency']): void {
    const free = this.#workers.filter(({ isBusy }) => !isBusy);
    const worker = free.find(({ takes }) => (urgency === 'soon' ? takes === 'soon' : takes === 'any')) ?? free[0];
    if (worker !== undefined) this.#boss.notifyWorker(worker.id);
  }

  async #forgetFuture(): Promise<void> {
    try {
      for (const statement of FORGET_FUTURE) await this.#options.database.pool.query(statement);
    } catch (error) {
      this.#noteError(error);
    }
  }

  /** Every worker fails at every look while the database is away: one line a minute says it. */
  #noteError(error: unknown): void {
    const nowMs = performance.now();
    if (nowMs - this.#lastErrorMs < ERRORS_APART_MS) return;
    this.#lastErrorMs = nowMs;
    this.#options.log.warn({ event: 'queue_error', err: asError(error) }, 'The job queue could not reach its jobs');
  }
}

/** The library hands on some errors as plain objects. */
function asError(error: unknown): Error {
  if (error instanceof Error) return error;
  const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : error;
  return new Error(String(message));
}

/** Waits for work, but no longer than this. */
async function within(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const timer = new AbortController();
  try {
    await Promise.race([work, delay(milliseconds, undefined, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}
