import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Sample } from './sample.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A variant less the control. */
export interface Difference {
  readonly estimate: number;
  readonly standardError: number;
  /** Two-sided. */
  readonly pValue: number;
  /** That the variant is no higher, against that it is; one-sided. */
  readonly pValueHigher: number;
  /** At 1 − α. */
  readonly interval: Interval;
}

/**
 * Welch's t (Welch 1947, "The generalization of Student's problem when several different population variances are involved",
 * Biometrika 34; degrees of freedom by Welch and Satterthwaite), as R's `t.test`.
 *
 * @param alpha 0 to 1.
 * @returns null with fewer than two people in either, or where nobody differs from anybody.
 */
export function welch(control: Sample, variant: Sample, alpha: number): Difference | null {
  if (control.people < 2 || variant.people < 2) return null;
  const [a, b] = [control.variance / control.people, variant.variance / variant.people];
  const standardError = Math.sqrt(a + b);
  if (!(standardError > 0)) return null;
  const degrees = (a + b) ** 2 / (a ** 2 / (control.people - 1) + b ** 2 / (variant.people - 1));
  const estimate = variant.mean - control.mean;
  const t = estimate / standardError;
  const halfWidth = tQuantile(1 - alpha / 2, degrees) * standardError;
  return {
    estimate,
    standardError,
    pValue: 2 * tCdf(-Math.abs(t), degrees),
    pValueHigher: tCdf(-t, degrees),
    interval: { low: estimate - halfWidth, high: estimate + halfWidth },
  };
}

/**
 * Two proportions: the test pools them, the interval doesn't (Newcombe 1998, "Interval estimation for the difference between
 * independent proportions", Statistics in Medicine 17, method 1), as R's `prop.test(correct = FALSE)`. Means are the shares.
 *
 * @param alpha 0 to 1.
 * @returns null without people in either, or where all or none of both did it.
 */
export function twoProportions(control: Sample, variant: Sample, alpha: number): Difference | null {
  if (control.people < 1 || variant.people < 1) return null;
  const [p, q] = [control.mean, variant.mean];
  const pooled = (p * control.people + q * variant.people) / (control.people + variant.people);
  const pooledError = Math.sqrt(pooled * (1 - pooled) * (1 / control.people + 1 / variant.people));
  const standardError = Math.sqrt((p * (1 - p)) / control.people + (q * (1 - q)) / variant.people);
  if (!(pooledError > 0) || !(standardError > 0)) return null;
  const estimate = q - p;
  const z = estimate / pooledError;
  const halfWidth = normalQuantile(1 - alpha / 2, 0, 1) * standardError;
  return {
    estimate,
    standardError,
    pValue: 2 * normalCdf(-Math.abs(z), 0, 1),
    pValueHigher: normalCdf(-z, 0, 1),
    interval: { low: estimate - halfWidth, high: estimate + halfWidth },
  };
}
