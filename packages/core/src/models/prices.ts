import type { TokenUsage } from './language-model.ts';

/** What a model costs from a day on, in millionths of a US dollar per million tokens: $0.10 is 100 000. */
export interface Price {
  /** `<provider>/<model>`. */
  readonly model: string;
  /** First day of it, `YYYY-MM-DD`, UTC. */
  readonly from: string;
  readonly inputPerMillion: number;
  readonly cachedInputPerMillion: number;
  readonly outputPerMillion: number;
}

/** Dated prices, looked up by model and moment. */
export interface PriceList {
  /** The price that held at `at`; null when none is on file. */
  find(model: string, at: Date): Price | null;
}

const MILLION = 1_000_000n;

/**
 * Orders prices for lookup.
 *
 * @throws RangeError naming the model when a price is not a whole number of 0 or more, a day is not one, or a model has
 *   two prices from the same day.
 */
export function createPriceList(prices: readonly Price[]): PriceList {
  const byModel = new Map<string, Price[]>();
  for (const price of prices) {
    const amounts = [price.inputPerMillion, price.cachedInputPerMillion, price.outputPerMillion];
    if (amounts.some((amount) => !Number.isSafeInteger(amount) || amount < 0)) {
      throw new RangeError(
        `The price of ${price.model} from ${price.from} must be whole millionths of a dollar, 0 or more`,
      );
    }
    if (!isDay(price.from)) throw new RangeError(`The price of ${price.model} needs a first day such as 2026-11-22`);
    const others = byModel.get(price.model) ?? [];
    if (others.some(({ from }) => from === price.from)) {
      throw new RangeError(`${price.model} has two prices from ${price.from}`);
    }
    byModel.set(
      price.model,
      [...others, price].toSorted((left, right) => (left.from < right.from ? 1 : -1)),
    );
  }
  return {
    find: (model, at) => {
      const day = at.toISOString().slice(0, 10);
      return byModel.get(model)?.find(({ from }) => from <= day) ?? null;
    },
  };
}

const isDay = (value: string): boolean => {
  const at = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};

/**
 * What tokens cost, in millionths of a US dollar, rounded half up once: input that was not cached, input that was, and
 * output, thoughts included. Exact: the sum is made in whole numbers before it is divided.
 */
export function costOf(usage: TokenUsage, price: Price): number {
  const exact =
    BigInt(usage.input - usage.cachedInput) * BigInt(price.inputPerMillion) +
    BigInt(usage.cachedInput) * BigInt(price.cachedInputPerMillion) +
    BigInt(usage.output) * BigInt(price.outputPerMillion);
  return Number((exact + MILLION / 2n) / MILLION);
}

/**
 * What an attempt cost, in millionths of a US dollar: 0 when nothing was used; null when no price is on file. The model
 * that answered sets the price where one is on file for it, for that is what a vendor bills.
 */
export function costOfAttempt(
  attempt: {
    readonly model: string;
    readonly servedModel: string | null;
    readonly provider: string;
    readonly usage: TokenUsage;
    readonly usageSource: 'reported' | 'estimated' | 'none';
    readonly startedAt: Date;
  },
  prices: PriceList,
): number | null {
  if (attempt.usageSource === 'none') return 0;
  const served =
    attempt.servedModel === null ? null : prices.find(`${attempt.provider}/${attempt.servedModel}`, attempt.startedAt);
  const price = served ?? prices.find(attempt.model, attempt.startedAt);
  return price === null ? null : costOf(attempt.usage, price);
}
