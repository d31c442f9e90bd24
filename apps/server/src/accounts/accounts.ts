import { createHash, randomBytes } from 'node:crypto';
import { type Database, execute, inTransaction, type Statement } from '@rapport/core/database/database.ts';
import { hasSqlState, SQLSTATE } from '@rapport/core/database/errors.ts';
import { PLACEHOLDER_EMAIL_DOMAIN } from '@rapport/core/people/names.ts';
import type { Clock, Log, NewId } from '@rapport/core/runtime.ts';
import type { Role, Session, SignedInSession, User } from '@rapport/wire';
import { APIError } from 'better-auth/api';
import { createAuth } from './better-auth.ts';
import type { BrandCustomer } from './brand-identity.ts';
import { createPasswordHashing } from './password-hashing.ts';
import type { AccessTokens, Principal } from './tokens.ts';

export interface AccountDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly tokens: AccessTokens;
  /** Key of the library's own cookies and tokens. */
  readonly secret: string;
  readonly refreshLifetimeSeconds: number;
}

/** What can go wrong with an account, each with one answer of the API. */
export type AccountFailure =
  | 'email-taken'
  | 'wrong-credentials'
  | 'invalid-refresh-token'
  | 'not-a-guest'
  | 'no-such-person'
  | 'no-password'
  | 'wrong-password';

export type AccountResult =
  | { readonly success: true; readonly session: Session }
  | { readonly success: false; readonly failure: AccountFailure };

export interface Accounts {
  signUp(input: { email: string; password: string; name?: string | undefined }): Promise<AccountResult>;
  logIn(input: { email: string; password: string }): Promise<AccountResult>;
  createGuest(): Promise<AccountResult>;
  /** Spends the token for a new one. A token that was spent before ends its whole family. */
  refresh(refreshToken: string): Promise<AccountResult>;
  /** Ends the session the token belongs to. Says nothing about whether there was one. */
  logOut(refreshToken: string): Promise<void>;
  /** Makes a guest's account a lasting one under the same id, so that everything of theirs stays theirs. */
  upgrade(
    userId: string,
    input: { email: string; password: string; name?: string | undefined },
  ): Promise<AccountResult>;
  /**
   * The session of the customer whom a brand's server vouches for. At their first time a guest who is given becomes
   * theirs, with all they said; later they get their own account back, and the guest stays behind.
   */
  identify(customer: BrandCustomer, guestId: string | null): Promise<AccountResult>;
  findUser(userId: string): Promise<User | null>;
  /** Where a person is signed in, the latest used first; `current` is marked. */
  listSessions(userId: string, current: string | null): Promise<SignedInSession[]>;
  /** Ends one session of a person. False when they have none of that id. Its access token lives on for its few minutes. */
  endSession(userId: string, sessionId: string): Promise<boolean>;
  /** Ends every session of a person but `current`; returns how many. */
  endOtherSessions(userId: string, current: string | null): Promise<number>;
  /** Changes a password and ends every other session. Null when it is done. */
  changePassword(
    userId: string,
    current: string | null,
    input: { currentPassword: string; newPassword: string },
  ): Promise<AccountFailure | null>;
  /**
   * Makes the account of a person whose identity is kept elsewhere, if it isn't there yet, and notes what they are called
   * now. False when the id is that of an account of ours: the two are then not known to be the same person.
   */
  welcome(principal: Principal): Promise<boolean>;
}

/**
 * Accounts behind the contract's routes. better-auth owns passwords (scrypt), guests and log-ins; refresh tokens are
 * ours, one family a session, because the library's session tokens are neither single-use nor short-lived. Passwords are
 * hashed before a connection is taken: the embedded database has one, and everyone would wait for the hash.
 */
