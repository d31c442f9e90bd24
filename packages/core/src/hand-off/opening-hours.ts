import type { HandOffDefinition } from '../assistants/hand-off-definition.ts';
import { type HoursDefinition, WEEKDAYS, type Weekday } from '../assistants/hours-definition.ts';

/** A stretch of opening hours, as moments. */
interface Opening {
  readonly from: Date;
  readonly to: Date;
}

/** Days looked ahead for the next opening: a team that is out longer has to say so in its own words. */
const DAYS_AHEAD = 60;
const MINUTE_MS = 60_000;

/** Until when the team is in; null when it is out at this moment. */
export function openUntil(hours: HoursDefinition, now: Date): Date | null {
  const [opening] = openings(hours, now);
  return opening !== undefined && opening.from <= now ? opening.to : null;
}

/** When the team is in next; null when it is in now, or not within the next two months. */
export function opensAt(hours: HoursDefinition, now: Date): Date | null {
  const [opening] = openings(hours, now);
  return opening === undefined || opening.from <= now ? null : opening.from;
}

/** The moment at which so many minutes of opening hours have passed: by then the team has promised an answer. */
export function answerBy(definition: HandOffDefinition, now: Date): Date {
  let left = definition.answersWithinMinutes * MINUTE_MS;
  let last = now;
  for (const { from, to } of openings(definition.hours, now)) {
    const start = Math.max(from.getTime(), now.getTime());
    const length = to.getTime() - start;
    if (length >= left) return new Date(start + left);
    left -= length;
    last = to;
  }
  return new Date(last.getTime() + left);
}

/** The openings that are not over yet, in their order. */
function* openings({ timeZone, weekly, closedDays }: HoursDefinition, now: Date): Generator<Opening, undefined> {
  const zone = zoneClock(timeZone);
  const today = zone.dateOf(now);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = addDays(today, ahead);
    if (closedDays.some((closed) => closed.date === date)) continue;
    for (const { from, until } of weekly[weekdayOf(date)] ?? []) {
      const opening = {
        from: zone.momentOf(date, from),
        to: until === '24:00' ? zone.momentOf(addDays(date, 1), '00:00') : zone.momentOf(date, until),
      };
      if (opening.to > now) yield opening;
    }
  }
  return undefined;
}

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** `getUTCDay` counts from Sunday. */
function weekdayOf(date: string): Weekday {
  const day = WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
  if (day === undefined) throw new RangeError(`${date} has no weekday`);
  return day;
}

/** The wall clock of a zone, both ways. */
function zoneClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const wall = (moment: Date): string => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const at = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
    return `${at('year').padStart(4, '0')}-${at('month')}-${at('day')}T${at('hour')}:${at('minute')}:${at('second')}Z`;
  };
  const offsetAt = (moment: Date): number => Date.parse(wall(moment)) - Math.floor(moment.getTime() / 1_000) * 1_000;
  return {
    dateOf: (moment: Date): string => wall(moment).slice(0, 10),
    /** A wall time that a change of the clocks skips counts as the moment after the gap; one that comes twice as the first. */
    momentOf(date: string, time: string): Date {
      const asUtc = Date.parse(`${date}T${time}:00Z`);
      // The offset is that of the moment sought: a day before and a day after bracket any change of the clocks.
      const candidates = [offsetAt(new Date(asUtc - 86_400_000)), offsetAt(new Date(asUtc + 86_400_000))];
      const fitting = candidates
        .map((offset) => new Date(asUtc - offset))
        .filter((moment) => offsetAt(moment) === asUtc - moment.getTime());
      return (
        fitting.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? new Date(asUtc - (candidates[0] ?? 0))
      );
    },
  };
}
