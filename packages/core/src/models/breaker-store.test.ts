import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { type BreakerStore, createBreakerStore } from './breaker-store.ts';

const breaker = { model: 'acme/one', provider: 'acme' };
const failure = { cause: 'failed', error: 'failed HTTP 503 after 12 ms' };
const MINUTE = 60_000;

onEachDatabase('shared breakers', (databases) => {
  let database: Database;
  let store: BreakerStore;
  beforeAll(async () => {
    database = await databases.migrated();
    store = createBreakerStore(database);
  });
  beforeEach(() => database.pool.query('delete from circuit_breaker_states'));
  afterAll(() => database.close());

  const failTimes = async (times: number) => {
    for (let time = 0; time < times; time++) await store.countFailure(breaker, failure, 5, MINUTE);
  };
  const due = () => database.pool.query("update circuit_breaker_states set next_probe_at = now() - interval '1 ms'");

  it('open at the threshold, for as long as told, and not again while open', async () => {
    await failTimes(4);
    expect((await store.load())[0]).toMatchObject({ state: 'closed', failureCount: 4, cause: null });
    expect(await store.countFailure(breaker, failure, 5, MINUTE)).toMatchObject({
      state: 'open',
      failureCount: 5,
      cause: 'failed',
      lastError: failure.error,
      transitions: 1,
    });
    const [open] = await store.load();
    expect(open?.nextProbeInMs).toBeGreaterThan(MINUTE - 5_000);
    expect(open?.nextProbeInMs).toBeLessThanOrEqual(MINUTE);
    expect(await store.countFailure(breaker, failure, 5, 1_000_000)).toMatchObject({ failureCount: 6, transitions: 1 });
    expect((await store.load())[0]?.nextProbeInMs).toBeLessThanOrEqual(MINUTE);
  });

  it('count what fifty instances report at once', async () => {
    await Promise.all(Array.from({ length: 50 }, () => store.countFailure(breaker, failure, 50, MINUTE)));
    expect((await store.load())[0]).toMatchObject({ state: 'open', failureCount: 50, transitions: 1 });
  });

  it('give a trial to one of many who ask at once, and to another when its time is over', async () => {
    await failTimes(5);
    expect(await store.claimProbe(breaker, 15_000)).toBeNull();
    await due();
    const claims = await Promise.all(Array.from({ length: 20 }, () => store.claimProbe(breaker, 15_000)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    await due();
    expect(await store.claimProbe(breaker, 15_000)).toMatchObject({ state: 'half_open' });
  });

  it('give none of a breaker that is closed', async () => {
    await failTimes(1);
    expect(await store.claimProbe(breaker, 15_000)).toBeNull();
  });

  it('open again after a failed trial, unless someone has closed it meanwhile', async () => {
    await failTimes(5);
    await due();
    await store.claimProbe(breaker, 15_000);
    expect(await store.reopen(breaker, failure, MINUTE)).toMatchObject({ state: 'open', transitions: 3 });
    await due();
    await store.claimProbe(breaker, 15_000);
    await database.pool.query("UPDATE circuit_breaker_states SET state = 'closed', failure_count = 0;");
    expect(await store.reopen(breaker, failure, MINUTE)).toBeNull();
    expect((await store.load())[0]).toMatchObject({ state: 'closed', failureCount: 0, cause: null });
  });

  it('close, and forget what opened them', async () => {
    await failTimes(5);
    expect(await store.close(breaker)).toMatchObject({ state: 'closed', failureCount: 0, cause: null, transitions: 2 });
    expect(await store.close({ model: 'acme/unknown', provider: 'acme' })).toBeNull();
  });

  it('park a model that never failed, and free it for a trial at once when told', async () => {
    const parked = { cause: 'refused-key', error: 'refused-key HTTP 401' };
    expect(await store.park(breaker, parked, MINUTE)).toMatchObject({ state: 'open', cause: 'refused-key' });
    expect(await store.claimProbe(breaker, 15_000)).toBeNull();
    await store.park(breaker, parked, 0);
    expect(await store.claimProbe(breaker, 15_000)).toMatchObject({ state: 'half_open' });
    expect(await store.release(breaker)).toMatchObject({ state: 'open', nextProbeInMs: 0 });
  });

  it('give a trial of a breaker the database never heard of: it was away when it opened', async () => {
    expect(await store.claimProbe(breaker, 15_000)).toMatchObject({ state: 'half_open' });
  });

  describe("answer the operator's queries as they are written", () => {
    it('show the state', async () => {
      await failTimes(5);
      const { rows } = await database.pool.query('SELECT * FROM circuit_breaker_states;');
      expect(rows).toEqual([expect.objectContaining({ model: 'acme/one', state: 'open', failure_count: 5 })]);
    });
  });
});
