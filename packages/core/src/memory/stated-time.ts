import type { StatedTime } from './fact.ts';
import { dayIn, TIME_RULES, WITHIN_DAY } from './stated-time-rules.ts';

/** When and where a message was said, and which way its clause looks where the words leave it open ("on Friday"). */
export interface Spoken {
  readonly saidAt: Date;
  /** IANA zone of the person; an unknown one counts as UTC. */
  readonly timeZone: string;
  /** `past` for "on Friday I saw her", `future` for "seeing her on Friday". */
  readonly leaning: 'past' | 'future';
}

/** A time a text states, and where its words stand in it. */
export interface FoundTime extends StatedTime {
  readonly start: number;
  readonly end: number;
}

/** Characters read of a text: a clause that says when is never longer. */
const MAX_READ = 1000;

/**
 * Every time the text states, in order, none overlapping another. What leaves the date open has `date: null`. Weekdays:
 * "last Friday" is the latest Friday before the day of the message; "Friday", "this Friday" and "on Friday" the nearest on the side the
 * clause leans to, today excluded; "next Friday" the Friday of the week after this one, weeks beginning on Monday. Days and months without
 * a year are the nearest on that side, today included. Weeks, weekends and months give `yyyy-mm` when they lie within one month.
 * Seasons, movable feasts and bare durations give words alone.
 */
export function statedTimesIn(text: string, spoken: Spoken): FoundTime[] {
  const today = dayIn(spoken.saidAt, spoken.timeZone);
  const read = text.slice(0, MAX_READ);
  const candidates: (FoundTime & { readonly order: number })[] = [];
  TIME_RULES.forEach(({ pattern, resolve }, order) => {
    for (const match of read.matchAll(pattern)) {
      const words = match[0].trim();
      const start = match.index + match[0].indexOf(words);
      const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
      const date = today === null ? null : resolve(groups, today, spoken.leaning);
      if (date === undefined) continue;
      candidates.push({ words, date, start, end: start + words.length, order });
    }
  });
  candidates.sort((one, other) => other.end - other.start - (one.end - one.start) || one.order - other.order);
  const kept: FoundTime[] = [];
  for (const { words, date, start, end } of candidates) {
    if (kept.every((found) => end <= found.start || start >= found.end)) kept.push({ words, date, start, end });
  }
  return kept.sort((one, other) => one.start - other.start);
}

/**
 * The one time a clause states: the first that gives a date, with the hour that stands beside it ("tomorrow at 3pm"), else the first words
 * about time; null when it states none.
 */
export function statedTimeIn(text: string, spoken: Spoken): StatedTime | null {
  const found = statedTimesIn(text, spoken);
  const chosen = found.find(({ date }) => date !== null) ?? found[0];
  if (chosen === undefined) return null;
  const hour = text.slice(chosen.end, chosen.end + 40).match(WITHIN_DAY)?.[0] ?? '';
  return { words: `${chosen.words}${hour}`.replace(/\s+/g, ' '), date: chosen.date };
}

/** The yearly day of a birthday or an anniversary: `4 March` becomes `--03-04`, with a year the whole date; null for anything else. */
export function yearlyDayIn(text: string, spoken: Spoken): StatedTime | null {
  const found = statedTimesIn(text, spoken).find(({ date }) => date !== null && /^\d{4}-\d\d-\d\d$/.test(date));
  if (found?.date == null) return null;
  const hasYear = /\b\d{4}\b/.test(found.words);
  const isNamedDay = /\p{L}{3}/u.test(found.words) && /\d/.test(found.words);
  if (hasYear || !isNamedDay) return { words: found.words, date: found.date };
  return { words: found.words, date: `-${found.date.slice(4)}` };
}
