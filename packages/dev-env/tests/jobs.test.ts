import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@rapport/core/database/database.ts';
import { inTransaction } from '@rapport/core/database/database.ts';
import { defineTask, type Task } from '@rapport/core/jobs/task.ts';
import type { Health, JobsReport, SentJobAnswer } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { createTestApp, onEachDatabase, openTestDatabase, type TestApp } from '../src/index.ts';

const OPERATOR = 'an-operator-token-of-tests-0123456789';
const nothing = z.strictObject({});

/** Waits until it holds; a test's own time limit is the end of patience. */
async function eventually<Value>(look: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    await delay(20);
  }
}

const runOf = async (database: Database, id: string) =>
  (
    await database.pool.query<{ outcome: string; attempts: number; report: unknown }>(
      'select outcome, attempts, report from job_runs where id = $1',
      [id],
    )
  ).rows[0];

const ended = (database: Database, id: string, outcome: string) =>
  eventually(
    () => runOf(database, id),
    (run) => run?.outcome === outcome,
  );

const readReport = async (app: TestApp): Promise<JobsReport> => {
  const response = await app.request('GET', '/api/v1/admin/jobs', { token: OPERATOR });
  expect(response.status).toBe(200);
  return response.json<JobsReport>();
};

onEachDatabase('background work', (databases) => {
  let database: Database;
  let app: TestApp;
  const calls: string[] = [];
  let failuresLeft = 0;

  const note = defineTask({
    name: 'note',
    summary: 'Notes what it was given',
    input: z.strictObject({ word: z.string(), userId: z.uuid().optional() }),
    retryDelaySeconds: 0,
    urgency: 'soon',
    run: async (_context, { word }) => {
      calls.push(word);
      return { length: word.length };
    },
  });
  const flaky = defineTask({
    name: 'flaky',
    summary: 'Fails as often as it is told',
    input: nothing,
    retryLimit: 2,
    retryDelaySeconds: 0,
    run: async ({ attempt }) => {
      calls.push(`flaky ${attempt}`);
      if (failuresLeft-- > 0) throw Object.assign(new TypeError('what Ada said'), { code: 'E_ADA' });
      return { attempt };
    },
  });
  const twice = defineTask({
    name: 'twice',
    summary: 'Stores something and then fails once',
    input: z.strictObject({ receipt: z.uuid() }),
    retryDelaySeconds: 0,
    run: async (context, { receipt }) => {
      calls.push(`twice ${context.attempt}`);
      await context.commit(async (client) => {
        await client.query(
          "insert into erasures (receipt_id, subject_hash, stores, erased_at) values ($1, sha256('a'), '[]', now())",
          [receipt],
        );
        return { stored: 1 };
      });
      throw new Error('After the effects');
    },
  });

  beforeAll(async () => {
    database = await databases.migrated();
    app = await createTestApp({
      database,
      environment: { OPERATOR_TOKEN: OPERATOR },
      overrides: { tasks: [note as Task, flaky as Task, twice as Task] },
    });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it('runs a job once and leaves its report', async () => {
    const { id, isNew } = await app.app.jobs.queue.send(note, { word: 'once' });
    expect(isNew).toBe(true);
    expect(await ended(database, id, 'completed')).toMatchObject({ attempts: 1, report: { length: 4 } });
    expect(calls.filter((word) => word === 'once')).toHaveLength(1);
  });

  it('runs jobs of one key once, sent twice, while it waits and after it ended', async () => {
    const sent = await Promise.all([1, 2, 3].map(() => app.app.jobs.queue.send(note, { word: 'keyed' }, { key: 'k' })));
    const [first] = sent;
    if (first === undefined) throw new Error('Nothing was sent');
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
    await ended(database, first.id, 'completed');
    expect(await app.app.jobs.queue.send(note, { word: 'keyed' }, { key: 'k' })).toEqual({
      id: first.id,
      isNew: false,
    });
    const other = await app.app.jobs.queue.send(note, { word: 'another key' }, { key: 'l' });
    await ended(database, other.id, 'completed');
    expect(calls.filter((word) => word === 'keyed')).toHaveLength(1);
  });

  it('sends a job with the transaction it belongs to, or not at all', async () => {
    const kept = await inTransaction(database.pool, (client) =>
      app.app.jobs.queue.send(note, { word: 'committed' }, { executor: client }),
    );
    await expect(
      inTransaction(database.pool, async (client) => {
        await app.app.jobs.queue.send(note, { word: 'rolled back' }, { executor: client });
        throw new Error('The turn failed');
      }),
    ).rejects.toThrow('The turn failed');
    await ended(database, kept.id, 'completed');
    const later = await app.app.jobs.queue.send(note, { word: 'later' });
    await ended(database, later.id, 'completed');
    expect(calls).toContain('committed');
    expect(calls).not.toContain('rolled back');
  });

  it('refuses what can not be stored before the transaction is touched', async () => {
    await inTransaction(database.pool, async (client) => {
      for (const word of ['\0', '\ud800', 'x'.repeat(9_000)]) {
        await expect(app.app.jobs.queue.send(note, { word }, { executor: client })).rejects.toThrow(RangeError);
      }
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });
  });

  it('tries a job again after it failed, and keeps no words of the failure', async () => {
    failuresLeft = 1;
    const { id } = await app.app.jobs.queue.send(flaky, {});
    expect(await ended(database, id, 'completed')).toMatchObject({ attempts: 2, report: { attempt: 2 } });
    const { rows } = await database.pool.query('select * from pgboss.job where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain('Ada');
  });

  it('sets a job aside after its last attempt, alerts, and takes it up again when told', async () => {
    failuresLeft = 3;
    const { id } = await app.app.jobs.queue.send(flaky, {});
    expect(await ended(database, id, 'parked')).toMatchObject({
      attempts: 3,
      report: { error: { name: 'TypeError', code: 'E_ADA' } },
    });
    const report = await eventually(
      () => readReport(app),
      ({ tasks }) => tasks.some(({ jobs }) => jobs.parked > 0),
    );
    expect(report.parked).toMatchObject([{ task: 'flaky', jobId: id, attempts: 3 }]);
    expect(report.tasks.find(({ name }) => name === 'flaky')?.jobs).toMatchObject({
      parked: 1,
      retrying: 0,
      waiting: 0,
    });
    const alert = await eventually(
      async () => (await database.pool.query("select * from system_alerts where kind = 'job_parked'")).rows[0],
      (row) => row !== undefined,
    );
    expect(alert).toMatchObject({ subject: 'flaky', severity: 'warning', resolved: false });
    await app.app.jobs.lookAtParked();
    expect((await app.request('GET', '/health')).json<Health>().components.jobs).toMatchObject({ parked: 1 });

    const [parked] = report.parked;
    const path = `/api/v1/admin/jobs/parked/${parked?.id}/retry`;
    const answer = await app.request('POST', path, { token: OPERATOR });
    expect(answer.status).toBe(202);
    await ended(database, answer.json<SentJobAnswer>().jobId, 'completed');
    expect((await readReport(app)).parked).toEqual([]);
    await eventually(
      async () =>
        (await database.pool.query("select 1 from system_alerts where kind = 'job_parked' and resolved")).rowCount,
      (count) => count === 1,
    );
    expect((await app.request('POST', path, { token: OPERATOR })).status).toBe(404);
  });

  it('does the effects once, although the job fails after them and is run again', async () => {
    const receipt = randomUUID();
    const { id } = await app.app.jobs.queue.send(twice, { receipt }, { key: receipt });
    expect(await ended(database, id, 'completed')).toMatchObject({ report: { stored: 1 } });
    // As when the worker died before it could say that the job was done.
    await eventually(
      () =>
        database.pool.query(
          "update pgboss.job set state = 'retry', started_on = now(), completed_on = null where id = $1 and state = 'completed'",
          [id],
        ),
      ({ rowCount }) => rowCount === 1,
    );
    await eventually(
      () =>
        database.pool.query<{ retry_count: number }>(
          "select retry_count from pgboss.job where id = $1 and state = 'completed'",
          [id],
        ),
      ({ rows }) => rows[0]?.retry_count === 1,
    );
    expect(calls.filter((call) => call.startsWith('twice'))).toEqual(['twice 1']);
  });

  it('forgets every job about a person', async () => {
    const userId = randomUUID();
    const startAfter = new Date(Date.now() + 3_600_000);
    await app.app.jobs.queue.send(note, { word: 'hers', userId }, { startAfter });
    await app.app.jobs.queue.send(note, { word: 'not hers', userId: randomUUID() }, { startAfter });
    expect(await app.app.jobs.queue.forget(userId)).toBe(1);
    expect(await app.app.jobs.queue.forget(userId)).toBe(0);
  });

  it('shows operators every task and schedule, and runs a task when they say so', async () => {
    const before = await readReport(app);
    expect(before.workers).toBe('working');
    const schedule = before.schedules.find(({ name }) => name === 'sweep-job-runs');
    expect(schedule?.why).toMatch(/\w+ \w+/);
    expect(new Date(schedule?.nextRunAt ?? 0).getTime()).toBeGreaterThan(Date.now());

    const old = randomUUID();
    await database.pool.query(
      `insert into job_runs (id, task, started_at, finished_at, outcome, attempts) values
         ($1, 'note', now() - interval '91 days', now() - interval '91 days', 'completed', 1)`,
      [old],
    );
    const answer = await app.request('POST', '/api/v1/admin/jobs/sweep-job-runs/run', { token: OPERATOR });
    expect(answer.status).toBe(202);
    const { jobId } = answer.json<SentJobAnswer>();
    expect(await ended(database, jobId, 'completed')).toMatchObject({ report: { deleted: 1, keptDays: 90 } });
    expect(await runOf(database, old)).toBeUndefined();
    const after = await readReport(app);
    expect(after.tasks.find(({ name }) => name === 'sweep-job-runs')?.lastRun).toMatchObject({
      id: jobId,
      outcome: 'completed',
      report: { deleted: 1 },
    });
  });

  it.each([
    ['a task that is not there', 'nothing-like-it'],
    ['a task that wants an input', 'note'],
  ])('runs not %s', async (_what, task) => {
    const answer = await app.request('POST', `/api/v1/admin/jobs/${task}/run`, { token: OPERATOR });
    expect(answer.status).toBe(404);
  });

  it('is closed to everybody else', async () => {
    const person = await app.guest();
    for (const [method, path] of [
      ['GET', '/api/v1/admin/jobs'],
      ['POST', '/api/v1/admin/jobs/sweep-job-runs/run'],
      ['POST', `/api/v1/admin/jobs/parked/${randomUUID()}/retry`],
    ] as const) {
      expect((await person.request(method, path)).status).toBe(403);
      expect((await app.request(method, path)).status).toBe(401);
    }
  });

  it('says of itself on /health that it works', async () => {
    const { components } = (await app.request('GET', '/health')).json<Health>();
    expect(components.jobs).toEqual({ state: 'healthy', parked: 0 });
  });
});

onEachDatabase('a stop in the middle of a job', (databases) => {
  it('returns it to the queue without using up an attempt, and the next start runs it', async () => {
    const database = await databases.migrated();
    const began = Promise.withResolvers<void>();
    const attempts: number[] = [];
    const slow = defineTask({
      name: 'slow',
      summary: 'Takes for ever the first time',
      input: nothing,
      run: async ({ signal, attempt }) => {
        attempts.push(attempt);
        if (attempts.length > 1) return { done: true };
        began.resolve();
        await delay(600_000, undefined, { signal });
        return {};
      },
    });
    const start = () =>
      createTestApp({
        database,
        ownsDatabase: false,
        environment: { SHUTDOWN_GRACE_MS: '1000' },
        overrides: { tasks: [slow as Task] },
      });
    try {
      const first = await start();
      const { id } = await first.app.jobs.queue.send(slow, {});
      await began.promise;
      await first[Symbol.asyncDispose]();
      expect(await runOf(database, id)).toMatchObject({ outcome: 'interrupted', attempts: 1 });
      await using _second = await start();
      expect(await ended(database, id, 'completed')).toMatchObject({ attempts: 1, report: { done: true } });
      expect(attempts).toEqual([1, 1]);
    } finally {
      await database.close();
    }
  });

  it('lets a job finish that finishes in time', async () => {
    const database = await databases.migrated();
    const began = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const brief = defineTask({
      name: 'brief',
      summary: 'Finishes when told',
      input: nothing,
      run: async () => {
        began.resolve();
        await finish.promise;
        return { done: true };
      },
    });
    try {
      const app = await createTestApp({ database, ownsDatabase: false, overrides: { tasks: [brief as Task] } });
      const { id } = await app.app.jobs.queue.send(brief, {});
      await began.promise;
      const stopped = app[Symbol.asyncDispose]();
      finish.resolve();
      await stopped;
      expect(await runOf(database, id)).toMatchObject({ outcome: 'completed' });
      const { rows } = await database.pool.query('select state from pgboss.job where id = $1', [id]);
      expect(rows).toEqual([{ state: 'completed' }]);
    } finally {
      await database.close();
    }
  });
});

describe.runIf(inject('services').postgresql !== null)('processes that share a database', () => {
  it('share its jobs: each is run once, by whoever is free, and ROLE says who', async () => {
    const database = await openTestDatabase('postgresql', inject('templates'));
    const ran: string[] = [];
    // Whoever comes first holds what it took until the other has come: on a busy machine one could do it all.
    const both = Promise.withResolvers<void>();
    const count = (where: string) =>
      defineTask({
        name: 'count',
        summary: 'Counts',
        input: z.strictObject({ number: z.number() }),
        run: async (_context, { number }) => {
          ran.push(`${where} ${number}`);
          if (new Set(ran.map((entry) => entry.split(' ')[0])).size === 2) both.resolve();
          await both.promise;
          return {};
        },
      });
    const start = (role: string) =>
      createTestApp({
        database,
        ownsDatabase: false,
        // The database is given; the address only says that it is no embedded one.
        environment: { ROLE: role, OPERATOR_TOKEN: OPERATOR, DATABASE_URL: 'postgresql://127.0.0.1/given' },
        overrides: { tasks: [count(role) as Task] },
      });
    try {
      await using api = await start('api');
      await using all = await start('all');
      await using worker = await start('worker');
      const task = count('sent');
      const sent = await Promise.all(
        Array.from({ length: 60 }, (_, number) =>
          (number % 2 === 0 ? api : all).app.jobs.queue.send(task as Task, { number }),
        ),
      );
      await eventually(
        async () =>
          (await database.pool.query("select 1 from job_runs where outcome = 'completed' and task = 'count'")).rowCount,
        (done) => done === sent.length,
      );
      expect(ran.map((entry) => entry.split(' ')[1]).sort()).toEqual(sent.map((_, number) => String(number)).sort());
      expect(new Set(ran.map((entry) => entry.split(' ')[0]))).toEqual(new Set(['all', 'worker']));

      expect((await api.request('GET', '/health')).json<Health>().components.jobs).toEqual({ state: 'disabled' });
      expect((await worker.request('GET', '/health')).json<Health>().components.jobs.state).toBe('healthy');
      expect((await worker.request('GET', '/healthz')).status).toBe(200);
      expect((await worker.request('POST', '/api/v1/auth/guest', { body: {} })).status).toBe(404);
      expect((await worker.request('GET', '/api/v1/admin/jobs', { token: OPERATOR })).status).toBe(404);
    } finally {
      await database.close();
    }
  });
});
