import { randomUUID } from 'node:crypto';
import { onEachDatabase } from '@rapport/dev-env';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Clock } from '../runtime.ts';
import type { Database } from './database.ts';
import { createOnce } from './idempotency.ts';

const clock: Clock = { now: () => new Date('2026-11-22T09:00:00Z'), monotonicMs: () => 0 };

onEachDatabase('a creation under an idempotency key', (databases) => {
  let database: Database;
  let userId: string;
  beforeAll(async () => {
    database = await databases.migrated();
    await database.pool.query('create table things (id uuid primary key, user_id uuid not null)');
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    userId = await newUser();
  });

  const newUser = async (): Promise<string> => {
    const id = randomUUID();
    await database.pool.query("insert into users (id, name, email) values ($1, 'Ada', $2)", [id, `${id}@example.com`]);
    return id;
  };
  const makeThing = async (client: PoolClient) => {
    const id = randomUUID();
    await client.query('insert into things values ($1, $2)', [id, userId]);
    return { id, nested: { list: [1, null, 'é 🌱'] } };
  };
  const request = (more: Partial<{ userId: string; key: string; operation: string; body: unknown }> = {}) => ({
    userId,
    key: 'key-1',
    operation: 'POST /things',
    body: { name: 'kite' },
    ...more,
  });
  const create = (given = request(), work: (client: PoolClient) => Promise<unknown> = makeThing) =>
    createOnce({ database, clock }, given, work);
  const things = async () => (await database.pool.query('select from things where user_id = $1', [userId])).rowCount;
  const keys = async () =>
    (await database.pool.query('select from idempotency_keys where user_id = $1', [userId])).rowCount;

  it('with the same key and body is replayed, the response equal', async () => {
    const first = await create();
    expect(first.kind).toBe('created');
    expect(await create()).toEqual({ ...first, kind: 'replayed' });
    expect(await things()).toBe(1);
  });

  it.each<readonly [string, Parameters<typeof request>[0]]>([
    ['another body', { body: { name: 'drum' } }],
    ['a body with a field more', { body: { name: 'kite', color: 'red' } }],
    ['no body', { body: undefined }],
    ['another operation', { operation: 'POST /others' }],
  ])('with the same key and %s is a conflict', async (_, more) => {
    await create();
    expect(await create(request(more))).toEqual({ kind: 'conflict' });
    expect(await things()).toBe(1);
  });

  it('with another key is another creation', async () => {
    await create();
    expect((await create(request({ key: 'key-2' }))).kind).toBe('created');
    expect(await things()).toBe(2);
  });

  it("with a key that someone else has used is the person's own", async () => {
    await create();
    const other = await newUser();
    expect((await create(request({ userId: other }))).kind).toBe('created');
  });

  it('that fails leaves neither key nor thing, and may be tried again', async () => {
    const failing = create(request(), async (client) => {
      await makeThing(client);
      throw new Error('no more paper');
    });
    await expect(failing).rejects.toThrow('no more paper');
    expect([await things(), await keys()]).toEqual([0, 0]);
    expect((await create()).kind).toBe('created');
  });

  it('twenty times at once happens once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => create()));
    expect(results.filter(({ kind }) => kind === 'created')).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'replayed')).toHaveLength(19);
    expect(new Set(results.map((result) => JSON.stringify('response' in result ? result.response : null))).size).toBe(
      1,
    );
    expect(await things()).toBe(1);
  });

  it('is done by the next in line when the first of those at once fails', async () => {
    let calls = 0;
    const failFirst = async (client: PoolClient) => {
      calls += 1;
      const thing = await makeThing(client);
      if (calls === 1) throw new Error('the first fails');
      return thing;
    };
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => create(request(), failFirst)));
    const kinds = results.map((result) => (result.status === 'fulfilled' ? result.value.kind : 'failed')).sort();
    expect(kinds).toEqual(['created', 'failed', 'replayed', 'replayed', 'replayed']);
    expect([await things(), calls]).toEqual([1, 2]);
  });

  // Nothing cuts off the embedded database but the end of its process: see embedded.test.ts of the adapters.
  if (databases.kind === 'postgresql') {
    it('cut off between claim and commit leaves neither key nor thing', async () => {
      const cutOff = create(request(), async (client) => {
        await makeThing(client);
        return client.query('select pg_terminate_backend(pg_backend_pid())');
      });
      await expect(cutOff).rejects.toThrow();
      expect([await things(), await keys()]).toEqual([0, 0]);
      expect((await create()).kind).toBe('created');
    });
  }
});
