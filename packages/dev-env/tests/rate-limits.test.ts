import type { Database } from '@rapport/core/database/database.ts';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestApp, openTestDatabase, type TestApp } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const MAX = 100;
const PATH = '/api/v1/assistants';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase('embedded', inject('templates'));
});
afterAll(() => database.close());

const apps: TestApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app[Symbol.asyncDispose]();
});

/** The server with the documented overall limit and without bursts, unless told. */
async function serve(environment: Record<string, string> = {}): Promise<TestApp> {
  const app = await createTestApp({
    database,
    ownsDatabase: false,
    environment: { RATE_LIMIT_MAX: String(MAX), RATE_LIMIT_WINDOW_MS: '900000', ...environment },
  });
  apps.push(app);
  return app;
}

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

async function statusesOf(count: number, request: (index: number) => Promise<{ status: number }>): Promise<number[]> {
  const responses = [];
  for (let index = 0; index < count; index += 1) responses.push((await request(index)).status);
  return responses;
}
const allowed = (statuses: readonly number[]): number => statuses.filter((status) => status !== 429).length;

describe('the overall limit', () => {
  test('lets a hundred requests of a window through and refuses the next, saying when to come back', async () => {
    const app = await serve();
    const first = await app.request('GET', PATH);
    expect(first.headers.get('ratelimit-limit')).toBe(String(MAX));
    expect(first.headers.get('ratelimit-remaining')).toBe(String(MAX - 1));
    expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(890);
    expect(await statusesOf(MAX - 1, () => app.request('GET', PATH))).toEqual(Array(MAX - 1).fill(200));
    const refused = await app.request('GET', PATH);
    expect(expectProblem(refused, 'RATE_LIMIT_EXCEEDED').retryable).toBe(true);
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(890);
    expect(wait).toBeLessThanOrEqual(900);
    expect(refused.headers.get('ratelimit-reset')).toBe(String(wait));
  });

  test('counts over all endpoints, whatever the answer', async () => {
    const app = await serve();
    const paths = [PATH, '/api/v1/auth/me', '/nowhere', '/api/v1/conversations'];
    await statusesOf(MAX, (index) => app.request('GET', paths[index % paths.length] ?? PATH));
    for (const path of paths) expectProblem(await app.request('GET', path), 'RATE_LIMIT_EXCEEDED');
  });

  test('is exact when the requests come all at once', async () => {
    const app = await serve();
    const responses = await Promise.all(Array.from({ length: MAX + 20 }, () => app.request('GET', PATH)));
    expect(allowed(responses.map(({ status }) => status))).toBe(MAX);
  });

  test('never keeps a probe, the document or the page away', async () => {
    const app = await serve();
    await statusesOf(MAX + 1, () => app.request('GET', PATH));
    for (const path of ['/health', '/healthz', '/openapi.json', '/docs/']) {
      const response = await app.request('GET', path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('ratelimit-limit')).toBeNull();
    }
  });

  test('refuses a stream with a problem document too', async () => {
    const app = await serve();
    const guest = await app.guest();
    await statusesOf(MAX, () => guest.request('GET', PATH));
    const body = { assistant: 'jumbo', message: 'Hello' };
    const response = await guest.request('POST', '/api/v1/chat', { body, headers: { accept: 'text/event-stream' } });
    expectProblem(response, 'RATE_LIMIT_EXCEEDED');
  });
});

