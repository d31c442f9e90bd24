import { isIPv6 } from 'node:net';
import type { RateLimit, RateLimiter } from '@rapport/core/rate-limits/rate-limiter.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../accounts/tokens.ts';
import { Problem } from './problems.ts';

/**
 * What a route declares. `standard`: the overall limit and the endpoint's burst. `sensitive`: half the burst, and always
 * by address, for routes that check or make credentials: else a purse of guest tokens would buy that many more guesses.
 * `none`: probes, documents and files.
 */
export type RouteLimit = 'standard' | 'sensitive' | 'none';

export interface RateLimitOptions {
  readonly limiter: RateLimiter;
  /** Requests per caller in each window, over all endpoints. */
  readonly max: number;
  readonly windowMs: number;
  /** Requests per caller, endpoint and second. */
  readonly perSecond: number;
}

export type LimitRequest = (
  request: FastifyRequest,
  reply: FastifyReply,
  route: { readonly limit: RouteLimit; readonly endpoint: string },
  principal: Principal | null,
) => Promise<void>;

/** Counts each request against its limits, tells the caller where they stand, and refuses what is too much. */
export function createRateLimits(options: RateLimitOptions): LimitRequest {
  const overall: RateLimit = { name: 'overall', points: options.max, windowMs: options.windowMs };
  const limitsByEndpoint = new Map<string, readonly RateLimit[]>();
  const limitsOf = (endpoint: string, limit: 'standard' | 'sensitive'): readonly RateLimit[] => {
    const known = limitsByEndpoint.get(endpoint);
    if (known !== undefined) return known;
    const points = limit === 'sensitive' ? Math.max(1, Math.ceil(options.perSecond / 2)) : options.perSecond;
    const limits = [overall, { name: `second:${endpoint}`, points, windowMs: 1_000 }];
    limitsByEndpoint.set(endpoint, limits);
    return limits;
  };

  return async (request, reply, { limit, endpoint }, principal) => {
    if (limit === 'none') return;
    const caller = principal === null || limit === 'sensitive' ? addressOf(request) : `user:${principal.userId}`;
    const verdict = await options.limiter.consume(caller, limitsOf(endpoint, limit));
    const resetSeconds = String(Math.max(1, Math.ceil(verdict.resetMs / 1_000)));
    reply.headers({
      'ratelimit-limit': String(verdict.limit.points),
      'ratelimit-remaining': String(verdict.remaining),
      'ratelimit-reset': resetSeconds,
    });
    if (!verdict.allowed) {
      throw new Problem('RATE_LIMIT_EXCEEDED', `Too many requests. Try again in ${resetSeconds} s.`, {
        headers: { 'retry-after': resetSeconds },
      });
    }
  };
}

/**
 * The address that a request counts for: for IPv6 its /64, the smallest block a provider gives to one customer
 * (RFC 6177), however the address is written; IPv4 in IPv6's clothes is IPv4.
 */
function addressOf({ ip }: FastifyRequest): string {
  if (!isIPv6(ip)) return `address:${ip}`;
  const groups = groupsOf(ip);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped)
    return `address:${groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.')}`;
  return `address:${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}`;
}

/** The eight groups of an IPv6 address, its zone left out. */
function groupsOf(address: string): readonly number[] {
  // A URL's host is written in one way only, without dots and leading zeros.
  const written = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const [start = [], end = []] = written.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const zeros = Array<string>(8 - start.length - end.length).fill('0');
  return [...start, ...zeros, ...end].map((group) => Number.parseInt(group, 16));
}
