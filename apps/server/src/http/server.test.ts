import { Writable } from 'node:stream';
import { noteDatabaseError } from '@rapport/core/database/errors.ts';
import { PROBLEMS, type ProblemDocument, problemDocument } from '@rapport/wire';
import pino from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Principal } from '../accounts/tokens.ts';
import { createAccessTokens } from '../accounts/tokens.ts';
import { createAuthentication } from './authentication.ts';
import type { HttpServer } from './http-server.ts';
import { Problem } from './problems.ts';
import { createServer } from './server.ts';

const OPERATOR_TOKEN = 'operator-token-of-this-test-0123456789';
const LIMITS = { bodyBytes: 1_000, headersBytes: 16_384, headersTimeoutMs: 1_000, requestTimeoutMs: 1_000 };

const tokens = createAccessTokens({
  secret: 'a secret of this test, forty characters long',
  issuer: 'rapport',
  audience: 'rapport',
  lifetimeSeconds: 900,
  now: () => new Date(),
});
const tokenFor = (role: Principal['role']) =>
  tokens.sign({ userId: uuidV7(), sessionId: uuidV7(), role, isGuest: false, email: null, name: null });

interface Options {
  readonly openToLoopback?: boolean;
  readonly trustedProxies?: readonly string[];
  readonly operatorToken?: string | null;
  readonly routes?: (server: HttpServer) => void;
}

/** The edge with routes of the test's own, one for each access. */
async function serve(options: Options = {}) {
  const { openToLoopback = false, trustedProxies = [], operatorToken = OPERATOR_TOKEN } = options;
  const lines: Record<string, unknown>[] = [];
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()));
      done();
    },
  });
  const server = await createServer({
    log: pino({ level: 'debug', formatters: { level: (label) => ({ level: label }) } }, collect),
    newId: () => uuidV7(),
    version: '0.0.0',
    trustedProxies,
    corsOrigins: [],
    servedOverTls: false,
    limits: LIMITS,
    onAnswered: () => undefined,
    authenticate: createAuthentication({
      tokens,
      issuer: 'rapport',
      verifySupabase: null,
      welcome: async () => true,
      erasedAt: async () => null,
      operatorToken,
      openToLoopback,
    }),
    limitRequest: async () => undefined,
    routes: [
      (scope) => {
        for (const access of ['public', 'user', 'operator'] as const) {
          scope.get(`/${access}`, { config: { access } }, async ({ principal }) => ({ principal }));
        }
        options.routes?.(scope);
      },
    ],
  });
  opened.push(server);
  return { server, lines };
}

const opened: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

const problemIn = (response: {
  statusCode: number;
  body: string;
  headers: Record<string, unknown>;
}): ProblemDocument => {
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  const document = problemDocument.parse(JSON.parse(response.body));
  expect(response.statusCode).toBe(PROBLEMS[document.code].status);
  return document;
};

