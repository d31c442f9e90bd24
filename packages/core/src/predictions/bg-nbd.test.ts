import { seededRandom, visitsOf } from '@rapport/dev-env';
import { describe, expect, it } from 'vitest';
import {
  cohortOf,
  expectedVisits,
  logLikelihood,
  probabilityActive,
  probabilityAlive,
  type VisitHistory,
} from './bg-nbd.ts';
import { fitBgNbd } from './fit-bg-nbd.ts';

/** What Fader, Hardie & Lee (2005) found for 2,357 customers of CDNOW, in weeks. */
const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const signal = new AbortController().signal;
const history = (repeats: number, lastAt: number, observedFor: number): VisitHistory => ({
  repeats,
  lastAt,
  observedFor,
});

/** People like CDNOW's, who begin within twelve weeks and are looked at in week 39, as those were. */
function simulated(seed: number, people: number) {
  const random = seededRandom(seed);
  return Array.from({ length: people }, () => {
    const observedFor = 39 - 12 * random.uniform();
    const visits = visitsOf(random, CDNOW, observedFor + 39);
    const before = visits.filter((at) => at < observedFor);
    return {
      history: history(before.length - 1, before.at(-1) ?? 0, observedFor),
      later: visits.slice(before.length).map((at) => at - observedFor),
    };
  });
}

describe('the BG/NBD model', () => {
  it('expects of the published customer what was published', () => {
    // Fader, Hardie & Lee, "Implementing the BG/NBD Model for Customer Base Analysis in Excel" (2005): x = 2, t_x = 30.43,
    // T = 38.86 give E[Y(39)] = 1.226.
    expect(expectedVisits(CDNOW, history(2, 30.43, 38.86), 39)).toBeCloseTo(1.226, 3);
  });

  it('says of no visit for a while what the likelihood of that silence says', () => {
    for (const [repeats, lastAt, observedFor] of [
      [0, 0, 38.86],
      [1, 2, 30],
      [2, 30.43, 38.86],
      [26, 30.86, 31],
      [26, 5, 38],
    ] as const) {
      for (const within of [0.5, 4, 39]) {
        const likely = (until: number) => logLikelihood(CDNOW, cohortOf([history(repeats, lastAt, until)]));
        const silent = Math.exp(likely(observedFor + within) - likely(observedFor));
        expect(probabilityActive(CDNOW, history(repeats, lastAt, observedFor), within)).toBeCloseTo(1 - silent, 10);
      }
    }
  });

  it('has a likelihood that is the integral over rates and leavings', () => {
    // The paper's equation 3 for one person, averaged over many drawn ones; independent of every closed formula.
    const random = seededRandom(11);
    const [x, lastAt, until] = [2, 3, 6];
    let sum = 0;
    const draws = 400_000;
    for (let draw = 0; draw < draws; draw += 1) {
      const rate = random.gamma(CDNOW.r, CDNOW.alpha);
      const leaves = random.beta(CDNOW.a, CDNOW.b);
      sum +=
        (1 - leaves) ** x * rate ** x * Math.exp(-rate * until) +
        leaves * (1 - leaves) ** (x - 1) * rate ** x * Math.exp(-rate * lastAt);
    }
    const exact = Math.exp(logLikelihood(CDNOW, cohortOf([history(x, lastAt, until)])));
    expect(sum / draws / exact).toBeCloseTo(1, 1);
  });

  it('stays a number where powers overflow', () => {
    const faithful = history(900, 1_000, 1_001);
    const gone = history(900, 100, 5_000);
    for (const each of [faithful, gone]) {
      expect(Number.isFinite(logLikelihood(CDNOW, cohortOf([each])))).toBe(true);
    }
    expect(probabilityActive(CDNOW, faithful, 30)).toBeGreaterThan(0.99);
    expect(probabilityActive(CDNOW, gone, 30)).toBe(0);
    expect(expectedVisits(CDNOW, gone, 30)).toBe(0);
    expect(expectedVisits(CDNOW, faithful, 30)).toBeGreaterThan(15);
  });

  it('expects a as near one as it may be what it expects on either side of it', () => {
    const of = (a: number) => expectedVisits({ ...CDNOW, a }, history(2, 30, 38), 39);
    expect(of(1)).toBeCloseTo((of(0.999) + of(1.001)) / 2, 5);
  });

  it('holds those who never came back for alive, and not for likely to come', () => {
    const never = history(0, 0, 200);
    const weekly = history(190, 199, 200);
    expect(probabilityAlive(CDNOW, never)).toBe(1);
    expect(probabilityAlive(CDNOW, never)).toBeGreaterThan(probabilityAlive(CDNOW, weekly));
    expect(probabilityActive(CDNOW, never, 4)).toBeLessThan(0.01);
    expect(probabilityActive(CDNOW, weekly, 4)).toBeGreaterThan(0.8);
  });

  it('counts equal histories as it would count each', () => {
    const each = [history(1, 3, 10), history(1, 3, 10), history(0, 0, 10)];
    expect(cohortOf(each).counts).toEqual([2, 1]);
    const apart = each.reduce((sum, one) => sum + logLikelihood(CDNOW, cohortOf([one])), 0);
    expect(logLikelihood(CDNOW, cohortOf(each))).toBeCloseTo(apart, 10);
  });

  it('foretells what its own people do', () => {
    const people = simulated(3, 30_000);
    for (const within of [4, 39]) {
      const expected = people.reduce((sum, { history: one }) => sum + probabilityActive(CDNOW, one, within), 0);
      const came = people.filter(({ later }) => later.some((at) => at < within)).length;
      expect(expected / came).toBeGreaterThan(0.95);
      expect(expected / came).toBeLessThan(1.05);
    }
    const expected = people.reduce((sum, { history: one }) => sum + expectedVisits(CDNOW, one, 39), 0);
    const visits = people.reduce((sum, { later }) => sum + later.length, 0);
    expect(expected / visits).toBeGreaterThan(0.93);
    expect(expected / visits).toBeLessThan(1.07);
  });
});

