import type { Message } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestApp, openTestDatabase, type TestApp, type TestPerson } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';
import { parseResponse, sendBytes, sendRaw } from './raw-http.ts';

const SHOP = 'https://shop.example.com';

const openDatabase = () => openTestDatabase('embedded', inject('templates'));

describe('the edge', () => {
  let app: TestApp;
  let person: TestPerson;
  beforeAll(async () => {
    app = await createTestApp({
      database: await openDatabase(),
      environment: { CORS_ORIGINS: `${SHOP},http://localhost:5173`, PUBLIC_URL: 'https://chat.example.com' },
    });
    person = await app.guest();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  describe('request ids', () => {
    test.each(['12345678', 'a1b2c3d4-0000-7000-8000-000000000000', 'span:0af7651916cd43dd.8448eb21', 'x'.repeat(128)])(
      'the caller’s own, such as %s, is taken over: in the answer, in the log and in what is stored',
      async (id) => {
        const body = { assistant: 'jumbo' };
        const response = await person.request('POST', '/api/v1/conversations', {
          body,
          headers: { 'x-request-id': id },
        });
        expect(response.headers.get('x-request-id')).toBe(id);
        const line = app.logLines.find(({ event, requestId }) => event === 'request_completed' && requestId === id);
        expect(line).toMatchObject({ method: 'POST', route: '/api/v1/conversations', status: 201 });
        const { greeting } = response.json<{ greeting: Message }>();
        const { rows } = await app.app.database.pool.query('select request_id from messages where id = $1', [
          greeting.id,
        ]);
        expect(rows).toEqual([{ request_id: id }]);
      },
    );

    test.each([
      ['too short', '1234567'],
      ['too long', 'x'.repeat(129)],
      ['with spaces', 'one two three'],
      ['with quotes', '"}],"level":"fatal"'],
      ['with markup', '<script>alert(1)</script>'],
      ['with letters that are not ASCII', 'r\u00e9qu\u00eate-123'],
      ['empty', ''],
    ])('one that is %s is replaced', async (_, id) => {
      const response = await sendRaw(app.url, { path: '/nowhere', headers: { 'x-request-id': id } });
      expect(expectProblem(response, 'NOT_FOUND').requestId).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('two of them are none', async () => {
      const headers = { 'x-request-id': ['first-of-two', 'second-of-two'] };
      const response = await sendRaw(app.url, { path: '/nowhere', headers });
      expect(expectProblem(response, 'NOT_FOUND').requestId).toMatch(/^[0-9a-f-]{36}$/);
    });

    test.each(['/health', '/', '/docs/', '/openapi.json', '/nowhere', '/%zz', '/api/v1/auth/me'])(
      '%s carries one',
      async (path) => {
        const response = await sendRaw(app.url, { path });
        expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      },
    );
  });

  describe('other origins', () => {
    const preflight = (origin: string) =>
      app.request('OPTIONS', '/api/v1/chat', {
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });

    test.each([SHOP, 'http://localhost:5173'])('%s, which is configured, may call', async (origin) => {
      const asked = await preflight(origin);
      expect(asked.status).toBe(204);
      expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
      expect(asked.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
      for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
        expect(asked.headers.get('access-control-allow-methods')).toContain(method);
      }
      const response = await app.request('GET', '/api/v1/assistants', { headers: { origin } });
      expect(response.headers.get('access-control-allow-origin')).toBe(origin);
      expect(response.headers.get('access-control-expose-headers')).toContain('x-request-id');
      expect(response.headers.get('vary')).toMatch(/\bOrigin\b/);
    });

    test.each([
      'https://evil.example.com',
      'http://shop.example.com',
      'https://shop.example.com.evil.com',
      'https://shop.example.com:8443',
      'https://sub.shop.example.com',
      'HTTPS://SHOP.EXAMPLE.COM',
      'null',
    ])('%s may not', async (origin) => {
      for (const response of [
        await preflight(origin),
        await app.request('GET', '/api/v1/assistants', { headers: { origin } }),
      ]) {
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
        expect(response.headers.get('vary')).toMatch(/\bOrigin\b/);
      }
    });

    test('may never send cookies, for there are none', async () => {
      expect((await preflight(SHOP)).headers.get('access-control-allow-credentials')).toBeNull();
      const entered = await app.request('POST', '/api/v1/auth/guest', { body: {} });
      expect(entered.headers.get('set-cookie')).toBeNull();
    });

    test('read a stream and its refusal too', async () => {
      const body = { assistant: 'jumbo', message: 'Hello' };
      const headers = { origin: SHOP, accept: 'text/event-stream' };
      const streamed = await person.request('POST', '/api/v1/chat', { body, headers });
      expect(streamed.headers.get('access-control-allow-origin')).toBe(SHOP);
      const refused = await app.request('POST', '/api/v1/chat', { body, headers });
      expectProblem(refused, 'UNAUTHENTICATED');
      expect(refused.headers.get('access-control-allow-origin')).toBe(SHOP);
    });
  });

  describe('headers that protect', () => {
    test.each([
      ['the page', () => app.request('GET', '/')],
      ['an answer', () => person.request('GET', '/api/v1/auth/me')],
      ['a problem', () => app.request('GET', '/api/v1/auth/me')],
      ['nothing found', () => app.request('GET', '/nowhere')],
      ['the reference', () => app.request('GET', '/docs/')],
      [
        'a stream',
        () =>
          person.request('POST', '/api/v1/chat', {
            body: { assistant: 'jumbo', message: 'Hi' },
            headers: { accept: 'text/event-stream' },
          }),
      ],
    ])('are on %s', async (_, ask) => {
      const { headers } = await ask();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*object-src 'none'/);
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
      expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    });

    test('keep what is said and every token out of caches', async () => {
      const answers = [
        await person.request('GET', '/api/v1/conversations'),
        await person.request('GET', '/api/v1/profile/export'),
        await app.request('POST', '/api/v1/auth/guest', { body: {} }),
        await app.request('GET', '/api/v1/auth/me'),
      ];
      for (const { headers } of answers) expect(headers.get('cache-control')).toBe('no-store');
    });

    test('let no page of ours run what is not ours', async () => {
      const policy = (await app.request('GET', '/')).headers.get('content-security-policy') ?? '';
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    });
  });

  describe('methods', () => {
    test('HEAD answers as GET does, without the body', async () => {
      for (const path of ['/api/v1/assistants', '/health', '/openapi.json', '/nowhere', '/']) {
        const [got, headed] = [await app.request('GET', path), await app.request('HEAD', path)];
        expect(headed.status, path).toBe(got.status);
        expect(headed.headers.get('content-type'), path).toBe(got.headers.get('content-type'));
        expect(headed.text, path).toBe('');
      }
    });

    test('HEAD asks for a token where GET does', async () => {
      expect((await app.request('HEAD', '/api/v1/auth/me')).status).toBe(401);
    });

    test('OPTIONS answers without a body, preflight or not', async () => {
      for (const path of ['/api/v1/chat', '/nowhere', '/']) {
        const response = await app.request('OPTIONS', path);
        expect([response.status, response.text], path).toEqual([204, '']);
      }
    });

    test.each(['TRACE', 'CONNECT', 'PROPFIND', 'SEARCH'])('%s is not there', async (method) => {
      const written = await sendBytes(
        app.url,
        `${method} /api/v1/chat HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`,
      );
      expect(written === '' ? 404 : parseResponse(written).status).toBeGreaterThanOrEqual(400);
    });
  });

  test('what is not there is a problem that tells what is', async () => {
    const problem = expectProblem(await app.request('GET', '/api/v1/nowhere'), 'NOT_FOUND');
    expect(problem).toMatchObject({ type: 'urn:rapport:problem:not-found', retryable: false });
    expect(problem.detail).toContain('/docs');
  });

  test('big answers are compressed for those who can read that', async () => {
    const response = await fetch(`${app.url}/openapi.json`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.json()).toHaveProperty('openapi');
    const plain = await fetch(`${app.url}/openapi.json`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    await plain.arrayBuffer();
  });
});
