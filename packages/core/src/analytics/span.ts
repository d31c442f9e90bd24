import { dateReader, datesUntil } from '../moods/calendar.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** The farthest that a zone's clock is from UTC. */
const FARTHEST_ZONE_MS = 14 * HOUR_MS;
const DEFAULT_DAYS = 30;

/** Whole days of a zone, as the whole UTC hours they begin and end with. */
export interface Span {
  readonly from: Date;
  /** Not in it. */
  readonly to: Date;
  readonly timeZone: string;
  /** Every day of it, oldest first. */
  readonly days: readonly string[];
}

export interface SpanRequest {
  /** First day, ISO 8601; null: 29 days before the last. */
  readonly from: string | null;
  /** Last day; null: today in the zone. */
  readonly to: string | null;
  /** IANA name. */
  readonly timeZone: string;
}

/** The hours of the days that are asked for; null when the first is after the last. Pure. */
export function spanOf({ from, to, timeZone }: SpanRequest, now: Date): Span | null {
  const dateOf = dateReader(timeZone);
  const last = to ?? dateOf(now);
  const first = from ?? datesUntil(last, DEFAULT_DAYS)[0] ?? last;
  if (first > last) return null;
  const count = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
  const dayAfter = new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10);
  return { from: startOf(first, dateOf), to: startOf(dayAfter, dateOf), timeZone, days: datesUntil(last, count) };
}

/** The first whole UTC hour that a day of the zone has: in zones that are half an hour off, half an hour after its midnight. */
function startOf(date: string, dateOf: (moment: Date) => string): Date {
  let at = Date.parse(`${date}T00:00:00Z`) - FARTHEST_ZONE_MS;
  while (dateOf(new Date(at)) < date) at += HOUR_MS;
  return new Date(at);
}
