import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Database } from '../database/database.ts';
import { type Alert, type Alerts, createAlerts } from './alerts.ts';

const refused: Alert = {
  kind: 'vendor_refused_key',
  severity: 'critical',
  subject: 'acme',
  message: 'acme refuses our key',
};

onEachDatabase('alerts', (databases) => {
  let database: Database;
  let alerts: Alerts;
  let nowMs = 0;
  let ids = 0;
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  beforeAll(async () => {
    database = await databases.migrated();
  });
  beforeEach(async () => {
    await database.pool.query('delete from system_alerts');
    vi.clearAllMocks();
    alerts = createAlerts({
      database,
      clock: { now: () => new Date(Date.UTC(2026, 10, 22) + nowMs), monotonicMs: () => nowMs },
      newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
      log,
    });
  });
  afterAll(() => database.close());
  const rows = async () =>
    (await database.pool.query('select kind, subject, occurrences, resolved, message from system_alerts order by id'))
      .rows;

  it('are stored and logged, an urgent one as an error', async () => {
    alerts.raise(refused);
    await vi.waitFor(async () =>
      expect(await rows()).toEqual([
        { kind: refused.kind, subject: 'acme', occurrences: 1, resolved: false, message: refused.message },
      ]),
    );
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({ event: 'alert', subject: 'acme' }),
      refused.message,
    );
  });

  it('are one row however often they come, counted', async () => {
    for (let time = 0; time < 1_000; time++) alerts.raise(refused);
    nowMs += 10_000;
    alerts.raise(refused);
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ occurrences: 1_001 }]));
    expect(log.error).toHaveBeenCalledTimes(2);
  });

  it('are new ones once the old ones are resolved', async () => {
    alerts.raise(refused);
    await vi.waitFor(async () => expect(await rows()).toHaveLength(1));
    alerts.resolve(['something_else', refused.kind], 'acme');
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ resolved: true }]));
    alerts.raise(refused);
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ resolved: true }, { resolved: false }]));
  });

  it('are stored in the order they came, whichever connection is faster', async () => {
    const query = database.pool.query.bind(database.pool);
    const slow = vi.spyOn(database.pool, 'query').mockImplementationOnce(async (...call: unknown[]) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return Reflect.apply(query, null, call);
    });
    alerts.raise(refused);
    alerts.resolve([refused.kind], 'acme');
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ resolved: true }]));
    slow.mockRestore();
  });

  it('never fail who raises them', async () => {
    const query = vi.spyOn(database.pool, 'query').mockImplementation(() => Promise.reject(new Error('away')));
    alerts.raise(refused);
    await vi.waitFor(() => expect(log.warn).toHaveBeenCalled());
    query.mockRestore();
    alerts.raise({ ...refused, subject: 'other' });
    await vi.waitFor(async () => expect(await rows()).toHaveLength(1));
  });
});
