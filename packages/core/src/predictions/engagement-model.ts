import { type BgNbdParameters, probabilityActive, type VisitHistory } from './bg-nbd.ts';
import type { Standing } from './history.ts';
import { contributionsOf, type LogisticModel, predictLogistic } from './logistic-regression.ts';

/** What is foretold: that somebody writes on at least one of so many days (UTC) from the cut on. */
export const HORIZON_DAYS = 30;

/**
 * Who comes back before anything is known of a brand's own people: what Fader, Hardie & Lee (2005) found for the customers of
 * CDNOW, a record shop (r .243, α 4.414 weeks, a .793, b 2.426), with α in days. People who talk to an assistant may come
 * back very differently, so it holds only until there are enough of a brand's own.
 */
export const PRIOR: BgNbdParameters = { r: 0.243, alpha: 4.414 * 7, a: 0.793, b: 2.426 };

/**
 * `prior`: BG/NBD with {@link PRIOR}. `bg-nbd`: fitted to the brand's own people. Both are the cold start. `regression`: logistic
 * regression, only where it foretold held-out weeks better than the cold start.
 */
export type ModelKind = 'prior' | 'bg-nbd' | 'regression';

/** All that is needed to foretell. `bgNbd` is in days; `regression` stands for a model of that kind only. */
export interface EngagementModel {
  readonly kind: ModelKind;
  readonly bgNbd: BgNbdParameters;
  readonly regression: LogisticModel | null;
}

/** What a part of somebody's history does to the log-odds of their coming. */
export interface Contribution {
  readonly of: Exclude<Feature, 'cold-start'>;
  readonly logOdds: number;
}

/** What the regression is told of a person, in this order. Changing any is a new {@link FEATURES_VERSION}. */
export const FEATURES = ['cold-start', 'silence', 'frequency', 'tenure', 'satisfaction', 'mood'] as const;
export type Feature = (typeof FEATURES)[number];
export const FEATURES_VERSION = 1;

const MIDDLE_RATING = 3;

/**
 * A standing as numbers: the log-odds of BG/NBD, how long silent, on how many days they returned, how long known (as logarithms,
 * because the tenth day is less than the second), what they rate (0 without ratings, held back with few), and where their mood
 * has been going.
 *
 * The cold start is a feature because a sum of logarithms can't hold a silence against a person's own rhythm, which is what BG/NBD
 * does well: so the regression corrects it instead of beginning anew.
 */
export function featuresOf(bgNbd: BgNbdParameters, standing: Standing): number[] {
  const { visits, silentDays, ratings, meanRating, moodTrend } = standing;
  return [
    logOddsOf(probabilityActive(bgNbd, visits, HORIZON_DAYS)),
    Math.log(silentDays),
    Math.log1p(visits.repeats),
    Math.log(visits.observedFor),
    meanRating === null ? 0 : ((meanRating - MIDDLE_RATING) * ratings) / (ratings + 1),
    moodTrend,
  ];
}

/** How likely somebody is to write within {@link HORIZON_DAYS} of their standing. */
export function probabilityOf({ kind, bgNbd, regression }: EngagementModel, standing: Standing): number {
  return kind === 'regression' && regression !== null
    ? predictLogistic(regression, featuresOf(bgNbd, standing))
    : probabilityActive(bgNbd, standing.visits, HORIZON_DAYS);
}

/**
 * What in somebody's history makes the model say what it says. BG/NBD starts with somebody who first wrote yesterday and takes
 * two steps: their days as they would be without a longer silence than usual, then the silence. The regression takes the
 * same two by the weight it gives BG/NBD, and adds what each further feature is above or below everybody's.
 */
export function contributionsTo({ kind, bgNbd, regression }: EngagementModel, standing: Standing): Contribution[] {
  const steps = stepsOfBgNbd(bgNbd, standing);
  if (kind !== 'regression' || regression === null) return steps;
  const scale = (regression.weights[0] ?? 0) / (regression.scales[0] ?? 1);
  const further = contributionsOf(regression, featuresOf(bgNbd, standing)).slice(1);
  return [
    ...steps.map(({ of, logOdds }) => ({ of, logOdds: logOdds * scale })),
    ...further.map((logOdds, index) => ({ of: FURTHER_FEATURES[index] ?? 'silence', logOdds })),
  ];
}

const [, ...FURTHER_FEATURES] = FEATURES;

function stepsOfBgNbd(bgNbd: BgNbdParameters, { visits, usualGapDays }: Standing): Contribution[] {
  const oddsOf = (history: VisitHistory) => logOddsOf(probabilityActive(bgNbd, history, HORIZON_DAYS));
  const newcomer = oddsOf({ repeats: 0, lastAt: 0, observedFor: 1 });
  const actual = oddsOf(visits);
  if (usualGapDays === null) return [{ of: 'frequency', logOdds: actual - newcomer }];
  const lastAsUsual = Math.max(visits.lastAt, visits.observedFor - usualGapDays);
  const asUsual = oddsOf({ ...visits, lastAt: lastAsUsual });
  return [
    { of: 'frequency', logOdds: asUsual - newcomer },
    { of: 'silence', logOdds: actual - asUsual },
  ];
}

/** Log-odds beyond these count as these, one in three thousand: a few people long gone would otherwise weigh as much as all others. */
const FARTHEST_LOG_ODDS = 8;

function logOddsOf(probability: number): number {
  const logOdds = Math.log(probability) - Math.log1p(-probability);
  return Math.max(-FARTHEST_LOG_ODDS, Math.min(FARTHEST_LOG_ODDS, logOdds));
}

/** How likely somebody is to come, as a word. `gone` is apart so that those at risk, who may still be reached, are not lost among them. */
export type Band = 'engaged' | 'uncertain' | 'at_risk' | 'gone';

/** Where each band begins, from the most likely down. Judgement: more likely than not with some room, an even chance in doubt, one in four, one in twenty. */
const BANDS: readonly { readonly band: Band; readonly from: number }[] = [
  { band: 'engaged', from: 0.6 },
  { band: 'uncertain', from: 0.25 },
  { band: 'at_risk', from: 0.05 },
];

export const bandOf = (probability: number): Band => BANDS.find(({ from }) => probability >= from)?.band ?? 'gone';
