import type { Alerts } from '../alerts/alerts.ts';
import { type Database, execute, type Statement } from '../database/database.ts';
import type { Clock, Log } from '../runtime.ts';

/** What may be spent on vendors' models in a day (UTC), in millionths of a US dollar; null: as much as it takes. */
export interface Budgets {
  readonly brandPerDay: number | null;
  readonly personPerDay: number | null;
}

/** Whose budget is used up. */
export type SpentBudget = 'brand' | 'person';

/** What tells operators that a brand's budget is used up; over when it is not. */
const BUDGET_ALERT = 'budget_spent';

/** How often what a brand has spent is read from the ledger: other instances' spending is known within this. */
const REFRESH_MS = 5_000;

const SPENT_BY_BRAND: Statement = {
  name: 'spent-by-brand',
  text: `
select brand, coalesce(sum(cost_micro_usd), 0)::float8 as spent from model_attempts
where brand = any($1::text[]) and started_at >= $2 group by brand`,
};

/** The day's first moment, UTC: budgets begin anew then. */
export function startOfDay(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
}

export interface SpendingDependencies {
  readonly database: Database;
  /** Every brand served here. */
  readonly brands: readonly string[];
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Keeps spending within the day's budgets. A person's is read with their turn; a brand's is known here: the ledger's sum,
 * read every few seconds, and what this instance has spent since. A budget may be overrun by the turns under way.
 */
export class Spending {
  readonly budgets: Budgets;
  readonly #dependencies: SpendingDependencies;
  readonly #byBrand = new Map<string, number>();
  /** Brands of which an alert may be open: all at the start, for what an earlier run left. */
  readonly #alerted: Set<string>;
  #day = 0;
  #timer: NodeJS.Timeout | null = null;
  #refreshing: Promise<void> = Promise.resolve();

  constructor(budgets: Budgets, dependencies: SpendingDependencies) {
    this.budgets = budgets;
    this.#dependencies = dependencies;
    this.#alerted = new Set(dependencies.brands);
  }

  /** Reads the ledger and keeps reading it; without a brand's budget there is nothing to read. */
  async start(): Promise<void> {
    if (this.budgets.brandPerDay === null) {
      this.#resolveAlerts();
      return;
    }
    await this.#refresh();
    this.#timer = setInterval(() => {
      this.#refreshing = this.#refresh();
    }, REFRESH_MS);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#refreshing;
  }

  /** Adds what a turn cost, before the ledger is read again. */
  add(brand: string, microUsd: number): void {
    this.#turnDay();
    this.#byBrand.set(brand, (this.#byBrand.get(brand) ?? 0) + microUsd);
  }

  /**
   * Whose budget is used up; null when vendors may be asked. `personPerDay` is the person's limit with this assistant, in
   * millionths of a US dollar; null: none.
   */
  spentBudget(
    brand: string,
    spentByPerson: number,
    personPerDay: number | null = this.budgets.personPerDay,
  ): SpentBudget | null {
    const { brandPerDay } = this.budgets;
    this.#turnDay();
    if (brandPerDay !== null && (this.#byBrand.get(brand) ?? 0) >= brandPerDay) {
      this.#alerted.add(brand);
      this.#dependencies.alerts.raise({
        kind: BUDGET_ALERT,
        severity: 'critical',
        subject: brand,
        message: `${brand} has used up its budget of the day for vendors' models; the built-in model answers until midnight UTC`,
      });
      return 'brand';
    }
    return personPerDay !== null && spentByPerson >= personPerDay ? 'person' : null;
  }

  /** A new day begins with nothing spent. */
  #turnDay(): void {
    const day = startOfDay(this.#dependencies.clock.now()).getTime();
    if (day === this.#day) return;
    this.#day = day;
    this.#byBrand.clear();
  }

  /** A new day has begun, or an operator has raised the budget. */
  #resolveAlerts(): void {
    const limit = this.budgets.brandPerDay ?? Number.POSITIVE_INFINITY;
    for (const brand of this.#alerted) {
      if ((this.#byBrand.get(brand) ?? 0) >= limit) continue;
      this.#alerted.delete(brand);
      this.#dependencies.alerts.resolve([BUDGET_ALERT], brand);
    }
  }

  async #refresh(): Promise<void> {
    const { database, brands, clock, log } = this.#dependencies;
    try {
      const rows = await execute<{ brand: string; spent: number }>(database.pool, SPENT_BY_BRAND, [
        brands,
        startOfDay(clock.now()),
      ]);
      this.#turnDay();
      for (const { brand, spent } of rows) this.#byBrand.set(brand, spent);
      this.#resolveAlerts();
    } catch (error) {
      // What this instance knows holds until the ledger can be read again.
      log.warn({ err: error, event: 'spending_unread' }, 'The day’s spending could not be read');
    }
  }
}
