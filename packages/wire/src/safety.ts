import { z } from 'zod';
import { assistantId } from './primitives.ts';

const day = z.iso.date();
const minutes = z.int().positive();

/** The safety protocol, as it is published. */
export const safetyProtocol = z.object({
  /** When all of it was last looked at. */
  reviewed: day,
  detected: z.array(z.object({ level: z.enum(['crisis', 'concern']), what: z.string() })),
  responses: z.array(z.string()),
  /** A reply to a crisis, word for word as it is given in one place. */
  example: z.string(),
  /** Turns after a crisis that stay in care. */
  careTurns: z.int().positive(),
  /** BCP 47 tags of the languages that care is given in; others are met in English. */
  languages: z.array(z.string()),
  helplines: z.array(
    z.object({
      country: z.string(),
      name: z.string(),
      number: z.string(),
      takesTexts: z.boolean(),
      emergency: z.string(),
      source: z.string(),
      forYoungPeople: z.object({ name: z.string(), number: z.string(), source: z.string() }).nullable(),
    }),
  ),
  /** Where everyone else is sent. */
  elsewhere: z.object({ name: z.string(), url: z.string() }),
  helplinesReviewed: day,
  disclosure: z.object({
    assistants: z.array(
      z.object({ assistant: assistantId, says: z.string(), atStart: z.boolean(), everyMinutes: minutes }),
    ),
    places: z.array(
      z.object({
        /** ISO 3166 code; null: everywhere else. */
        place: z.string().nullable(),
        everyMinutes: minutes,
        remindsMinorsOfBreaks: z.boolean(),
        law: z.string(),
        source: z.string(),
      }),
    ),
  }),
  /** What is counted, and what is not kept with it. */
  counted: z.string(),
  sources: z.array(z.object({ title: z.string(), url: z.string() })),
});
export type SafetyProtocol = z.infer<typeof safetyProtocol>;

export const safetyCountsQuery = z.strictObject({
  /** The UTC year. */
  year: z.coerce.number().int().min(2026).max(2200),
});

const eventKind = z.enum(['crisis', 'concern', 'aftercare', 'disclosure']);
/** Yearly counts without identities. `crisis` and `aftercare` each gave a person a line to call. */
export const safetyCounts = z.object({
  year: z.int(),
  totals: z.record(eventKind, z.int().nonnegative()),
  /** Replies that named a crisis line: `crisis` and `aftercare` together. */
  referrals: z.int().nonnegative(),
  months: z.array(
    z.object({ month: z.string(), assistant: z.string(), kind: eventKind, count: z.int().nonnegative() }),
  ),
  /** What each kind counts, and what is not counted. */
  meaning: z.record(eventKind, z.string()),
  notCounted: z.string(),
});
export type SafetyCounts = z.infer<typeof safetyCounts>;
