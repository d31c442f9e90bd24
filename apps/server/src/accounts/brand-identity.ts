import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Secret } from '../config/secrets.ts';

/** Who a brand's own server says its customer is. */
export interface BrandCustomer {
  readonly brand: string;
  /** What the brand calls the customer: unique there, never given to another. */
  readonly subject: string;
  readonly name: string | null;
}

export type VerifyBrandIdentity = (brand: string, token: string) => Promise<BrandCustomer | null>;

/** The oldest a token may be, however long it says it lives: one that leaks is of use for minutes. */
const OLDEST_SECONDS = 15 * 60;
const CLOCK_TOLERANCE_SECONDS = 30;

const claims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().trim().min(1).max(120).optional(),
});

/**
 * Checks the short token by which a brand's server vouches for a customer (RFC 7519, HS256, claims `sub`, `iat`, `exp`
 * and, if it likes, `name`). A brand's secrets vouch for its own customers only. Null for a token that proves nothing;
 * why stays here, since whoever tries tokens would learn from it.
 * @param secrets by the brand's id; a token signed with any of a brand's is good, so that secrets can be exchanged
 */
export const createBrandIdentity = (
  secrets: ReadonlyMap<string, readonly Secret[]>,
  now: () => Date,
): VerifyBrandIdentity => {
  const keys = new Map(
    [...secrets].map(([brand, ofBrand]) => [brand, ofBrand.map((secret) => new TextEncoder().encode(secret.reveal()))]),
  );
  return async (brand, token) => {
    for (const key of keys.get(brand) ?? []) {
      const payload = await verifyWith(key, token, now());
      const read = claims.safeParse(payload);
      if (read.success) return { brand, subject: read.data.sub, name: read.data.name ?? null };
    }
    return null;
  };
};

async function verifyWith(key: Uint8Array, token: string, currentDate: Date): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      requiredClaims: ['sub', 'iat', 'exp'],
      maxTokenAge: OLDEST_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
