import { seededRandom } from '@rapport/dev-env';
import { describe, expect, it } from 'vitest';
import { contributionsOf, fitLogistic, predictLogistic } from './logistic-regression.ts';

const signal = new AbortController().signal;

describe('logistic regression', () => {
  it('finds the weights that outcomes were drawn with', async () => {
    const random = seededRandom(1);
    const truth = { intercept: -0.7, weights: [1.5, -0.8, 0] };
    const rows = Array.from({ length: 20_000 }, () => [3 + 2 * random.normal(), random.normal(), 10 * random.normal()]);
    const outcomes = rows.map((row) => {
      const logOdds = row.reduce((sum, value, j) => sum + value * (truth.weights[j] ?? 0), truth.intercept);
      return random.uniform() < 1 / (1 + Math.exp(-logOdds));
    });
    const model = await fitLogistic(rows, outcomes, signal);
    const raw = model.weights.map((weight, j) => weight / (model.scales[j] ?? 1));
    for (const [j, weight] of truth.weights.entries()) expect(Math.abs((raw[j] ?? 9) - weight)).toBeLessThan(0.08);
    const intercept = raw.reduce((sum, weight, j) => sum - weight * (model.means[j] ?? 0), model.intercept);
    expect(Math.abs(intercept - truth.intercept)).toBeLessThan(0.15);
    // At the top, what is foretold on average is what came: the intercept has no ridge.
    const foretold = rows.reduce((sum, row) => sum + predictLogistic(model, row), 0);
    expect(foretold).toBeCloseTo(outcomes.filter(Boolean).length, 2);
  });

  it('gives what two groups give exactly when they are all there is', async () => {
    // 30 of 40 and 10 of 40: log-odds of ±ln 3, apart from the ridge.
    const rows = [...Array.from({ length: 40 }, () => [1]), ...Array.from({ length: 40 }, () => [0])];
    const outcomes = rows.map(([group], index) => (group === 1 ? index < 30 : index - 40 < 10));
    const model = await fitLogistic(rows, outcomes, signal, 1e-9);
    expect(predictLogistic(model, [1])).toBeCloseTo(0.75, 6);
    expect(predictLogistic(model, [0])).toBeCloseTo(0.25, 6);
    expect(contributionsOf(model, [1])[0]).toBeCloseTo(Math.log(3), 6);
  });

  it('keeps its weights finite where a feature divides the outcomes, and gives none to what never varies', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => [index, 7]);
    const model = await fitLogistic(
      rows,
      rows.map(([value = 0]) => value >= 50),
      signal,
    );
    expect(model.weights[0]).toBeGreaterThan(1);
    expect(model.weights[0]).toBeLessThan(20);
    expect(model.weights[1]).toBeCloseTo(0, 10);
  });

  it('refuses nothing, and rows of several kinds', async () => {
    await expect(fitLogistic([], [], signal)).rejects.toThrow(RangeError);
    await expect(fitLogistic([[1], [1, 2]], [true, false], signal)).rejects.toThrow(RangeError);
    await expect(fitLogistic([[1]], [], signal)).rejects.toThrow(RangeError);
  });
});
