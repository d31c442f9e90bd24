/** How often something may happen: `points` times in each window of `windowMs`, counted from the first. */
export interface RateLimit {
  /** Names the count; two limits of the same name share it. */
  readonly name: string;
  /** 1 or more. */
  readonly points: number;
  /** 1,000 or more: what counts in Redis counts in no smaller steps. */
  readonly windowMs: number;
}

/** Where a caller stands with the limit that leaves them least. */
export interface RateLimitVerdict {
  readonly allowed: boolean;
  readonly limit: RateLimit;
  readonly remaining: number;
  /** Milliseconds until the window ends. */
  readonly resetMs: number;
}

/**
 * Counts requests exactly, across every instance when the adapter is shared. Never throws: an adapter whose store is
 * gone counts locally instead, so that limits loosen but never vanish.
 */
export interface RateLimiter {
  /** Counts one request of `caller` against every limit and says where the tightest one stands. */
  consume(caller: string, limits: readonly RateLimit[]): Promise<RateLimitVerdict>;
}
