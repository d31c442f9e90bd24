import type { Database } from '@rapport/core/database/database.ts';
import { PLACEHOLDER_EMAIL_DOMAIN } from '@rapport/core/people/names.ts';
import type { Log, NewId } from '@rapport/core/runtime.ts';
import { betterAuth } from 'better-auth';
import { anonymous } from 'better-auth/plugins';
import type { PasswordHashing } from './password-hashing.ts';

interface AuthOptions {
  readonly database: Database;
  readonly newId: NewId;
  readonly log: Log;
  readonly passwords: PasswordHashing;
  /** Key of the library's own cookies and tokens. */
  readonly secret: string;
  readonly refreshLifetimeSeconds: number;
}

/** The library that keeps users, passwords and sessions, on our tables. */
export function createAuth({ database, newId, secret, refreshLifetimeSeconds, log, passwords }: AuthOptions) {
  const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    secret,
    // Its own routes are not served: ours call it in process, so the address is never used.
    baseURL: 'http://127.0.0.1',
    database: { db: database.kysely, type: 'postgres', transaction: true },
    // Its own sign-up hashes the password inside its transaction, and holds a connection for it: ours doesn't.
    emailAndPassword: { enabled: true, disableSignUp: true, password: passwords },
    user: { modelName: 'users', fields: { emailVerified: 'email_verified', ...timestamps } },
    session: {
      modelName: 'sessions',
      expiresIn: refreshLifetimeSeconds,
      fields: {
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
        ...timestamps,
      },
    },
    account: {
      modelName: 'accounts',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...timestamps,
      },
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...timestamps } },
    advanced: { database: { generateId: () => newId() } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // Its messages may name an address; what went wrong is enough.
      log: (level, message) => {
        if (level === 'error') log.error({ library: 'better-auth' }, message);
      },
    },
    plugins: [
      anonymous({
        generateRandomEmail: () => `${newId()}@${PLACEHOLDER_EMAIL_DOMAIN}`,
        schema: { user: { fields: { isAnonymous: 'is_anonymous' } } },
      }),
    ],
  });
}
