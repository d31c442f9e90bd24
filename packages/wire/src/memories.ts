import { z } from 'zod';
import { assistantId, id, pageQuery, text, time } from './primitives.ts';

/** What a memory is about. `message` is a message of the person's own, found by search and no memory by itself. */
export const MEMORY_KINDS = [
  'person',
  'pet',
  'place',
  'work',
  'study',
  'health',
  'preference',
  'possession',
  'event',
  'plan',
  'goal',
  'identity',
  'fact',
] as const;
const memoryKind = z.enum(MEMORY_KINDS);
const listedKind = z.enum([...MEMORY_KINDS, 'message']);
const memoryStatus = z.enum(['active', 'superseded', 'archived']);

/** Longest memory a person writes themselves, in UTF-16 code units. */
const MAX_MEMORY_LENGTH = 1_000;
const memoryText = text(1, MAX_MEMORY_LENGTH).refine((value) => value.trim() !== '', {
  message: 'must hold more than white space',
});

export const memory = z.object({
  id,
  assistant: z.string(),
  kind: listedKind,
  /** `self`, or whom it is about, as the person calls them. */
  subject: z.string(),
  text: z.string(),
  /** The person's own words that prove it. */
  quote: z.string(),
  sourceMessageId: id.nullable(),
  /** The conversation that message stands in; null where there is no such message. */
  sourceConversationId: id.nullable(),
  confidence: z.number().min(0).max(1),
  status: memoryStatus,
  validFrom: time,
  validUntil: time.nullable(),
  createdAt: time,
  lastUsedAt: time.nullable(),
  /** 0 to 1, comparable within one search; only where `q` was given. */
  score: z.number().min(0).max(1).optional(),
});
export type Memory = z.infer<typeof memory>;

export const listMemoriesQuery = z.strictObject({
  ...pageQuery,
  assistant: assistantId.optional(),
  q: text(1, 1_000).optional(),
  kind: listedKind.optional(),
  status: memoryStatus.optional(),
});

export const newMemory = z.strictObject({
  assistant: assistantId,
  text: memoryText,
  kind: memoryKind.default('fact'),
  subject: text(1, 80).default('self'),
});
export type NewMemory = z.infer<typeof newMemory>;

/** What a person corrects: a field left out stays as it is. */
export const memoryPatch = z
  .strictObject({ text: memoryText, kind: memoryKind, status: z.enum(['active', 'archived']) })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { message: 'must change something: text, kind or status' });
export type MemoryPatch = z.infer<typeof memoryPatch>;

export const memoryPath = z.strictObject({ id });
export const deleteMemoriesQuery = z.strictObject({ assistant: assistantId });
export const deletedMemories = z.object({ deleted: z.int().nonnegative() });
