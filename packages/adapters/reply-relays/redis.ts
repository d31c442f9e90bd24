import type { ReplyRelay } from '@rapport/core/turn/live-replies.ts';
import type { SequencedPart } from '@rapport/wire';
import type { Redis } from 'ioredis';

/** A reply is over in a minute; its parts stay for those who reconnect shortly after. */
const KEEP_SECONDS = 300;
/** How often a reader asks for more. Readers are few: those whose stream broke and who landed on another instance. */
const POLL_MS = 100;
const BATCH = 500;
/** A writer that is silent for longer than any model's clock allows has died. */
const SILENT_POLLS = 600;

/**
 * Replies as Redis streams: one entry a part, `done` as the last. Publishing never waits and never fails the turn: a
 * reader who finds nothing is served the stored message instead.
 */
export function createRedisReplyRelay(redis: Redis, onError: (error: Error) => void): ReplyRelay {
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
    async read(turnKey, after, signal) {
      const key = keyOf(turnKey);
      if (redis.status !== 'ready' || (await redis.exists(key)) === 0) return null;
      return follow(redis, key, after, signal);
    },
  };
}

async function* follow(redis: Redis, key: string, after: number, signal: AbortSignal): AsyncGenerator<SequencedPart> {
  let last = `${after}-0`;
  let silentPolls = 0;
  while (!signal.aborted && silentPolls < SILENT_POLLS) {
    const entries = await redis.xrange(key, `(${last}`, '+', 'COUNT', BATCH);
    for (const [entryId, [field, value]] of entries) {
      last = entryId;
      if (field === 'done') return;
      // Our own JSON, written by `publish`.
      yield JSON.parse(value ?? 'null') as SequencedPart;
    }
    silentPolls = entries.length === 0 ? silentPolls + 1 : 0;
    if (entries.length === 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
