import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Conversation, Message, Session, SignedInSession, User } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp, FakeClock, onEachDatabase, type TestApp } from '../src/index.ts';
import { expectProblem, withoutRequestId } from './problem-assertions.ts';

const PASSWORD = 'correct horse battery';
const ACCESS_TOKEN_LIFETIME_MS = 15 * 60_000;

let people = 0;
const newEmail = (): string => `person-${++people}@example.com`;

onEachDatabase('accounts', (databases) => {
  const clock = new FakeClock(new Date('2026-11-22T09:00:00Z'));
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ database: await databases.migrated(), overrides: { clock } });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const post = (path: string, body: unknown, token?: string) =>
    app.request('POST', `/api/v1/auth/${path}`, { body, ...(token === undefined ? {} : { token }) });
  const me = (token: string) => app.request('GET', '/api/v1/auth/me', { token });
  const signUp = async (email: string, more: { password?: string; name?: string } = {}): Promise<Session> => {
    const response = await post('signup', { email, password: PASSWORD, ...more });
    expect(response.status, response.text).toBe(201);
    return response.json<Session>();
  };

  describe('where someone is signed in', () => {
    const sessionsOf = async ({ accessToken: token }: Session): Promise<SignedInSession[]> =>
      (await app.request('GET', '/api/v1/auth/sessions', { token })).json<{ items: SignedInSession[] }>().items;
    const end = ({ accessToken: token }: Session, id: string) =>
      app.request('DELETE', `/api/v1/auth/sessions/${id}`, { token });
    const logIn = async (email: string, password = PASSWORD): Promise<Session> =>
      (await post('login', { email, password })).json<Session>();

    test('is listed with this place marked, and another place is signed out from here', async () => {
      const email = newEmail();
      const here = await signUp(email);
      const there = await logIn(email);
      const sessions = await sessionsOf(here);
      expect(sessions).toHaveLength(2);
      expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
      const other = sessions.find(({ isCurrent }) => !isCurrent);
      expect((await end(here, other?.id ?? '')).status).toBe(204);
      expect((await post('refresh', { refreshToken: there.refreshToken })).status).toBe(401);
      expect((await post('refresh', { refreshToken: here.refreshToken })).status).toBe(200);
    });

    test('is nobody else’s to see or end', async () => {
      const [ada, bo] = [await signUp(newEmail()), await signUp(newEmail())];
      const [session] = await sessionsOf(ada);
      expectProblem(await end(bo, session?.id ?? ''), 'NOT_FOUND');
      expect(await sessionsOf(ada)).toHaveLength(1);
    });

    test('ends everywhere but here at once', async () => {
      const email = newEmail();
      const here = await signUp(email);
      await logIn(email);
      await logIn(email);
      const ended = await app.request('DELETE', '/api/v1/auth/sessions', { token: here.accessToken });
      expect(ended.json()).toEqual({ ended: 2 });
      expect(await sessionsOf(here)).toHaveLength(1);
    });

    test('ends everywhere but here with a new password', async () => {
      const email = newEmail();
      const here = await signUp(email);
      const there = await logIn(email);
      const change = (currentPassword: string, token = here.accessToken) =>
        post('password', { currentPassword, newPassword: 'a better password' }, token);
      const refused = expectProblem(await change('not my password'), 'VALIDATION_ERROR');
      expect(refused.errors).toEqual([{ path: 'body.currentPassword', message: 'is not your password' }]);
      expect((await change(PASSWORD)).status).toBe(204);
      expect((await post('refresh', { refreshToken: there.refreshToken })).status).toBe(401);
      expect((await post('refresh', { refreshToken: here.refreshToken })).status).toBe(200);
      expectProblem(await post('login', { email, password: PASSWORD }), 'UNAUTHENTICATED');
      expect((await logIn(email, 'a better password')).user.email).toBe(email);
    });

    test('has no password to change for a guest', async () => {
      const guest = (await post('guest', {})).json<Session>();
      const body = { currentPassword: PASSWORD, newPassword: 'a better password' };
      expectProblem(await post('password', body, guest.accessToken), 'CONFLICT');
    });
  });

  describe('signing up and in', () => {
    test('gives a session whose tokens work, and a log-in gives another', async () => {
      const email = newEmail();
      const session = await signUp(email, { name: 'Ada' });
      expect(session.user).toEqual({ id: session.user.id, email, name: 'Ada', role: 'user', isGuest: false });
      expect(session.expiresIn * 1_000).toBe(ACCESS_TOKEN_LIFETIME_MS);
      expect((await me(session.accessToken)).json<{ user: User }>().user).toEqual(session.user);
      const again = await post('login', { email, password: PASSWORD });
      expect(again.status).toBe(200);
      expect(again.json<Session>().user).toEqual(session.user);
      expect(again.json<Session>().refreshToken).not.toBe(session.refreshToken);
    });

    test('folds the case of an address', async () => {
      const email = newEmail();
      const session = await signUp(email.toUpperCase());
      expect(session.user.email).toBe(email);
      expect((await post('login', { email: email.replace('person', 'PerSon'), password: PASSWORD })).status).toBe(200);
      expectProblem(await post('signup', { email: email.toUpperCase(), password: PASSWORD }), 'CONFLICT');
    });

    test('refuses an address that is taken', async () => {
      const email = newEmail();
      await signUp(email);
      expectProblem(await post('signup', { email, password: 'another password' }), 'CONFLICT');
      expect((await post('login', { email, password: 'another password' })).status).toBe(401);
    });

    test('makes one account of twenty concurrent sign-ups with one address', async () => {
      const email = newEmail();
      const responses = await Promise.all(
        Array.from({ length: 20 }, (_, index) => post('signup', { email, password: `${PASSWORD} ${index}` })),
      );
      const statuses = responses.map(({ status }) => status);
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(19);
      const winner = statuses.indexOf(201);
      expect((await post('login', { email, password: `${PASSWORD} ${winner}` })).status).toBe(200);
    });

    test('keeps nobody waiting for the database while passwords are hashed, two at a time', async () => {
      const person = await app.guest();
      const hold = holdPasswordHashes();
      try {
        const signUps = Array.from({ length: 30 }, () => post('signup', { email: newEmail(), password: PASSWORD }));
        await vi.waitFor(() => expect(hold.begun()).toBe(2));
        const meanwhile = await app.request('GET', '/api/v1/conversations', {
          token: person.session.accessToken,
          signal: AbortSignal.timeout(3_000),
        });
        expect(meanwhile.status).toBe(200);
        expect(hold.begun()).toBe(2);
        hold.letGo();
        expect(new Set((await Promise.all(signUps)).map(({ status }) => status))).toEqual(new Set([201]));
        expect(hold.begun()).toBe(30);
      } finally {
        hold.restore();
      }
    });

    test.each([
      ['seven characters', 'a'.repeat(7), 400],
      ['eight characters', 'a'.repeat(8), 201],
      ['128 characters', 'a'.repeat(128), 201],
      ['129 characters', 'a'.repeat(129), 400],
      ['letters of many scripts', 'пароль-密码-🔐-كلمة', 201],
      ['white space at its ends', '   spaced out   ', 201],
      ['NUL', 'pass\u0000word', 400],
      ['a lone surrogate', 'password\ud800', 400],
    ])('answers a password of %s as documented', async (_, password, status) => {
      const email = newEmail();
      const response = await post('signup', { email, password });
      expect(response.status, response.text).toBe(status);
      if (status !== 201) return;
      expect((await post('login', { email, password })).status).toBe(200);
      expect((await post('login', { email, password: password.slice(0, -1) })).status).toBe(401);
    });

    test('takes a password typed in another Unicode form for the same', async () => {
      const email = newEmail();
      await signUp(email, { password: 'caf\u00e9 au lait' });
      expect((await post('login', { email, password: 'cafe\u0301 au lait' })).status).toBe(200);
    });

    test.each(['someone@guest.invalid', 'someone@rapport.invalid', 'SOMEONE@X.INVALID'])(
      'refuses %s, for such names are ours to give',
      async (email) => {
        expectProblem(await post('signup', { email, password: PASSWORD }), 'VALIDATION_ERROR');
        const guest = await app.guest();
        const upgrade = await post('upgrade', { email, password: PASSWORD }, guest.session.accessToken);
        expectProblem(upgrade, 'VALIDATION_ERROR');
      },
    );
  });

  describe('a log-in that fails', () => {
    test('reads the same and hashes the same for an unknown address, a wrong password and a guest', async () => {
      const email = newEmail();
      await signUp(email);
      const guest = (await app.guest()).session.user.id;
      const { rows } = await app.app.database.pool.query<{ email: string }>('select email from users where id = $1', [
        guest,
      ]);
      const hashes = await countPasswordHashes(async (count) => {
        const answers = [];
        for (const address of [email, newEmail(), rows[0]?.email]) {
          const before = count();
          const response = await post('login', { email: address, password: 'not the password' });
          answers.push({ text: withoutRequestId(response.text), status: response.status, hashes: count() - before });
        }
        return answers;
      });
      expect(hashes[0]).toMatchObject({ status: 401, hashes: 1 });
      expect(hashes[1]).toEqual(hashes[0]);
      expect(hashes[2]).toEqual(hashes[0]);
    });
  });

  describe('refreshing', () => {
    const refresh = (refreshToken: string) => post('refresh', { refreshToken });

    test('spends the token for a new session of the same person', async () => {
      const first = await signUp(newEmail());
      const second = await refresh(first.refreshToken);
      expect(second.status).toBe(200);
      expect(second.json<Session>().user).toEqual(first.user);
      expect((await me(second.json<Session>().accessToken)).status).toBe(200);
      const third = await refresh(second.json<Session>().refreshToken);
      expect(third.status).toBe(200);
    });

    test('ends the whole family when a spent token is used again, and no other', async () => {
      const email = newEmail();
      const first = await signUp(email);
      const elsewhere = (await post('login', { email, password: PASSWORD })).json<Session>();
      const second = (await refresh(first.refreshToken)).json<Session>();
      const third = (await refresh(second.refreshToken)).json<Session>();
      expectProblem(await refresh(first.refreshToken), 'UNAUTHENTICATED');
      expectProblem(await refresh(third.refreshToken), 'UNAUTHENTICATED');
      expect((await refresh(elsewhere.refreshToken)).status).toBe(200);
    });

    test('lets one of two concurrent refreshes with one token through', async () => {
      const { refreshToken } = await signUp(newEmail());
      const statuses = (await Promise.all([refresh(refreshToken), refresh(refreshToken)])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 401]);
    });

    test('refuses a token that was never given, and one past its time', async () => {
      expectProblem(await refresh('no-such-token'), 'UNAUTHENTICATED');
      const { refreshToken } = await signUp(newEmail());
      clock.advance(31 * 86_400_000);
      expectProblem(await refresh(refreshToken), 'UNAUTHENTICATED');
    });

    test('ends at the log-out, which says nothing of whether there was a session', async () => {
      const { refreshToken } = await signUp(newEmail());
      const second = (await refresh(refreshToken)).json<Session>();
      const [ended, unknown] = [
        await post('logout', { refreshToken: second.refreshToken }),
        await post('logout', { refreshToken: 'no-such-token' }),
      ];
      expect([ended.status, unknown.status]).toEqual([204, 204]);
      expect(ended.text).toBe('');
      expectProblem(await refresh(second.refreshToken), 'UNAUTHENTICATED');
    });

    test('ends at a log-out with a token of the family that was spent before', async () => {
      const first = await signUp(newEmail());
      const second = (await refresh(first.refreshToken)).json<Session>();
      expect((await post('logout', { refreshToken: first.refreshToken })).status).toBe(204);
      expectProblem(await refresh(second.refreshToken), 'UNAUTHENTICATED');
    });

    test('keeps no token that could be used: only its hash is stored', async () => {
      const { refreshToken } = await signUp(newEmail());
      const { rows } = await app.app.database.pool.query<{ row: string }>(
        'select refresh_tokens::text as row from refresh_tokens union all select sessions::text from sessions',
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ row }) => row.includes(refreshToken))).toEqual([]);
    });
  });

  describe('a guest', () => {
    const upgrade = (token: string, body: { email: string; password?: string; name?: string }) =>
      post('upgrade', { password: PASSWORD, ...body }, token);

    test('has a session without an address or a name', async () => {
      const { session } = await app.guest();
      expect(session.user).toEqual({ id: session.user.id, email: null, name: null, role: 'user', isGuest: true });
      expect((await me(session.accessToken)).json<{ user: User }>().user).toEqual(session.user);
    });

    test('becomes an account under the same id, and what was said stays', async () => {
      const guest = await app.guest();
      const { conversationId } = await guest.say('jumbo', 'I have a dog called Biscuit');
      const email = newEmail();
      const response = await upgrade(guest.session.accessToken, { email, name: 'Grace' });
      expect(response.status, response.text).toBe(200);
      const { user, accessToken } = response.json<Session>();
      expect(user).toEqual({ id: guest.session.user.id, email, name: 'Grace', role: 'user', isGuest: false });
      const login = (await post('login', { email, password: PASSWORD })).json<Session>();
      for (const token of [accessToken, login.accessToken, guest.session.accessToken]) {
        const conversations = await app.request('GET', '/api/v1/conversations', { token });
        expect(conversations.json<{ items: Conversation[] }>().items.map(({ id }) => id)).toEqual([conversationId]);
        const messages = await app.request('GET', `/api/v1/conversations/${conversationId}/messages`, { token });
        expect(messages.json<{ items: Message[] }>().items.map(({ text }) => text)).toContain(
          'I have a dog called Biscuit',
        );
      }
    });

    test('keeps the sessions they had', async () => {
      const guest = await app.guest();
      await upgrade(guest.session.accessToken, { email: newEmail() });
      const refreshed = await post('refresh', { refreshToken: guest.session.refreshToken });
      expect(refreshed.json<Session>().user.isGuest).toBe(false);
    });

    test('can upgrade once, however often they ask', async () => {
      const { session } = await app.guest();
      const responses = await Promise.all([1, 2, 3].map(() => upgrade(session.accessToken, { email: newEmail() })));
      expect(responses.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      expectProblem(await upgrade(session.accessToken, { email: newEmail() }), 'CONFLICT');
    });

    test('can upgrade after they logged out everywhere else', async () => {
      const { session } = await app.guest();
      await post('logout', { refreshToken: session.refreshToken });
      const response = await upgrade(session.accessToken, { email: newEmail() });
      expect(response.status, response.text).toBe(200);
      expect((await post('refresh', { refreshToken: response.json<Session>().refreshToken })).status).toBe(200);
    });

    test('can not take an address that someone has, and stays a guest', async () => {
      const email = newEmail();
      await signUp(email);
      const guest = await app.guest();
      expectProblem(await upgrade(guest.session.accessToken, { email }), 'CONFLICT');
      expect((await me(guest.session.accessToken)).json<{ user: User }>().user.isGuest).toBe(true);
      expect((await upgrade(guest.session.accessToken, { email: newEmail() })).status).toBe(200);
    });

    test('is the only one who can upgrade', async () => {
      const { accessToken } = await signUp(newEmail());
      expectProblem(await upgrade(accessToken, { email: newEmail() }), 'CONFLICT');
    });
  });

  describe('an erased person', () => {
    test('is signed out of everything that reads or writes', async () => {
      const email = newEmail();
      const session = await signUp(email);
      const token = session.accessToken;
      expect((await app.request('DELETE', '/api/v1/profile', { token })).status).toBe(200);
      const attempts = [
        ['GET', '/api/v1/auth/me'],
        ['GET', '/api/v1/profile'],
        ['PATCH', '/api/v1/profile', { displayName: 'Ghost' }],
        ['GET', '/api/v1/profile/export'],
        ['DELETE', '/api/v1/profile'],
        ['POST', '/api/v1/conversations', { assistant: 'jumbo' }],
        ['POST', '/api/v1/chat', { assistant: 'jumbo', message: 'Are you there?' }],
      ] as const;
      for (const [method, path, body] of attempts) {
        const response = await app.request(method, path, body === undefined ? { token } : { token, body });
        expect(expectProblem(response, 'UNAUTHENTICATED').detail, `${method} ${path}`).toMatch(/no longer exists/);
      }
      expectProblem(await post('refresh', { refreshToken: session.refreshToken }), 'UNAUTHENTICATED');
      expectProblem(await post('login', { email, password: PASSWORD }), 'UNAUTHENTICATED');
      const { rows } = await app.app.database.pool.query('select from users where id = $1', [session.user.id]);
      expect(rows).toEqual([]);
    });
  });

  test('an account that fails to be stored is no address that is taken', async () => {
    const { pool } = app.app.database;
    await pool.query("alter table users add constraint no_name check (name <> 'Unstorable')");
    const response = await post('signup', { email: newEmail(), password: PASSWORD, name: 'Unstorable' });
    await pool.query('alter table users drop constraint no_name');
    expectProblem(response, 'INTERNAL_ERROR');
  });
});

/** Lets password hashes (scrypt calls) begin, and end only when told. */
function holdPasswordHashes(): { begun: () => number; letGo: () => void; restore: () => void } {
  const { promise: told, resolve: letGo } = Promise.withResolvers<void>();
  const { scrypt } = crypto;
  const spy = vi.spyOn(crypto, 'scrypt').mockImplementation((...call: Parameters<typeof scrypt>) => {
    void told.then(() => scrypt(...call));
  });
  syncBuiltinESMExports();
  return {
    begun: () => spy.mock.calls.length,
    letGo,
    restore() {
      letGo();
      spy.mockRestore();
      syncBuiltinESMExports();
    },
  };
}

/** Counts the password hashes (scrypt calls) that are begun while `work` runs. */
async function countPasswordHashes<Result>(work: (count: () => number) => Promise<Result>): Promise<Result> {
  const spy = vi.spyOn(crypto, 'scrypt');
  syncBuiltinESMExports();
  try {
    return await work(() => spy.mock.calls.length);
  } finally {
    spy.mockRestore();
    syncBuiltinESMExports();
  }
}
