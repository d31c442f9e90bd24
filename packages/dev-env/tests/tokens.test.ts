import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { User } from '@rapport/wire';
import { base64url, exportJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestApp, FakeClock, openTestDatabase, type TestApp } from '../src/index.ts';
import { expectProblem, withoutRequestId } from './problem-assertions.ts';
import { sendRaw } from './raw-http.ts';

const START = new Date('2026-11-22T09:00:00Z');
const OUR_SECRET = 'y7Gk2Pw9Zq4Xn6Vb8Mc3Ld5Rf1Th0Js-tokens-test';
const PROJECT_SECRET = 'Wd8Qe5Rt2Yu7Io4Pa1Sf6Gh3Jk9Lz0-project-test';
const secondsAt = (offset: number): number => Math.floor(START.getTime() / 1_000) + offset;
const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const attackers = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();

interface TokenParts {
  readonly header?: Record<string, unknown>;
  /** Claims to change; undefined leaves one out. */
  readonly claims?: Record<string, unknown>;
  readonly key?: Uint8Array | KeyObject;
}

const sign = (claims: Record<string, unknown>, { header = {}, claims: changes = {}, key }: Required<Pick<TokenParts, 'key'>> & TokenParts) => {
  const payload = Object.fromEntries(Object.entries({ ...claims, ...changes }).filter(([, value]) => value !== undefined));
  return new SignJWT(payload as JWTPayload).setProtectedHeader({ alg: 'HS256', ...header }).sign(key);
};

/** A token put together by hand, for what a library refuses to make. */
const assemble = (header: unknown, claims: unknown, signature: string): string =>
  [header, claims].map((part) => base64url.encode(JSON.stringify(part))).join('.') + `.${signature}`;

