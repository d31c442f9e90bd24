import { createHmac } from 'node:crypto';
import type { User } from '@rapport/wire';
import { base64url, exportJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestApp, FakeClock, openTestDatabase, type TestApp } from '../src/index.ts';
import { expectProblem, withoutRequestId } from './problem-assertions.ts';
import { sendRaw } from './raw-http.ts';
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
    [
      'issued a clock skew ahead',
      async () => `Bearer ${await ours({ claims: { nbf: secondsAt(3), iat: secondsAt(3) } })}`,
    ],
    ['one audience of several', async () => `Bearer ${await ours({ claims: { aud: ['other', 'rapport'] } })}`],
    [
      'a key id and a key address, both ignored',
      async () => `Bearer ${await ours({ header: { kid: '../../dev/null', jku: attackersServer.url } })}`,
    ],
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
    [
      'another secret and the role of an operator',
      () => ours({ key: keyOf(PROJECT_SECRET), claims: { role: 'operator' } }),
    ],
    ['HS512 with the right secret', () => ours({ header: { alg: 'HS512' } })],
    ['RS256 with a key of their own', () => ours({ header: { alg: 'RS256' }, key: attackers.privateKey })],
    [
      'their key at an address the header names',
      () =>
        ours({
          header: { alg: 'RS256', kid: 'theirs', jku: attackersServer.url, x5u: attackersServer.url },
          key: attackers.privateKey,
        }),
    ],
    [
      'their key within the header',
      async () =>
        ours({ header: { alg: 'RS256', jwk: await exportJWK(attackers.publicKey) }, key: attackers.privateKey }),
    ],
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
    for (const authorization of [
      [good, 'Bearer bad'],
      ['Bearer bad', good],
      [good, good],
    ]) {
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
