import type { Citation } from '@rapport/wire';
import type { Passage } from '../knowledge/passage.ts';
import type { CacheKey } from './cache-key.ts';

/** A reply as models wrote it, without what `plan` puts before and after: those words belong to one person's turn. */
export interface CachedReply {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
  /** The notes that belong to what it drew on: a turn that is given it may have found other passages. */
  readonly safety: readonly NonNullable<Passage['safety']>[];
  /** Who wrote it, such as `google/gemini-3.5-flash-lite` of `google`. */
  readonly model: string;
  readonly provider: string;
  readonly storedAt: Date;
}

/** What to clear: all of a brand's, all of an assistant's, one assistant's of one brand, or, with neither, everything. */
export interface ClearScope {
  readonly brand?: string;
  readonly assistant?: string;
}

export interface Cleared {
  /** Replies that were taken away. */
  readonly cleared: number;
  /** False when the shared store couldn't be told: other instances may serve what they hold until it can. */
  readonly everywhere: boolean;
}

export type StoreReading =
  | { readonly kind: 'found'; readonly reply: CachedReply }
  /** `put` stores under what was in force at the reading: a `clear` in between makes it store nothing. */
  | { readonly kind: 'absent'; readonly put: (reply: CachedReply) => void };

/** Keeps replies by their keys, in bounds of number, bytes and time. Nothing here throws, rejects or waits long. */
export interface ReplyStore {
  /** At most one request to anything outside this process. */
  read(key: CacheKey): Promise<StoreReading>;
  /** What this process holds, without asking anyone; null when it holds nothing. Follow a `read` of the same scope. */
  peek(key: CacheKey): CachedReply | null;
  clear(scope: ClearScope): Promise<Cleared>;
  /** What this process holds. */
  size(): { readonly entries: number; readonly bytes: number };
}
