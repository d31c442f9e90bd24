import { type SimulatedCohort, simulateCohort } from '@rapport/dev-env';
import { describe, expect, it } from 'vitest';
import { probabilityAlive } from './bg-nbd.ts';
import { chooseModel, forecastsOf } from './choose-model.ts';
import { HORIZON_DAYS, PRIOR, probabilityOf } from './engagement-model.ts';
import { areaUnderCurve, baseRateOf, brierScore, calibrationOf, type Forecast } from './held-out.ts';
import { type PersonHistory, type Standing, standingAt, wroteBetween } from './history.ts';
import { cutsBefore, TrainingRows } from './training-rows.ts';

const TODAY = 20_700;
const signal = new AbortController().signal;

const COHORT: SimulatedCohort = {
  seed: 1,
  people: 4_000,
  today: TODAY,
  joinedWithinDays: 300,
  // Every ten days on average, a tenth to leave after a visit; a quarter of them come once a month or less.
  behaviour: { r: 0.8, alpha: 8, a: 0.7, b: 6 },
  someGrowUnhappy: false,
};
/** Who stays happy rarely leaves. */
const UNHAPPY: SimulatedCohort = {
  ...COHORT,
  seed: 2,
  behaviour: { r: 1.5, alpha: 10, a: 0.3, b: 9 },
  someGrowUnhappy: true,
};

function rowsOf(people: readonly PersonHistory[], today = TODAY): TrainingRows {
  const rows = new TrainingRows(today);
  for (const person of people) rows.add(person);
  return rows;
}

/** Those who have begun by today, and whether they really come in the days to come, which no model has seen. */
function whatComes(people: readonly PersonHistory[]): { standing: Standing; came: boolean }[] {
  return people.flatMap((person) => {
    const standing = standingAt(person, TODAY);
    return standing === null ? [] : [{ standing, came: wroteBetween(person, TODAY, TODAY + HORIZON_DAYS) }];
  });
}

/** The farthest of the bins with enough in them to tell, as a share. */
const farthest = (forecasts: readonly Forecast[]): number =>
  Math.max(
    ...calibrationOf(forecasts).map(({ count, forecast, came }) =>
      count < 60 ? 0 : Math.abs((forecast ?? 0) - (came ?? 0)),
    ),
  );

describe('people who come back as BG/NBD has it', () => {
  const people = simulateCohort(COHORT);

  it('are foretold by BG/NBD, fitted to them, better than by any one number or by P(alive)', async () => {
    const chosen = await chooseModel(rowsOf(people), signal);
    const coming = whatComes(people);
    const forecasts = coming.map(({ standing, came }) => ({
      probability: probabilityOf(chosen.model, standing),
      came,
    }));
    const base = baseRateOf(coming);
    expect(brierScore(forecasts)).toBeLessThan(0.75 * base * (1 - base));
    expect(farthest(forecasts)).toBeLessThan(0.08);
    const alive = coming.map(({ standing, came }) => ({
      probability: probabilityAlive(chosen.model.bgNbd, standing.visits),
      came,
    }));
    const area = areaUnderCurve(forecasts) ?? 0;
    expect(area).toBeGreaterThan(0.85);
    expect(area).toBeGreaterThan((areaUnderCurve(alive) ?? 1) + 0.1);
  });

  it('are not told to be there because they never came back', async () => {
    const { model } = await chooseModel(rowsOf(people), signal);
    const standings = whatComes(people).map(({ standing }) => standing);
    const first = (scoreOf: (standing: Standing) => number) =>
      standings.toSorted((one, other) => scoreOf(other) - scoreOf(one)).slice(0, 100);
    const never = (among: readonly Standing[]) =>
      among.filter(({ visits }) => visits.repeats === 0 && visits.observedFor > HORIZON_DAYS).length;
    expect(never(first(({ visits }) => probabilityAlive(model.bgNbd, visits)))).toBeGreaterThan(50);
    expect(never(first((standing) => probabilityOf(model, standing)))).toBe(0);
  });

  it('keep BG/NBD unless a regression is surely better, and say so with the figures of the held-out weeks', async () => {
    const { model, heldOut, why, people: looked } = await chooseModel(rowsOf(people), signal);
    expect(looked).toBe(whatComes(people).length);
    expect(heldOut?.candidates.map(({ kind }) => kind)).toEqual(['prior', 'bg-nbd', 'regression']);
    const briers = Object.fromEntries(heldOut?.candidates.map(({ kind, brier }) => [kind, brier]) ?? []);
    expect(briers['bg-nbd']).toBeLessThan(briers.prior ?? 0);
    expect(briers['bg-nbd']).toBeLessThan(heldOut?.baseRateBrier ?? 0);
    expect(model.kind).toBe('bg-nbd');
    expect(why).toMatch(/A regression did not foretell the held-out weeks surely better/);
    expect(heldOut?.calibration.reduce((sum, { count }) => sum + count, 0)).toBe(heldOut?.forecasts);
  });
});

