import { describe, expect, it } from 'vitest';
import { quantileOfBuckets, RELATIVE_ERROR } from './latency-buckets.ts';

/** As the roll-up in the database makes them. */
const bucketOf = (milliseconds: number) => Math.ceil(Math.log(Math.max(milliseconds, 1)) / Math.log(1.05 / 0.95));

describe('quantiles of durations in buckets', () => {
  it('are those of the durations, to the error that is promised', () => {
    // A long tail, as waits have: from 1 ms to a minute.
    const durations = Array.from({ length: 5_000 }, (_, index) => 60_000 ** (index / 4_999)).reverse();
    const counts = Map.groupBy(durations, bucketOf);
    const buckets = [...counts].map(([bucket, each]) => ({ bucket, count: each.length }));
    const sorted = durations.toSorted((left, right) => left - right);
    for (const share of [0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 1]) {
      const exact = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
      const found = quantileOfBuckets(buckets, share) ?? Number.NaN;
      expect(Math.abs(found - exact) / exact).toBeLessThanOrEqual(RELATIVE_ERROR + 1e-9);
    }
  });

  it('are none without durations', () => {
    expect(quantileOfBuckets([], 0.5)).toBeNull();
  });
});
