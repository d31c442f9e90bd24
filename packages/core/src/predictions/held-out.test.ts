import { describe, expect, it } from 'vitest';
import { areaUnderCurve, baseRateOf, brierScore, calibrationOf, type Forecast, improvement } from './held-out.ts';

const forecasts = (...pairs: readonly (readonly [number, boolean])[]): Forecast[] =>
  pairs.map(([probability, came]) => ({ probability, came }));

describe('figures of held-out weeks, worked by hand', () => {
  const four = forecasts([0.9, true], [0.6, false], [0.2, true], [0.1, false]);

  it('Brier score and base rate', () => {
    expect(brierScore(four)).toBeCloseTo((0.01 + 0.36 + 0.64 + 0.01) / 4, 12);
    expect(baseRateOf(four)).toBe(0.5);
  });

  it('area under the curve: pairs in the right order, ties as halves', () => {
    // (.9 over .6 and .1, .2 over .1 and not over .6): three of four.
    expect(areaUnderCurve(four)).toBe(0.75);
    expect(areaUnderCurve(forecasts([0.5, true], [0.5, false]))).toBe(0.5);
    expect(areaUnderCurve(forecasts([0.5, true], [0.5, false], [0.9, true], [0.9, false], [0.9, false]))).toBeCloseTo(
      // .5 came: half of one, below two; .9 came: above one, half of two.
      (0.5 + 0 + 0 + 1 + 0.5 + 0.5) / 6,
      12,
    );
    expect(areaUnderCurve(forecasts([0.1, true], [0.9, true]))).toBeNull();
    expect(areaUnderCurve([])).toBeNull();
  });

  it('ten bins, of which 1 falls into the last and empty ones say nothing', () => {
    const bins = calibrationOf(forecasts([0, false], [0.09, true], [0.1, false], [0.95, true], [1, true]));
    expect(bins).toHaveLength(10);
    expect(bins[0]).toEqual({ from: 0, until: 0.1, count: 2, forecast: 0.045, came: 0.5 });
    expect(bins[1]).toMatchObject({ count: 1, forecast: 0.1, came: 0 });
    expect(bins[5]).toMatchObject({ count: 0, forecast: null, came: null });
    expect(bins[9]).toMatchObject({ count: 2, forecast: 0.975, came: 1 });
  });

  it('counts somebody forecast four times as one person when it says how sure a difference is', () => {
    const row = (person: number, came: boolean) => ({ person, came, of: 0.8, over: 0.5 });
    const once = [row(1, true), row(2, true), row(3, false)];
    const fourfold = [...once, ...once, ...once, ...once];
    expect(improvement(once).mean).toBeCloseTo((2 * (0.25 - 0.04) + (0.25 - 0.64)) / 3, 12);
    expect(improvement(fourfold).mean).toBeCloseTo(improvement(once).mean, 12);
    expect(improvement(fourfold).standardError).toBeCloseTo(improvement(once).standardError, 12);
  });
});
