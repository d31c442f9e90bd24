import { createRemoteJWKSet, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Principal } from './tokens.ts';

export interface SupabaseOptions {
  /** The project's address without a slash at its end; null when only the secret is known. */
  readonly url: string | null;
  /** The project's legacy HS256 secret; null when the project signs with its own keys only. */
  readonly jwtSecret: string | null;
  readonly now: () => Date;
}

/** Thrown when the project's keys can't be fetched: the token may well be good. */
export class SigningKeysUnavailableError extends Error {
  constructor(cause: unknown) {
    super("The Supabase project's signing keys can't be fetched", { cause });
    this.name = 'SigningKeysUnavailableError';
  }
}

const KEY_FETCH_TIMEOUT_MS = 3_000;
const CLOCK_TOLERANCE_SECONDS = 5;
/** What Supabase signs with: https://supabase.com/docs/guides/auth/signing-keys. Symmetric only with the secret. */
const ASYMMETRIC_ALGORITHMS = ['ES256', 'RS256', 'EdDSA'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Checks access tokens of a Supabase project: those signed with its secret (HS256) and those signed with its published
 * keys (JWKS, cached). The keys come from the configured project only, never from what a token's header points at.
 */
export function createSupabaseVerifier({
  url,
  jwtSecret,
  now,
}: SupabaseOptions): (token: string) => Promise<Principal | null> {
  const secret = jwtSecret === null ? null : new TextEncoder().encode(jwtSecret);
  const keys =
    url === null
      ? null
      : createRemoteJWKSet(new URL(`${url}/auth/v1/.well-known/jwks.json`), { timeoutDuration: KEY_FETCH_TIMEOUT_MS });
  const checks = {
    audience: 'authenticated',
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    requiredClaims: ['sub', 'exp', 'iat', 'role'],
    ...(url === null ? {} : { issuer: `${url}/auth/v1` }),
  };
  const verifyWith = async (token: string): Promise<JWTPayload | null> => {
    const { alg } = decodeProtectedHeader(token);
    if (alg === 'HS256') {
      if (secret === null) return null;
      return (await jwtVerify(token, secret, { ...checks, algorithms: ['HS256'], currentDate: now() })).payload;
    }
    if (keys === null) return null;
    return (await jwtVerify(token, keys, { ...checks, algorithms: ASYMMETRIC_ALGORITHMS, currentDate: now() })).payload;
  };
  return async (token) => {
    try {
      const payload = await verifyWith(token);
      return payload === null ? null : principalOf(payload);
    } catch (error) {
      // What was fetched is no set of keys: an error page, or a project that is being restored.
      if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) {
        throw new SigningKeysUnavailableError(error);
      }
      if (error instanceof errors.JOSEError || error instanceof TypeError) {
        // A fetch that fails is a TypeError or an unspecific JOSEError; a bad token is one of JOSE's own kinds.
        if (isFetchFailure(error)) throw new SigningKeysUnavailableError(error);
        return null;
      }
      throw error;
    }
  };
}

const isFetchFailure = (error: Error): boolean =>
  (error instanceof TypeError && error.message === 'fetch failed') ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC');

function principalOf(payload: JWTPayload): Principal | null {
  const { sub, iat, role, email } = payload;
  // `anon` and `service_role` tokens speak for no person.
  if (role !== 'authenticated' || sub === undefined || !UUID.test(sub) || iat === undefined) return null;
  const metadata = payload.user_metadata;
  const fullName =
    typeof metadata === 'object' && metadata !== null && 'full_name' in metadata ? metadata.full_name : undefined;
  return {
    userId: sub.toLowerCase(),
    role: 'user',
    isGuest: payload.is_anonymous === true,
    source: 'supabase',
    email: typeof email === 'string' && email !== '' ? email.toLowerCase() : null,
    name: typeof fullName === 'string' && fullName !== '' ? fullName.slice(0, 120) : null,
    issuedAt: new Date(iat * 1_000),
    sessionId: null,
  };
}
