import { randomUUID } from 'node:crypto';
import { FakeClock } from '@rapport/dev-env/fake-clock.ts';
import { onEachDatabase } from '@rapport/dev-env/on-each-database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Log } from '../runtime.ts';
import { latestRuns, parkRuns } from './job-runs.ts';
import { type ClaimedJob, QueueStopping } from './queue.ts';
import { createJobRunner } from './run-job.ts';
import { sweepTasks } from './sweeps.ts';
import { createTaskRegistry, defineTask, type Task, type TaskContext, type TaskReport } from './task.ts';

const WORDS = 'Ada said she is tired';

onEachDatabase('an attempt at a job', (databases) => {
  let database: Database;
  const clock = new FakeClock(new Date());
  const lines: { fields: Record<string, unknown>; message: string }[] = [];
  const write = (fields: Record<string, unknown>, message: string) => void lines.push({ fields, message });
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const parked: string[] = [];
  let act: (context: TaskContext) => Promise<TaskReport>;
  const task = defineTask({
    name: 'act',
    summary: 'Does what the test says',
    input: z.strictObject({ word: z.string() }),
    run: (context) => act(context),
  });

  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    lines.length = 0;
    parked.length = 0;
  });

  const runWith = (tasks: readonly Task[]) =>
    createJobRunner({
      tasks: createTaskRegistry(tasks),
      database,
      clock,
      log,
      onParked: ({ id }) => void parked.push(id),
    });
  const run = (job: ClaimedJob) => runWith([task as Task])(job);
  const job = (change: Partial<ClaimedJob> = {}): ClaimedJob => ({
    id: randomUUID(),
    task: 'act',
    input: { word: WORDS },
    attempt: 1,
    isLastAttempt: false,
    signal: new AbortController().signal,
    ...change,
  });
  const rowOf = async (id: string) => (await database.pool.query('select * from job_runs where id = $1', [id])).rows[0];

  it('that ends well leaves its report and how long it took', async () => {
    act = async () => ({ merged: 2 });
    const done = job();
    expect(await run(done)).toBe('done');
    expect(await rowOf(done.id)).toMatchObject({ outcome: 'completed', attempts: 1, report: { merged: 2 } });
    expect(lines.map(({ fields }) => fields.event)).toEqual(['job_completed']);
  });

  it('that fails is to be tried again, and its row says the kind of failure but not its words', async () => {
    act = async () => {
      throw Object.assign(new TypeError(WORDS), { code: '22P02' });
    };
    const failing = job();
    expect(await run(failing)).toBe('failed');
    const row = await rowOf(failing.id);
    expect(row).toMatchObject({ outcome: 'failed', report: { error: { name: 'TypeError', code: '22P02' } } });
    expect(JSON.stringify(row)).not.toContain('Ada');
    expect(parked).toEqual([]);
    act = async () => ({ done: true });
    expect(await run({ ...failing, attempt: 2 })).toBe('done');
    expect(await rowOf(failing.id)).toMatchObject({ outcome: 'completed', attempts: 2, report: { done: true } });
  });

  it.each([
    ['of a task that nobody knows', { task: 'unheard-of' }],
    ['with an input that is not the task’s', { input: { sentence: WORDS } }],
    ['with no input', { input: null }],
  ])('%s fails like any other', async (_what, change) => {
    const strange = job({ ...change, isLastAttempt: true });
    expect(await run(strange)).toBe('failed');
    expect(parked).toEqual([strange.id]);
  });

  it('that fails for the last time is said to be set aside', async () => {
    act = async () => {
      throw new Error(WORDS);
    };
    const last = job({ attempt: 5, isLastAttempt: true });
    expect(await run(last)).toBe('failed');
    expect(await rowOf(last.id)).toMatchObject({ outcome: 'parked', attempts: 5 });
    expect(parked).toEqual([last.id]);
  });

  it('that a stop interrupts returns, and one that lost its job fails', async () => {
    for (const [reason, disposition, outcome] of [
      [new QueueStopping(), 'returned', 'interrupted'],
      [new Error('Another worker has it'), 'failed', 'failed'],
    ] as const) {
      const stop = new AbortController();
      act = async ({ signal }) => {
        stop.abort(reason);
        signal.throwIfAborted();
        return {};
      };
      const interrupted = job({ signal: stop.signal });
      expect(await run(interrupted)).toBe(disposition);
      expect(await rowOf(interrupted.id)).toMatchObject({ outcome });
    }
  });

  describe('whose effects and end are one transaction', () => {
    const store = (receipt: string) => (context: TaskContext) =>
      context.commit(async (client) => {
        await client.query(
          "insert into erasures (receipt_id, subject_hash, stores, erased_at) values ($1, sha256('a'), '[]', now())",
          [receipt],
        );
        return { stored: 1 };
      });
    const stored = async (receipt: string) =>
      (await database.pool.query('select 1 from erasures where receipt_id = $1', [receipt])).rowCount;

    it('has both', async () => {
      const receipt = randomUUID();
      act = store(receipt);
      const once = job();
      expect(await run(once)).toBe('done');
      expect(await stored(receipt)).toBe(1);
      expect(await rowOf(once.id)).toMatchObject({ outcome: 'completed', report: { stored: 1 } });
    });

    it('has neither when it fails within', async () => {
      const receipt = randomUUID();
      act = (context) =>
        context.commit(async (client) => {
          await client.query(
            "insert into erasures (receipt_id, subject_hash, stores, erased_at) values ($1, sha256('a'), '[]', now())",
            [receipt],
          );
          throw new Error('Half-way');
        });
      expect(await run(job())).toBe('failed');
      expect(await stored(receipt)).toBe(0);
    });

    it('is not run again once it has them', async () => {
      act = store(randomUUID());
      const once = job();
      await run(once);
      act = async () => {
        throw new Error('It was run again');
      };
      expect(await run({ ...once, attempt: 2 })).toBe('done');
      expect(lines.map(({ fields }) => fields.event)).toContain('job_already_completed');
    });

    it('takes them back when another attempt has had them meanwhile', async () => {
      const [first, second] = [randomUUID(), randomUUID()];
      const slow = job();
      act = async (context) => {
        // A second worker got the job, for this one was silent, and is done first.
        act = store(first);
        await run({ ...slow, attempt: 2 });
        return store(second)(context);
      };
      expect(await run(slow)).toBe('done');
      expect([await stored(first), await stored(second)]).toEqual([1, 0]);
      expect(await rowOf(slow.id)).toMatchObject({ outcome: 'completed', attempts: 2 });
    });

    it('is done with them, whatever fails afterwards', async () => {
      const receipt = randomUUID();
      act = async (context) => {
        await store(receipt)(context);
        throw new Error('Afterwards');
      };
      const done = job({ isLastAttempt: true });
      expect(await run(done)).toBe('done');
      expect(await rowOf(done.id)).toMatchObject({ outcome: 'completed' });
      expect(parked).toEqual([]);
    });
  });

  it('shows the latest run of each task that has one', async () => {
    act = async () => ({ latest: true });
    clock.advance(1_000);
    const latest = job();
    await run(latest);
    expect(await latestRuns(database, ['act', 'never-run'])).toMatchObject([{ id: latest.id, task: 'act' }]);
  });

  it('whose worker died with it is noted as set aside when it is found there', async () => {
    const id = randomUUID();
    await database.pool.query("insert into job_runs (id, task, started_at, attempts) values ($1, 'act', now(), 3)", [
      id,
    ]);
    await parkRuns(database, [id], clock.now());
    expect(await rowOf(id)).toMatchObject({ outcome: 'parked', finished_at: expect.any(Date) });
  });

  describe('at sweeping', () => {
    const agesOf = async () => {
      await database.pool.query('delete from job_runs');
      await database.pool.query(
        `insert into job_runs (id, task, started_at, attempts, outcome)
         select gen_random_uuid(), 'old', now() - make_interval(days => age), 1, 'completed' from unnest(array[1, 89, 91, 400]) as age`,
      );
      return async () =>
        (
          await database.pool.query<{ age: number }>(
            "select extract(day from now() - started_at)::integer as age from job_runs where task = 'old' order by age",
          )
        ).rows.map(({ age }) => age);
    };
    const sweepRuns = () => runWith(sweepTasks({ database, clock }))(job({ task: 'sweep-job-runs', input: {} }));

    it('deletes what is past its time and nothing else', async () => {
      const ages = await agesOf();
      expect(await sweepRuns()).toBe('done');
      expect(await ages()).toEqual([1, 89]);
    });

    it('deletes nothing early because the clock jumped', async () => {
      const ages = await agesOf();
      clock.advance(400 * 86_400_000);
      expect(await sweepRuns()).toBe('done');
      expect(await ages()).toEqual([1, 89]);
      clock.advance(-800 * 86_400_000);
      const before = await agesOf();
      expect(await sweepRuns()).toBe('done');
      expect(await before()).toEqual([1, 89, 91, 400]);
      clock.advance(400 * 86_400_000);
    });

    it('goes on until everything old is gone, however much it is', async () => {
      await database.pool.query(
        `insert into users (id, name, email) values ('00000000-0000-7000-8000-00000000000a', 'Ada', 'ada@example.com')`,
      );
      await database.pool.query(
        `insert into idempotency_keys (user_id, key, operation, body_hash, response, created_at)
         select '00000000-0000-7000-8000-00000000000a', 'k' || n, 'o', sha256('a'), '{}', now() - make_interval(days => case when n > 10 then 31 else 29 end)
         from generate_series(1, 2510) as n`,
      );
      const sweep = job({ task: 'sweep-idempotency-keys', input: {} });
      expect(await runWith(sweepTasks({ database, clock }))(sweep)).toBe('done');
      expect(await rowOf(sweep.id)).toMatchObject({ report: { deleted: 2_500, keptDays: 30 } });
      expect((await database.pool.query('select 1 from idempotency_keys')).rowCount).toBe(10);
    });
  });
});
