import { createHash } from 'node:crypto';
import { type CacheKey, keyText } from '@rapport/core/cache/cache-key.ts';
import type { CachedReply, ClearScope, ReplyStore } from '@rapport/core/cache/reply-store.ts';
import { type StoredReply, storedReply } from '@rapport/core/cache/stored-reply.ts';
import type { Clock, NewId } from '@rapport/core/runtime.ts';
import type { Redis } from 'ioredis';
import type { RedisRest } from '../redis/rest.ts';
import { bytesOf, CACHE_LIMITS, type CacheLimits, LocalReplies } from './local-replies.ts';
import { isWithin, scopeName, scopesOf } from './scopes.ts';

/** What a turn may wait for Redis, however slow it is. Its own bound: a pipelined command waits for the pipeline before. */
const WAIT_MS = 100;
/** How long this instance believes what it knows of clears elsewhere. */
const TRUST_MS = 1_000;
/** A clear outlives whatever it cleared by this factor of the time replies live. */
const CLEAR_LIFETIMES = 2;
const SCAN_COUNT = 500;

export interface RedisReplyStoreOptions {
  readonly redis: Redis;
  /** Shared with all who ask the same Redis. */
  readonly rest: RedisRest;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Told when Redis fails a request, at most once in a second. */
  readonly onError: (error: Error) => void;
  /** Sets the keys of one installation apart from another's in the same Redis; `rapport:cache` unless told. */
  readonly prefix?: string;
  readonly limits?: CacheLimits;
}

interface Knowledge {
  readonly epoch: string;
  readonly heardAtMs: number;
}

/**
 * Keeps replies in this process and behind that in Redis, which every instance shares. One request to Redis reads a
 * reply together with what was cleared: an id a scope, written by `clear`, which replies are stored under. So a clear
 * holds even where a message about it was lost, and a reply that was being written meanwhile is never found. A Redis
 * that is away costs a turn 100 ms once in a second, and nothing else: the process goes on with what it holds.
 */
export function createRedisReplyStore(options: RedisReplyStoreOptions): ReplyStore {
  return new RedisReplyStore(options);
}

class RedisReplyStore implements ReplyStore {
  readonly #redis: Redis;
  readonly #rest: RedisRest;
  readonly #clock: Clock;
  readonly #newId: NewId;
  readonly #onError: (error: Error) => void;
  readonly #prefix: string;
  readonly #limits: CacheLimits;
  readonly #local: LocalReplies;
  /** What was last heard of clears, by brand and assistant. */
  readonly #heard = new Map<string, Knowledge>();
  /** Clears that Redis has not been told of, because it was away. */
  readonly #owed = new Set<string>();
  /** Clears begun here: an answer of Redis from before one says what no longer holds. */
  #clears = 0;