describe('fitting it', () => {
  it('finds the parameters that people were made with', async () => {
    const cohort = cohortOf(simulated(5, 20_000).map(({ history: one }) => one));
    const fit = await fitBgNbd(cohort, { r: 1, alpha: 10, a: 1, b: 1 }, signal);
    expect(fit.converged).toBe(true);
    // Within three or so standard errors of 20,000 people.
    expect(fit.parameters.r).toBeCloseTo(CDNOW.r, 1);
    expect(Math.abs(Math.log(fit.parameters.r / CDNOW.r))).toBeLessThan(0.08);
    expect(Math.abs(Math.log(fit.parameters.alpha / CDNOW.alpha))).toBeLessThan(0.15);
    expect(Math.abs(Math.log(fit.parameters.a / CDNOW.a))).toBeLessThan(0.25);
    expect(Math.abs(Math.log(fit.parameters.b / CDNOW.b))).toBeLessThan(0.35);
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(logLikelihood(CDNOW, cohort));
    // Twice what is gained over the truth is χ² of four degrees of freedom: 23.5 is past the 9,999th of 10,000.
    expect(2 * (fit.logLikelihood - logLikelihood(CDNOW, cohort))).toBeLessThan(23.5);
  });

  it('finds the same from elsewhere', async () => {
    const cohort = cohortOf(simulated(7, 2_000).map(({ history: one }) => one));
    const one = await fitBgNbd(cohort, { r: 1, alpha: 1, a: 1, b: 1 }, signal);
    const other = await fitBgNbd(cohort, { r: 0.05, alpha: 50, a: 0.2, b: 5 }, signal);
    expect(one.logLikelihood).toBeCloseTo(other.logLikelihood, 3);
    expect(one.parameters.r).toBeCloseTo(other.parameters.r, 3);
  });

  it('says that nothing was found where the people don’t say: nobody ever leaves', async () => {
    const cohort = cohortOf(Array.from({ length: 300 }, (_, index) => history(20 + (index % 3), 99, 100)));
    expect((await fitBgNbd(cohort, CDNOW, signal)).converged).toBe(false);
  });

  it('is stopped between two looks, and refuses nobody', async () => {
    const cohort = cohortOf(simulated(7, 50).map(({ history: one }) => one));
    await expect(fitBgNbd(cohort, CDNOW, AbortSignal.abort(new Error('stopping')))).rejects.toThrow('stopping');
    await expect(fitBgNbd(cohortOf([]), CDNOW, signal)).rejects.toThrow(RangeError);
  });
});
