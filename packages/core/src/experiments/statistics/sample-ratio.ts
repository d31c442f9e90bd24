import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';

/** People of one phase, in the order of the variants, and the weights they should have come by. */
export interface PhaseCount {
  readonly people: readonly number[];
  readonly weights: readonly number[];
}

/** Below it a split is broken: so rare by chance that a real fault is likelier (Fabijan et al. 2019, below). */
export const MISMATCH_BELOW = 0.001;
/** Of each variant, for χ² to be near its distribution (Cochran 1954, "Some methods for strengthening the common χ² tests"). */
const LEAST_EXPECTED = 5;

/**
 * The sample-ratio check: Pearson's χ² of how many people each variant has against how many it should (Fabijan et al. 2019,
 * "Diagnosing Sample Ratio Mismatch in Online Controlled Experiments", KDD). Phases with other weights are tested each by itself
 * and added up, as are their degrees of freedom. Null while there are too few people to tell.
 */
export function sampleRatio(phases: readonly PhaseCount[]): number | null {
  let statistic = 0;
  let degrees = 0;
  for (const { people, weights } of phases) {
    const all = people.reduce((sum, each) => sum + each, 0);
    const expected = weights.map((weight) => weight * all);
    if (expected.some((each) => each < LEAST_EXPECTED)) continue;
    for (const [place, each] of expected.entries()) statistic += ((people[place] ?? 0) - each) ** 2 / each;
    degrees += weights.length - 1;
  }
  return degrees === 0 ? null : 1 - chiSquareCdf(statistic, degrees);
}
