import { cohortOf, type VisitHistory } from './bg-nbd.ts';
import { type EngagementModel, featuresOf, type ModelKind, PRIOR, probabilityOf } from './engagement-model.ts';
import { type BgNbdFit, fitBgNbd } from './fit-bg-nbd.ts';
import {
  areaUnderCurve,
  baseRateOf,
  brierScore,
  type CalibrationBin,
  calibrationOf,
  type Forecast,
  improvement,
} from './held-out.ts';
import { fitLogistic } from './logistic-regression.ts';
import type { Example, TrainingRows } from './training-rows.ts';

/** People from whom BG/NBD is fitted, and of them those who came back, without whom nothing is known of leaving. */
export const LEAST_FITTED = 100;
export const LEAST_RETURNED = 30;
/** People from whom the regression is learnt and on whom models are judged: "some hundred". */
export const LEAST_LEARNT = 300;
export const LEAST_HELD_OUT = 200;
/** Examples of either outcome that each of the two needs. */
export const LEAST_OF_EACH = 30;
/** Standard errors by which a regression's Brier score has to be lower: chance does that once in forty times. */
const SURELY = 2;

/** How a model did on weeks it had not seen. */
export interface CandidateFigures {
  readonly kind: ModelKind;
  readonly brier: number;
  /** Null where everybody came or nobody did. */
  readonly areaUnderCurve: number | null;
}

export interface HeldOutFigures {
  /** The first days of the held-out weeks' horizons, as days of UTC since 1970, the latest first. */
  readonly cuts: readonly number[];
  readonly people: number;
  /** Somebody forecast in each of four weeks is four. */
  readonly forecasts: number;
  readonly baseRate: number;
  /** The Brier score of forecasting the base rate of the held-out weeks themselves for everybody: the best any one number could do. */
  readonly baseRateBrier: number;
  readonly candidates: readonly CandidateFigures[];
  /** Of the model that was kept. */
  readonly calibration: readonly CalibrationBin[];
}

export interface ChosenModel {
  readonly model: EngagementModel;
  /** People that were looked at. */
  readonly people: number;
  /** Null without a fit. */
  readonly fit: Pick<BgNbdFit, 'logLikelihood' | 'converged'> | null;
  /** Null where too little is past to hold weeks out. */
  readonly heldOut: HeldOutFigures | null;
  /** Why this model, a sentence or two for operators. */
  readonly why: string;
}

