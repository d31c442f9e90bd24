import { describe, expect, it } from 'vitest';
import { chanceOfHigherMean, chanceOfHigherShare } from './chance-to-win.ts';
import { cuped } from './cuped.ts';
import { twoProportions, welch } from './difference.ts';
import { type Sample, type Sums, sampleOf } from './sample.ts';
import { sampleRatio } from './sample-ratio.ts';
import { peopleForMeans, peopleForShares } from './sample-size.ts';
import { sequential } from './sequential.ts';

const sumsOf = (ys: readonly number[], xs: readonly number[] = ys.map(() => 0)): Sums => ({
  people: ys.length,
  y: ys.reduce((sum, y) => sum + y, 0),
  yy: ys.reduce((sum, y) => sum + y * y, 0),
  x: xs.reduce((sum, x) => sum + x, 0),
  xx: xs.reduce((sum, x) => sum + x * x, 0),
  xy: xs.reduce((sum, x, place) => sum + x * (ys[place] ?? 0), 0),
});
const share = (did: number, people: number): Sample => sampleOf({ people, y: did, yy: did });

describe("Welch's t", () => {
  it("is R's on Student's sleep data: t.test(extra ~ group, data = sleep)", () => {
    const one = sampleOf(sumsOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]));
    const other = sampleOf(sumsOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]));
    const result = welch(one, other, 0.05);
    // t = -1.8608, df = 17.776, p-value = 0.07939, 95 percent confidence interval: -3.3654832 0.2054832, of one less other.
    expect((result?.estimate ?? 0) / (result?.standardError ?? 1)).toBeCloseTo(1.8608, 4);
    expect(result?.pValue).toBeCloseTo(0.07939, 5);
    expect(result?.interval.low).toBeCloseTo(-0.2054832, 6);
    expect(result?.interval.high).toBeCloseTo(3.3654832, 6);
  });

  it("is GrowthBook's on the sums of its own test", () => {
    const control = sampleOf({ people: 3407, y: 1396.87, yy: 52_377.9767 });
    const variant = sampleOf({ people: 3461, y: 2422.7, yy: 134_698.29 });
    const result = welch(control, variant, 0.05);
    expect(result?.standardError).toBeCloseTo(0.12478, 5);
    expect(result?.pValue).toBeCloseTo(0.02016, 5);
    expect(result?.interval.low).toBeCloseTo(0.04538, 5);
    expect(result?.interval.high).toBeCloseTo(0.53462, 5);
  });

  it('tells nothing of people who all do the same, or of one', () => {
    expect(welch(share(3, 3), share(5, 5), 0.05)).toBeNull();
    expect(welch(share(1, 1), share(2, 5), 0.05)).toBeNull();
  });
});

describe('two proportions', () => {
  it("are R's prop.test(c(25, 15), c(50, 50), correct = FALSE): X-squared = 4.1667, p-value = 0.04123", () => {
    const result = twoProportions(share(15, 50), share(25, 50), 0.05);
    expect(result?.pValue).toBeCloseTo(0.04123, 5);
    expect(result?.interval.low).toBeCloseTo(0.012008, 5);
    expect(result?.interval.high).toBeCloseTo(0.387992, 5);
    expect(result?.pValueHigher).toBeCloseTo(0.04123 / 2, 5);
  });
});

describe('the sequential interval', () => {
  // Standard errors and half-widths of GrowthBook's own tests, n = 6,461.
  it.each([
    [0.03386, 5_000, (0.60675 - 0.40098) / 2],
    [0.33341, 1_000, (1.56516 + 0.55844) / 2],
  ])('of a standard error of %d, tuned for %d, is %d to each side', (standardError, tunedFor, halfWidth) => {
    const { interval } = sequential(0, standardError, 6_461, 0.05, tunedFor);
    expect(interval.high / halfWidth).toBeCloseTo(1, 3);
    expect(interval.low).toBeCloseTo(-interval.high, 10);
  });

  it('excludes 0 exactly where its p-value is below α', () => {
    const { interval } = sequential(0, 0.1, 4_000, 0.05);
    expect(sequential(interval.high, 0.1, 4_000, 0.05).pValue).toBeCloseTo(0.05, 10);
  });

  it('is wider than one that is valid for one look', () => {
    expect(sequential(0, 1, 5_000, 0.05).interval.high).toBeGreaterThan(1.96);
  });
});

