import { z } from 'zod';
import { assistantId, id, time } from './primitives.ts';

/** What came of advice. Of advice to see someone, `worked`: they were seen; `not_tried`: not yet. */
export const ADVICE_OUTCOMES = ['worked', 'partly', 'did_not', 'not_tried', 'harmed'] as const;
const outcome = z.enum(ADVICE_OUTCOMES);

/** What the person said came of it, or entered; the latest holds, the others are its history. */
const adviceReport = z.object({
  outcome,
  /** Their own words, and the message they stand in; both null for what they entered. */
  quote: z.string().nullable(),
  sourceMessageId: id.nullable(),
  confidence: z.number().min(0).max(1),
  reportedAt: time,
});

export const advice = z.object({
  id,
  assistant: z.string(),
  kind: z.enum(['technique', 'product', 'routine', 'style', 'care']),
  /** What was advised, in plain words. */
  what: z.string(),
  /** The passage or the product it came from. */
  source: z.object({ kind: z.enum(['passage', 'product']), id: z.string() }),
  /** What it was for, such as `dryness`; null where that was not clear. */
  concern: z.string().nullable(),
  state: z.enum(['given', 'asked', 'dropped', ...ADVICE_OUTCOMES]),
  /** The reply that gave it last; null when that was deleted and only the report on it is left. */
  messageId: id.nullable(),
  givenAt: time,
  /** From when on it may be asked after; null when it is not going to be. */
  askAfter: time.nullable(),
  askedAt: time.nullable(),
  /** The latest first. */
  reports: z.array(adviceReport),
});
export type AdviceOnFile = z.infer<typeof advice>;

export const listAdviceQuery = z.strictObject({ assistant: assistantId.optional() });
export const adviceList = z.object({ items: z.array(advice) });

/** What a person enters of advice: what came of it, or `dropped` for wanting to hear no more of it. */
export const advicePatch = z.strictObject({ outcome: z.enum([...ADVICE_OUTCOMES, 'dropped']) });
export type AdvicePatch = z.infer<typeof advicePatch>;
export const advicePath = z.strictObject({ id });

export const adviceOutcomesQuery = z.strictObject({ assistant: assistantId.optional() });
/** How often advice worked, for operators: counts of people, none for what fewer than `leastPeople` told of. */
export const adviceOutcomes = z.object({
  leastPeople: z.int().positive(),
  items: z.array(
    z.object({
      assistant: z.string(),
      source: z.object({ kind: z.enum(['passage', 'product']), id: z.string() }),
      people: z.int().nonnegative(),
      worked: z.int().nonnegative(),
      partly: z.int().nonnegative(),
      didNot: z.int().nonnegative(),
      notTried: z.int().nonnegative(),
      harmed: z.int().nonnegative(),
    }),
  ),
});
export type AdviceOutcomes = z.infer<typeof adviceOutcomes>;
