import type { CacheKey } from '@rapport/core/cache/cache-key.ts';
import { keyText } from '@rapport/core/cache/cache-key.ts';
import type { CachedReply, ClearScope } from '@rapport/core/cache/reply-store.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import { LRUCache } from 'lru-cache';

/** How much is kept, and for how long. */
export interface CacheLimits {
  readonly entriesPerBrand: number;
  readonly bytesPerBrand: number;
  /** A longer reply is not kept. */
  readonly bytesPerEntry: number;
  readonly ttlMs: number;
}

/** A reply has 2 KB or so; a thousand of the longest that are kept must not fill a small machine. */
export const CACHE_LIMITS: CacheLimits = {
  entriesPerBrand: 1_000,
  bytesPerBrand: 8 * 1024 * 1024,
  bytesPerEntry: 32 * 1024,
  ttlMs: 24 * 60 * 60 * 1_000,
};

interface Entry {
  readonly reply: CachedReply;
  readonly assistant: string;
  /** What was in force when it was stored; an entry of an earlier time is as good as gone. */
  readonly epoch: string;
}

/** Replies in this process, each brand's apart, so that a busy one can't push out another's. */
export class LocalReplies {
  readonly #brands = new Map<string, LRUCache<string, Entry>>();
  readonly #limits: CacheLimits;
  readonly #clock: Clock;

  constructor(limits: CacheLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** The reply of this epoch; null when there is none. */
  get(key: CacheKey, epoch: string): CachedReply | null {
    const replies = this.#brands.get(key.brand);
    const text = keyText(key);
    const entry = replies?.get(text);
    if (entry === undefined) return null;
    if (entry.epoch === epoch) return entry.reply;
    replies?.delete(text);
    return null;
  }

  /** @param ttlMs what is left of the reply's time, in milliseconds. */
  put(key: CacheKey, reply: CachedReply, epoch: string, ttlMs: number): void {
    if (ttlMs <= 0) return;
    const entry = { reply, assistant: key.assistant, epoch };
    this.#brandOf(key.brand).set(keyText(key), entry, { ttl: ttlMs, size: bytesOf(reply) });
  }

  /** Takes away what is in scope and says how many replies those were. */
  clear({ brand, assistant }: ClearScope): number {
    let cleared = 0;
    for (const [name, replies] of this.#brands) {
      if (brand !== undefined && brand !== name) continue;
      replies.purgeStale();
      for (const [text, entry] of [...replies.entries()]) {
        if ((assistant === undefined || assistant === entry.assistant) && replies.delete(text)) cleared += 1;
      }
    }
    return cleared;
  }

  size(): { readonly entries: number; readonly bytes: number } {
    let entries = 0;
    let bytes = 0;
    for (const replies of this.#brands.values()) {
      entries += replies.size;
      bytes += replies.calculatedSize;
    }
    return { entries, bytes };
  }

  #brandOf(brand: string): LRUCache<string, Entry> {
    const known = this.#brands.get(brand);
    if (known !== undefined) return known;
    const { entriesPerBrand, bytesPerBrand, bytesPerEntry, ttlMs } = this.#limits;
    const made = new LRUCache<string, Entry>({
      max: entriesPerBrand,
      maxSize: bytesPerBrand,
      maxEntrySize: bytesPerEntry,
      ttl: ttlMs,
      // Each look asks the clock: 40 ns, and no timer of the library's that a test can't move.
      ttlResolution: 0,
      // The library takes a start at 0 for no time to live at all.
      perf: { now: () => this.#clock.monotonicMs() + 1 },
    });
    this.#brands.set(brand, made);
    return made;
  }
}

/** Bytes of a reply, as JSON in UTF-8: near enough to what it takes in memory, and exactly what it takes in Redis. */
export function bytesOf(reply: CachedReply): number {
  return Buffer.byteLength(JSON.stringify(reply));
}
