import { setImmediate as otherWork } from 'node:timers/promises';

/** Weights of standardised features: the log-odds are `intercept` + Σ `weights[j]` · (x[j] − `means[j]`) / `scales[j]`. */
export interface LogisticModel {
  readonly intercept: number;
  readonly weights: readonly number[];
  readonly means: readonly number[];
  /** Standard deviations; 1 for a feature that never varied, whose weight is 0. */
  readonly scales: readonly number[];
}

const MOST_STEPS = 50;
/** The largest change of a weight below which nothing changes any more. */
const SETTLED = 1e-8;
/** Log-odds beyond which a probability is 0 or 1 in all that it is used for. */
const FARTHEST = 30;

/**
 * Logistic regression with a ridge, by Newton's method, which here is iteratively reweighted least squares (McCullagh & Nelder,
 * "Generalized Linear Models", 1989, section 4.4; the ridge as in Le Cessie & Van Houwelingen, 1992). The ridge, of weight 1
 * on standardised features, is what keeps weights finite where a feature divides the outcomes without a remainder, and does
 * little else with hundreds of rows. The intercept has none.
 *
 * @throws RangeError without rows or with rows of several lengths; the signal's reason when it is aborted.
 */
export async function fitLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  signal: AbortSignal,
  ridge = 1,
): Promise<LogisticModel> {
  const [first] = rows;
  if (first === undefined) throw new RangeError('There is nothing to learn from: no rows');
  const width = first.length;
  if (rows.some((row) => row.length !== width) || outcomes.length !== rows.length)
    throw new RangeError('Every row has the same features and an outcome');
  const means = first.map((_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / rows.length);
  const scales = first.map((_, j) => {
    const variance = rows.reduce((sum, row) => sum + ((row[j] ?? 0) - (means[j] ?? 0)) ** 2, 0) / rows.length;
    return variance > 1e-12 ? Math.sqrt(variance) : 1;
  });
  // The intercept is the last one.
  let weights = new Float64Array(width + 1);
  const standard = new Float64Array(width + 1).fill(1);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    signal.throwIfAborted();
    await otherWork();
    const gradient = new Float64Array(width + 1);
    const curvature = Array.from({ length: width + 1 }, () => new Float64Array(width + 1));
    for (const [index, row] of rows.entries()) {
      let logOdds = weights[width] ?? 0;
      for (let j = 0; j < width; j += 1) {
        standard[j] = ((row[j] ?? 0) - (means[j] ?? 0)) / (scales[j] ?? 1);
        logOdds += (weights[j] ?? 0) * (standard[j] ?? 0);
      }
      const probability = probabilityOf(logOdds);
      const missed = (outcomes[index] === true ? 1 : 0) - probability;
      const certainty = probability * (1 - probability);
      for (let j = 0; j <= width; j += 1) {
        const value = standard[j] ?? 0;
        gradient[j] = (gradient[j] ?? 0) + missed * value;
        const line = curvature[j];
        if (line === undefined) continue;
        for (let k = 0; k <= j; k += 1) line[k] = (line[k] ?? 0) + certainty * value * (standard[k] ?? 0);
      }
    }
    for (let j = 0; j < width; j += 1) {
      gradient[j] = (gradient[j] ?? 0) - ridge * (weights[j] ?? 0);
      const line = curvature[j];
      if (line !== undefined) line[j] = (line[j] ?? 0) + ridge;
    }
    const change = solve(curvature, gradient);
    weights = weights.map((weight, j) => weight + (change[j] ?? 0));
    if (change.every((by) => Math.abs(by) < SETTLED)) break;
  }
  return { intercept: weights[width] ?? 0, weights: [...weights.subarray(0, width)], means, scales };
}

/** What each feature adds to the log-odds of somebody like everybody. */
export const contributionsOf = (model: LogisticModel, row: readonly number[]): number[] =>
  model.weights.map((weight, j) => (weight * ((row[j] ?? 0) - (model.means[j] ?? 0))) / (model.scales[j] ?? 1));

export const predictLogistic = (model: LogisticModel, row: readonly number[]): number =>
  probabilityOf(contributionsOf(model, row).reduce((sum, by) => sum + by, model.intercept));

const probabilityOf = (logOdds: number): number =>
  1 / (1 + Math.exp(-Math.max(-FARTHEST, Math.min(FARTHEST, logOdds))));

/**
 * Solves A·x = b for a symmetric, positive definite A, of which the lower triangle is read, by Cholesky's decomposition. A pivot that
 * rounding has left without a size counts as one that is tiny: the rows are then all of one outcome, and the step short.
 */
function solve(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const factor = lower.map((line) => Float64Array.from(line));
  const at = (i: number, j: number): number => factor[i]?.[j] ?? 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = at(i, j);
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      const line = factor[i];
      if (line !== undefined) line[j] = i === j ? Math.sqrt(Math.max(sum, 1e-10)) : sum / at(j, j);
    }
  }
  const solution = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    let sum = solution[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= at(i, k) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = solution[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= at(k, i) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  return solution;
}
