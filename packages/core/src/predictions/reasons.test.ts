import { describe, expect, it } from 'vitest';
import { bandOf, contributionsTo, type EngagementModel, PRIOR, probabilityOf } from './engagement-model.ts';
import { type PersonHistory, type Standing, standingAt } from './history.ts';
import { reasonsOf } from './reasons.ts';

const TODAY = 20_700;
const COLD_START: EngagementModel = { kind: 'prior', bgNbd: PRIOR, regression: null };
/** Features: cold-start, silence, frequency, tenure, satisfaction, mood. */
const REGRESSION: EngagementModel = {
  kind: 'regression',
  bgNbd: PRIOR,
  regression: {
    intercept: -0.5,
    weights: [1, -0.4, 0.2, 0.1, 0.5, 3],
    means: [0, 2, 1, 4, 0, 0],
    scales: [1, 1, 1, 1, 1, 1],
  },
};

/** Somebody who wrote so many days ago. */
function someone(daysAgo: readonly number[], more: Partial<PersonHistory> = {}): Standing {
  const days = daysAgo.map((ago) => ({ day: TODAY - ago, moods: 0, valence: 0 }));
  const standing = standingAt({ userId: 'them', days, ratings: [], ...more }, TODAY);
  if (standing === null) throw new Error('They never wrote');
  return standing;
}

/** Every `gap` days, the last time `last` days ago. */
const every = (gap: number, times: number, last: number): number[] =>
  Array.from({ length: times }, (_, nth) => Math.round(last + (times - 1 - nth) * gap));

describe('reasons', () => {
  it('say of somebody who fell silent against their habit when they last wrote, and how often they used to', () => {
    const [first] = reasonsOf(COLD_START, someone(every(3.5, 20, 21)));
    expect(first).toMatchObject({
      about: 'silence',
      words: 'last wrote 21 days ago; used to write twice a week',
      effect: 'lowers',
    });
    expect(first?.weight).toBeLessThan(0);
  });

  it.each([
    [every(1, 30, 5), 'nearly every day'],
    [every(1.6, 30, 9), 'four or five times a week'],
    [every(2.4, 20, 14), 'three times a week'],
    [every(7, 10, 40), 'once a week'],
    [every(14, 8, 80), 'every two weeks'],
    [every(30, 6, 200), 'once a month'],
    [every(61, 4, 300), 'every two months'],
    [every(120, 4, 500), 'a few times a year'],
  ])('know the rhythm of %j as "%s"', (days, rhythm) => {
    const reasons = reasonsOf(COLD_START, someone(days));
    expect(reasons.find(({ about }) => about === 'silence')?.words).toMatch(new RegExp(`; used to write ${rhythm}$`));
  });

  it('speak of no rhythm where there was none', () => {
    const [first] = reasonsOf(COLD_START, someone([33]));
    expect(first).toMatchObject({ about: 'frequency', words: 'wrote on one day only, 33 days ago', effect: 'lowers' });
    const twice = reasonsOf(COLD_START, someone([90, 88]));
    expect(twice.map(({ words }) => words)).toContain('last wrote 88 days ago');
  });

  it('say what speaks for somebody too', () => {
    const [first] = reasonsOf(COLD_START, someone(every(1, 40, 1)));
    expect(first).toMatchObject({ about: 'frequency', words: 'wrote on 40 days within 40 days', effect: 'raises' });
  });

  it('tell of ratings where there are some, and of a mood never, however much it weighs', () => {
    const days = every(4, 20, 10).map((ago) => ({ day: TODAY - ago, moods: 3, valence: ago < 30 ? -2.7 : 2.7 }));
    const sad = someone([], { days, ratings: [{ day: TODAY - 12, rating: 1 }] });
    expect(sad.moodTrend).toBeLessThan(-1);
    const reasons = reasonsOf(REGRESSION, sad);
    expect(reasons.map(({ words }) => words)).toContain('rated 1 reply 1.0 of 5');
    expect(reasons.some(({ words }) => /mood|sad|feel/.test(words))).toBe(false);
    expect(contributionsTo(REGRESSION, sad).find(({ of }) => of === 'mood')?.logOdds).toBeLessThan(-3);
    const unrated = reasonsOf(REGRESSION, someone(every(4, 20, 10)));
    expect(unrated.some(({ about }) => about === 'satisfaction')).toBe(false);
  });

  it('are the model’s own: what it gives for two people differs by what their contributions differ', () => {
    const logOdds = (standing: Standing) => {
      const probability = probabilityOf(REGRESSION, standing);
      return Math.log(probability / (1 - probability));
    };
    const sum = (standing: Standing) =>
      contributionsTo(REGRESSION, standing).reduce((so, each) => so + each.logOdds, 0);
    const [one, other] = [someone(every(3, 12, 15)), someone([60])];
    expect(sum(one) - sum(other)).toBeCloseTo(logOdds(one) - logOdds(other), 8);
  });
});

describe('bands', () => {
  it.each([
    [1, 'engaged'],
    [0.6, 'engaged'],
    [0.599, 'uncertain'],
    [0.25, 'uncertain'],
    [0.249, 'at_risk'],
    [0.05, 'at_risk'],
    [0.049, 'gone'],
    [0, 'gone'],
  ])('%d is %s', (probability, band) => {
    expect(bandOf(probability)).toBe(band);
  });
});
