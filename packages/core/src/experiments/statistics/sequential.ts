import type { Interval } from './difference.ts';

/** People of both variants at which the intervals are made to be narrowest; what GrowthBook takes unless told. */
const TUNED_FOR = 5_000;

/**
 * The mixture's ρ that is best at so many people (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2023, "Time-uniform central limit
 * theory and asymptotic confidence sequences", https://arxiv.org/abs/2103.06476v7, eq. 161).
 */
function rhoFor(alpha: number, people: number): number {
  const twice = -2 * Math.log(alpha);
  return Math.sqrt((twice + Math.log(twice + 1)) / people);
}

export interface Sequential {
  readonly pValue: number;
  readonly interval: Interval;
}

/**
 * An interval and a p-value that hold at every look, however often one looks and whenever one stops: an asymptotic confidence
 * sequence (eq. 9 of the paper above) and the e-value it inverts, in the form GrowthBook's sequential testing has them
 * (https://docs.growthbook.io/statistics/sequential). Asymptotic: from some hundred people on.
 *
 * @param standardError of the estimate.
 * @param people of both variants together.
 * @param alpha 0 to 1.
 */
export function sequential(
  estimate: number,
  standardError: number,
  people: number,
  alpha: number,
  tunedFor: number = TUNED_FOR,
): Sequential {
  const rho = rhoFor(alpha, tunedFor);
  const spread = people * rho ** 2 + 1;
  const variance = standardError ** 2 * people;
  const halfWidth = Math.sqrt((variance * 2 * spread * Math.log(Math.sqrt(spread) / alpha)) / (people * rho) ** 2);
  const evidence = Math.exp((rho ** 2 * (people * estimate) ** 2) / (2 * variance * spread)) / Math.sqrt(spread);
  return {
    pValue: Math.min(1, 1 / evidence),
    interval: { low: estimate - halfWidth, high: estimate + halfWidth },
  };
}
