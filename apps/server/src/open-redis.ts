import { connectRedis } from '@rapport/adapters/redis/connection.ts';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { RedisConfig } from './config/config.ts';

/** A connection to the configured Redis, which comes and goes by itself. `log` is told of that; null tells nobody. */
export function openRedis({ url, tls, commandTimeoutMs }: RedisConfig, log: Logger | null): Redis {
  return connectRedis({
    url: url.reveal(),
    verifyCertificate: tls === 'verified',
    commandTimeoutMs,
    onStateChange: (state, error) => {
      if (log === null) return;
      if (state === 'connected') log.info({ event: 'redis_connected' }, 'Redis is connected');
      else
        log.warn(
          { event: 'redis_lost', code: 'REDIS_CONNECTION_ERROR', err: error },
          'Redis is away; limits are counted locally',
        );
    },
  });
}
