import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@rapport/core/database/database.ts';
import type { ClaimedJob, JobDisposition, Queue } from '@rapport/core/jobs/queue.ts';
import type { Schedule } from '@rapport/core/jobs/schedules.ts';
import { createTaskRegistry, defineTask, type Task } from '@rapport/core/jobs/task.ts';
import type { Log } from '@rapport/core/runtime.ts';
import { onEachDatabase } from '@rapport/dev-env/on-each-database.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { openPgBossQueue } from './pg-boss.ts';

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const chore = defineTask({
  name: 'chore',
  summary: 'Runs by the clock',
  input: z.strictObject({}),
  retryLimit: 1,
  retryDelaySeconds: 0,
  run: async () => ({}),
});
const tasks = createTaskRegistry([chore as Task]);
const daily: Schedule = { name: 'daily', task: 'chore', cron: '17 3 * * *', timeZone: 'UTC', why: 'A test' };

/** Waits until it holds; the test's own time limit is the end of patience. */
async function eventually<Value>(look: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    await delay(20);
  }
}

onEachDatabase('the queue by pg-boss', (databases) => {
  let database: Database;
  let queue: Queue;
  const taken: ClaimedJob[] = [];

  const open = async (role: 'sender' | 'worker' = 'worker') => {
    queue = await openPgBossQueue({ database, tasks, log: silent, role, isImpatient: true });
    return queue;
  };
  const work = (disposition: JobDisposition = 'done') =>
    queue.work(async (job) => {
      taken.push(job);
      return disposition;
    });
  const stateOf = async (id: string) =>
    (await database.pool.query<{ state: string }>("select state from pgboss.job where name = 'jobs' and id = $1", [id]))
      .rows[0]?.state;

  beforeEach(async () => {
    taken.length = 0;
    database = await databases.migrated();
  });
  afterEach(async () => {
    await queue.stop(0);
    await database.close();
  });

  it('makes its schema where there is none, and opens it where there is', async () => {
    await database.pool.query('drop schema pgboss cascade');
    for (const role of ['worker', 'sender'] as const) {
      await open(role);
      expect((await queue.send(chore, {})).isNew).toBe(true);
      await queue.stop(0);
    }
    await open('sender');
    expect(await queue.counts()).toEqual([
      { task: 'chore', waiting: 2, retrying: 0, running: 0, completed: 0, parked: 0 },
    ]);
    expect(queue.state()).toBe('idle');
  });

  it('is opened by several at once where there is no schema yet', async () => {
    await database.pool.query('drop schema pgboss cascade');
    const queues = await Promise.all(
      [1, 2, 3].map(() => openPgBossQueue({ database, tasks, log: silent, role: 'sender' })),
    );
    for (const each of queues) expect((await each.send(chore, {})).isNew).toBe(true);
    await Promise.all(queues.map((each) => each.stop(0)));
    await open('sender');
  });

  it('gives the job of a worker that fell silent to another, and parks it when that is its last attempt', async () => {
    await open('sender');
    const { id } = await queue.send(chore, {});
    await queue.stop(0);
    // As a worker leaves it that took the job and died two minutes ago.
    const die = () =>
      database.pool.query(
        `update pgboss.job set state = 'active', started_on = now() - interval '2 minutes', heartbeat_on = now() - interval '2 minutes' where id = $1`,
        [id],
      );
    await die();
    await open();
    await work();
    await eventually(
      () => stateOf(id),
      (state) => state === 'completed',
    );
    expect(taken.map(({ attempt, isLastAttempt }) => ({ attempt, isLastAttempt }))).toEqual([
      { attempt: 2, isLastAttempt: true },
    ]);

    await die();
    const [parked] = await eventually(
      () => queue.parked(10),
      (found) => found.length > 0,
    );
    expect(parked).toMatchObject({ task: 'chore', jobId: id, attempts: 2 });
    expect(await queue.parked(0)).toEqual([]);
  });

  it('tries a job as often as its task says, then parks it, and sends it anew with all its attempts', async () => {
    await open();
    await work('failed');
    const { id } = await queue.send(chore, {});
    const [parked] = await eventually(
      () => queue.parked(10),
      (found) => found.length > 0,
    );
    expect(taken.map(({ attempt }) => attempt)).toEqual([1, 2]);
    const again = await queue.retryParked(parked?.id ?? '');
    expect(again?.id).not.toBe(id);
    await eventually(
      () => queue.parked(10),
      (found) => found.length > 0 && found[0]?.jobId === again?.id,
    );
    expect(taken.map(({ attempt }) => attempt)).toEqual([1, 2, 1, 2]);
    expect(await queue.retryParked('00000000-0000-7000-8000-000000000000')).toBeNull();
  });

  it('catches a schedule up once, however often its time passed, and not at all for one that is new', async () => {
    await open();
    await queue.schedule([daily, { ...daily, name: 'new' }]);
    await queue.stop(0);
    await database.pool.query("update pgboss.schedule set created_on = now() - interval '9 days' where key = 'daily'");
    await database.pool.query("update pgboss.version set cron_on = now() - interval '8 days'");
    await open();
    await queue.schedule([daily, { ...daily, name: 'new' }]);
    await work();
    await eventually(
      async () => taken.length,
      (count) => count > 0,
    );
    // Two more passes of the clock that is looked at every second.
    const passes = async () =>
      (await database.pool.query<{ at: Date }>('select cron_on as at from pgboss.version')).rows[0]?.at.getTime() ?? 0;
    const before = await passes();
    await eventually(passes, (at) => at > before + 2_000);
    expect(taken.map(({ task, input }) => ({ task, input }))).toEqual([{ task: 'chore', input: {} }]);
  });

  it('takes schedules that are no longer there out', async () => {
    await open();
    await queue.schedule([daily, { ...daily, name: 'other' }]);
    await queue.schedule([{ ...daily, cron: '19 4 * * *' }]);
    const { rows } = await database.pool.query('select key, cron from pgboss.schedule');
    expect(rows).toEqual([{ key: 'daily', cron: '19 4 * * *' }]);
    const next = queue.nextRun({ ...daily, cron: '19 4 * * *' });
    expect(next?.toISOString()).toMatch(/T04:19:00\.000Z$/);
  });

  it('refuses a schedule of a task that is not there', async () => {
    await open();
    await expect(queue.schedule([{ ...daily, task: 'gone' }])).rejects.toThrow('gone');
  });

  it('goes on after a clock that ran a year ahead was set back', async () => {
    await open();
    const { id } = await queue.send(chore, {});
    await queue.stop(0);
    await database.pool.query("update pgboss.version set cron_on = now() + interval '1 year'");
    await database.pool.query(
      "update pgboss.queue set monitor_on = now() + interval '1 year', monitor_claim_on = now() + interval '1 year'",
    );
    await database.pool.query(
      `update pgboss.job set created_on = now() + interval '1 year', start_after = now() + interval '1 year' where id = $1`,
      [id],
    );
    await open();
    await work();
    await eventually(
      () => stateOf(id),
      (state) => state === 'completed',
    );
    const { rows } = await database.pool.query<{ late: number }>(
      `select count(*)::integer as late from pgboss.version, pgboss.queue
       where greatest(cron_on, monitor_on, monitor_claim_on) > now() + interval '1 minute'`,
    );
    expect(rows).toEqual([{ late: 0 }]);
  });

  it('leaves a job for later until its time', async () => {
    await open();
    await work();
    const later = await queue.send(chore, {}, { startAfter: new Date(Date.now() + 3_600_000) });
    const now = await queue.send(chore, {});
    await eventually(
      () => stateOf(now.id),
      (state) => state === 'completed',
    );
    expect(await stateOf(later.id)).toBe('created');
  });

  it('returns a job at a stop although its task does not listen', async () => {
    await open();
    const began = Promise.withResolvers<void>();
    const end = Promise.withResolvers<JobDisposition>();
    await queue.work(async () => {
      began.resolve();
      return end.promise;
    });
    const { id } = await queue.send(chore, {});
    await began.promise;
    await queue.stop(10);
    expect(await stateOf(id)).toBe('created');
    end.resolve('done');
    await open();
    await work();
    await eventually(
      () => stateOf(id),
      (state) => state === 'completed',
    );
    expect(taken.map(({ attempt }) => attempt)).toEqual([1]);
  });

  it('runs what somebody waits for while housekeeping takes its time', async () => {
    const urgent = defineTask({ ...chore, name: 'urgent', urgency: 'soon' });
    await open();
    const gate = Promise.withResolvers<void>();
    const ran: string[] = [];
    await queue.work(async ({ task }) => {
      if (task === 'chore') await gate.promise;
      ran.push(task);
      return 'done';
    });
    for (let count = 0; count < 6; count++) await queue.send(chore, {});
    const { id } = await queue.send(urgent, {});
    await eventually(
      () => stateOf(id),
      (state) => state === 'completed',
    );
    expect(ran).toEqual(['urgent']);
    gate.resolve();
  });
});
