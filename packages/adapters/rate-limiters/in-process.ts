import type { RateLimiter } from '@rapport/core/rate-limits/rate-limiter.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { createFlexibleRateLimiter } from './flexible-rate-limiter.ts';

/** Counts in this process: exact for one instance. */
export function createInProcessRateLimiter(): RateLimiter {
  return createFlexibleRateLimiter(
    (limit) => new RateLimiterMemory({ keyPrefix: limit.name, points: limit.points, duration: limit.windowMs / 1_000 }),
  );
}