export function createAccounts(dependencies: AccountDependencies): Accounts {
  const { database, clock, newId } = dependencies;
  const passwords = createPasswordHashing();
  const auth = createAuth({ ...dependencies, passwords });

  const openSession = async (sessionToken: string): Promise<AccountResult> => {
    const [row] = await execute<SessionRow>(database.pool, FIND_SESSION_BY_TOKEN, [sessionToken]);
    return row === undefined ? { success: false, failure: 'no-such-person' } : issue(row);
  };
  const isEmailTaken = async (email: string): Promise<boolean> =>
    (await execute(database.pool, FIND_EMAIL, [email])).length > 0;
  const issue = async (row: SessionRow): Promise<AccountResult> => {
    const refreshToken = newToken();
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + dependencies.refreshLifetimeSeconds * 1_000);
    await execute(database.pool, STORE_REFRESH_TOKEN, [hashToken(refreshToken), row.session_id, now, expiresAt]);
    return { success: true, session: await sessionOf(dependencies.tokens, row, refreshToken) };
  };

  return {
    async signUp({ email, password, name }) {
      // Asked first only to spare the hash: the address may still be taken while it is made.
      if (await isEmailTaken(email)) return { success: false, failure: 'email-taken' };
      const passwordHash = await passwords.hash(password);
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + dependencies.refreshLifetimeSeconds * 1_000);
      try {
        const [row] = await execute<SessionRow>(database.pool, SIGN_UP, [
          newId(),
          email,
          name ?? '',
          now,
          newId(),
          passwordHash,
          newId(),
          newToken(),
          expiresAt,
        ]);
        if (row === undefined) throw new Error('The statement that makes an account gave none');
        return issue(row);
      } catch (error) {
        if (hasSqlState(error, SQLSTATE.uniqueViolation)) return { success: false, failure: 'email-taken' };
        throw error;
      }
    },
    async logIn({ email, password }) {
      try {
        const result = await auth.api.signInEmail({ body: { email, password } });
        return openSession(result.token);
      } catch (error) {
        if (isRefusal(error, 400) || isRefusal(error, 401)) return { success: false, failure: 'wrong-credentials' };
        throw error;
      }
    },
    async createGuest() {
      const result = await auth.api.signInAnonymous();
      return openSession(result.token);
    },
    async refresh(refreshToken) {
      const now = clock.now();
      const next = newToken();
      const expiresAt = new Date(now.getTime() + dependencies.refreshLifetimeSeconds * 1_000);
      const [row] = await execute<SessionRow>(database.pool, ROTATE, [
        hashToken(refreshToken),
        now,
        hashToken(next),
        expiresAt,
      ]);
      if (row !== undefined) return { success: true, session: await sessionOf(dependencies.tokens, row, next) };
      const ended = await execute(database.pool, END_FAMILY_OF_SPENT_TOKEN, [hashToken(refreshToken)]);
      if (ended.length > 0) {
        dependencies.log.warn(
          { event: 'refresh_token_reused' },
          'A spent refresh token was used again; its session was ended',
        );
      }
      return { success: false, failure: 'invalid-refresh-token' };
    },
    async logOut(refreshToken) {
      await execute(database.pool, END_FAMILY, [hashToken(refreshToken)]);
    },
    async upgrade(userId, { email, password, name }) {
      const passwordHash = await passwords.hash(password);
      try {
        const upgraded = await inTransaction(database.pool, (client) =>
          execute<SessionRow>(client, UPGRADE, [userId, email, name ?? '', clock.now(), newId(), passwordHash]),
        );
        const row = upgraded[0];
        if (row === undefined) return { success: false, failure: 'not-a-guest' };
        return row.session_id === null ? logInAfterUpgrade(email, password) : issue(row);
      } catch (error) {
        if (hasSqlState(error, SQLSTATE.uniqueViolation)) return { success: false, failure: 'email-taken' };
        throw error;
      }
    },
    async identify({ brand, subject, name }, guestId) {
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + dependencies.refreshLifetimeSeconds * 1_000);
      const personId = newId();
      const identify = async () => {
        const [row] = await execute<SessionRow>(database.pool, IDENTIFY, [
          `brand:${brand}`,
          subject,
          guestId,
          personId,
          `${personId}@${PLACEHOLDER_EMAIL_DOMAIN}`,
          name ?? '',
          now,
          newId(),
          newId(),
          newToken(),
          expiresAt,
        ]);
        if (row === undefined) throw new Error('The statement that identifies a customer gave no session');
        return issue(row);
      };
      try {
        return await identify();
      } catch (error) {
        // Two devices came for the first time at once: the other made the account, and now it is there to be found.
        if (hasSqlState(error, SQLSTATE.uniqueViolation)) return identify();
        throw error;
      }
    },
    async findUser(userId) {
      const [row] = await execute<UserRow>(database.pool, FIND_USER, [userId]);
      return row === undefined ? null : userOf(row);
    },
    async listSessions(userId, current) {
      const rows = await execute<SignedInRow>(database.pool, LIST_SESSIONS, [userId, clock.now()]);
      return rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at.toISOString(),
        lastUsedAt: row.updated_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        isCurrent: row.id === current,
      }));
    },
    async endSession(userId, sessionId) {
      return (await execute(database.pool, END_SESSION, [userId, sessionId])).length > 0;
    },
    async endOtherSessions(userId, current) {
      return (await execute(database.pool, END_OTHER_SESSIONS, [userId, current])).length;
    },
    async changePassword(userId, current, { currentPassword, newPassword }) {
      const [row] = await execute<{ password: string | null }>(database.pool, FIND_PASSWORD, [userId]);
      const former = row?.password ?? null;
      if (former === null) return 'no-password';
      if (!(await passwords.verify({ hash: former, password: currentPassword }))) return 'wrong-password';
      const changed = await execute(database.pool, CHANGE_PASSWORD, [
        userId,
        former,
        await passwords.hash(newPassword),
        clock.now(),
        current,
      ]);
      return changed.length > 0 ? null : 'wrong-password';
    },
    async welcome(principal) {
      const [earlier] = await execute<{ identity_provider: string }>(database.pool, WELCOME, [
        principal.userId,
        principal.name ?? '',
        `${principal.userId}@${PLACEHOLDER_EMAIL_DOMAIN}`,
        principal.isGuest,
        clock.now(),
      ]);
      return earlier === undefined || earlier.identity_provider === 'supabase';
    },
  };

  async function logInAfterUpgrade(email: string, password: string): Promise<AccountResult> {
    const result = await auth.api.signInEmail({ body: { email, password } });
    return openSession(result.token);
  }
}