describe('people some of whom grow unhappy and leave', () => {
  const people = simulateCohort(UNHAPPY);

  it('are foretold by the regression, which hears of it, better than by BG/NBD, which does not', async () => {
    const chosen = await chooseModel(rowsOf(people), signal);
    expect(chosen.model.kind).toBe('regression');
    expect(chosen.why).toMatch(/^The regression foretold the held-out weeks better than BG\/NBD/);
    const coming = whatComes(people);
    const examples = coming.map((one, person) => ({ ...one, person }));
    const ours = forecastsOf(chosen.model, examples);
    const cold = forecastsOf({ ...chosen.model, kind: 'bg-nbd' }, examples);
    expect(brierScore(ours)).toBeLessThan(brierScore(cold));
    expect(farthest(ours)).toBeLessThan(0.08);
    expect(areaUnderCurve(ours)).toBeGreaterThan(areaUnderCurve(cold) ?? 1);
  });
});

describe('what a model may know', () => {
  const people = simulateCohort({ ...UNHAPPY, people: 800, seed: 4 });
  /** The same people with everything after the cut made otherwise. */
  const changedFrom = (cut: number): PersonHistory[] =>
    people.map((person) => ({
      ...person,
      days: [
        ...person.days.filter(({ day }) => day < cut),
        { day: cut, moods: 9, valence: -9 },
        { day: cut + 3, moods: 1, valence: 1 },
      ],
      ratings: [...person.ratings.filter(({ day }) => day < cut), { day: cut, rating: 1 }],
    }));

  it('is nothing that came on or after the day it is asked on', async () => {
    const cut = TODAY - 40;
    for (const [index, person] of changedFrom(cut).entries()) {
      const before = people[index];
      if (before !== undefined) expect(standingAt(person, cut)).toEqual(standingAt(before, cut));
    }
    const before = await chooseModel(rowsOf(people), signal);
    expect(await chooseModel(rowsOf(changedFrom(TODAY)), signal)).toEqual(before);
  });

  it('is, for what is judged on held-out weeks, nothing of those weeks', async () => {
    const { cuts } = new TrainingRows(TODAY);
    const [before, after] = [rowsOf(people), rowsOf(changedFrom(cuts.known))];
    expect(Math.max(...cuts.learnt) + HORIZON_DAYS).toBeLessThanOrEqual(cuts.known);
    expect(cuts.known).toBe(Math.min(...cuts.heldOut));
    // Who wrote first after the cut is somebody more in the changed ones, so that people are counted anew: what is learnt is the same.
    const learnt = ({ learnt: examples }: TrainingRows) => examples.map(({ standing, came }) => ({ standing, came }));
    expect(learnt(after)).toEqual(learnt(before));
    expect(after.visitsKnown).toEqual(before.visitsKnown);
    expect(after.visitsToday).not.toEqual(before.visitsToday);
  });
});

describe('people who from one day on come or stay away by the toss of a coin', () => {
  it('are foretold by nothing, and operators are told to take care', async () => {
    const { known } = cutsBefore(TODAY);
    // Within the thirty days after each of the held-out cuts, and before none of them.
    const tossed = TODAY - 25;
    const people = simulateCohort({ ...COHORT, people: 1_500, seed: 8 }).map((person, index) => ({
      ...person,
      days: [
        ...person.days.filter(({ day }) => day < known),
        ...(index % 2 === 0 ? [{ day: tossed, moods: 0, valence: 0 }] : []),
      ],
    }));
    const { heldOut, why } = await chooseModel(rowsOf(people), signal);
    expect(Math.min(...(heldOut?.candidates.map(({ brier }) => brier) ?? []))).toBeGreaterThan(
      heldOut?.baseRateBrier ?? 1,
    );
    expect(why).toMatch(/no better than one number for everybody: take care\.$/);
  });
});

describe('too few people', () => {
  it('are foretold by published parameters', async () => {
    const chosen = await chooseModel(rowsOf(simulateCohort({ ...COHORT, people: 60 })), signal);
    expect(chosen).toMatchObject({
      model: { kind: 'prior', bgNbd: PRIOR, regression: null },
      fit: null,
      heldOut: null,
    });
    expect(chosen.why).toMatch(/published for another business/);
    expect((await chooseModel(rowsOf([]), signal)).model.kind).toBe('prior');
  });

  it('of some weeks only have BG/NBD fitted, and nothing is said of how well it does', async () => {
    const chosen = await chooseModel(rowsOf(simulateCohort({ ...COHORT, people: 400, joinedWithinDays: 25 })), signal);
    expect(chosen).toMatchObject({ model: { kind: 'bg-nbd' }, heldOut: null });
    expect(chosen.why).toMatch(/Too few people wrote before the weeks that would be held out/);
  });
});
