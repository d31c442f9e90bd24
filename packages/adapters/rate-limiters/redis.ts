import type { RateLimiter } from '@rapport/core/rate-limits/rate-limiter.ts';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { RedisRest } from '../redis/rest.ts';
import { createFlexibleRateLimiter } from './flexible-rate-limiter.ts';

/**
 * Counts one request and tells how long the window still lasts. In place of the library's own, which rounds windows
 * down to whole seconds. `ARGV[4]` is the window in seconds as it was given.
 */
const COUNT = `
local window = math.floor(tonumber(ARGV[4]) * 1000 + 0.5)
redis.call('set', KEYS[1], 0, 'PX', window, 'NX')
return { redis.call('incrby', KEYS[1], ARGV[1]), redis.call('pttl', KEYS[1]) }`;

/** The name under which the library defines its script. */
const COUNTING_COMMAND = 'rlflxIncr';

/**
 * Counts in Redis, exact across instances; while Redis can't be reached, or rests because it failed someone, each
 * instance counts for itself.
 */
export function createRedisRateLimiter(redis: Redis, rest: RedisRest): RateLimiter {
  const client = restingClient(redis, rest);
  return createFlexibleRateLimiter((limit) => {
    const counting = { points: limit.points, duration: limit.windowMs / 1_000 };
    return new RateLimiterRedis({
      ...counting,
      storeClient: client,
      keyPrefix: `rapport:limit:${limit.name}`,
      rejectIfRedisNotReady: true,
      customIncrTtlLuaScript: COUNT,
      insuranceLimiter: new RateLimiterMemory({ ...counting, keyPrefix: limit.name }),
    });
  });
}

/** The client as the library sees it: not ready while Redis rests, and told of what fails. */
function restingClient(redis: Redis, rest: RedisRest): Redis {
  return new Proxy(redis, {
    get(target, property): unknown {
      if (property === 'status') return rest.isResting() ? 'resting' : target.status;
      const value: unknown = Reflect.get(target, property);
      if (typeof value !== 'function') return value;
      if (property !== COUNTING_COMMAND) return value.bind(target);
      return async (...values: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(value, target, values);
        } catch (error) {
          rest.begin();
          throw error;
        }
      };
    },
  });
}
