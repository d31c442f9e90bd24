import { isIPv6 } from 'node:net';
import type { RateLimit, RateLimiter } from '@rapport/core/rate-limits/rate-limiter.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../accounts/tokens.ts';
import { Problem } from './problems.ts';

/**
 * What a route declares. `standard`: the overall limit and the endpoint's burst. `sensitive`: half the burst, for
 * routes that check or make credentials. `none`: probes, documents and files.
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
    const verdict = await options.limiter.consume(callerOf(request, principal), limitsOf(endpoint, limit));
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
 * Whom a request counts for: the person when they are signed in, from wherever they call; else the address, which for
 * IPv6 is its /64, the smallest block a provider gives to one customer (RFC 6177).
 */
function callerOf(request: FastifyRequest, principal: Principal | null): string {
  if (principal !== null) return `user:${principal.userId}`;
  const address = request.ip;
  if (!isIPv6(address) || address.startsWith('::ffff:')) return `address:${address}`;
  return `address:${networkOf(address)}`;
}

/** The first four groups of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const start = head === '' ? [] : head.split(':');
  const end = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0');
  return [...start, ...zeros, ...end].slice(0, 4).join(':');
}
