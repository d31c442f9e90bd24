import { z } from 'zod';
import { mood, safetyLevel } from './chat.ts';
import { brandId } from './models.ts';
import { timeZone } from './person.ts';
import { assistantId, id, page, pageQuery, text, time } from './primitives.ts';

/** How a conversation stands; the rules are told with the figures of `/analytics/dashboard`. */
export const CONVERSATION_OUTCOMES = ['resolved', 'abandoned', 'handedOver', 'unknown', 'open'] as const;
const outcome = z.enum(CONVERSATION_OUTCOMES);
export type ConversationOutcome = z.infer<typeof outcome>;

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Which conversations an operator looks for. Every number of the dashboard is a list by some of these. */
export const deskQuery = z
  .strictObject({
    ...pageQuery,
    /** First and last day on which one began, in the zone. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    timeZone: timeZone.default('UTC'),
    brand: brandId.optional(),
    assistant: assistantId.optional(),
    outcome: outcome.optional(),
    /** Rated so by the person, at least once. */
    rating: z.coerce.number().int().min(1).max(5).optional(),
    rated: flag.optional(),
    /** A reply in it came from another model than the first one asked. */
    fallback: flag.optional(),
    /** A reply in it was taken from the reply cache. */
    cached: flag.optional(),
    /** A reply in it is by this model. */
    model: text(1, 200).optional(),
    /** A person's id: theirs only. */
    person: id.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'must not be after to',
    path: ['from'],
  });

export const deskConversation = z.object({
  id,
  userId: id,
  assistant: z.string(),
  brand: z.string(),
  /** What it began with, shortened; null before anything was said and where the person was in need. */
  title: z.string().nullable(),
  startedAt: time,
  lastAt: time,
  messages: z.int().nonnegative(),
  /** Null: it is not followed, as the person switched analytics off. */
  outcome: outcome.nullable(),
  /** The latest one; null without any. */
  rating: z.int().min(1).max(5).nullable(),
  models: z.array(z.string()),
  hasFallback: z.boolean(),
  hasCacheHit: z.boolean(),
  /** What the person wants to be called; null where that is not known. */
  personName: z.string().nullable(),
});
export type DeskConversation = z.infer<typeof deskConversation>;
export const deskPage = page(deskConversation);

/** Why an operator does not read a message: the person was in need and only who answers cases reads it, or had it forgotten. */
export const WITHHELD_REASONS = ['in-need', 'forgotten'] as const;

const attempt = z.object({
  attempt: z.int().positive(),
  model: z.string(),
  servedModel: z.string().nullable(),
  provider: z.string(),
  outcome: z.string(),
  firstTokenMs: z.number().nullable(),
  totalMs: z.number(),
  inputTokens: z.int(),
  cachedInputTokens: z.int(),
  outputTokens: z.int(),
  /** Millionths of a US dollar; null where no price is on file. */
  costMicroUsd: z.number().nullable(),
  startedAt: time,
});

/** What went into a reply. */
export const turnTrace = z.object({
  state: z.enum(['running', 'completed', 'cancelled', 'failed']),
  startedAt: time,
  finishedAt: time.nullable(),
  responseTimeMs: z.number().nullable(),
  model: z.string().nullable(),
  provider: z.string().nullable(),
  cache: z.object({
    result: z.enum(['exact', 'near', 'miss', 'uncacheable']).nullable(),
    reason: z.string().nullable(),
  }),
  attempts: z.array(attempt),
  mood: mood.nullable(),
  safety: safetyLevel,
  journeyStage: z.string().nullable(),
  persona: z.string().nullable(),
  intent: z.string().nullable(),
  topics: z.array(z.string()),
  /** How many, and not what they say: that is the person's. */
  memoriesUsed: z.int().nonnegative(),
  citations: z.array(z.object({ id: z.string(), title: z.string() })),
  products: z.array(z.string()),
  requestId: z.string().nullable(),
  takeovers: z.int().nonnegative(),
});
export type TurnTrace = z.infer<typeof turnTrace>;

export const deskMessage = z.object({
  id,
  role: z.enum(['user', 'assistant']),
  author: z.enum(['person', 'assistant', 'human']),
  authorName: z.string().nullable(),
  /** Empty where it is withheld. */
  text: z.string(),
  withheld: z.enum(WITHHELD_REASONS).nullable(),
  status: z.enum(['complete', 'partial', 'cancelled']),
  images: z.int().nonnegative(),
  rating: z.int().min(1).max(5).nullable(),
  comment: z.string().nullable(),
  createdAt: time,
  /** Of a reply; null for what people wrote. */
  trace: turnTrace.nullable(),
});
export type DeskMessage = z.infer<typeof deskMessage>;

export const deskPath = z.strictObject({ id });
export const deskDetailQuery = z.strictObject({ ...pageQuery });
export const deskDetail = deskConversation.extend({
  /** The newest first. */
  transcript: page(deskMessage),
  /** Its cases, latest first. */
  cases: z.array(z.object({ id, reference: z.string(), status: z.string() })),
});
export type DeskDetail = z.infer<typeof deskDetail>;

export const deskPromptPath = z.strictObject({ id, messageId: id });
/** The prompt of a reply, made again from what is stored and checked against its hash. */
export const deskPrompt = z.object({
  model: z.string().nullable(),
  instructions: z.string(),
  messages: z.array(z.object({ role: z.string(), text: z.string() })),
  sections: z.object({
    used: z.array(z.object({ id: z.string(), tokens: z.number() })),
    cut: z.array(z.object({ id: z.string(), tokens: z.number() })),
  }),
  estimatedInputTokens: z.number(),
  budgetTokens: z.number(),
  /** Why it is not the same to the byte; empty when it is. */
  differences: z.array(z.string()),
  notes: z.array(z.string()),
});
export type DeskPrompt = z.infer<typeof deskPrompt>;
