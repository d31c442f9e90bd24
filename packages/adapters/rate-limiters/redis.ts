import type { RateLimiter } from '@rapport/core/rate-limits/rate-limiter.ts';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { createFlexibleRateLimiter } from './flexible-rate-limiter.ts';

/**
 * Counts one request and tells how long the window still lasts. In place of the library's own, which rounds windows
 * down to whole seconds. `ARGV[4]` is the window in seconds as it was given.
 */
const COUNT = `
local window = math.floor(tonumber(ARGV[4]) * 1000 + 0.5)
redis.call('set', KEYS[1], 0, 'PX', window, 'NX')
return { redis.call('incrby', KEYS[1], ARGV[1]), redis.call('pttl', KEYS[1]) }`;

/** Counts in Redis, exact across instances; while Redis can't be reached each instance counts for itself. */
export function createRedisRateLimiter(redis: Redis): RateLimiter {
  return createFlexibleRateLimiter((limit) => {
    const counting = { points: limit.points, duration: limit.windowMs / 1_000 };
    return new RateLimiterRedis({
      ...counting,
      storeClient: redis,
      keyPrefix: `rapport:limit:${limit.name}`,
      rejectIfRedisNotReady: true,
      customIncrTtlLuaScript: COUNT,
      insuranceLimiter: new RateLimiterMemory({ ...counting, keyPrefix: limit.name }),
    });
  });
}
