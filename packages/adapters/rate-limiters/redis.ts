import type { RateLimiter } from '@rapport/core/rate-limits/rate-limiter.ts';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { createFlexibleRateLimiter } from './flexible-rate-limiter.ts';

/** Counts in Redis, exact across instances; while Redis can't be reached each instance counts for itself. */
export function createRedisRateLimiter(redis: Redis): RateLimiter {
  return createFlexibleRateLimiter((limit) => {
    const counting = { points: limit.points, duration: limit.windowMs / 1_000 };
    return new RateLimiterRedis({
      ...counting,
      storeClient: redis,
      keyPrefix: `rapport:limit:${limit.name}`,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory({ ...counting, keyPrefix: limit.name }),
    });
  });
}
