import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Alert } from '../alerts/alerts.ts';
import type { Database } from '../database/database.ts';
import { type Budgets, Spending, startOfDay } from './spending.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;

it.each([
  ['2026-11-22T00:00:00.000Z', '2026-11-22T00:00:00.000Z'],
  ['2026-11-22T23:59:59.999Z', '2026-11-22T00:00:00.000Z'],
  ['2026-03-01T05:00:00.000Z', '2026-03-01T00:00:00.000Z'],
])('the day of %s began at %s', (now, start) => expect(startOfDay(new Date(now)).toISOString()).toBe(start));

onEachDatabase('the budgets of a day', (databases) => {
  let database: Database;
  let nowMs = NOON;
  let ids = 0;
  const raised: Alert[] = [];
  const resolved: string[] = [];
  beforeAll(async () => {
    database = await databases.migrated();
  });
  beforeEach(async () => {
    nowMs = NOON;
    raised.length = 0;
    resolved.length = 0;
    await database.pool.query('delete from model_attempts');
  });
  afterAll(() => database.close());

  const open = async (budgets: Partial<Budgets>) => {
    const spending = new Spending(
      { brandPerDay: null, personPerDay: null, ...budgets },
      {
        database,
        brands: ['acme', 'zeta'],
        alerts: {
          raise: (alert) => void raised.push(alert),
          resolve: ([kind], subject) => void resolved.push(`${kind} ${subject}`),
        },
        clock: { now: () => new Date(nowMs), monotonicMs: () => nowMs },
        log: { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() },
      },
    );
    await spending.start();
    return spending;
  };
  const paid = (brand: string, microUsd: number | null, at: number) =>
    database.pool.query(
      `insert into model_attempts (id, assistant, brand, attempt, model, provider, outcome, total_ms, started_at, cost_micro_usd)
       values ($1, 'robin', $2, 1, 'acme/one', 'acme', 'completed', 1, $3, $4)`,
      [`00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`, brand, new Date(at), microUsd],
    );

  it('hold nobody where there are none', async () => {
    const spending = await open({});
    spending.add('acme', 1e12);
    expect(spending.spentBudget('acme', 1e12)).toBeNull();
    await spending.close();
  });

  it("sum up the ledger's day, brand by brand, and tell an operator", async () => {
    await paid('acme', 600, NOON - 1);
    await paid('acme', 400, NOON - DAY_MS / 2);
    await paid('zeta', 999, NOON);
    await paid('zeta', 500, NOON - DAY_MS);
    await paid('zeta', null, NOON);
    const spending = await open({ brandPerDay: 1_000 });
    expect([spending.spentBudget('acme', 0), spending.spentBudget('zeta', 0)]).toEqual(['brand', null]);
    expect(raised).toMatchObject([{ kind: 'budget_spent', subject: 'acme' }]);
    await spending.close();
  });

  it('count at once what this process spends, and begin anew at midnight UTC', async () => {
    const spending = await open({ brandPerDay: 1_000 });
    spending.add('acme', 999);
    expect(spending.spentBudget('acme', 0)).toBeNull();
    spending.add('acme', 1);
    expect(spending.spentBudget('acme', 0)).toBe('brand');
    nowMs = NOON + DAY_MS / 2;
    expect(spending.spentBudget('acme', 0)).toBeNull();
    await spending.close();
  });

  it('tell an operator when they are well again: at midnight, and when an earlier run left them spent', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await paid('acme', 1_000, NOON);
      const spending = await open({ brandPerDay: 1_000 });
      spending.spentBudget('acme', 0);
      expect(resolved).toEqual(['budget_spent zeta']);
      nowMs = NOON + DAY_MS / 2;
      vi.advanceTimersByTime(5_000);
      await spending.close();
      expect(resolved).toEqual(['budget_spent zeta', 'budget_spent acme']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('leave no alert open where there are none any more', async () => {
    await (await open({})).close();
    expect(resolved).toEqual(['budget_spent acme', 'budget_spent zeta']);
  });

  describe("a person's", () => {
    it.each([
      [999, null],
      [1_000, 'person'],
    ] as const)('%i of 1000 millionths → %s', async (spent, budget) => {
      const spending = await open({ personPerDay: 1_000 });
      expect(spending.spentBudget('acme', spent)).toBe(budget);
      await spending.close();
    });
  });
});
