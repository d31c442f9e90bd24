import type { Role } from '@rapport/wire';
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';

/** Who a request speaks for, as its token says. Read from the token alone, no database. */
export interface Principal {
  readonly userId: string;
  readonly role: Role;
  readonly isGuest: boolean;
  /** `supabase` people have no account of ours until their first request. */
  readonly source: 'built-in' | 'supabase' | 'operator-token';
  readonly email: string | null;
  readonly name: string | null;
  /** When the token was issued; a person erased later than that is not let in by it. */
  readonly issuedAt: Date;
  /** The session of ours the token belongs to; null for a token that others made. */
  readonly sessionId: string | null;
}

export interface AccessTokens {
  sign(subject: AccessTokenSubject): Promise<string>;
  /** The principal of a valid token; null for any other, with the reason kept from the caller. */
  verify(token: string): Promise<Principal | null>;
  readonly lifetimeSeconds: number;
}

interface AccessTokenSubject {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly isGuest: boolean;
  readonly email: string | null;
  readonly name: string | null;
}

export interface AccessTokenOptions {
  readonly secret: string;
  readonly issuer: string;
  readonly audience: string;
  readonly lifetimeSeconds: number;
  readonly now: () => Date;
}

const ALGORITHM = 'HS256';
/** Clocks of instances may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 5;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Verified tokens remembered by an instance, so that a person's next requests cost no signature check. */
const REMEMBERED_TOKENS = 10_000;

/** Short-lived access tokens, signed with our secret and checked without a database: signature, algorithm and every claim. */
export function createAccessTokens(options: AccessTokenOptions): AccessTokens {
  const key = new TextEncoder().encode(options.secret);
  const remembered = new Map<string, { readonly principal: Principal; readonly expiresMs: number }>();
  const remember = (token: string, principal: Principal, expiresMs: number) => {
    if (remembered.size >= REMEMBERED_TOKENS) remembered.clear();
    remembered.set(token, { principal, expiresMs });
  };
  return {
    lifetimeSeconds: options.lifetimeSeconds,
    sign(subject) {
      const issuedAt = Math.floor(options.now().getTime() / 1_000);
      return new SignJWT({
        role: subject.role,
        guest: subject.isGuest,
        sid: subject.sessionId,
        ...(subject.email === null ? {} : { email: subject.email }),
        ...(subject.name === null ? {} : { name: subject.name }),
      })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setSubject(subject.userId)
        .setIssuer(options.issuer)
        .setAudience(options.audience)
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt)
        .setExpirationTime(issuedAt + options.lifetimeSeconds)
        .sign(key);
    },
    async verify(token) {
      const known = remembered.get(token);
      if (known !== undefined && options.now().getTime() < known.expiresMs) return known.principal;
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          issuer: options.issuer,
          audience: options.audience,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: options.now(),
          requiredClaims: ['sub', 'exp', 'iat', 'role', 'sid'],
        });
        const { sub, role, iat, exp } = payload;
        if (sub === undefined || !UUID.test(sub) || iat === undefined || exp === undefined) return null;
        if (role !== 'user' && role !== 'operator') return null;
        const principal: Principal = {
          userId: sub.toLowerCase(),
          role,
          isGuest: payload.guest === true,
          source: 'built-in',
          email: typeof payload.email === 'string' ? payload.email : null,
          name: typeof payload.name === 'string' ? payload.name : null,
          issuedAt: new Date(iat * 1_000),
          sessionId: typeof payload.sid === 'string' ? payload.sid : null,
        };
        remember(token, principal, exp * 1_000);
        return principal;
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}

/** The issuer a token claims, unverified: only to choose which keys to check it with. Null when it is no token at all. */
export function claimedIssuer(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    return null;
  }
}
