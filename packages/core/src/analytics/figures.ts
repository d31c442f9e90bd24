import type { Database } from '../database/database.ts';
import type { DurationBucket } from './latency-buckets.ts';
import type { Span } from './span.ts';

const DAY_MS = 86_400_000;

/** The roll-ups' figures of a span, added up over its hours. */
export class Figures {
  readonly #byMetric: ReadonlyMap<string, ReadonlyMap<string, { readonly count: number; readonly amount: number }>>;

  constructor(rows: readonly { metric: string; dimension: string; count: number; amount: number }[]) {
    this.#byMetric = new Map(
      [...Map.groupBy(rows, ({ metric }) => metric)].map(([metric, ofMetric]) => [
        metric,
        new Map(ofMetric.map(({ dimension, count, amount }) => [dimension, { count, amount }])),
      ]),
    );
  }

  /** How often, of one dimension or of all. */
  count(metric: string, dimension?: string): number {
    return this.#sum(metric, dimension, 'count');
  }

  /** What was added up, in the metric's unit. */
  amount(metric: string, dimension?: string): number {
    return this.#sum(metric, dimension, 'amount');
  }

  /** Counts by dimension, the greatest first. */
  counts(metric: string): readonly (readonly [dimension: string, count: number])[] {
    return this.#all(metric, 'count');
  }

  /** What was added up by dimension, the greatest first. */
  amounts(metric: string): readonly (readonly [dimension: string, amount: number])[] {
    return this.#all(metric, 'amount');
  }

  buckets(metric: string): readonly DurationBucket[] {
    return this.counts(metric).map(([bucket, count]) => ({ bucket: Number(bucket), count }));
  }

  #sum(metric: string, dimension: string | undefined, of: 'count' | 'amount'): number {
    const byDimension = this.#byMetric.get(metric);
    if (dimension !== undefined) return byDimension?.get(dimension)?.[of] ?? 0;
    return [...(byDimension?.values() ?? [])].reduce((sum, figure) => sum + figure[of], 0);
  }

  #all(metric: string, of: 'count' | 'amount') {
    return [...(this.#byMetric.get(metric) ?? [])]
      .map(([dimension, figure]) => [dimension, figure[of]] as const)
      .sort(([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1));
  }
}

/** Whole UTC days are read from the daily figures, the hours before and after them from the hourly ones. */
const FIGURES = `
select metric, dimension, sum(count)::float8 as count, sum(amount)::float8 as amount
from (
  select metric, dimension, brand, count, amount from analytics_daily where day >= $3::date and day < $4::date
  union all
  select metric, dimension, brand, count, amount from analytics_hourly where hour >= $1 and hour < $5
  union all
  select metric, dimension, brand, count, amount from analytics_hourly where hour >= $6 and hour < $2
) as parts
where $7::text is null or brand = $7
group by metric, dimension`;

/** @param brand null: all of them. */
export async function readFigures({ pool }: Database, { from, to }: Span, brand: string | null): Promise<Figures> {
  const firstDay = new Date(Math.ceil(from.getTime() / DAY_MS) * DAY_MS);
  const lastDay = new Date(Math.max(Math.floor(to.getTime() / DAY_MS) * DAY_MS, firstDay.getTime()));
  // A span within one UTC day has no whole one.
  const headTo = new Date(Math.min(firstDay.getTime(), to.getTime()));
  const { rows } = await pool.query<{ metric: string; dimension: string; count: number; amount: number }>(FIGURES, [
    from,
    to,
    firstDay.toISOString().slice(0, 10),
    lastDay.toISOString().slice(0, 10),
    headTo,
    lastDay,
    brand,
  ]);
  return new Figures(rows);
}

const BY_HOUR = `
select hour, metric, sum(count)::float8 as count from analytics_hourly
where metric in ('turns', 'conversations') and hour >= $1 and hour < $2 and ($3::text is null or brand = $3)
group by hour, metric`;

/** Turns and conversations begun, by the hour. */
export async function readHours(
  { pool }: Database,
  { from, to }: Span,
  brand: string | null,
): Promise<readonly { readonly hour: Date; readonly metric: 'turns' | 'conversations'; readonly count: number }[]> {
  const values = [from, to, brand];
  return (await pool.query<{ hour: Date; metric: 'turns' | 'conversations'; count: number }>(BY_HOUR, values)).rows;
}
