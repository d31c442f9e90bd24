import type { RateLimit, RateLimiter, RateLimitVerdict } from '@rapport/core/rate-limits/rate-limiter.ts';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';

/** A limiter of the library that counts for one limit of ours. */
export type CounterOf = (limit: RateLimit) => RateLimiterAbstract;

/** The library counts shorter windows in Redis without an end. */
const SHORTEST_WINDOW_MS = 1_000;

/** Our port over `rate-limiter-flexible`: what in-process and Redis counting share. */
export function createFlexibleRateLimiter(counterOf: CounterOf): RateLimiter {
  const counters = new Map<string, RateLimiterAbstract>();
  const counterFor = (limit: RateLimit): RateLimiterAbstract => {
    const known = counters.get(limit.name);
    if (known !== undefined) return known;
    if (!(limit.points >= 1) || !(limit.windowMs >= SHORTEST_WINDOW_MS)) {
      throw new RangeError(`${limit.name} needs a point or more in a window of ${SHORTEST_WINDOW_MS} ms or more`);
    }
    const made = counterOf(limit);
    counters.set(limit.name, made);
    return made;
  };
  return {
    async consume(caller, limits) {
      const verdicts = await Promise.all(limits.map((limit) => consumeOne(counterFor(limit), caller, limit)));
      return verdicts.reduce(tighter);
    },
  };
}

async function consumeOne(counter: RateLimiterAbstract, caller: string, limit: RateLimit): Promise<RateLimitVerdict> {
  try {
    const result = await counter.consume(caller);
    return { allowed: true, limit, remaining: result.remainingPoints, resetMs: result.msBeforeNext };
  } catch (refusal) {
    // The library rejects with a result when the limit is used up, and with an error when it can't count at all.
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { allowed: false, limit, remaining: 0, resetMs: refusal.msBeforeNext };
  }
}

/** A refusal before an allowance, the longer wait before the shorter, fewer left before more. */
function tighter(left: RateLimitVerdict, right: RateLimitVerdict): RateLimitVerdict {
  if (left.allowed !== right.allowed) return left.allowed ? right : left;
  if (!left.allowed) return left.resetMs >= right.resetMs ? left : right;
  return left.remaining <= right.remaining ? left : right;
}
