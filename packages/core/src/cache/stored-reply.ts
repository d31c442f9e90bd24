import { citation, SAFETY_NOTE_KINDS } from '@rapport/wire';
import { z } from 'zod';
import type { CachedReply } from './reply-store.ts';

/** A reply as a shared store keeps it: without the question, of which the store's key is a hash. */
export interface StoredReply {
  /** What was in force when it was stored: a clear changes it. */
  readonly epoch: string;
  readonly reply: CachedReply;
}

const schema = z.object({
  epoch: z.string(),
  reply: z.object({
    text: z.string().min(1),
    citations: z.array(citation),
    suggestions: z.array(z.string()),
    safety: z.array(z.enum(SAFETY_NOTE_KINDS)),
    model: z.string(),
    provider: z.string(),
    storedAt: z.iso.datetime().transform((text) => new Date(text)),
  }),
});

/** Reads what lies in a shared store; null for nothing and for what another version of this program left. */
export function storedReply(value: string | null): StoredReply | null {
  if (value === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    return null;
  }
  const result = schema.safeParse(json);
  return result.success ? result.data : null;
}
