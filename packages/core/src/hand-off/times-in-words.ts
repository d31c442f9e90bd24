import type { HandOffDefinition } from '../assistants/hand-off-definition.ts';
import { dateReader } from '../moods/calendar.ts';
import { opensAt, openUntil } from './opening-hours.ts';

/** How a person reads times. */
export interface Reader {
  /** BCP 47 tag. */
  readonly locale: string;
  /** IANA zone; `UTC` is what a profile has that nobody has filled in. */
  readonly timeZone: string;
}

/** In whose clock times are told: the person's own where it is known, else the team's, which is then named. */
function clockFor({ hours }: Pick<HandOffDefinition, 'hours'>, reader: Reader) {
  const isKnown = reader.timeZone !== 'UTC';
  return { timeZone: isKnown ? reader.timeZone : hours.timeZone, isNamed: !isKnown };
}

/** "10:00 AM today", "tomorrow at 10:00 AM", "Monday, December 7 at 10:00 AM". */
export function momentInWords(definition: HandOffDefinition, reader: Reader, moment: Date, now: Date): string {
  const { timeZone, isNamed } = clockFor(definition, reader);
  const dateOf = dateReader(timeZone);
  const time = timeInWords(reader.locale, timeZone, moment, isNamed);
  const days = Math.round((Date.parse(dateOf(moment)) - Date.parse(dateOf(now))) / 86_400_000);
  if (days === 0) return `${time} today`;
  if (days === 1) return `tomorrow at ${time}`;
  const options =
    days < 7 ? ({ weekday: 'long' } as const) : ({ weekday: 'long', month: 'long', day: 'numeric' } as const);
  return `${formatted(moment, { ...options, timeZone })} at ${time}`;
}

/** "The team is in until 5:00 PM today", or when it is back. */
export function hoursInWords(definition: HandOffDefinition, reader: Reader, now: Date): string {
  const until = openUntil(definition.hours, now);
  if (until !== null) return `They're in until ${momentInWords(definition, reader, until, now)}`;
  const from = opensAt(definition.hours, now);
  return from === null
    ? "They're out at the moment"
    : `They're out right now and back ${withPreposition(momentInWords(definition, reader, from, now))}`;
}

const withPreposition = (moment: string): string =>
  /^\d/.test(moment) ? `at ${moment}` : moment.replace(/^(?=[A-Z])/, 'on ');

/** Words are English; of the locale only the way hours are counted is taken. */
function timeInWords(locale: string, timeZone: string, moment: Date, isNamed: boolean): string {
  const base = { timeZone, hour: 'numeric', minute: '2-digit', hour12: countsTwelveHours(locale) } as const;
  return formatted(moment, isNamed ? { ...base, timeZoneName: 'short' } : base);
}

function countsTwelveHours(locale: string): boolean {
  try {
    return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ?? true;
  } catch {
    return true;
  }
}

function formatted(moment: Date, options: Intl.DateTimeFormatOptions): string {
  try {
    // The narrow space before AM looks odd in fonts without it.
    return new Intl.DateTimeFormat('en-US', options).format(moment).replaceAll('\u202f', ' ');
  } catch (error) {
    if (error instanceof RangeError)
      return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(moment);
    throw error;
  }
}
