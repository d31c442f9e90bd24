import { HOUR_MS, wholeDays } from '../people/callback-dates.ts';
import { type Advice, DAY_MS, MOST_ASKS } from './advice.ts';

export interface AskInput {
  readonly advice: readonly Advice[];
  readonly now: Date;
  /** IANA zone; one that is unknown counts as UTC. */
  readonly timeZone: string;
  readonly careLevel: 'none' | 'concern' | 'crisis';
  /** Valence −1 to 1. */
  readonly recentMoods: readonly { readonly valence: number; readonly at: Date }[];
}

/** A question on how advice went. */
export interface Ask {
  readonly adviceId: string;
  readonly text: string;
}

/** Thresholds and why. All are judgement and lean to silence. */
const LIMITS = {
  /** One question a visit, and a visit lasts a day. */
  visitHours: 20,
  /** Who didn't answer is not asked the same on the next visit. */
  againDays: 14,
  /** After four months the advice is no longer theirs: asking shows a file, not a memory. */
  longestDays: 120,
  /** A very low mood lately wants attention to today. */
  lowMood: -0.6,
  lowMoodHours: 72,
} as const;

/** Whether anything may be asked after, so that moods need not be read where nothing is due. */
export const isAnyDue = (advice: readonly Advice[], now: Date): boolean =>
  dueOf(advice, now).length > 0 && !wasAskedThisVisit(advice, now);

/**
 * At most one question about advice that is due, by its own words; null for nothing. Whether somebody could be seen comes before
 * anything else, then what is due longest. Never under care, never after a low day, one a visit, each twice at most. Pure.
 */
export function chooseAsk({ advice, now, timeZone, careLevel, recentMoods }: AskInput): Ask | null {
  if (careLevel !== 'none' || wasAskedThisVisit(advice, now)) return null;
  const isLow = recentMoods.some(
    ({ valence, at }) => valence <= LIMITS.lowMood && now.getTime() - at.getTime() <= LIMITS.lowMoodHours * HOUR_MS,
  );
  if (isLow) return null;
  const [best] = [...dueOf(advice, now)].sort(
    (one, other) =>
      Number(other.kind === 'care') - Number(one.kind === 'care') ||
      timeOf(one.askAfter) - timeOf(other.askAfter) ||
      (one.id < other.id ? -1 : 1),
  );
  return best === undefined ? null : { adviceId: best.id, text: askText(best, now, timeZone) };
}

const timeOf = (time: string | null): number => (time === null ? Number.NaN : new Date(time).getTime());

/** Advice that is due and may be asked after, in the order it came. */
function dueOf(advice: readonly Advice[], now: Date): readonly Advice[] {
  const at = now.getTime();
  return advice.filter(({ report, droppedAt, askAfter, asks, askedAt, givenAt }) => {
    if (askAfter === null || droppedAt !== null || asks >= MOST_ASKS) return false;
    // What was not tried yet may have been by now: that is asked once more.
    const isAnswered = report !== null && report.outcome !== 'not_tried';
    const isAskedLately = askedAt !== null && at - timeOf(askedAt) < LIMITS.againDays * DAY_MS;
    return (
      !isAnswered && !isAskedLately && timeOf(askAfter) <= at && at - timeOf(givenAt) <= LIMITS.longestDays * DAY_MS
    );
  });
}

const wasAskedThisVisit = (advice: readonly Advice[], now: Date): boolean =>
  advice.some(({ askedAt }) => askedAt !== null && now.getTime() - timeOf(askedAt) < LIMITS.visitHours * HOUR_MS);

/** The question, such as "Three weeks ago we talked about deep conditioning with warmth for your dry ends. How has that been?" */
function askText(advice: Advice, now: Date, timeZone: string): string {
  const when = whenOf(wholeDays(new Date(advice.givenAt), now, timeZone));
  const talked = `${when} we talked about ${advice.phrase}`;
  if (advice.kind === 'care') return `${talked}. Were you able to see someone?`;
  const what = `${talked}${forWhat(advice)}.`;
  return advice.asks === 0 ? `${what} How has that been?` : `${what} If you got to try it, how did it go?`;
}

/** " for your dry ends", unless the phrase says so itself. */
function forWhat({ phrase, concernWords }: Advice): string {
  if (concernWords === null) return '';
  const said = new Set(phrase.toLowerCase().match(/[a-z]+/g) ?? []);
  const repeats = concernWords.split(/[^a-z]+/i).some((word) => word.length > 3 && said.has(word.toLowerCase()));
  return repeats || said.has('your') ? '' : ` for your ${concernWords}`;
}

const NUMBERS = ['', 'A', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'] as const;

/** How long ago, as people say it. */
function whenOf(days: number): string {
  if (days <= 4) return 'A few days ago';
  if (days <= 10) return 'Last week';
  const weeks = Math.round(days / 7);
  if (weeks < NUMBERS.length) return `${NUMBERS[weeks]} weeks ago`;
  const months = Math.round(days / 30);
  return `${NUMBERS[Math.max(2, months)] ?? 'Some'} months ago`;
}

/** The month of an instant by the calendar of a zone, such as "October"; a zone that is unknown counts as UTC. */
export function monthOf(time: string, timeZone: string): string {
  const inZone = (zone: string) => new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: zone });
  try {
    return inZone(timeZone).format(new Date(time));
  } catch (error) {
    if (error instanceof RangeError) return inZone('UTC').format(new Date(time));
    throw error;
  }
}