describe('who may call what', () => {
  type Caller = 'nobody' | 'user' | 'operator' | 'operator token' | 'wrong token';
  const EXPECTED: readonly [Caller, 'public' | 'user' | 'operator', number][] = [
    ['nobody', 'public', 200],
    ['nobody', 'user', 401],
    ['nobody', 'operator', 401],
    ['user', 'public', 200],
    ['user', 'user', 200],
    ['user', 'operator', 403],
    ['operator', 'public', 200],
    ['operator', 'user', 200],
    ['operator', 'operator', 200],
    ['operator token', 'public', 200],
    ['operator token', 'user', 403],
    ['operator token', 'operator', 200],
    ['wrong token', 'public', 200],
    ['wrong token', 'user', 401],
    ['wrong token', 'operator', 401],
  ];
  const bearerOf = async (caller: Caller): Promise<string | null> => {
    switch (caller) {
      case 'nobody':
        return null;
      case 'user':
      case 'operator':
        return tokenFor(caller);
      case 'operator token':
        return OPERATOR_TOKEN;
      case 'wrong token':
        return `${OPERATOR_TOKEN}!`;
    }
  };

  test.each(EXPECTED)('%s on a route for %s gets %i', async (caller, access, status) => {
    const { server } = await serve();
    const bearer = await bearerOf(caller);
    const response = await server.inject({
      url: `/${access}`,
      headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` },
    });
    expect(response.statusCode).toBe(status);
  });

  test('without an OPERATOR_TOKEN no word stands for one', async () => {
    const { server } = await serve({ operatorToken: null });
    for (const authorization of ['Bearer null', 'Bearer undefined', 'Bearer ', `Bearer ${OPERATOR_TOKEN}`]) {
      const response = await server.inject({ url: '/operator', headers: { authorization } });
      expect(response.statusCode).toBe(401);
    }
  });

  test('a route that does not say who may call it keeps the server from starting', async () => {
    const { server } = await serve({ routes: (scope) => void scope.get('/forgotten', async () => 'open') });
    await expect(server.ready()).rejects.toThrow('These routes declare no access: GET /forgotten');
  });
});

describe("operators' routes in development", () => {
  const HERE = { remoteAddress: '127.0.0.1', headers: { host: 'localhost:8080' } };
  const cases: readonly [string, number, { remoteAddress?: string; headers?: Record<string, string> }][] = [
    ['a caller on this machine', 200, {}],
    ['one that says 127.0.0.1', 200, { headers: { host: '127.0.0.1:8080' } }],
    ['one that says ::1', 200, { remoteAddress: '::1', headers: { host: '[::1]:8080' } }],
    ['one over a mapped address', 200, { remoteAddress: '::ffff:127.0.0.1' }],
    ['a page of this machine', 200, { headers: { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-site' } }],
    ['a caller elsewhere', 401, { remoteAddress: '203.0.113.7' }],
    ['a caller in the same network', 401, { remoteAddress: '192.168.1.20' }],
    ['a name that resolves to this machine', 401, { headers: { host: 'rebound.example.com:8080' } }],
    ['a name that only begins like an address of it', 401, { headers: { host: '127.0.0.1.example.com' } }],
    ['a name that ends in localhost', 401, { headers: { host: 'notlocalhost' } }],
    ['a name with a user before it', 401, { headers: { host: 'localhost@example.com' } }],
    ['a forwarded address', 401, { headers: { 'x-forwarded-for': '127.0.0.1' } }],
    ['a forwarded name', 401, { headers: { host: 'rebound.example.com', 'x-forwarded-host': 'localhost' } }],
    ['the standard forwarding header', 401, { headers: { forwarded: 'for=127.0.0.1' } }],
    ['a proxy that names itself', 401, { headers: { via: '1.1 proxy' } }],
    ['a proxy that names the caller', 401, { headers: { 'x-real-ip': '127.0.0.1' } }],
    ['a page of another site', 401, { headers: { origin: 'https://example.com' } }],
    ['a page of no site', 401, { headers: { origin: 'null' } }],
    ['another site, says the browser', 401, { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a wrong token', 401, { headers: { authorization: 'Bearer wrong' } }],
  ];

  test.each(cases)('%s gets %i', async (_, status, { remoteAddress = HERE.remoteAddress, headers = {} }) => {
    for (const trustedProxies of [[], ['loopback']]) {
      const { server } = await serve({ openToLoopback: true, trustedProxies });
      const request = { url: '/operator', remoteAddress, headers: { ...HERE.headers, ...headers } };
      expect((await server.inject(request)).statusCode, trustedProxies.join()).toBe(status);
    }
  });

  test('a user who is signed in is still no operator', async () => {
    const { server } = await serve({ openToLoopback: true });
    const headers = { ...HERE.headers, authorization: `Bearer ${await tokenFor('user')}` };
    expect((await server.inject({ ...HERE, url: '/operator', headers })).statusCode).toBe(403);
  });

  test('elsewhere than in development a caller on this machine is nobody', async () => {
    const { server } = await serve({ openToLoopback: false });
    expect((await server.inject({ ...HERE, url: '/operator' })).statusCode).toBe(401);
  });

  test("people's routes stay closed", async () => {
    const { server } = await serve({ openToLoopback: true });
    expect((await server.inject({ ...HERE, url: '/user' })).statusCode).toBe(401);
  });
});

describe('what goes wrong inside', () => {
  const secret = 'select password from accounts where email = /etc/passwd';
  const failing: readonly [string, (scope: HttpServer) => void][] = [
    ['a response that lacks a field', (scope) => answer(scope, {})],
    ['a response with a field of another type', (scope) => answer(scope, { count: secret })],
    ['an error', (scope) => fail(scope, new Error(secret))],
    ['a string', (scope) => fail(scope, secret)],
    ['nothing at all', (scope) => fail(scope, undefined)],
    [
      'an error that claims to be the caller’s',
      (scope) => fail(scope, Object.assign(new Error(secret), { statusCode: 200 })),
    ],
    [
      'an error of a library with a status of its own',
      (scope) => fail(scope, Object.assign(new Error(secret), { statusCode: 404 })),
    ],
  ];
  const answer = (scope: HttpServer, body: object) =>
    scope.get(
      '/failing',
      { config: { access: 'public' }, schema: { response: { 200: z.object({ count: z.int() }) } } },
      // Through text, for the compiler would not let it pass.
      async () => JSON.parse(JSON.stringify(body)),
    );
  const fail = (scope: HttpServer, thrown: unknown) =>
    scope.get('/failing', { config: { access: 'public' } }, async () => {
      throw thrown;
    });

  test.each(failing)('%s is an INTERNAL_ERROR that tells nothing and is logged', async (_, route) => {
    const { server, lines } = await serve({ routes: route });
    const response = await server.inject({ url: '/failing', headers: { 'x-request-id': 'id-of-the-test' } });
    const document = problemIn(response);
    expect(document).toMatchObject({ code: 'INTERNAL_ERROR', requestId: 'id-of-the-test', retryable: true });
    expect(response.body).not.toContain('passwd');
    expect(response.body).not.toMatch(/\bat .*\.ts|node_modules|stack/);
    const logged = lines.filter(({ level }) => level === 'error');
    expect(logged).toMatchObject([{ event: 'request_failed', code: 'INTERNAL_ERROR', requestId: 'id-of-the-test' }]);
  });

  test('a response that does not fit says where in the log', async () => {
    const { server, lines } = await serve({
      routes: (scope) =>
        void scope.get(
          '/failing',
          {
            config: { access: 'public' },
            schema: { response: { 200: z.object({ items: z.array(z.object({ id: z.guid() })) }) } },
          },
          async () => ({ items: [{ id: 'no id' }] }),
        ),
    });
    problemIn(await server.inject('/failing'));
    expect(lines.find(({ event }) => event === 'request_failed')).toMatchObject({
      issues: [{ path: ['items', 0, 'id'] }],
    });
  });

  test('what a response holds beside its schema stays here', async () => {
    const { server } = await serve({
      routes: (scope) =>
        void scope.get(
          '/answer',
          { config: { access: 'public' }, schema: { response: { 200: z.object({ id: z.string() }) } } },
          async () => ({ id: 'a', password_hash: 'b' }),
        ),
    });
    expect((await server.inject('/answer')).body).toBe('{"id":"a"}');
  });

  test.each([
    [
      'a connection refused',
      noteDatabaseError(Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), { code: 'ECONNREFUSED' })),
    ],
    ['a server that shuts down', Object.assign(new Error('terminating connection'), { code: '57P01' })],
    ['a pool that is full', new Error('timeout exceeded when trying to connect')],
  ])('%s is a DATABASE_CONNECTION_ERROR to try again', async (_, thrown) => {
    const { server } = await serve({ routes: (scope) => void fail(scope, thrown) });
    const response = await server.inject('/failing');
    expect(problemIn(response)).toMatchObject({ code: 'DATABASE_CONNECTION_ERROR', retryable: true });
    expect(response.headers['retry-after']).toBe('5');
    expect(response.body).not.toMatch(/10\.0\.0\.5|ECONN|57P/);
  });

  test('a problem keeps its code, its words and its headers', async () => {
    const problem = new Problem('CONFLICT', 'Already there.', { headers: { 'x-hint': 'look' } });
    const { server, lines } = await serve({ routes: (scope) => void fail(scope, problem) });
    const response = await server.inject('/failing');
    expect(problemIn(response)).toMatchObject({ code: 'CONFLICT', detail: 'Already there.' });
    expect(response.headers['x-hint']).toBe('look');
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
