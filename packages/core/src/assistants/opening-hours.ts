import { type HoursDefinition, WEEKDAYS, type Weekday } from './hours-definition.ts';

/** One local time of opening or closing, on a local date. */
export interface LocalTime {
  /** As `2026-12-25`, in the hours' time zone. */
  readonly date: string;
  readonly weekday: Weekday;
  /** As `09:00`; `24:00` is the end of the date. */
  readonly time: string;
}

/** Whether the brand's people are there at a moment, and until or from when. All times are in the hours' own zone. */
export type Opening = {
  /** The local date and time of the moment itself. */
  readonly now: LocalTime;
  /** The closed day that the moment falls on; null on any other. */
  readonly closedToday: { readonly date: string; readonly name: string } | null;
} & (
  | { readonly isOpen: true; readonly closes: LocalTime }
  /** `opens` is null when nothing opens within a year. */
  | { readonly isOpen: false; readonly opens: LocalTime | null }
);

const DAY_MS = 86_400_000;
/** Closed days can't hide the next opening for longer than this. */
const MOST_DAYS_AHEAD = 366;

/**
 * Whether it is open at `at`. Local times are compared as people read a clock, so the hour that summer time skips or
 * repeats needs no rule of its own.
 */
export function openingAt(hours: HoursDefinition, at: Date): Opening {
  const now = localTimeOf(at, hours.timeZone);
  const closedToday = hours.closedDays.find(({ date }) => date === now.date) ?? null;
  const current = timesOn(hours, now).find(({ from, until }) => from <= now.time && now.time < until);
  if (current !== undefined) {
    return { now, closedToday, isOpen: true, closes: closingFrom(hours, now, current.until) };
  }
  return { now, closedToday, isOpen: false, opens: nextOpening(hours, now) };
}

/** When what is open until `until` closes; a night that goes on after midnight is one. */
function closingFrom(hours: HoursDefinition, day: LocalTime, until: string): LocalTime {
  let closes: LocalTime = { ...day, time: until };
  // A brand that never closes would go round for ever: after a week it is told the same time of the day.
  for (let days = 0; closes.time === '24:00' && days < WEEKDAYS.length; days += 1) {
    const next = dayAfter(closes);
    const goesOn = timesOn(hours, next).find(({ from }) => from === '00:00');
    if (goesOn === undefined) break;
    closes = { ...next, time: goesOn.until };
  }
  return closes;
}

function nextOpening(hours: HoursDefinition, now: LocalTime): LocalTime | null {
  const later = timesOn(hours, now).find(({ from }) => from > now.time);
  if (later !== undefined) return { ...now, time: later.from };
  let day = now;
  for (let days = 0; days < MOST_DAYS_AHEAD; days += 1) {
    day = dayAfter(day);
    const [first] = timesOn(hours, day);
    if (first !== undefined) return { ...day, time: first.from };
  }
  return null;
}

/** The times of a date, none on a closed day. */
function timesOn(hours: HoursDefinition, { date, weekday }: Pick<LocalTime, 'date' | 'weekday'>) {
  return hours.closedDays.some((closed) => closed.date === date) ? [] : (hours.weekly[weekday] ?? []);
}

function dayAfter({ date }: LocalTime): LocalTime {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return { date: next, weekday: weekdayOf(next), time: '00:00' };
}

/** The date, day and time at `at` where `timeZone` is. Throws a RangeError for a zone that is none. */
function localTimeOf(at: Date, timeZone: string): LocalTime {
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-GB', { ...fields, hourCycle: 'h23', timeZone });
  const parts = new Map<string, string>(format.formatToParts(at).map(({ type, value }) => [type, value] as const));
  const part = (name: string) => parts.get(name) ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return { date, weekday: weekdayOf(date), time: `${part('hour')}:${part('minute')}` };
}

function weekdayOf(date: string): Weekday {
  // Sunday is 0 there and last here.
  const place = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return WEEKDAYS[place] ?? 'monday';
}
