import { generateKeyPairSync } from 'node:crypto';
import type { User } from '@rapport/wire';
import { exportJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestApp, FakeClock, openTestDatabase, type TestApp } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';
import {
  assemble,
  attackers,
  type KeyServer,
  keyOf,
  OUR_SECRET,
  PROJECT_SECRET,
  START,
  secondsAt,
  serveKeys,
  sign,
  type TokenParts,
} from './signed-tokens.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('tokens of a Supabase project', () => {
  const clock = new FakeClock(START);
  let app: TestApp;
  let project: KeyServer;
  let issuer: string;
  beforeAll(async () => {
    project = await serveKeys([
      { ...(await exportJWK(rsa.publicKey)), kid: 'rsa', alg: 'RS256', use: 'sig' },
      { ...(await exportJWK(elliptic.publicKey)), kid: 'elliptic', alg: 'ES256', use: 'sig' },
    ]);
    issuer = `${project.url}/auth/v1`;
    app = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { JWT_SECRET: OUR_SECRET, SUPABASE_URL: project.url, SUPABASE_JWT_SECRET: PROJECT_SECRET },
      overrides: { clock },
    });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await project.close();
  });

  const newId = () => crypto.randomUUID();
  const theirs = (parts: TokenParts = {}) => {
    const claims = {
      sub: newId(),
      role: 'authenticated',
      aud: 'authenticated',
      iss: issuer,
      iat: secondsAt(0),
      exp: secondsAt(3_600),
      email: 'Ada@Example.com',
      is_anonymous: false,
      user_metadata: { full_name: 'Ada Lovelace' },
    };
    return sign(claims, { key: keyOf(PROJECT_SECRET), ...parts });
  };
  const me = (token: string) => app.request('GET', '/api/v1/auth/me', { token });

  test.each<[string, TokenParts]>([
    ['the secret', {}],
    ['the published RSA key', { header: { alg: 'RS256', kid: 'rsa' }, key: rsa.privateKey }],
    ['the published elliptic key', { header: { alg: 'ES256', kid: 'elliptic' }, key: elliptic.privateKey }],
  ])('signed with %s speak for a person, whose first request makes the account', async (_, parts) => {
    const sub = newId();
    const token = await theirs({ ...parts, claims: { sub } });
    const first = await app.request('POST', '/api/v1/conversations', { token, body: { assistant: 'jumbo' } });
    expect(first.status, first.text).toBe(201);
    expect((await me(token)).json<{ user: User }>().user).toEqual({
      id: sub,
      email: 'ada@example.com',
      name: 'Ada Lovelace',
      role: 'user',
      isGuest: false,
    });
  });

  test('twenty first requests at once make one account', async () => {
    const sub = newId();
    const token = await theirs({ claims: { sub } });
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await me(token)).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test.each<[string, () => Promise<string>]>([
    ['the anonymous key', () => theirs({ claims: { role: 'anon', sub: undefined } })],
    ['the service role', () => theirs({ claims: { role: 'service_role' } })],
    ['a role of an operator', () => theirs({ claims: { role: 'operator' } })],
    ['another project', () => theirs({ claims: { iss: 'https://other.supabase.co/auth/v1' } })],
    ['no issuer', () => theirs({ claims: { iss: undefined } })],
    ['another audience', () => theirs({ claims: { aud: 'anon' } })],
    ['no subject', () => theirs({ claims: { sub: undefined } })],
    ['a subject that is no id', () => theirs({ claims: { sub: 'operator-token' } })],
    ['no expiry', () => theirs({ claims: { exp: undefined } })],
    ['an expired one', () => theirs({ claims: { exp: secondsAt(-30) } })],
    ['no time of issue', () => theirs({ claims: { iat: undefined } })],
    ['another secret', () => theirs({ key: keyOf('x'.repeat(40)) })],
    ['our secret', () => theirs({ key: keyOf(OUR_SECRET) })],
    ['HS512', () => theirs({ header: { alg: 'HS512' }, key: keyOf(PROJECT_SECRET.repeat(2)) })],
    ['the public key for a secret', () => theirs({ header: { kid: 'rsa' }, key: keyOf(publicPem) })],
    [
      'a key that the project does not publish',
      () => theirs({ header: { alg: 'RS256', kid: 'rsa' }, key: attackers.privateKey }),
    ],
    [
      'a key id that the project does not publish',
      () => theirs({ header: { alg: 'RS256', kid: 'other' }, key: rsa.privateKey }),
    ],
    [
      'an elliptic key by the name of the RSA key',
      () => theirs({ header: { alg: 'ES256', kid: 'rsa' }, key: elliptic.privateKey }),
    ],
    [
      'alg none',
      async () =>
        assemble(
          { alg: 'none' },
          {
            sub: newId(),
            role: 'authenticated',
            aud: 'authenticated',
            iss: issuer,
            iat: secondsAt(0),
            exp: secondsAt(60),
          },
          '',
        ),
    ],
    [
      'our issuer and their secret',
      () => theirs({ claims: { iss: 'rapport', aud: 'rapport', role: 'operator', sid: 'x' } }),
    ],
  ])('refuses %s', async (_, token) => {
    expectProblem(await me(await token()), 'UNAUTHENTICATED');
  });

  test('never gives a project the powers of an operator', async () => {
    const token = await theirs({ claims: { app_metadata: { role: 'operator' }, user_role: 'operator' } });
    expect((await me(token)).json<{ user: User }>().user.role).toBe('user');
  });

  test('an anonymous person who gets an address is a guest no more', async () => {
    const sub = newId();
    const guest = await me(await theirs({ claims: { sub, is_anonymous: true, email: '' } }));
    expect(guest.json<{ user: User }>().user).toMatchObject({ id: sub, isGuest: true, email: null });
    const lasting = await me(await theirs({ claims: { sub, iat: secondsAt(1) } }));
    expect(lasting.json<{ user: User }>().user).toMatchObject({ id: sub, isGuest: false, name: 'Ada Lovelace' });
  });

  test('can not upgrade or refresh here: the project does that', async () => {
    const token = await theirs({ claims: { is_anonymous: true } });
    const body = { email: 'someone@example.com', password: 'correct horse battery' };
    expectProblem(await app.request('POST', '/api/v1/auth/upgrade', { token, body }), 'CONFLICT');
  });

  test('an erased person is not let in by the tokens they had, and begins anew with a new one', async () => {
    const sub = newId();
    const old = await theirs({ claims: { sub } });
    const older = await theirs({ claims: { sub, iat: secondsAt(-10) } });
    await app.request('POST', '/api/v1/conversations', { token: old, body: { assistant: 'jumbo' } });
    expect((await app.request('DELETE', '/api/v1/profile', { token: old })).status).toBe(200);
    expectProblem(await me(old), 'UNAUTHENTICATED');
    expectProblem(await me(older), 'UNAUTHENTICATED');
    const later = secondsAt(5) + Math.ceil((clock.now().getTime() - START.getTime()) / 1_000);
    const fresh = await theirs({ claims: { sub, iat: later } });
    expect((await me(fresh)).status).toBe(200);
    const conversations = await app.request('GET', '/api/v1/conversations', { token: fresh });
    expect(conversations.json<{ items: unknown[] }>().items).toEqual([]);
    expectProblem(await me(old), 'UNAUTHENTICATED');
  });

  test('the id of an account of ours is not theirs to speak for', async () => {
    const { session } = await app.guest();
    const token = await theirs({ claims: { sub: session.user.id } });
    expectProblem(await me(token), 'UNAUTHENTICATED');
    expect((await me(session.accessToken)).status).toBe(200);
  });

  test('keys that can not be fetched are no fault of the person', async () => {
    const elsewhere = await serveKeys([]);
    await elsewhere.close();
    await using cutOff = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { SUPABASE_URL: elsewhere.url, SUPABASE_JWT_SECRET: PROJECT_SECRET },
      overrides: { clock },
    });
    const claims = { iss: `${elsewhere.url}/auth/v1` };
    const signed = await theirs({ header: { alg: 'RS256', kid: 'rsa' }, key: rsa.privateKey, claims });
    const response = await cutOff.request('GET', '/api/v1/auth/me', { token: signed });
    expect(expectProblem(response, 'TIMEOUT_ERROR').retryable).toBe(true);
    expect(response.text).not.toMatch(/127\.0\.0\.1|fetch|jwks/i);
    const bySecret = await cutOff.request('GET', '/api/v1/auth/me', { token: await theirs({ claims }) });
    expect(bySecret.status, bySecret.text).toBe(200);
    expect((await cutOff.guest()).session.user.isGuest).toBe(true);
  });
});