describe('whom a request counts for', () => {
  test('a person, from wherever they call, and no one beside them', async () => {
    const app = await serve({ TRUST_PROXY: 'loopback' });
    const [first, second] = [await app.guest(), await app.guest()];
    const statuses = await statusesOf(MAX + 5, (index) => first.request('GET', PATH, from(`203.0.113.${index}`)));
    expect(allowed(statuses)).toBe(MAX);
    expect((await second.request('GET', PATH, from('203.0.113.1'))).status).toBe(200);
    expect((await app.request('GET', PATH, from('203.0.113.1'))).status).toBe(200);
  });

  test('the address of someone who is not signed in, or whose token is not good', async () => {
    const app = await serve({ TRUST_PROXY: 'loopback' });
    const statuses = await statusesOf(MAX + 5, (index) =>
      app.request('GET', '/api/v1/auth/me', { ...from('203.0.113.9'), token: `guess-${index}` }),
    );
    expect(allowed(statuses)).toBe(MAX);
    expect((await app.request('GET', PATH, from('203.0.113.9'))).status).toBe(429);
    expect((await app.request('GET', PATH, from('203.0.113.10'))).status).toBe(200);
  });

  test('the address, where credentials are checked or made, whoever is signed in', async () => {
    const app = await serve({ RATE_LIMIT_MAX: '20' });
    const guests = [await app.guest(), await app.guest(), await app.guest()];
    const statuses = await statusesOf(20, (index) =>
      app.request('POST', '/api/v1/auth/logout', {
        body: { refreshToken: 'guess' },
        token: guests[index % guests.length]?.session.accessToken ?? '',
      }),
    );
    expect(allowed(statuses)).toBe(20 - guests.length);
  });

  test.each([
    ['x-forwarded-for', (index: number) => `203.0.113.${index}`],
    ['forwarded', (index: number) => `for=203.0.113.${index}`],
    ['x-real-ip', (index: number) => `203.0.113.${index}`],
    ['cf-connecting-ip', (index: number) => `203.0.113.${index}`],
    ['true-client-ip', (index: number) => `203.0.113.${index}`],
  ])('not the address that a caller gives in %s', async (header, value) => {
    const app = await serve({ RATE_LIMIT_MAX: '10' });
    const statuses = await statusesOf(15, (index) => app.request('GET', PATH, { headers: { [header]: value(index) } }));
    expect(allowed(statuses)).toBe(10);
  });

  test('the address that a trusted proxy adds, not those that the caller put before it', async () => {
    const app = await serve({ RATE_LIMIT_MAX: '10', TRUST_PROXY: 'loopback' });
    const statuses = await statusesOf(15, (index) =>
      app.request('GET', PATH, from(`198.51.100.${index}, 203.0.113.9`)),
    );
    expect(allowed(statuses)).toBe(10);
  });

  const sameCaller: readonly [string, boolean, readonly string[]][] = [
    ['addresses of one IPv6 /64', true, ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::']],
    ['one IPv6 address however it is written', true, ['2001:db8:1:2::1', '2001:0DB8:0001:0002:0:0:0:1']],
    ['an IPv4 address and itself in IPv6', true, ['203.0.113.9', '::ffff:203.0.113.9', '::ffff:cb00:7109']],
    ['a /64 beside it', false, ['2001:db8:1:2::1', '2001:db8:1:3::1']],
    ['IPv4 addresses beside each other', false, ['203.0.113.9', '203.0.113.10']],
    ['IPv4 addresses in IPv6 beside each other', false, ['::ffff:203.0.113.9', '::ffff:203.0.113.10']],
  ];
  test.each(sameCaller)('%s are one caller: %s', async (_, same, addresses) => {
    const app = await serve({ RATE_LIMIT_MAX: '1', TRUST_PROXY: 'loopback' });
    const statuses = await statusesOf(addresses.length, (index) =>
      app.request('GET', PATH, from(addresses[index] ?? '')),
    );
    expect(allowed(statuses)).toBe(same ? 1 : addresses.length);
  });
});

describe('the burst of an endpoint', () => {
  test('is ten a second, for each endpoint and caller of its own', async () => {
    const app = await serve({ RATE_LIMIT_PER_SECOND: '10' });
    const guest = await app.guest();
    const burst = await Promise.all(Array.from({ length: 15 }, () => guest.request('GET', PATH)));
    expect(allowed(burst.map(({ status }) => status))).toBe(10);
    const refused = burst.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(refused?.headers.get('ratelimit-limit')).toBe('10');
    expect((await guest.request('GET', '/api/v1/auth/me')).status).toBe(200);
    expect((await app.request('GET', PATH)).status).toBe(200);
  });

  test('is half of that where credentials are checked or made', async () => {
    const app = await serve({ RATE_LIMIT_PER_SECOND: '10' });
    const responses = await Promise.all(
      Array.from({ length: 12 }, () => app.request('POST', '/api/v1/auth/logout', { body: { refreshToken: 'x' } })),
    );
    expect(allowed(responses.map(({ status }) => status))).toBe(5);
  });

  test('counts an id in a path for the endpoint, not for one of its own', async () => {
    const app = await serve({ RATE_LIMIT_PER_SECOND: '10' });
    const guest = await app.guest();
    const responses = await Promise.all(
      Array.from({ length: 15 }, () => guest.request('GET', `/api/v1/conversations/${crypto.randomUUID()}`)),
    );
    expect(allowed(responses.map(({ status }) => status))).toBe(10);
  });
});

const { redis } = inject('services');
describe.runIf(redis !== null)('with Redis', () => {
  test('instances count together, exactly', async () => {
    const environment = { REDIS_URL: redis ?? '' };
    const [first, second] = [await serve(environment), await serve(environment)];
    const guest = await first.guest();
    const token = guest.session.accessToken;
    const responses = await Promise.all(
      Array.from({ length: MAX + 30 }, (_, index) =>
        (index % 2 === 0 ? first : second).request('GET', PATH, { token }),
      ),
    );
    expect(allowed(responses.map(({ status }) => status))).toBe(MAX);
  });
});

test('without the Redis that is configured each instance counts for itself, and none lets everything through', async () => {
  const app = await serve({ REDIS_URL: 'redis://127.0.0.1:1' });
  const statuses = await statusesOf(MAX + 5, () => app.request('GET', PATH));
  expect(allowed(statuses)).toBe(MAX);
});
