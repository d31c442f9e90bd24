import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { AccessTokens, Principal } from '../accounts/tokens.ts';
import { claimedIssuer } from '../accounts/tokens.ts';
import { Problem } from './problems.ts';

/** Who may call a route. `operator` includes `OPERATOR_TOKEN` and, in development, callers on this machine. */
export type Access = 'public' | 'user' | 'operator';

export interface AuthenticationOptions {
  readonly tokens: AccessTokens;
  readonly issuer: string;
  /** Checks tokens of the Supabase project; null when none is configured. */
  readonly verifySupabase: ((token: string) => Promise<Principal | null>) | null;
  /** Makes the account of a person whose identity is kept elsewhere; false when the id is that of an account of ours. */
  readonly welcome: (principal: Principal) => Promise<boolean>;
  /** When a person was last erased, or null. */
  readonly erasedAt: (userId: string) => Promise<Date | null>;
  readonly operatorToken: string | null;
  /** True in development: operators' routes are open to callers on this machine. */
  readonly openToLoopback: boolean;
}

/** People of an identity provider whose tokens this instance remembers. Bounded; a restart forgets them. */
const WELCOMED_PEOPLE_LIMIT = 100_000;
/** Tokens remembered of one person: a few devices' worth. */
const WELCOMED_TOKENS_LIMIT = 16;
/** RFC 6750 §2.1: the token's characters. Longer than any token of ours or Supabase's is not one. */
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]{1,8192}=*) *$/i;

export type Authenticate = (request: FastifyRequest, access: Access) => Promise<Principal | null>;

/**
 * Turns a request's bearer token into who it speaks for, and refuses what the route does not allow. Ours and
 * Supabase's tokens are told apart by their issuer; the claim only chooses the keys, which must then fit.
 */
export function createAuthentication(options: AuthenticationOptions): Authenticate {
  const welcomeOnce = createWelcome(options);

  const identify = async (token: string): Promise<Principal | null> => {
    if (options.operatorToken !== null && equals(token, options.operatorToken)) return OPERATOR;
    if (claimedIssuer(token) === options.issuer) return options.tokens.verify(token);
    if (options.verifySupabase === null) return null;
    const principal = await options.verifySupabase(token);
    return principal !== null && (await welcomeOnce(principal)) ? principal : null;
  };

  return async (request, access) => {
    const header = request.headers.authorization;
    const token = header === undefined ? null : (BEARER.exec(header)?.[1] ?? '');
    const principal = token === null || token === '' ? null : await identify(token);
    if (access === 'public') return principal;
    if (principal === null) {
      if (access === 'operator' && header === undefined && options.openToLoopback && isFromThisMachine(request))
        return OPERATOR;
      throw unauthenticated(header !== undefined, access);
    }
    if (access === 'operator' && principal.role !== 'operator') {
      throw new Problem('FORBIDDEN', 'This is for operators. Use an operator account or OPERATOR_TOKEN.');
    }
    if (access === 'user' && principal.source === 'operator-token') {
      throw new Problem('FORBIDDEN', 'OPERATOR_TOKEN speaks for no person. Sign in with an account for this.');
    }
    return principal;
  };
}

/**
 * Makes sure, once for each token, that a person whose identity is kept elsewhere has an account. A new token is looked
 * at anew: it may say something else of the person, and they may have been erased since the last one.
 */
function createWelcome({ erasedAt, welcome }: AuthenticationOptions): (principal: Principal) => Promise<boolean> {
  const issuedTo = new Map<string, Set<number>>();
  return async (principal) => {
    const { userId } = principal;
    const issued = principal.issuedAt.getTime();
    if (issuedTo.get(userId)?.has(issued) === true) return true;
    const erased = await erasedAt(userId);
    if (erased !== null) {
      // What was let in before the erasure is not theirs any more.
      issuedTo.delete(userId);
      if (principal.issuedAt <= erased) return false;
    }
    if (!(await welcome(principal))) return false;
    if (issuedTo.size >= WELCOMED_PEOPLE_LIMIT) issuedTo.clear();
    const tokens = issuedTo.get(userId);
    if (tokens === undefined || tokens.size >= WELCOMED_TOKENS_LIMIT) issuedTo.set(userId, new Set([issued]));
    else tokens.add(issued);
    return true;
  };
}

const OPERATOR: Principal = {
  userId: 'operator-token',
  role: 'operator',
  isGuest: false,
  source: 'operator-token',
  email: null,
  name: null,
  issuedAt: new Date(0),
  sessionId: null,
};

function unauthenticated(hadToken: boolean, access: Access): Problem {
  const needed =
    access === 'operator'
      ? 'This is for operators: send OPERATOR_TOKEN, or an operator’s access token, as "Authorization: Bearer <token>".'
      : 'Send an access token as "Authorization: Bearer <token>". POST /api/v1/auth/guest gives one without an account.';
  const detail = hadToken ? 'The access token is not valid or has expired. Refresh it or sign in again.' : needed;
  return new Problem('UNAUTHENTICATED', detail, {
    headers: { 'www-authenticate': hadToken ? 'Bearer error="invalid_token"' : 'Bearer' },
  });
}

function equals(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}

/** Headers by which a proxy, or a page that poses as one, gives itself away. */
const FORWARDING_HEADERS = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'cf-connecting-ip',
  'true-client-ip',
  'fastly-client-ip',
];

/**
 * True for a caller on this machine: the connection comes from loopback, through no proxy, under a local name and from
 * no other site's page. So neither a page that resolves its own name to 127.0.0.1 is let in (DNS rebinding) nor one that
 * posts to localhost from wherever it is (cross-site request forgery).
 */
function isFromThisMachine(request: FastifyRequest): boolean {
  const { headers, socket } = request;
  const address = socket.remoteAddress ?? '';
  const isLoopback = address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
  // The Host header itself: `request.hostname` would believe a trusted proxy's word for it.
  const isLocal = isLocalUrl(`http://${headers.host ?? ''}`);
  const isOwnPage = headers.origin === undefined || isLocalUrl(headers.origin);
  return (
    isLoopback &&
    isLocal &&
    isOwnPage &&
    headers['sec-fetch-site'] !== 'cross-site' &&
    FORWARDING_HEADERS.every((name) => headers[name] === undefined)
  );
}

function isLocalUrl(url: string): boolean {
  const name = URL.parse(url)?.hostname;
  return (
    name === 'localhost' || name === '[::1]' || (name !== undefined && isIP(name) === 4 && name.startsWith('127.'))
  );
}
