import { z } from 'zod';
import { JOURNEY_STAGES, PERSONAS } from './chat.ts';
import { personName } from './person-name.ts';
import { assistantId, id, time } from './primitives.ts';

/** A BCP 47 tag such as `en`, `es-MX` or `zh-Hant-TW`. */
const locale = z.string().min(2).max(35).refine(isLocale, { message: 'must be a BCP 47 language tag such as en-GB' });
/** An IANA zone such as `Europe/Madrid`. */
export const timeZone = z
  .string()
  .min(1)
  .max(64)
  .refine(isTimeZone, { message: 'must be an IANA time zone such as Europe/Madrid' });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 22:30');

export const quietHours = z.strictObject({ from: clockTime, to: clockTime });
export const channels = z.strictObject({ email: z.boolean(), push: z.boolean(), inApp: z.boolean() });
export const consent = z.strictObject({
  memory: z.boolean(),
  mood: z.boolean(),
  analytics: z.boolean(),
  crossAssistant: z.boolean(),
  /** Whether photos that are sent ahead are kept without asking; false asks each time, or goes by the request's `keep`. */
  photos: z.boolean(),
});

/**
 * What is known of a person's hair, and how: their words and the message they stand in, both null for what they entered. What was
 * seen in a photo has no words, and the message the photo came with.
 */
const hairFact = z.object({
  value: z.string(),
  quote: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  sourceMessageId: id.nullable(),
  source: z.enum(['said', 'entered', 'photo']),
  since: time,
});

export const profile = z.object({
  id,
  preferredName: z.string().nullable(),
  displayName: z.string().nullable(),
  locale: z.string(),
  timeZone: z.string(),
  quietHours: quietHours.nullable(),
  channels,
  consent,
  birthYear: z.int().nullable(),
  createdAt: time,
  assistants: z.record(
    assistantId,
    z.object({
      persona: z.enum(PERSONAS).nullable(),
      journeyStage: z.enum(JOURNEY_STAGES).nullable(),
      /** By field, with a list where several hold; null for an assistant that asks for none. */
      hairProfile: z.record(z.string(), z.union([hairFact, z.array(hairFact)])).nullable(),
    }),
  ),
});
export type Profile = z.infer<typeof profile>;

/** What a person may change about themselves; a field left out stays as it is, null clears it. */
export const profilePatch = z
  .strictObject({
    preferredName: personName(80).nullable(),
    displayName: personName(120).nullable(),
    locale,
    timeZone,
    quietHours: quietHours.nullable(),
    channels: channels.partial(),
    consent: consent.partial(),
    /** 1900 to the current year; the server checks the upper end by its own clock. */
    birthYear: z.int().min(1900).max(2200).nullable(),
    /** By assistant. A field of the hair profile is set to a value, or to a list where several hold; null clears it. */
    assistants: z
      .record(
        assistantId,
        z.strictObject({
          hairProfile: z
            .record(
              z.string().min(1).max(60),
              z.union([z.string().max(60), z.array(z.string().max(60)).max(20)]).nullable(),
            )
            .refine((fields) => Object.keys(fields).length <= 40, { message: 'has too many fields' })
            .optional(),
          /** As whom they want to be spoken to, which nothing they write changes; null leaves it to what they write. */
          persona: z.enum(PERSONAS).nullable().optional(),
        }),
      )
      .refine((assistants) => Object.keys(assistants).length <= 40, { message: 'has too many assistants' }),
  })
  .partial();
export type ProfilePatch = z.infer<typeof profilePatch>;

/** What an erasure removed, by store; `receiptId` names it in the audit without naming the person. */
export const erasureReceipt = z.object({
  erasedAt: time,
  stores: z.array(z.object({ store: z.string(), rows: z.int().nonnegative() })),
  receiptId: id,
});
export type ErasureReceipt = z.infer<typeof erasureReceipt>;

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
