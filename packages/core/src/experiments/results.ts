import {
  type Experiment,
  type ExperimentResults,
  GOAL_METRICS,
  GUARDRAIL_METRICS,
  type MetricResult,
} from '@rapport/wire';
import type { Database } from '../database/database.ts';
import { type Counted, countPeople, type GoalMetric, type Metric, metricOf, readMetric } from './metrics.ts';
import { chanceOfHigherMean, chanceOfHigherShare } from './statistics/chance-to-win.ts';
import { cuped } from './statistics/cuped.ts';
import { type Difference, twoProportions, welch } from './statistics/difference.ts';
import { type Sample, type Sums, sampleOf } from './statistics/sample.ts';
import { MISMATCH_BELOW, type PhaseCount, sampleRatio } from './statistics/sample-ratio.ts';
import { peopleForMeans, peopleForShares } from './statistics/sample-size.ts';
import { sequential } from './statistics/sequential.ts';

const ALPHA = 0.05;
/** In each variant, before a winner is called: below it the sequential interval is not what it promises (it is asymptotic). */
const LEAST_PEOPLE_TO_WIN = 100;
/** In each variant, before a guardrail speaks. */
const LEAST_PEOPLE_TO_HARM = 20;
/**
 * A guardrail is broken where harm is this likely to be no accident: one-sided, at every look, and not corrected for looking or
 * for the number of guardrails. That is on purpose: a false alarm costs a variant, a missed one costs people.
 */
const HARM_BELOW = 0.05;

const NOBODY: Sums = { people: 0, y: 0, yy: 0, x: 0, xx: 0, xy: 0 };

/** What came of an experiment by a moment, or by its end. */
export async function readResults(
  { pool }: Pick<Database, 'pool'>,
  experiment: Experiment,
  now: Date,
): Promise<ExperimentResults> {
  const { definition, startedAt, stoppedAt } = experiment;
  const until = stoppedAt === null ? now : new Date(stoppedAt);
  const counted: Counted = { experiment: definition.id, assistant: definition.assistant, until };
  const counts = await countPeople(
    pool,
    counted,
    experiment.phases.map(({ from }) => new Date(from)),
  );
  const figures = new Map<Metric, ReadonlyMap<string, Sums>>();
  // One after the other: on the embedded database there is one connection, and people's replies wait for it too.
  for (const metric of [...GOAL_METRICS, ...GUARDRAIL_METRICS])
    figures.set(metric, await readMetric(pool, metric, counted));
  return resultsOf(experiment, until, counts, figures, startedAt);
}

/** The results of what was counted. Pure. */
export function resultsOf(
  { definition, status, phases }: Experiment,
  until: Date,
  counts: readonly { readonly variant: string; readonly phase: number; readonly people: number }[],
  figures: ReadonlyMap<Metric, ReadonlyMap<string, Sums>>,
  startedAt: string | null,
): ExperimentResults {
  const variants = definition.variants.map(({ id }) => id);
  const sumsOf = (metric: Metric) => variants.map((id) => figures.get(metric)?.get(id) ?? NOBODY);
  const ratio = ratioOf(variants, phases, counts);
  const goal = metricResult(definition.metric, variants, sumsOf(definition.metric));
  const guardrails = GUARDRAIL_METRICS.map((metric) => metricResult(metric, variants, sumsOf(metric)));
  const harms = GUARDRAIL_METRICS.flatMap((metric) =>
    harmsOf(metric, variants, sumsOf(metric)).map((harm) => ({ ...harm, metric })),
  );
  const peopleNeeded = neededOf(definition.metric, sumsOf(definition.metric)[0] ?? NOBODY, definition.minimumEffect);
  const found: Omit<ExperimentResults, 'decision'> = {
    id: definition.id,
    status,
    from: startedAt,
    until: startedAt === null ? null : until.toISOString(),
    people: counts.reduce((sum, { people }) => sum + people, 0),
    sampleRatio: ratio,
    peopleNeeded,
    goal,
    others: GOAL_METRICS.filter((metric) => metric !== definition.metric).map((metric) =>
      metricResult(metric, variants, sumsOf(metric)),
    ),
    guardrails,
    harms,
  };
  return { ...found, decision: decide(found) };
}

