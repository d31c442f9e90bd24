import { type CacheKey, keyText } from './cache-key.ts';
import type { NearQuestions } from './near-questions.ts';
import type { CachedReply, Cleared, ClearScope, ReplyStore } from './reply-store.ts';

export type { CachedReply, Cleared, ClearScope } from './reply-store.ts';

export interface CacheHit {
  readonly kind: 'hit';
  /** `exact`: the same question, but for case, space and end marks. `near`: one that asks the same in other words. */
  readonly match: 'exact' | 'near';
  readonly reply: CachedReply;
}

export interface CacheMiss {
  readonly kind: 'miss';
  /**
   * Ends the miss: with the reply if it may be stored, else with null. Call it once, whatever becomes of the turn: others
   * who ask the same wait for it. Further calls do nothing. Storing takes no time of the caller's and never fails it.
   */
  readonly settle: (reply: CachedReply | null) => void;
}

export interface CacheStats {
  readonly exactHits: number;
  readonly nearHits: number;
  readonly misses: number;
  /** Of the hits, those that waited for another turn to write the reply. */
  readonly sharedHits: number;
  readonly stored: number;
  /** What this process holds at the moment. */
  readonly entries: number;
  readonly bytes: number;
}

/** Replies that may be given to more than one person. Nothing here rejects: a cache that fails is a cache that misses. */
export interface ReplyCache {
  /**
   * The reply to a question, or the duty to settle. Of those who ask the same at once, one misses and the others wait for
   * that one, for a bounded time; when it comes to nothing, one of them misses next. `signal` ends the wait of someone who
   * left.
   */
  lookup(key: CacheKey, signal?: AbortSignal): Promise<CacheHit | CacheMiss>;
  /** Takes replies away, on every instance within a second; what is being written at that moment is not stored. */
  clear(scope: ClearScope): Promise<Cleared>;
  /** Counts since this process started. */
  stats(): CacheStats;
}

export interface ReplyCacheOptions {
  readonly store: ReplyStore;
  /** Null to answer equal questions only. */
  readonly near: NearQuestions | null;
  /** How long one turn waits for another that writes the same reply, in milliseconds; 0 to 5,000. */
  readonly waitMs: number;
  /** Resolves after `milliseconds`; rejects with the signal's reason when it fires first. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const LONGEST_WAIT_MS = 5_000;

/** A question that someone answers at the moment. */
interface Writing {
  readonly ended: Promise<CacheHit | null>;
  readonly end: (hit: CacheHit | null) => void;
  /** Stores under what was in force when the first of them looked. */
  put: (reply: CachedReply) => void;
}

/** @throws RangeError when `waitMs` is out of range. */
export function createReplyCache({ store, near, waitMs, sleep }: ReplyCacheOptions): ReplyCache {
  if (!(waitMs >= 0 && waitMs <= LONGEST_WAIT_MS)) {
    throw new RangeError(`waitMs must be from 0 to ${LONGEST_WAIT_MS}, not ${waitMs}`);
  }
  const writings = new Map<string, Writing>();
  const counts = { exactHits: 0, nearHits: 0, misses: 0, sharedHits: 0, stored: 0 };

  const asHit = (hit: CacheHit): CacheHit => {
    counts[hit.match === 'exact' ? 'exactHits' : 'nearHits'] += 1;
    return hit;
  };
  const asMiss = (key: CacheKey, writing: Writing, own: boolean): CacheMiss => {
    counts.misses += 1;
    let settled = false;
    return {
      kind: 'miss',
      settle(reply) {
        if (settled) return;
        settled = true;
        if (reply !== null) {
          writing.put(reply);
          counts.stored += 1;
          void near?.add(key);
        }
        if (own) end(key, writing, reply === null ? null : { kind: 'hit', match: 'exact', reply });
      },
    };
  };
  const end = (key: CacheKey, writing: Writing, hit: CacheHit | null): void => {
    if (writings.get(keyText(key)) === writing) writings.delete(keyText(key));
    writing.end(hit);
  };
  const nearHit = async (key: CacheKey): Promise<CacheHit | null> => {
    const other = (await near?.find(key)) ?? null;
    if (other === null) return null;
    const reply = store.peek(other);
    if (reply === null) near?.forget(other);
    return reply === null ? null : { kind: 'hit', match: 'near', reply };
  };
  /**
   * Waits for whoever writes. When that comes to nothing, the first of those who waited writes in its place and the others
   * wait for that one, each within the time that is left of its own.
   */
  const follow = async (key: CacheKey, first: Writing, signal?: AbortSignal): Promise<CacheHit | CacheMiss> => {
    const enough = new AbortController();
    const stop = signal === undefined ? enough.signal : AbortSignal.any([enough.signal, signal]);
    const timeOut = sleep(waitMs, stop).then(
      () => 'late' as const,
      () => 'left' as const,
    );
    try {
      let writing: Writing | undefined = first;
      while (writing !== undefined) {
        const outcome: CacheHit | 'late' | 'left' | null = await Promise.race([writing.ended, timeOut]);
        // Whoever writes is late or gone: the next who asks is not made to wait for them.
        if (outcome === 'late' && writing === first) end(key, writing, null);
        if (outcome === 'late' || outcome === 'left') return asMiss(key, writing, false);
        if (outcome !== null) {
          counts.sharedHits += 1;
          return asHit(outcome);
        }
        writing = writings.get(keyText(key));
      }
      return begin(key);
    } finally {
      enough.abort();
    }
  };
  const lead = async (key: CacheKey, writing: Writing): Promise<CacheHit | CacheMiss> => {
    const reading = await store.read(key);
    if (reading.kind === 'absent') writing.put = reading.put;
    else void near?.add(key);
    const hit: CacheHit | null =
      reading.kind === 'found' ? { kind: 'hit', match: 'exact', reply: reading.reply } : await nearHit(key);
    if (hit === null) return asMiss(key, writing, true);
    end(key, writing, hit);
    return asHit(hit);
  };

  const begin = (key: CacheKey): Promise<CacheHit | CacheMiss> => {
    const writing = newWriting();
    writings.set(keyText(key), writing);
    return lead(key, writing);
  };

  return {
    lookup(key, signal) {
      const underWay = writings.get(keyText(key));
      return underWay === undefined ? begin(key) : follow(key, underWay, signal);
    },
    clear: (scope) => store.clear(scope),
    stats: () => ({ ...counts, ...store.size() }),
  };
}

function newWriting(): Writing {
  const { promise, resolve } = Promise.withResolvers<CacheHit | null>();
  return { ended: promise, end: resolve, put: () => undefined };
}

/** Keeps nothing: every question is new. */
export const NO_REPLY_CACHE: ReplyCache = {
  lookup: async () => ({ kind: 'miss', settle: () => undefined }),
  clear: async () => ({ cleared: 0, everywhere: true }),
  stats: () => ({ exactHits: 0, nearHits: 0, misses: 0, sharedHits: 0, stored: 0, entries: 0, bytes: 0 }),
};
