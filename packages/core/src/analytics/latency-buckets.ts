/**
 * Durations in buckets that can be added up over hours, brands and instances (DDSketch; Masson, Rim and Lee, "DDSketch: a
 * fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019). Bucket i holds (g^(i-1), g^i]
 * milliseconds; the roll-up in the database makes them by the same g.
 */
export const RELATIVE_ERROR = 0.05;
const GROWTH = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);

/** How many durations a bucket holds. */
export interface DurationBucket {
  readonly bucket: number;
  readonly count: number;
}

/**
 * The duration, in milliseconds, that a share of all are not longer than, right to {@link RELATIVE_ERROR}; null without any.
 *
 * @param share 0 to 1.
 */
export function quantileOfBuckets(buckets: readonly DurationBucket[], share: number): number | null {
  const sorted = buckets.toSorted((left, right) => left.bucket - right.bucket);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (const { bucket, count } of sorted) {
    seen += count;
    if (seen >= rank) return (2 * GROWTH ** bucket) / (GROWTH + 1);
  }
  return null;
}