interface UserRow {
  id: string;
  email: string;
  name: string;
  is_anonymous: boolean;
  role: Role;
}

interface SessionRow extends UserRow {
  session_id: string | null;
}

const FIND_USER: Statement = {
  name: 'account-find-user',
  text: 'select id, email, name, is_anonymous, role from users where id = $1',
};

interface SignedInRow {
  id: string;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
}

const LIST_SESSIONS: Statement = {
  name: 'account-list-sessions',
  text: `
select id, created_at, updated_at, expires_at from sessions
where user_id = $1 and expires_at > $2 order by updated_at desc, id desc`,
};

const END_SESSION: Statement = {
  name: 'account-end-session',
  text: 'delete from sessions where user_id = $1 and id = $2 returning id',
};

const END_OTHER_SESSIONS: Statement = {
  name: 'account-end-other-sessions',
  text: `delete from sessions where user_id = $1 and id::text <> coalesce($2, '') returning id`,
};

const FIND_PASSWORD: Statement = {
  name: 'account-find-password',
  text: "select password from accounts where user_id = $1 and provider_id = 'credential'",
};

/** Of two changes at once the second finds another password than it verified, and changes nothing. */
const CHANGE_PASSWORD: Statement = {
  name: 'account-change-password',
  text: `
with changed as (
  update accounts set password = $3, updated_at = $4
  where user_id = $1 and provider_id = 'credential' and password = $2
  returning user_id
), ended as (
  delete from sessions using changed where sessions.user_id = changed.user_id and sessions.id::text <> coalesce($5, '')
)
select user_id from changed`,
};

const FIND_EMAIL: Statement = { name: 'account-find-email', text: 'select id from users where email = $1' };

const FIND_SESSION_BY_TOKEN: Statement = {
  name: 'account-find-session',
  text: `
select users.id, email, name, is_anonymous, role, sessions.id as session_id
from sessions join users on users.id = sessions.user_id where sessions.token = $1`,
};

const STORE_REFRESH_TOKEN: Statement = {
  name: 'account-store-refresh-token',
  text: 'insert into refresh_tokens (token_hash, session_id, created_at, expires_at) values ($1, $2, $3, $4)',
};

/** Spends a token and stores its successor in one statement: of two that come at once, one finds it spent. */
const ROTATE: Statement = {
  name: 'account-rotate-refresh-token',
  text: `
with spent as (
  update refresh_tokens set spent_at = $2
  where token_hash = $1 and spent_at is null and expires_at > $2
  returning session_id
), successor as (
  insert into refresh_tokens (token_hash, session_id, created_at, expires_at)
  select $3, session_id, $2, $4 from spent
), extended as (
  update sessions set expires_at = $4, updated_at = $2 from spent where sessions.id = spent.session_id
)
select users.id, email, name, is_anonymous, role, sessions.id as session_id
from spent join sessions on sessions.id = spent.session_id join users on users.id = sessions.user_id`,
};

const END_FAMILY_OF_SPENT_TOKEN: Statement = {
  name: 'account-end-reused-family',
  text: `
delete from sessions using refresh_tokens
where refresh_tokens.token_hash = $1 and refresh_tokens.spent_at is not null and sessions.id = refresh_tokens.session_id
returning sessions.id`,
};

