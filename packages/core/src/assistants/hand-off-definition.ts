import { readFileSync } from 'node:fs';
import { HAND_OFF_REASONS } from '@rapport/wire';
import { z } from 'zod';
import { weightsOf } from './signal-definition.ts';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00');
const openingHours = z
  .strictObject({ from: clockTime, to: clockTime })
  .refine(({ from, to }) => from < to, { message: 'must open before it closes, on the same day' });

const timeZone = z.string().refine(isTimeZone, { message: 'must be an IANA time zone such as America/New_York' });

/** What a message may be read as; `none`: the assistant answers it. That nothing was answered shows only over several. */
export const REASON_LABELS = ['none', 'asked', 'complaint', 'reaction', 'order', 'refund', 'press'] as const;
const reasonWording = weightsOf(REASON_LABELS);

/** Reads what `scripts/learn-labels.mjs` learnt of reasons. Throws a ZodError for a file that is another thing. */
export const readReasonWording = (file: URL) => reasonWording.parse(JSON.parse(readFileSync(file, 'utf8')));

/** When an assistant hands a conversation to people, who they are, and when they are there. */
export const handOffDefinition = z.strictObject({
  /** Who answers, as it is said in a sentence: `the Sienna Naturals care team`. */
  team: z.string().min(3).max(80),
  /** What it hands over for; what is not named here it answers itself. */
  reasons: z.array(z.enum(HAND_OFF_REASONS)).min(1),
  /** How people word what they want of people, learnt from labelled messages; null: it is read by rules alone. */
  wording: reasonWording.nullable().default(null),
  /** IANA zone of the hours below. */
  timeZone,
  /** When the team is in; a day that is left out is closed. */
  hours: z
    .partialRecord(z.enum(WEEKDAYS), openingHours)
    .refine((days) => Object.keys(days).length > 0, { message: 'must open on one day at least' }),
  /** Dates (YYYY-MM-DD, in the zone above) on which the team is out although the weekday is open. */
  closedOn: z.array(z.iso.date()).default([]),
  /** Minutes of opening hours within which the team promises an answer, 5 minutes to ten working days. */
  answersWithinMinutes: z.int().min(5).max(4_800),
});
export type HandOffDefinition = z.output<typeof handOffDefinition>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
