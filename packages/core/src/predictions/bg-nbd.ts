/**
 * The BG/NBD model of coming back (Fader, Hardie & Lee, "Counting Your Customers the Easy Way: An Alternative to the
 * Pareto/NBD Model", Marketing Science 24(2), 2005). While somebody is with us they come at a rate of their own, which is
 * Gamma(r, α) over people; after each return they leave for good with a probability of their own, which is Beta(a, b).
 * `alpha` is in the unit of time of the histories it was fitted to; the other three have none.
 */
export interface BgNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** All that the model knows of a person, in one unit of time. */
export interface VisitHistory {
  /** Returns after the first visit, a whole number: the paper's x. */
  readonly repeats: number;
  /** From the first visit to the last, 0 where nobody returned: the paper's t_x. */
  readonly lastAt: number;
  /** From the first visit to now, at least `lastAt`: the paper's T. */
  readonly observedFor: number;
}

/**
 * The odds that somebody has left for good, from their history: 0 for who never returned, because in this model people leave
 * after a return only. Infinite where a long silence after many returns is past what a number holds.
 *
 * Fader, Hardie & Lee, "Computing P(alive) Using the BG/NBD Model" (2008), equation 1, is 1 / (1 + these).
 */
function oddsGone({ r, alpha, a, b }: BgNbdParameters, { repeats, lastAt, observedFor }: VisitHistory): number {
  if (repeats === 0) return 0;
  return (a / (b + repeats - 1)) * Math.exp((r + repeats) * Math.log((alpha + observedFor) / (alpha + lastAt)));
}

/**
 * P(alive): how likely it is that somebody has not left for good. 1 for everybody who never returned, however long ago that
 * was, so that it is no score: {@link probabilityActive} is.
 */
export const probabilityAlive = (parameters: BgNbdParameters, history: VisitHistory): number =>
  1 / (1 + oddsGone(parameters, history));

/**
 * How likely somebody is to come at least once within the next `within` units of time.
 *
 * One minus the likelihood of the same history with `within` more of silence over the likelihood of the history: "no visit in
 * (T, T + t]" after (x, t_x, T) is the history (x, t_x, T + t). In the paper's likelihood (equation 6) only the part of those
 * who are still there depends on T, as (α + T)^−(r + x), so that the quotient is
 * P(alive) · (1 − ((α + T) / (α + T + t))^(r + x)): still there, and a Gamma(r + x, α + T) rate that does not stay silent.
 */
export function probabilityActive(parameters: BgNbdParameters, history: VisitHistory, within: number): number {
  const { r, alpha } = parameters;
  const { repeats, observedFor } = history;
  const silent = (r + repeats) * Math.log1p(-within / (alpha + observedFor + within));
  return probabilityAlive(parameters, history) * -Math.expm1(silent);
}

/** Where `a` is 1 the formula is 0 / 0; this near it, it is taken a little beside. */
const NEAR_ONE = 1e-6;

/**
 * How often somebody is expected to come within the next `within` units of time (the paper's equation 10).
 *
 * The paper's 2F1(r + x, b + x; a + b + x − 1; z) is taken by Euler's transformation (Abramowitz & Stegun 15.3.3) as
 * (1 − z)^(a − 1 − r − x) · 2F1(a + b − 1 − r, a − 1; a + b + x − 1; z): its factor cancels the one before it, so that
 * nothing overflows where the paper's own form does (Fader & Hardie, "Overcoming the BG/NBD Model's #NUM! Error Problem", 2013).
 */
export function expectedVisits(parameters: BgNbdParameters, history: VisitHistory, within: number): number {
  const { r, alpha, b } = parameters;
  const a = Math.abs(parameters.a - 1) < NEAR_ONE ? 1 + NEAR_ONE : parameters.a;
  const { repeats, observedFor } = history;
  const z = within / (alpha + observedFor + within);
  const whole = a + b + repeats - 1;
  const stayed = (1 - z) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, whole, z);
  return (whole / (a - 1)) * (1 - stayed) * probabilityAlive(parameters, history);
}

const SMALLEST_TERM = 1e-15;
const MOST_TERMS = 100_000;

/** Gauss's 2F1(a, b; c; z) for 0 ≤ z < 1 by its series, which ends when its terms no longer count. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS && Math.abs(term) > SMALLEST_TERM * Math.abs(sum); n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}

/** Histories to fit to, equal ones counted instead of repeated. */
export interface Cohort {
  /** In an order of its own; `counts[i]` people have `histories[i]`. */
  readonly histories: readonly VisitHistory[];
  readonly counts: readonly number[];
}

export function cohortOf(histories: Iterable<VisitHistory>): Cohort {
  const found = new Map<string, { readonly history: VisitHistory; count: number }>();
  for (const history of histories) {
    const key = `${history.repeats} ${history.lastAt} ${history.observedFor}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, { history, count: 1 });
    else same.count += 1;
  }
  const values = [...found.values()];
  return { histories: values.map(({ history }) => history), counts: values.map(({ count }) => count) };
}

/**
 * The logarithm of the likelihood of a cohort (the paper's equation 7).
 *
 * Stable where powers overflow: the two ways to have a history, to be still there and to have left after the last return, are
 * added as logarithms (Fader & Hardie 2013). No gamma function is needed: returns are whole numbers, so
 * Γ(r + x) / Γ(r) and B(a, b + x) / B(a, b) are products, of which one table serves everybody.
 */
export function logLikelihood(parameters: BgNbdParameters, { histories, counts }: Cohort): number {
  const { r, alpha, a, b } = parameters;
  const most = histories.reduce((so, { repeats }) => Math.max(so, repeats), 0);
  const ofRepeats = new Float64Array(most + 1);
  ofRepeats[0] = r * Math.log(alpha);
  for (let x = 0; x < most; x += 1) {
    ofRepeats[x + 1] = (ofRepeats[x] ?? 0) + Math.log(r + x) + Math.log((b + x) / (a + b + x));
  }
  let sum = 0;
  for (const [index, { repeats, lastAt, observedFor }] of histories.entries()) {
    const still = -(r + repeats) * Math.log(alpha + observedFor);
    const gone =
      repeats === 0
        ? Number.NEGATIVE_INFINITY
        : Math.log(a / (b + repeats - 1)) - (r + repeats) * Math.log(alpha + lastAt);
    const greater = Math.max(still, gone);
    const both = greater + Math.log1p(Math.exp(Math.min(still, gone) - greater));
    sum += (counts[index] ?? 0) * ((ofRepeats[repeats] ?? Number.NaN) + both);
  }
  return sum;
}