function ratioOf(
  variants: readonly string[],
  phases: Experiment['phases'],
  counts: readonly { readonly variant: string; readonly phase: number; readonly people: number }[],
): ExperimentResults['sampleRatio'] {
  const byPhase = phases.map(
    ({ weights }, place): PhaseCount => ({
      weights,
      people: variants.map((id) => sumOf(counts.filter(({ variant, phase }) => variant === id && phase === place + 1))),
    }),
  );
  const pValue = sampleRatio(byPhase);
  return {
    pValue,
    isMismatch: pValue !== null && pValue < MISMATCH_BELOW,
    variants: variants.map((variant, place) => ({
      variant,
      people: sumOf(counts.filter((count) => count.variant === variant)),
      expected: byPhase.reduce(
        (sum, { people, weights }) => sum + people.reduce((all, each) => all + each, 0) * (weights[place] ?? 0),
        0,
      ),
    })),
  };
}

const sumOf = (counts: readonly { readonly people: number }[]): number =>
  counts.reduce((sum, { people }) => sum + people, 0);

/** What is compared: shares as they are, means less what was there before. */
function samplesOf(
  metric: Metric,
  sums: readonly Sums[],
): { samples: readonly Sample[]; varianceReduction: number | null } {
  const adjusted = metricOf(metric).usesBefore ? cuped(sums) : null;
  if (adjusted !== null) return adjusted;
  return { samples: sums.map(sampleOf), varianceReduction: null };
}

function differenceOf(metric: Metric, control: Sample, variant: Sample, alpha: number): Difference | null {
  return metricOf(metric).kind === 'proportion'
    ? twoProportions(control, variant, alpha)
    : welch(control, variant, alpha);
}

function metricResult(metric: Metric, variants: readonly string[], sums: readonly Sums[]): MetricResult {
  const { meaning, kind, better, leastPeople } = metricOf(metric);
  const { samples, varianceReduction } = samplesOf(metric, sums);
  const [control] = samples;
  // Several variants are held against one control, so each gets its part of α (Bonferroni; Dunn 1961, JASA 56).
  const alpha = ALPHA / Math.max(1, variants.length - 1);
  return {
    metric,
    meaning,
    kind,
    better,
    varianceReduction,
    variants: variants.map((variant, place) => {
      const [own, sample] = [sums[place] ?? NOBODY, samples[place]];
      const isHidden = own.people < leastPeople;
      const isComparable = !isHidden && place > 0 && (control?.people ?? 0) >= leastPeople;
      const difference =
        isComparable && control !== undefined && sample !== undefined
          ? compared(metric, control, sample, [sums[0] ?? NOBODY, own], alpha)
          : null;
      return { variant, people: own.people, mean: isHidden ? null : own.y / own.people, difference };
    }),
  };
}

function compared(
  metric: Metric,
  control: Sample,
  variant: Sample,
  [controlSums, variantSums]: readonly [Sums, Sums],
  alpha: number,
): MetricResult['variants'][number]['difference'] {
  const difference = differenceOf(metric, control, variant, alpha);
  if (difference === null) return null;
  const { kind, better } = metricOf(metric);
  const { estimate, standardError, pValue, interval } = difference;
  const always = sequential(estimate, standardError, control.people + variant.people, alpha);
  const higher =
    kind === 'proportion'
      ? chanceOfHigherShare(
          { people: controlSums.people, did: controlSums.y },
          { people: variantSums.people, did: variantSums.y },
        )
      : chanceOfHigherMean(estimate, standardError);
  const plain = controlSums.y / controlSums.people;
  return {
    estimate,
    relative: plain === 0 ? null : estimate / plain,
    pValue,
    interval,
    sequentialPValue: always.pValue,
    sequentialInterval: always.interval,
    chanceToWin: better === 'higher' ? higher : 1 - higher,
  };
}

