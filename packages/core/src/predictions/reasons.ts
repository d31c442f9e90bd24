import { type Contribution, contributionsTo, type EngagementModel, probabilityOf } from './engagement-model.ts';
import type { Standing } from './history.ts';

/** Why somebody is likely or not to come, as a person can read it. */
export interface Reason {
  readonly about: 'silence' | 'frequency' | 'tenure' | 'satisfaction';
  readonly words: string;
  readonly effect: 'raises' | 'lowers';
  /** By how much it moves the log-odds: 1 makes them 2.7 times as good or as bad. */
  readonly weight: number;
}

/**
 * What each feature is told as. Of a mood nothing is ever told: operators see moods of five people together or not at all, and a
 * reason is about one.
 */
const TOLD_AS: Readonly<Record<Contribution['of'], Reason['about'] | null>> = {
  silence: 'silence',
  frequency: 'frequency',
  tenure: 'tenure',
  satisfaction: 'satisfaction',
  mood: null,
};

const MOST_REASONS = 3;
/** What moves the odds by less than a tenth is no reason. */
const LEAST_WEIGHT = 0.1;

/**
 * The reasons of a prediction from the model's own contributions: of who rather won't come, what speaks against it first, of who rather
 * will, what speaks for it; then by weight.
 */
export function reasonsOf(model: EngagementModel, standing: Standing): Reason[] {
  const leaning = probabilityOf(model, standing) < 0.5 ? -1 : 1;
  const speaksOtherwise = ({ logOdds }: { readonly logOdds: number }) => Number(Math.sign(logOdds) !== leaning);
  return sumsOf(contributionsTo(model, standing))
    .filter(({ logOdds }) => Math.abs(logOdds) >= LEAST_WEIGHT)
    .toSorted(
      (one, other) => speaksOtherwise(one) - speaksOtherwise(other) || Math.abs(other.logOdds) - Math.abs(one.logOdds),
    )
    .flatMap(({ about, logOdds }): Reason[] => {
      const words = wordsFor(about, standing);
      if (words === null) return [];
      return [{ about, words, effect: logOdds > 0 ? 'raises' : 'lowers', weight: Math.round(logOdds * 100) / 100 }];
    })
    .slice(0, MOST_REASONS);
}

function sumsOf(contributions: readonly Contribution[]): { about: Reason['about']; logOdds: number }[] {
  const sums = new Map<Reason['about'], number>();
  for (const { of, logOdds } of contributions) {
    const about = TOLD_AS[of];
    if (about !== null) sums.set(about, (sums.get(about) ?? 0) + logOdds);
  }
  return [...sums].map(([about, logOdds]) => ({ about, logOdds }));
}

/** Null where there is nothing to tell, as of the ratings of somebody who gave none. */
function wordsFor(about: Reason['about'], standing: Standing): string | null {
  const { visits, silentDays, ratings, meanRating } = standing;
  switch (about) {
    case 'silence': {
      const rhythm = rhythmInWords(standing);
      return `last wrote ${ago(silentDays)}${rhythm === null ? '' : `; used to write ${rhythm}`}`;
    }
    case 'frequency':
      return visits.repeats === 0
        ? `wrote on one day only, ${ago(silentDays)}`
        : `wrote on ${visits.repeats + 1} days within ${count(visits.lastAt + 1, 'day')}`;
    case 'tenure':
      return `first wrote ${ago(visits.observedFor)}`;
    case 'satisfaction':
      return meanRating === null ? null : `rated ${count(ratings, 'reply', 'replies')} ${meanRating.toFixed(1)} of 5`;
  }
}

/** Returns and days from which on there is a rhythm to speak of. */
const FEWEST_REPEATS = 2;
const SHORTEST_DAYS = 7;

/** Gaps between days written on, in days and up to, as they are told. */
const RHYTHMS: readonly { readonly gapUpTo: number; readonly words: string }[] = [
  { gapUpTo: 1.3, words: 'nearly every day' },
  { gapUpTo: 1.9, words: 'four or five times a week' },
  { gapUpTo: 2.9, words: 'three times a week' },
  { gapUpTo: 4.9, words: 'twice a week' },
  { gapUpTo: 10, words: 'once a week' },
  { gapUpTo: 21, words: 'every two weeks' },
  { gapUpTo: 45, words: 'once a month' },
  { gapUpTo: 75, words: 'every two months' },
];

function rhythmInWords({ visits, usualGapDays }: Standing): string | null {
  if (usualGapDays === null || visits.repeats < FEWEST_REPEATS || visits.lastAt < SHORTEST_DAYS) return null;
  return RHYTHMS.find(({ gapUpTo }) => usualGapDays <= gapUpTo)?.words ?? 'a few times a year';
}

const ago = (days: number): string => (days === 1 ? 'yesterday' : `${days} days ago`);
const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