const END_FAMILY: Statement = {
  name: 'account-end-family',
  text: `
delete from sessions using refresh_tokens
where refresh_tokens.token_hash = $1 and sessions.id = refresh_tokens.session_id`,
};

/** The user, their password and a session of theirs: all of it or nothing. */
const SIGN_UP: Statement = {
  name: 'account-sign-up',
  text: `
with person as (
  insert into users (id, email, name, created_at, updated_at) values ($1, $2, $3, $4, $4)
  returning id, email, name, is_anonymous, role
), credential as (
  insert into accounts (id, user_id, account_id, provider_id, password, created_at, updated_at)
  select $5, id, id::text, 'credential', $6, $4, $4 from person
), session as (
  insert into sessions (id, user_id, token, expires_at, created_at, updated_at)
  select $7, id, $8, $9, $4, $4 from person
  returning id as session_id
)
select person.*, session_id from person, session`,
};

const UPGRADE: Statement = {
  name: 'account-upgrade',
  text: `
with upgraded as (
  update users set email = $2, name = $3, is_anonymous = false, updated_at = $4
  where id = $1 and is_anonymous and identity_provider = 'built-in'
  returning id, email, name, is_anonymous, role
), credential as (
  insert into accounts (id, user_id, account_id, provider_id, password, created_at, updated_at)
  select $5, id, id::text, 'credential', $6, $4, $4 from upgraded
)
select upgraded.*, (select id from sessions where user_id = $1 order by created_at desc limit 1) as session_id from upgraded`,
};

/**
 * The account under a brand's name for its customer: the one that is there, else the guest's own made lasting, else a
 * new one; and a session of theirs. A name is noted when the brand gives another.
 */
const IDENTIFY: Statement = {
  name: 'account-identify',
  text: `
with known as (
  select user_id from accounts where provider_id = $1 and account_id = $2
), renamed as (
  update users set name = $6, updated_at = $7
  where id in (select user_id from known) and $6 <> '' and name <> $6
), kept as (
  update users set is_anonymous = false, name = $6, updated_at = $7
  where id = $3::uuid and is_anonymous and identity_provider = 'built-in' and not exists (select 1 from known)
  returning id
), made as (
  insert into users (id, email, name, created_at, updated_at)
  select $4, $5, $6, $7, $7
  where not exists (select 1 from known) and not exists (select 1 from kept)
  returning id
), person as (
  select user_id as id from known union all select id from kept union all select id from made
), credential as (
  insert into accounts (id, user_id, account_id, provider_id, created_at, updated_at)
  select $8, id, $2, $1, $7, $7 from person where not exists (select 1 from known)
), session as (
  insert into sessions (id, user_id, token, expires_at, created_at, updated_at)
  select $9, id, $10, $11, $7, $7 from person
  returning id as session_id, user_id
)
select user_id as id, coalesce(email, $5) as email, coalesce(nullif($6, ''), name, '') as name,
  false as is_anonymous, coalesce(role, 'user') as role, session_id
from session left join users on users.id = session.user_id`,
};

/** Gives whose the account was before, if it was there. */
const WELCOME: Statement = {
  name: 'account-welcome',
  text: `
with welcomed as (
  insert into users (id, name, email, is_anonymous, identity_provider, created_at, updated_at)
  values ($1, $2, $3, $4, 'supabase', $5, $5)
  on conflict (id) do update set is_anonymous = excluded.is_anonymous, name = excluded.name, updated_at = excluded.updated_at
  where users.identity_provider = 'supabase'
    and (users.is_anonymous, users.name) is distinct from (excluded.is_anonymous, excluded.name)
)
select identity_provider from users where id = $1`,
};

function userOf(row: UserRow): User {
  return {
    id: row.id,
    email: row.email.endsWith('.invalid') ? null : row.email,
    name: row.is_anonymous || row.name === '' ? null : row.name,
    role: row.role,
    isGuest: row.is_anonymous,
  };
}

async function sessionOf(tokens: AccessTokens, row: SessionRow, refreshToken: string): Promise<Session> {
  const user = userOf(row);
  const accessToken = await tokens.sign({
    userId: user.id,
    sessionId: row.session_id ?? '',
    role: user.role,
    isGuest: user.isGuest,
    email: user.email,
    name: user.name,
  });
  return { user, accessToken, refreshToken, expiresIn: tokens.lifetimeSeconds };
}

const newToken = (): string => randomBytes(32).toString('base64url');
const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

const isRefusal = (error: unknown, status: number): boolean => error instanceof APIError && error.statusCode === status;