describe('CUPED', () => {
  // Before and after of two small groups, worked by hand: θ = (10 + 10) / (10 + 10), pooled within the groups.
  const control = sumsOf([2, 3, 4, 5, 6], [1, 2, 3, 4, 5]);
  const variant = sumsOf([4, 5, 6, 7, 8], [2, 3, 4, 5, 6]);

  it('takes out of a difference what was there before, and of the variance what it explains', () => {
    const adjusted = cuped([control, variant]);
    expect(adjusted?.samples.map(({ mean }) => mean)).toEqual([4.5, 5.5]);
    expect(adjusted?.samples.map(({ variance }) => variance)).toEqual([0, 0]);
    expect(adjusted?.varianceReduction).toBe(1);
  });

  it('leaves all as it is where what was before says nothing', () => {
    expect(cuped([sumsOf([1, 2, 3]), sumsOf([2, 3, 4])])).toBeNull();
    const adjusted = cuped([sumsOf([1, 2, 1, 2], [1, 1, 2, 2]), sumsOf([2, 3, 2, 3], [1, 1, 2, 2])]);
    expect(adjusted?.samples.map(({ mean }) => mean)).toEqual([1.5, 2.5]);
    expect(adjusted?.varianceReduction).toBe(0);
  });
});

describe('the chance to win', () => {
  /** Miller 2015, "Formulas for Bayesian A/B Testing" (https://www.evanmiller.org/bayesian-ab-testing.html), for whole numbers. */
  function closedForm([a1, b1]: readonly [number, number], [a2, b2]: readonly [number, number]): number {
    const logGamma = (n: number) =>
      Array.from({ length: n - 1 }, (_, k) => Math.log(k + 1)).reduce((sum, each) => sum + each, 0);
    const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);
    let sum = 0;
    for (let i = 0; i < a2; i += 1) {
      sum += Math.exp(logBeta(a1 + i, b1 + b2) - Math.log(b2 + i) - logBeta(1 + i, b2) - logBeta(a1, b1));
    }
    return sum;
  }

  it.each([
    [10, 50, 14, 50],
    [100, 1_000, 130, 1_000],
    [0, 20, 1, 20],
    [300, 500, 290, 500],
  ])('of %d in %d against %d in %d is that of the closed form', (did, people, didThere, peopleThere) => {
    const quadrature = chanceOfHigherShare({ did, people }, { did: didThere, people: peopleThere });
    expect(quadrature).toBeCloseTo(
      closedForm([1 + did, 1 + people - did], [1 + didThere, 1 + peopleThere - didThere]),
      6,
    );
  });

  it('is a half where nothing tells them apart, and what the normal says of a mean', () => {
    expect(chanceOfHigherShare({ did: 40, people: 900 }, { did: 40, people: 900 })).toBeCloseTo(0.5, 9);
    expect(chanceOfHigherMean(0, 1)).toBe(0.5);
    expect(chanceOfHigherMean(1.959964, 1)).toBeCloseTo(0.975, 6);
  });
});

describe('the sample-ratio check', () => {
  it('is that of a published split', () => {
    // 821,588 and 815,482: the example of Kohavi, Tang & Xu 2020, "Trustworthy Online Controlled Experiments", ch. 3: p = 1.8e-6.
    expect(sampleRatio([{ people: [821_588, 815_482], weights: [0.5, 0.5] }])).toBeCloseTo(1.8e-6, 7);
  });

  it('has nothing against an even split, and tests phases each by their own weights', () => {
    expect(sampleRatio([{ people: [500, 500], weights: [0.5, 0.5] }])).toBe(1);
    const phases = [
      { people: [500, 500], weights: [0.5, 0.5] },
      { people: [900, 100], weights: [0.9, 0.1] },
    ];
    expect(sampleRatio(phases)).toBe(1);
    expect(sampleRatio([{ people: [1_400, 600], weights: [0.5, 0.5] }])).toBeLessThan(0.001);
  });

  it('says nothing of a handful of people', () => {
    expect(sampleRatio([{ people: [4, 0], weights: [0.5, 0.5] }])).toBeNull();
  });
});

describe('the people that are needed', () => {
  it("are R's power.prop.test(p1 = .50, p2 = .75, power = .90): n = 76.7", () => {
    expect(peopleForShares(0.5, 0.75, { alpha: 0.05, power: 0.9 })).toBeCloseTo(76.7, 1);
  });

  it("are R's power.t.test(delta = 1, sd = 1, power = .90) within a tenth: n = 22.02", () => {
    const people = peopleForMeans(1, 1, { alpha: 0.05, power: 0.9 });
    expect(Math.abs(people - 22.0211)).toBeLessThan(0.1);
  });
});