/**
 * Fits what there are people enough for and keeps the simplest model that nothing has beaten. The cold start is BG/NBD, fitted once
 * there are {@link LEAST_FITTED} people; the regression takes its place only if its Brier score on held-out weeks is lower by more than
 * twice the standard error of that difference. What is judged there has seen nothing of those weeks; what is kept is then fitted
 * anew to all that is known, the held-out weeks too, so that the figures are those of the way it was made.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function chooseModel(rows: TrainingRows, signal: AbortSignal): Promise<ChosenModel> {
  const people = rows.visitsToday.length;
  const fit = await coldStartOf(rows.visitsToday, signal);
  const coldStart = coldStartModel(fit);
  const start = { people, fit: fit === null ? null : figuresOf(fit) };
  const [weeks, peopleHeldOut] = [rows.heldOut, peopleIn(rows.heldOut)];
  const coldWhy =
    fit === null
      ? `Fewer than ${LEAST_FITTED} people, or fewer than ${LEAST_RETURNED} who came back, wrote so far: the parameters published for another business stand in.`
      : 'BG/NBD is fitted to these people.';
  if (peopleHeldOut < LEAST_HELD_OUT || !hasBoth(weeks)) {
    const why = `${coldWhy} Too few people wrote before the weeks that would be held out to judge it, or to learn a regression.`;
    return { ...start, model: coldStart, heldOut: null, why };
  }
  const coldThen = coldStartModel(await coldStartOf(rows.visitsKnown, signal));
  const candidates: EngagementModel[] = [
    ...(coldThen.kind === 'prior' ? [] : [{ kind: 'prior', bgNbd: PRIOR, regression: null } as const]),
    coldThen,
  ];
  const isLearnt = peopleIn(rows.learnt) >= LEAST_LEARNT && hasBoth(rows.learnt);
  const contender = isLearnt ? await regressionOf(coldThen, rows.learnt, signal) : null;
  if (contender !== null) candidates.push(contender);
  const gain = contender === null ? null : gainOf(contender, coldThen, weeks);
  const isBetter = gain !== null && gain.mean > SURELY * gain.standardError;
  const model = isBetter ? await regressionOf(coldStart, weeks, signal) : coldStart;
  const kept = isBetter && contender !== null ? contender : coldThen;
  const heldOut = heldOutFigures(rows, candidates, kept);
  const brier = heldOut.candidates.find(({ kind }) => kind === kept.kind)?.brier ?? Number.NaN;
  const doubt =
    brier < heldOut.baseRateBrier ? '' : ' It foretold those weeks no better than one number for everybody: take care.';
  return { ...start, model, heldOut, why: `${whyOf(coldWhy, gain, isBetter)}${doubt}` };
}

function whyOf(coldWhy: string, gain: Gain | null, isBetter: boolean): string {
  if (gain === null) return `${coldWhy} Too few people wrote before the held-out weeks to learn a regression.`;
  const by = `${gain.mean < 0 ? 'higher' : 'lower'} by ${Math.abs(gain.mean).toFixed(4)} (standard error ${gain.standardError.toFixed(4)})`;
  return isBetter
    ? `The regression foretold the held-out weeks better than BG/NBD: its Brier score is ${by}.`
    : `${coldWhy} A regression did not foretell the held-out weeks surely better: its Brier score is ${by}.`;
}

async function coldStartOf(visits: readonly VisitHistory[], signal: AbortSignal): Promise<BgNbdFit | null> {
  const returned = visits.filter(({ repeats }) => repeats > 0).length;
  if (visits.length < LEAST_FITTED || returned < LEAST_RETURNED) return null;
  return fitBgNbd(cohortOf(visits), PRIOR, signal);
}

const coldStartModel = (fit: BgNbdFit | null): EngagementModel =>
  fit === null
    ? { kind: 'prior', bgNbd: PRIOR, regression: null }
    : { kind: 'bg-nbd', bgNbd: fit.parameters, regression: null };

const figuresOf = ({ logLikelihood, converged }: BgNbdFit) => ({ logLikelihood, converged });

async function regressionOf(
  { bgNbd }: EngagementModel,
  examples: readonly Example[],
  signal: AbortSignal,
): Promise<EngagementModel> {
  const regression = await fitLogistic(
    examples.map(({ standing }) => featuresOf(bgNbd, standing)),
    examples.map(({ came }) => came),
    signal,
  );
  return { kind: 'regression', bgNbd, regression };
}

const peopleIn = (examples: readonly Example[]): number => new Set(examples.map(({ person }) => person)).size;

function hasBoth(examples: readonly Example[]): boolean {
  const came = examples.filter((example) => example.came).length;
  return came >= LEAST_OF_EACH && examples.length - came >= LEAST_OF_EACH;
}

export const forecastsOf = (model: EngagementModel, examples: readonly Example[]): Forecast[] =>
  examples.map(({ standing, came }) => ({ probability: probabilityOf(model, standing), came }));

type Gain = ReturnType<typeof improvement>;

const gainOf = (contender: EngagementModel, coldStart: EngagementModel, examples: readonly Example[]) =>
  improvement(
    examples.map(({ person, standing, came }) => ({
      person,
      came,
      of: probabilityOf(contender, standing),
      over: probabilityOf(coldStart, standing),
    })),
  );

function heldOutFigures(
  { heldOut, cuts }: TrainingRows,
  candidates: readonly EngagementModel[],
  kept: EngagementModel,
): HeldOutFigures {
  const baseRate = baseRateOf(heldOut);
  return {
    cuts: cuts.heldOut,
    people: peopleIn(heldOut),
    forecasts: heldOut.length,
    baseRate,
    baseRateBrier: baseRate * (1 - baseRate),
    candidates: candidates.map((candidate) => {
      const forecasts = forecastsOf(candidate, heldOut);
      return { kind: candidate.kind, brier: brierScore(forecasts), areaUnderCurve: areaUnderCurve(forecasts) };
    }),
    calibration: calibrationOf(forecastsOf(kept, heldOut)),
  };
}
