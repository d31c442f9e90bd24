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
  /** Makes the account of a person whose identity is kept elsewhere. */
  readonly welcome: (principal: Principal) => Promise<void>;
  /** When a person was last erased, or null. */
  readonly erasedAt: (userId: string) => Promise<Date | null>;
  readonly operatorToken: string | null;
  /** True in development: operators' routes are open to callers on this machine. */
  readonly openToLoopback: boolean;
}

/** People of an identity provider that this instance has made sure have an account. Bounded; a restart forgets it. */
const KNOWN_PEOPLE_LIMIT = 100_000;
/** RFC 6750 §2.1: the token's characters. Longer than any token of ours or Supabase's is not one. */
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]{1,8192}=*) *$/i;

export type Authenticate = (request: FastifyRequest, access: Access) => Promise<Principal | null>;

/**
 * Turns a request's bearer token into who it speaks for, and refuses what the route does not allow. Ours and
 * Supabase's tokens are told apart by their issuer; the claim only chooses the keys, which must then fit.
 */
export function createAuthentication(options: AuthenticationOptions): Authenticate {
  const known = new Set<string>();

  const welcomeOnce = async (principal: Principal): Promise<boolean> => {
    if (known.has(principal.userId)) return true;
    const erased = await options.erasedAt(principal.userId);
    if (erased !== null && principal.issuedAt <= erased) return false;
    await options.welcome(principal);
    if (known.size >= KNOWN_PEOPLE_LIMIT) known.clear();
    known.add(principal.userId);
    return true;
  };

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
      throw unauthenticated(header !== undefined);
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

const OPERATOR: Principal = {
  userId: 'operator-token',
  role: 'operator',
  isGuest: false,
  source: 'operator-token',
  email: null,
  name: null,
  issuedAt: new Date(0),
};

function unauthenticated(hadToken: boolean): Problem {
  const detail = hadToken
    ? 'The access token is not valid or has expired. Refresh it or sign in again.'
    : 'Send an access token as "Authorization: Bearer <token>". POST /api/v1/auth/guest gives one without an account.';
  return new Problem('UNAUTHENTICATED', detail, {
    headers: { 'www-authenticate': hadToken ? 'Bearer error="invalid_token"' : 'Bearer' },
  });
}

function equals(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}

/**
 * True for a caller on this machine: the connection comes from loopback, through no proxy, and under a local name, so
 * that a page elsewhere that resolves its own name to 127.0.0.1 is not let in.
 */
function isFromThisMachine(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? '';
  const isLoopback = address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
  const proxied = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  const name = request.hostname.replace(/^\[|\]$/g, '');
  const isLocalName = name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
  return isLoopback && !proxied && isLocalName;
}
