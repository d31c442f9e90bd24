import type { VisitHistory } from './bg-nbd.ts';

/**
 * What the product's own tables say of a person with one assistant, by day. A day is a whole number: days of UTC since
 * 1 January 1970. Sorted by day.
 */
export interface PersonHistory {
  readonly userId: string;
  /** Days on which they wrote, each once. */
  readonly days: readonly DayWritten[];
  /** What they rated replies with, 1 (bad) to 5 (good). */
  readonly ratings: readonly { readonly day: number; readonly rating: number }[];
}

export interface DayWritten {
  readonly day: number;
  /** How many of the day's messages had a mood, and the sum of their valences (−1 to 1); none of a crisis is among them. */
  readonly moods: number;
  readonly valence: number;
}

/** How somebody stood at the beginning of a day, by nothing that came later. */
export interface Standing {
  /** In days; see {@link VisitHistory}. */
  readonly visits: VisitHistory;
  /** Days since they last wrote, at least 1. */
  readonly silentDays: number;
  /** From a visit to the next on average, in days; null for who wrote on one day only. */
  readonly usualGapDays: number | null;
  readonly ratings: number;
  /** Of all their ratings; null where there are none. */
  readonly meanRating: number | null;
  /** How much the last 30 days' mood is above the one before, held back where few moods say so; 0 where nothing can be said. */
  readonly moodTrend: number;
}

/** The days that are "of late" for moods. */
const RECENT_DAYS = 30;
/** So many moods on each side count half of what they say, many more nearly all. */
const FEW_MOODS = 4;

/**
 * Somebody as they stood when the day `cut` began; null for who had not written yet. Days from `cut` on are not looked at.
 */
export function standingAt({ days, ratings }: PersonHistory, cut: number): Standing | null {
  const before = days.filter(({ day }) => day < cut);
  const [first] = before;
  const last = before.at(-1);
  if (first === undefined || last === undefined) return null;
  const repeats = before.length - 1;
  const lastAt = last.day - first.day;
  const rated = ratings.filter(({ day }) => day < cut);
  return {
    visits: { repeats, lastAt, observedFor: cut - first.day },
    silentDays: cut - last.day,
    usualGapDays: repeats === 0 ? null : lastAt / repeats,
    ratings: rated.length,
    meanRating: rated.length === 0 ? null : rated.reduce((sum, { rating }) => sum + rating, 0) / rated.length,
    moodTrend: moodTrend(before, cut),
  };
}

function moodTrend(before: readonly DayWritten[], cut: number): number {
  const side = (days: readonly DayWritten[]) => ({
    moods: days.reduce((sum, { moods }) => sum + moods, 0),
    valence: days.reduce((sum, { valence }) => sum + valence, 0),
  });
  const recent = side(before.filter(({ day }) => day >= cut - RECENT_DAYS));
  const earlier = side(before.filter(({ day }) => day < cut - RECENT_DAYS));
  if (recent.moods === 0 || earlier.moods === 0) return 0;
  const fewer = Math.min(recent.moods, earlier.moods);
  return (recent.valence / recent.moods - earlier.valence / earlier.moods) * (fewer / (fewer + FEW_MOODS));
}

/** Whether they wrote on a day from `from` on and before `until`. */
export const wroteBetween = ({ days }: PersonHistory, from: number, until: number): boolean =>
  days.some(({ day }) => day >= from && day < until);
