import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createInProcessReplyStore } from '@rapport/adapters/caches/in-process.ts';
import { CACHE_LIMITS } from '@rapport/adapters/caches/local-replies.ts';
import { createRedisReplyStore } from '@rapport/adapters/caches/redis.ts';
import { createInProcessEmbedder } from '@rapport/adapters/embedders/in-process.ts';
import type { RedisRest } from '@rapport/adapters/redis/rest.ts';
import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { createNearQuestions } from '@rapport/core/cache/near-questions.ts';
import { createReplyCache, NO_REPLY_CACHE, type ReplyCache } from '@rapport/core/cache/reply-cache.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { Clock, NewId } from '@rapport/core/runtime.ts';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { ModelsConfig } from './config/config.ts';

export interface ReplyCacheDependencies {
  readonly definitions: readonly AssistantDefinition[];
  /** Null keeps replies in this process alone. */
  readonly redis: Redis | null;
  /** Whether that Redis is worth asking at the moment. */
  readonly rest: RedisRest;
  /** From {@link readInstallation}: what instances of one installation share, and no other installation has. */
  readonly installation: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Logger;
}

/** How long one turn waits for another that writes the same reply: less than writing it anew would take. */
const WAIT_FOR_OTHERS_MS = 5_000;
/** In hexadecimal digits: 64 bits, enough for all installations that might ever share a Redis. */
const INSTALLATION_LENGTH = 16;

/**
 * Names an installation by its database: what it is called and when it was made, to the microsecond. Instances that share
 * the database have the same name, however they reach it. Ask a migrated one.
 */
export async function readInstallation({ pool }: Pick<Database, 'pool'>): Promise<string> {
  const { rows } = await pool.query<{ identity: string }>(
    "select concat_ws(' ', current_database(), extract(epoch from min(run_at))) as identity from schema_migrations",
  );
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, INSTALLATION_LENGTH);
}

/** The reply cache as configured: in this process, with Redis behind it where there is one, or none at all. */
export function openReplyCache(
  { maxEntries, ttlSeconds }: ModelsConfig['replyCache'],
  { definitions, redis, rest, installation, clock, newId, log }: ReplyCacheDependencies,
): ReplyCache {
  if (maxEntries === 0) return NO_REPLY_CACHE;
  const limits = { ...CACHE_LIMITS, entriesPerBrand: maxEntries, ttlMs: ttlSeconds * 1_000 };
  return createReplyCache({
    store:
      redis === null
        ? createInProcessReplyStore(clock, limits)
        : createRedisReplyStore({
            redis,
            rest,
            clock,
            newId,
            limits,
            prefix: `rapport:cache:${installation}`,
            onError: (error) =>
              log.debug({ err: error, event: 'cache_unshared' }, 'Redis did not serve the reply cache'),
          }),
    near: createNearQuestions({
      embedder: createInProcessEmbedder(),
      synonymsOf: (id) =>
        definitions.flatMap(({ brand, knowledge }) => (brand.id === id ? (knowledge?.synonyms ?? []) : [])),
      onError: (error) =>
        log.warn({ err: error, event: 'near_questions_failed' }, 'Alike questions could not be compared'),
    }),
    waitMs: WAIT_FOR_OTHERS_MS,
    sleep: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
  });
}