function harmsOf(
  metric: Metric,
  variants: readonly string[],
  sums: readonly Sums[],
): { readonly variant: string; readonly pValue: number }[] {
  const { samples } = samplesOf(metric, sums);
  const [control] = samples;
  if (control === undefined || control.people < LEAST_PEOPLE_TO_HARM) return [];
  return variants.flatMap((variant, place) => {
    const sample = samples[place];
    if (place === 0 || sample === undefined || sample.people < LEAST_PEOPLE_TO_HARM) return [];
    const difference = differenceOf(metric, control, sample, ALPHA);
    if (difference === null) return [];
    const pValue = metricOf(metric).better === 'lower' ? difference.pValueHigher : 1 - difference.pValueHigher;
    return pValue < HARM_BELOW ? [{ variant, pValue }] : [];
  });
}

/** People a variant needs; null while the control has no spread or no mean to tell it by. */
function neededOf(metric: GoalMetric, control: Sums, minimumEffect: number): number | null {
  const { people, mean, variance } = sampleOf(control);
  if (people < 2 || mean <= 0 || variance <= 0) return null;
  const needed =
    metricOf(metric).kind === 'proportion'
      ? peopleForShares(mean, otherShare(mean, minimumEffect))
      : peopleForMeans(variance, mean * minimumEffect);
  return Math.ceil(needed);
}

/** A share can't rise above all; what is looked for is then as much the other way. */
const otherShare = (share: number, effect: number): number =>
  share * (1 + effect) < 1 ? share * (1 + effect) : share * (1 - Math.min(effect, 1));

/** What the results come to, the first that holds: a broken split, a winner that harms nobody, time, or nothing. */
function decide({ people, sampleRatio: ratio, goal, harms, peopleNeeded }: Omit<ExperimentResults, 'decision'>) {
  const none = { variant: null };
  if (people === 0) {
    return { kind: 'nothing-yet' as const, ...none, says: 'Nobody has had a variant yet.' };
  }
  if (ratio.isMismatch) {
    const says =
      'The split is not what it should be, so some people are lost in one variant more than in another and no figure can be trusted. Find out what loses them, and begin again.';
    return { kind: 'sample-ratio-mismatch' as const, ...none, says };
  }
  const harmful = new Set(harms.map(({ variant }) => variant));
  const isLarge = goal.variants.every((each) => each.people >= LEAST_PEOPLE_TO_WIN);
  const sign = goal.better === 'higher' ? 1 : -1;
  const gains = goal.variants
    .flatMap(({ variant, difference }) => (difference === null ? [] : [{ variant, ...difference }]))
    .filter(({ sequentialInterval: { low, high } }) => (sign === 1 ? low > 0 : high < 0))
    .sort((one, other) => sign * (other.estimate - one.estimate));
  const winner = isLarge ? gains.find(({ variant }) => !harmful.has(variant)) : undefined;
  const warning = harms.map(({ variant, metric }) => `"${variant}" worsens ${metric}, so it can't win.`).join(' ');
  const say = (text: string) => (warning === '' ? text : `${text} ${warning}`);
  if (winner !== undefined) {
    return {
      kind: 'winner' as const,
      variant: winner.variant,
      says: say(`"${winner.variant}" is better than the control, however often one looked. Stop it, and ship it.`),
    };
  }
  const smallest = Math.min(...goal.variants.map((each) => each.people));
  const isDone = peopleNeeded !== null && isLarge && smallest >= peopleNeeded;
  if (isDone) {
    const says = say(
      'There are enough people to have found the smallest change worth finding, and no variant that may win is better than the control.',
    );
    return { kind: 'no-winner' as const, ...none, says };
  }
  const needs = Math.max(LEAST_PEOPLE_TO_WIN, peopleNeeded ?? 0);
  return {
    kind: 'keep-running' as const,
    ...none,
    says: say(
      `Nothing is decided. The smallest variant has ${smallest} people who count; about ${needs} a variant are needed.`,
    ),
  };
}
