import type { MoodDay } from '@rapport/wire';

/** What a day is made of: the date in the person's time zone, and how surely which valence was heard. */
export interface DatedMood {
  readonly date: string;
  /** -1 to 1. */
  readonly valence: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Doubt lowers what a mood counts in its day, but a day of doubtful moods is a day. */
const LEAST_WEIGHT = 0.05;

/**
 * One entry for each of `dates`: the mean valence of the day's moods, each by its confidence, and their count. A date
 * without a mood is a gap with a valence of null.
 */
export function moodDays(dates: readonly string[], moods: readonly DatedMood[]): MoodDay[] {
  const sums = new Map<string, { weight: number; valence: number; count: number }>();
  for (const { date, valence, confidence } of moods) {
    const sum = sums.get(date) ?? { weight: 0, valence: 0, count: 0 };
    const weight = Math.max(LEAST_WEIGHT, confidence);
    sums.set(date, { weight: sum.weight + weight, valence: sum.valence + weight * valence, count: sum.count + 1 });
  }
  return dates.map((date) => {
    const sum = sums.get(date);
    if (sum === undefined) return { date, valence: null, count: 0 };
    return { date, valence: Math.round((sum.valence / sum.weight) * 100) / 100, count: sum.count };
  });
}
