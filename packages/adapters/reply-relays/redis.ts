import { setTimeout as delay } from 'node:timers/promises';
import type { ReplyRelay } from '@rapport/core/turn/live-replies.ts';
import type { SequencedPart } from '@rapport/wire';
import type { Redis } from 'ioredis';

/** A reply is over in a minute; its parts stay for those who reconnect shortly after. */
const KEEP_SECONDS = 300;
const BATCH = 500;

interface ReplyRelayTiming {
  /** How often a reader asks for more. Readers are few: those whose stream broke and who landed on another instance. */
  readonly pollMs: number;
  /** A writer that is silent for longer has died: no model's clock allows it. */
  readonly silentMs: number;
}

const TIMING: ReplyRelayTiming = { pollMs: 100, silentMs: 60_000 };

/**
 * Replies as Redis streams: one entry a part, `done` as the last. Publishing never waits and never fails the turn.
 * Reading never fails either: a reader who finds nothing, or for whom the parts end before the reply's last one, is
 * served the stored message instead.
 */
export function createRedisReplyRelay(redis: Redis, onError: (error: Error) => void, timing = TIMING): ReplyRelay {
  const keyOf = (turnKey: string): string => `rapport:reply:${turnKey}`;
  return {
    publish(turnKey, parts, done) {
      if (redis.status !== 'ready') return;
      const key = keyOf(turnKey);
      // A reply that begins again, after its first instance died, replaces what that one left.
      const entries: Promise<unknown>[] = parts[0]?.sequence === 1 ? [redis.del(key)] : [];
      entries.push(...parts.map((part) => redis.xadd(key, `${part.sequence}-0`, 'part', JSON.stringify(part))));
      if (done) entries.push(redis.xadd(key, '*', 'done', '1'));
      Promise.all([...entries, redis.expire(key, KEEP_SECONDS)]).catch(onError);
    },
    forget(turnKeyPrefix) {
      if (redis.status !== 'ready') return;
      removeMatching(redis, `${keyOf(turnKeyPrefix)}*`).catch((error: unknown) => onError(asError(error)));
    },
    async read(turnKey, after, signal) {
      const key = keyOf(turnKey);
      if (redis.status !== 'ready') return null;
      try {
        return (await redis.exists(key)) === 0 ? null : follow({ redis, key, onError, timing }, after, signal);
      } catch (error) {
        onError(asError(error));
        return null;
      }
    },
  };
}

interface Source {
  readonly redis: Redis;
  readonly key: string;
  readonly onError: (error: Error) => void;
  readonly timing: ReplyRelayTiming;
}

async function* follow(source: Source, after: number, signal: AbortSignal): AsyncGenerator<SequencedPart> {
  const { redis, key, onError, timing } = source;
  let last = after;
  let heardAt = performance.now();
  while (!signal.aborted && performance.now() - heardAt < timing.silentMs) {
    let entries: Awaited<ReturnType<Redis['xrange']>>;
    try {
      // The id after `<last>-0`. Ranges that exclude their start need Redis 6.2.
      entries = await redis.xrange(key, `${last}-1`, '+', 'COUNT', BATCH);
    } catch (error) {
      onError(asError(error));
      return;
    }
    for (const [, [field, value]] of entries) {
      if (field !== 'part' || value === undefined) return;
      // Our own JSON, written by `publish`.
      const part = JSON.parse(value) as SequencedPart;
      // Parts published while Redis was away are missing: the stored message has them.
      // A turn that was taken over goes on above a gap, with a `start`.
      if (part.sequence !== last + 1 && part.part.type !== 'start') return;
      last = part.sequence;
      yield part;
    }
    if (entries.length > 0) heardAt = performance.now();
    else await delay(timing.pollMs);
  }
}

async function removeMatching(redis: Redis, pattern: string): Promise<void> {
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', pattern, 'COUNT', BATCH);
    if (keys.length > 0) await redis.unlink(...keys);
    cursor = next;
  } while (cursor !== '0');
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
