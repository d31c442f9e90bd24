import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

export interface Precision {
  /** Two-sided, 0 to 1. */
  readonly alpha: number;
  /** The chance that an effect of the size is found, 0 to 1. */
  readonly power: number;
}

/** What is usual, and what the operators are promised. */
export const USUAL_PRECISION: Precision = { alpha: 0.05, power: 0.8 };

const quantiles = ({ alpha, power }: Precision) =>
  [normalQuantile(1 - alpha / 2, 0, 1), normalQuantile(power, 0, 1)] as const;

/**
 * People each of two variants needs for a difference of means to be found: the normal formula with Guenther's correction
 * (Guenther 1981, "Sample size formulas for normal theory t tests", The American Statistician 35), within a person of R's
 * `power.t.test`. Not rounded; Infinity for an effect of 0.
 */
export function peopleForMeans(variance: number, effect: number, precision: Precision = USUAL_PRECISION): number {
  const [alpha, power] = quantiles(precision);
  return (2 * variance * (alpha + power) ** 2) / effect ** 2 + alpha ** 2 / 4;
}

/**
 * The same for two shares (Fleiss, Levin & Paik 2003, "Statistical Methods for Rates and Proportions", 3rd ed., eq. 4.14), as R's
 * `power.prop.test`. Not rounded; Infinity for equal ones.
 */
export function peopleForShares(one: number, other: number, precision: Precision = USUAL_PRECISION): number {
  const [alpha, power] = quantiles(precision);
  const mean = (one + other) / 2;
  const together = alpha * Math.sqrt(2 * mean * (1 - mean)) + power * Math.sqrt(one * (1 - one) + other * (1 - other));
  return (together / (one - other)) ** 2;
}
