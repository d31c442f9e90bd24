/** Where the day of something lies, seen from the person's own calendar. */
export interface Distance {
  readonly kind: 'passed' | 'today' | 'ahead';
  /** Whole days since or until it, 0 or more; of a month, since its last day or until its first. */
  readonly days: number;
  /** For what lies ahead: "tomorrow", "Friday", "next week", "next month". */
  readonly when: string;
}

export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/**
 * How far a stated date (`2026-12-12` or `2026-12`) is from now. Null for years alone, yearly days and what is no date; null too
 * within the month itself when only the month is known, for then nobody can say whether it has been.
 */
export function distanceOf(date: string, now: Date, timeZone: string): Distance | null {
  const today = dayNumber(now, timeZone);
  const parts = date.match(/^(\d{4})-(\d{2})(?:-(\d{2}))?$/);
  if (parts === null || Number.isNaN(today)) return null;
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  const first = Date.UTC(year, month - 1, Number(parts[3] ?? 1)) / DAY_MS;
  const last = parts[3] === undefined ? Date.UTC(year, month, 0) / DAY_MS : first;
  if (last < today) return { kind: 'passed', days: today - last, when: '' };
  if (first > today)
    return { kind: 'ahead', days: first - today, when: wordsFor(first, today, parts[3] === undefined) };
  return parts[3] === undefined ? null : { kind: 'today', days: 0, when: '' };
}

/** Whole calendar days from one instant to another in the person's zone. */
export const wholeDays = (from: Date, to: Date, timeZone: string): number =>
  dayNumber(to, timeZone) - dayNumber(from, timeZone);

/** Weeks begin on Monday (ISO 8601), as in the memory's reading of "next week". */
function wordsFor(day: number, today: number, isMonth: boolean): string {
  if (isMonth) return 'next month';
  if (day - today === 1) return 'tomorrow';
  const mondayOf = (number: number): number => number - ((new Date(number * DAY_MS).getUTCDay() + 6) % 7);
  const weeks = (mondayOf(day) - mondayOf(today)) / 7;
  if (weeks === 0) return WEEKDAYS[new Date(day * DAY_MS).getUTCDay()] ?? '';
  return weeks === 1 ? 'next week' : 'the week after next';
}

/** Days since 1970 of the calendar day an instant falls on; NaN for an instant that is none. */
function dayNumber(instant: Date, timeZone: string): number {
  if (Number.isNaN(instant.getTime())) return Number.NaN;
  const parts = formatterOf(timeZone).formatToParts(instant);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(value('year'), value('month') - 1, value('day')) / DAY_MS;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const fields = {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...fields, timeZone });
  } catch (error) {
    // A zone the runtime doesn't know is a RangeError; anything else is ours.
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en-US', { ...fields, timeZone: 'UTC' });
    throw error;
  }
}
