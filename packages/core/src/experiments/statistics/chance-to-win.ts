import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import betaPdf from '@stdlib/stats-base-dists-beta-pdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** Steps of the quadrature, an even number: six digits for a million people. */
const STEPS = 800;
/** So many standard deviations around the mean are looked at: a share near 0 has a long tail. */
const SPAN = 20;

/**
 * The chance that a variant's share is higher than the control's: both beta with a flat prior, Beta(1, 1), and
 * P = ∫ f(x) F(x) dx with the variant's density and the control's distribution (Stucchio 2015, "Bayesian A/B Testing at VWO",
 * §4), by Simpson's rule rather than by drawing.
 */
export function chanceOfHigherShare(
  control: { readonly people: number; readonly did: number },
  variant: { readonly people: number; readonly did: number },
): number {
  const [a, b] = [1 + variant.did, 1 + variant.people - variant.did];
  const mean = a / (a + b);
  const deviation = Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1)));
  const from = Math.max(0, mean - SPAN * deviation);
  const to = Math.min(1, mean + SPAN * deviation);
  const step = (to - from) / STEPS;
  let sum = 0;
  for (let place = 0; place <= STEPS; place += 1) {
    const x = from + place * step;
    const weight = place === 0 || place === STEPS ? 1 : place % 2 === 1 ? 4 : 2;
    sum += weight * betaPdf(x, a, b) * betaCdf(x, 1 + control.did, 1 + control.people - control.did);
  }
  return Math.min(1, Math.max(0, (sum * step) / 3));
}

/** The same of a mean: with a flat prior a difference is normal around its estimate (Gelman et al., "Bayesian Data Analysis", 3rd ed., §2.5). */
export const chanceOfHigherMean = (estimate: number, standardError: number): number =>
  normalCdf(estimate / standardError, 0, 1);