  constructor({
    redis,
    rest,
    clock,
    newId,
    onError,
    prefix = 'rapport:cache',
    limits = CACHE_LIMITS,
  }: RedisReplyStoreOptions) {
    this.#redis = redis;
    this.#rest = rest;
    this.#clock = clock;
    this.#newId = newId;
    this.#onError = onError;
    this.#prefix = prefix;
    this.#limits = limits;
    this.#local = new LocalReplies(limits, clock);
    redis.on('ready', () => {
      if (this.#owed.size > 0) void this.#ask((ready) => this.#tellOwed(ready));
    });
  }

  async read(key: CacheKey): ReturnType<ReplyStore['read']> {
    const known = this.#heard.get(scopeName(key));
    const isTrusted = known !== undefined && this.#clock.monotonicMs() - known.heardAtMs < TRUST_MS;
    const held = isTrusted ? this.#local.get(key, known.epoch) : null;
    if (held !== null) return { kind: 'found', reply: held };
    const clears = this.#clears;
    const answer = await this.#ask((redis) => this.#readShared(redis, key));
    if (clears !== this.#clears) return { kind: 'absent', put: () => undefined };
    if (answer === null) return this.#readAlone(key);
    this.#heard.set(scopeName(key), { epoch: answer.epoch, heardAtMs: this.#clock.monotonicMs() });
    const local = this.#local.get(key, answer.epoch);
    if (local !== null) return { kind: 'found', reply: local };
    const { stored, epoch } = answer;
    const leftMs = stored === null ? 0 : this.#lifeLeftMs(stored.reply);
    if (stored === null || stored.epoch !== epoch || leftMs <= 0) {
      return { kind: 'absent', put: (reply) => this.#put(key, reply, epoch) };
    }
    this.#local.put(key, stored.reply, epoch, leftMs);
    return { kind: 'found', reply: stored.reply };
  }

  peek(key: CacheKey): CachedReply | null {
    const known = this.#heard.get(scopeName(key));
    return known === undefined ? null : this.#local.get(key, known.epoch);
  }

  async clear(scope: ClearScope): ReturnType<ReplyStore['clear']> {
    this.#owed.add(scopeName(scope));
    this.#clears += 1;
    // What is being written here meanwhile goes to an epoch of its own, also when Redis can't give one.
    for (const name of this.#heard.keys()) {
      if (isWithin(name, scope)) this.#heard.set(name, { epoch: this.#newId(), heardAtMs: Number.NEGATIVE_INFINITY });
    }
    const here = this.#local.clear(scope);
    // Whoever clears can wait for a second try.
    if (!(await this.#isTold()) && !(await this.#isTold())) return { cleared: here, everywhere: false };
    try {
      return { cleared: Math.max(here, await this.#removeShared(scope)), everywhere: true };
    } catch (error) {
      // Nobody finds them any more; they end with their time.
      this.#failed(error);
      return { cleared: here, everywhere: true };
    }
  }

  size(): ReturnType<ReplyStore['size']> {
    return this.#local.size();
  }

  async #isTold(): Promise<boolean> {
    this.#rest.end();
    return (await this.#ask((redis) => this.#tellOwed(redis).then(() => true))) ?? false;
  }

  /** With Redis away: what this process holds, under what it last heard or, if it never did, under an epoch of its own. */
  #readAlone(key: CacheKey): Awaited<ReturnType<ReplyStore['read']>> {
    const known = this.#heard.get(scopeName(key)) ?? { epoch: this.#newId(), heardAtMs: Number.NEGATIVE_INFINITY };
    this.#heard.set(scopeName(key), known);
    const { epoch } = known;
    const reply = this.#local.get(key, epoch);
    if (reply !== null) return { kind: 'found', reply };
    return { kind: 'absent', put: (made) => this.#local.put(key, made, epoch, this.#limits.ttlMs) };
  }

  #put(key: CacheKey, reply: CachedReply, epoch: string): void {
    if (bytesOf(reply) > this.#limits.bytesPerEntry) return;
    this.#local.put(key, reply, epoch, this.#limits.ttlMs);
    const value: StoredReply = { epoch, reply };
    void this.#ask((redis) => redis.set(this.#replyKey(key), JSON.stringify(value), 'PX', this.#limits.ttlMs));
  }

  async #readShared(redis: Redis, key: CacheKey) {
    if (this.#owed.size > 0) await this.#tellOwed(redis);
    const scopes = scopesOf(key).map((name) => this.#scopeKey(name));
    const values = await redis.mget(...scopes, this.#replyKey(key));
    const epoch = values.slice(0, scopes.length).join('/');
    return { epoch, stored: storedReply(values.at(-1) ?? null) };
  }

  async #tellOwed(redis: Redis): Promise<void> {
    const owed = [...this.#owed];
    const lifeMs = this.#limits.ttlMs * CLEAR_LIFETIMES;
    await Promise.all(owed.map((name) => redis.set(this.#scopeKey(name), this.#newId(), 'PX', lifeMs)));
    for (const name of owed) this.#owed.delete(name);
  }

  async #removeShared(scope: ClearScope): Promise<number> {
    const pattern = `${this.#prefix}:reply:${scopeName(scope)}:*`;
    let removed = 0;
    let cursor = '0';
    do {
      const [next, keys] = await this.#redis.scan(cursor, 'MATCH', pattern, 'COUNT', SCAN_COUNT);
      if (keys.length > 0) removed += await this.#redis.unlink(...keys);
      cursor = next;
    } while (cursor !== '0');
    return removed;
  }

  /** Asks Redis within the time a turn has for it; null when it can't be asked or doesn't answer. Never rejects. */
  async #ask<Answer>(request: (redis: Redis) => Promise<Answer>): Promise<Answer | null> {
    if (this.#redis.status !== 'ready' || this.#rest.isResting()) return null;
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`Redis took longer than ${WAIT_MS} ms`)), WAIT_MS);
    try {
      return await Promise.race([request(this.#redis), late]);
    } catch (error) {
      this.#failed(error);
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  #failed(error: unknown): void {
    if (this.#rest.begin()) this.#onError(error instanceof Error ? error : new Error(String(error)));
  }

  /** Milliseconds a shared reply may still be given; replies from clocks ahead of ours live their time from now. */
  #lifeLeftMs({ storedAt }: CachedReply): number {
    return this.#limits.ttlMs - Math.max(0, this.#clock.now().getTime() - storedAt.getTime());
  }

  #scopeKey(name: string): string {
    return `${this.#prefix}:cleared:${name}`;
  }

  #replyKey(key: CacheKey): string {
    return `${this.#prefix}:reply:${scopeName(key)}:${createHash('sha256').update(keyText(key)).digest('base64url')}`;
  }
}