describe('our access tokens', () => {
  const clock = new FakeClock(START);
  let app: TestApp;
  let claims: Record<string, unknown>;
  let attackersServer: KeyServer;
  beforeAll(async () => {
    attackersServer = await serveKeys([{ ...(await exportJWK(attackers.publicKey)), kid: 'theirs', alg: 'RS256' }]);
    app = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { JWT_SECRET: OUR_SECRET },
      overrides: { clock },
    });
    const { session } = await app.guest();
    claims = {
      role: 'user',
      guest: true,
      sid: session.user.id,
      sub: session.user.id,
      iss: 'rapport',
      aud: 'rapport',
      iat: secondsAt(0),
      nbf: secondsAt(0),
      exp: secondsAt(900),
    };
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await attackersServer.close();
  });

  const ours = (parts: TokenParts = {}) => sign(claims, { key: keyOf(OUR_SECRET), ...parts });
  const ask = (authorization: string) => app.request('GET', '/api/v1/auth/me', { headers: { authorization } });

  test('a token that an access token of this server gives says what these tests expect', async () => {
    const { session } = await app.guest();
    const given = JSON.parse(Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString());
    expect(Object.keys(given).sort()).toEqual(Object.keys(claims).sort());
    expect(given).toMatchObject({ iss: 'rapport', aud: 'rapport', role: 'user' });
  });

  test.each<[string, () => Promise<string>]>([
    ['a good one', async () => `Bearer ${await ours()}`],
    ['the scheme in lower case', async () => `bearer ${await ours()}`],
    ['two spaces after the scheme', async () => `Bearer  ${await ours()}`],
    ['issued a clock skew ahead', async () => `Bearer ${await ours({ claims: { nbf: secondsAt(3), iat: secondsAt(3) } })}`],
    ['one audience of several', async () => `Bearer ${await ours({ claims: { aud: ['other', 'rapport'] } })}`],
    ['a key id and a key address, both ignored', async () => `Bearer ${await ours({ header: { kid: '../../dev/null', jku: attackersServer.url } })}`],
    ['a name of six kilobytes', async () => `Bearer ${await ours({ claims: { name: 'n'.repeat(5_000) } })}`],
  ])('accepts %s', async (_, authorization) => {
    const response = await ask(await authorization());
    expect(response.status, response.text).toBe(200);
    expect(response.json<{ user: User }>().user.id).toBe(claims.sub);
    expect(attackersServer.requests()).toBe(0);
  });

  test.each<[string, () => Promise<string> | string]>([
    ['expired', () => ours({ claims: { exp: secondsAt(-30) } })],
    ['not yet valid', () => ours({ claims: { nbf: secondsAt(60) } })],
    ['another issuer', () => ours({ claims: { iss: 'someone-else' } })],
    ['no issuer', () => ours({ claims: { iss: undefined } })],
    ['another audience', () => ours({ claims: { aud: 'someone-else' } })],
    ['no audience', () => ours({ claims: { aud: undefined } })],
    ['no subject', () => ours({ claims: { sub: undefined } })],
    ['a subject that is no id', () => ours({ claims: { sub: "x' or '1'='1" } })],
    ['no expiry', () => ours({ claims: { exp: undefined } })],
    ['an expiry that is no number', () => ours({ claims: { exp: '2099-01-01' } })],
    ['no time of issue', () => ours({ claims: { iat: undefined } })],
    ['no role', () => ours({ claims: { role: undefined } })],
    ['an unknown role', () => ours({ claims: { role: 'root' } })],
    ['a list of roles', () => ours({ claims: { role: ['operator'] } })],
    ['no session', () => ours({ claims: { sid: undefined } })],
    ['another secret', () => ours({ key: keyOf(PROJECT_SECRET) })],
    ['another secret and the role of an operator', () => ours({ key: keyOf(PROJECT_SECRET), claims: { role: 'operator' } })],
    ['HS512 with the right secret', () => ours({ header: { alg: 'HS512' } })],
    ['RS256 with a key of their own', () => ours({ header: { alg: 'RS256' }, key: attackers.privateKey })],
    ['their key at an address the header names', () => ours({ header: { alg: 'RS256', kid: 'theirs', jku: attackersServer.url, x5u: attackersServer.url }, key: attackers.privateKey })],
    ['their key within the header', async () => ours({ header: { alg: 'RS256', jwk: await exportJWK(attackers.publicKey) }, key: attackers.privateKey })],
    ['a critical header that nobody knows', () => criticalToken(claims)],
    ['alg none', () => assemble({ alg: 'none' }, claims, '')],
    ['alg None with a signature', () => assemble({ alg: 'None' }, claims, 'c2ln')],
    ['no alg', () => assemble({ typ: 'JWT' }, claims, 'c2ln')],
    ['a role changed under the signature', async () => tamper(await ours(), { role: 'operator' })],
    ['a cut signature', async () => (await ours()).slice(0, -4)],
    ['two parts', async () => (await ours()).split('.').slice(0, 2).join('.')],
    ['five parts', async () => `${await ours()}.a.b`],
    ['no JSON inside', () => `${base64url.encode('no')}.${base64url.encode('json')}.c2ln`],
    ['an array for claims', () => assemble({ alg: 'HS256' }, [claims], 'c2ln')],
    ['nothing', () => ''],
    ['one word', () => 'null'],
    ['a good one of more than eight kilobytes', () => ours({ claims: { name: 'n'.repeat(7_000) } })],
    ['twelve kilobytes of one letter', () => 'a'.repeat(12_000)],
    ['characters that no token has', () => 'töken'.normalize('NFD').replace(/[^\x20-\x7e]/g, '%')],
  ])('refuses %s', async (_, token) => {
    const response = await ask(`Bearer ${await token()}`);
    const document = expectProblem(response, 'UNAUTHENTICATED');
    expect(document.detail).toBe('The access token is not valid or has expired. Refresh it or sign in again.');
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(attackersServer.requests()).toBe(0);
  });

  test('tells of every bad token the same', async () => {
    const answers = await Promise.all([
      ask(`Bearer ${await ours({ claims: { exp: secondsAt(-30) } })}`),
      ask(`Bearer ${await ours({ key: keyOf(PROJECT_SECRET) })}`),
      ask('Bearer nonsense'),
    ]);
    expect(new Set(answers.map(({ text }) => withoutRequestId(text))).size).toBe(1);
  });

  test.each([
    ['Basic', (token: string) => `Basic ${token}`],
    ['no scheme', (token: string) => token],
    ['a list of two', (token: string) => `Bearer ${token}, Bearer ${token}`],
  ])('refuses a good token under %s', async (_, write) => {
    expectProblem(await ask(write(await ours())), 'UNAUTHENTICATED');
  });

  test('refuses two Authorization headers, whichever is good', async () => {
    const good = `Bearer ${await ours()}`;
    for (const authorization of [[good, 'Bearer bad'], ['Bearer bad', good], [good, good]]) {
      expectProblem(await sendRaw(app.url, { path: '/api/v1/auth/me', headers: { authorization } }), 'UNAUTHENTICATED');
    }
  });

  test('ignores a token in the address or in a cookie', async () => {
    const token = await ours();
    expectProblem(await app.request('GET', `/api/v1/auth/me?access_token=${token}`), 'UNAUTHENTICATED');
    expectProblem(
      await app.request('GET', '/api/v1/auth/me', { headers: { cookie: `accessToken=${token}` } }),
      'UNAUTHENTICATED',
    );
  });

  test('ends with its time, to the second and the tolerated skew', async () => {
    const { session } = await app.guest();
    clock.advance(900_000 - 60_000);
    expect((await ask(`Bearer ${session.accessToken}`)).status).toBe(200);
    clock.advance(60_000 + 6_000);
    expectProblem(await ask(`Bearer ${session.accessToken}`), 'UNAUTHENTICATED');
  });
});

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
    ['a key that the project does not publish', () => theirs({ header: { alg: 'RS256', kid: 'rsa' }, key: attackers.privateKey })],
    ['a key id that the project does not publish', () => theirs({ header: { alg: 'RS256', kid: 'other' }, key: rsa.privateKey })],
    ['an elliptic key by the name of the RSA key', () => theirs({ header: { alg: 'ES256', kid: 'rsa' }, key: elliptic.privateKey })],
    ['alg none', async () => assemble({ alg: 'none' }, { sub: newId(), role: 'authenticated', aud: 'authenticated', iss: issuer, iat: secondsAt(0), exp: secondsAt(60) }, '')],
    ['our issuer and their secret', () => theirs({ claims: { iss: 'rapport', aud: 'rapport', role: 'operator', sid: 'x' } })],
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

/** Claims changed without the key: the signature stays what it was. */
function tamper(token: string, changes: Record<string, unknown>): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return [header, base64url.encode(JSON.stringify({ ...claims, ...changes })), signature].join('.');
}

/** Signed right, but with an extension that a verifier must know or refuse (RFC 7515 §4.1.11). */
function criticalToken(claims: unknown): string {
  const header = { alg: 'HS256', crit: ['https://example.com/rule'], 'https://example.com/rule': true };
  const unsigned = assemble(header, claims, '').slice(0, -1);
  return `${unsigned}.${createHmac('sha256', OUR_SECRET).update(unsigned).digest('base64url')}`;
}

interface KeyServer {
  readonly url: string;
  requests(): number;
  close(): Promise<void>;
}

/** Publishes keys as a Supabase project does, at any path. */
async function serveKeys(keys: readonly JWK[]): Promise<KeyServer> {
  let requests = 0;
  const server = http.createServer((_request, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
