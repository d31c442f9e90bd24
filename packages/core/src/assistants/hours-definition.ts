import { z } from 'zod';

/** Days of the week in their order, by the numbers of `Date.getUTCDay` plus one: Monday is 1. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const time = (last: RegExp, example: string) => z.string().regex(last, `must be a time of day such as "${example}"`);
const opensAt = time(/^([01]\d|2[0-3]):[0-5]\d$/, '09:00');
const closesAt = time(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '17:30');

const openTime = z.strictObject({ from: opensAt, until: closesAt }).refine(({ from, until }) => from < until, {
  message: 'must close after it opens: a night over midnight is two times, until "24:00" and from "00:00"',
});

const openDay = z.array(openTime).superRefine((times, context) => {
  for (const [place, { from }] of times.entries()) {
    const before = times[place - 1];
    if (before === undefined || before.until <= from) continue;
    context.addIssue({ code: 'custom', path: [place], message: 'must begin after the time before it has ended' });
  }
});

const closedDay = z.strictObject({
  /** A date in `timeZone`, as `2026-12-25`. */
  date: z.iso.date('must be a date such as "2026-12-25"'),
  /** What it is called, to be told to people: "Christmas Day". */
  name: z.string().min(1, 'must say what the day is called, such as "Christmas Day"').max(60),
});

/** When the brand's people are there. Times are local times of `timeZone`. */
export const hoursDefinition = z.strictObject({
  timeZone: z
    .string()
    .refine(isTimeZone, { message: 'must be a time zone of the IANA database, such as "America/New_York"' }),
  /** The times of each day of the week; a day that is left out is closed. */
  weekly: z
    .partialRecord(z.enum(WEEKDAYS), openDay)
    .refine((days) => Object.values(days).some((times) => times !== undefined && times.length > 0), {
      message: 'must have a day that is open: leave "hours" out for a brand whose people are never there',
    }),
  /** Single days without any hours, whatever day of the week they are. */
  closedDays: z
    .array(closedDay)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, { message: 'has a date twice' })
    .default([]),
  /** How soon the team answers, to be told to people after "usually": "within one working day". Null: nothing is promised. */
  answersWithin: z
    .string()
    .regex(/^(within|in|by) /, 'must read on after "We usually answer", such as "within one working day"')
    .max(80)
    .nullable()
    .default(null),
});

export type HoursDefinition = z.output<typeof hoursDefinition>;
export type HoursInput = z.input<typeof hoursDefinition>;

function isTimeZone(name: string): boolean {
  try {
    // An offset such as "+02:00" is accepted by Intl too, and knows no summer time.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
