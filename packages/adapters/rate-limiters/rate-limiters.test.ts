import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { RateLimit, RateLimiter, RateLimitVerdict } from '@rapport/core/rate-limits/rate-limiter.ts';
import type { Redis } from 'ioredis';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { deadRedis, endAll, endings, listen, openRedis, ready } from '../redis/redis.fixtures.ts';
import { RedisRest } from '../redis/rest.ts';
import { createInProcessRateLimiter } from './in-process.ts';
import { createRedisRateLimiter } from './redis.ts';

// Past 300 lines and whole: one contract suite, the servers it is run against, and what only those can show.

const overRedis = (redis: Redis) => createRedisRateLimiter(redis, new RedisRest(() => performance.now()));

/** What a request may wait for a count at most: the time a Redis command has, and some for the machine. */
const MOST_WAIT_MS = 100 + 40;

afterEach(endAll);

/** Takes away the counts that a test has made, and no others. */
async function forgetCounts(redis: Redis, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const keys = await redis.keys(`rapport:limit:${name}:*`);
    if (keys.length > 0) await redis.del(keys);
  }
}

/** One that accepts and never says a word. */
async function muteRedis(): Promise<Redis> {
  const { port } = await listen(() => undefined);
  const redis = openRedis(`redis://127.0.0.1:${port}`);
  await vi.waitFor(() => expect(redis.status).toBe('connect'), { interval: 5 });
  return redis;
}

const redisUrl = inject('services').redis;

const limitOf = (points: number, windowMs = 60_000): RateLimit => ({ name: `test-${randomUUID()}`, points, windowMs });

async function take(
  limiter: RateLimiter,
  times: number,
  limit: RateLimit,
  caller = 'user:1',
): Promise<RateLimitVerdict[]> {
  const verdicts: RateLimitVerdict[] = [];
  for (let time = 0; time < times; time++) verdicts.push(await limiter.consume(caller, [limit]));
  return verdicts;
}

interface Kind {
  readonly name: string;
  /** Makes a limiter, ready to count. */
  make(): Promise<RateLimiter>;
}

const kinds: Kind[] = [
  { name: 'in the process', make: async () => createInProcessRateLimiter() },
  { name: 'in a Redis that is down', make: async () => overRedis(await deadRedis()) },
  { name: 'in a Redis that accepts and never answers', make: async () => overRedis(await muteRedis()) },
  ...(redisUrl === null ? [] : [{ name: 'in Redis', make: async () => overRedis(await sharedRedis(redisUrl)) }]),
];

async function sharedRedis(url: string): Promise<Redis> {
  const redis = await ready(openRedis(url));
  endings.push(() => forgetCounts(redis, ['test-*']));
  return redis;
}

describe.each(kinds)('a rate limiter that counts $name', ({ make }) => {
  it('allows exactly as many as the limit says, and tells how many are left', async () => {
    const limiter = await make();
    const verdicts = await take(limiter, 7, limitOf(5));
    expect(verdicts.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
      [true, 4],
      [true, 3],
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
      [false, 0],
    ]);
  });

  it('allows exactly as many when they come at once', async () => {
    const limiter = await make();
    const limit = limitOf(20);
    const verdicts = await Promise.all(Array.from({ length: 100 }, () => limiter.consume('user:1', [limit])));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(20);
    expect(new Set(verdicts.filter(({ allowed }) => allowed).map(({ remaining }) => remaining)).size).toBe(20);
  });

  it('counts each caller and each limit apart', async () => {
    const limiter = await make();
    const [first, second] = [limitOf(1), limitOf(1)];
    for (const caller of ['user:1', 'user:2', 'address:1.2.3.4', 'address:2001:db8::']) {
      for (const limit of [first, second]) {
        const verdicts = await take(limiter, 2, limit, caller);
        expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, false]);
      }
    }
  });

  it('says when the window ends, and does not move that end', async () => {
    const limiter = await make();
    const limit = limitOf(2, 1_500);
    const start = performance.now();
    const verdicts = await take(limiter, 4, limit);
    const elapsed = performance.now() - start;
    for (const { resetMs } of verdicts) {
      expect(resetMs).toBeLessThanOrEqual(1_500);
      expect(resetMs).toBeGreaterThanOrEqual(1_500 - elapsed - 20);
    }
  });

  it('allows again when the window has ended, and not before', async () => {
    const limiter = await make();
    const limit = limitOf(2, 1_200);
    const start = performance.now();
    expect((await take(limiter, 3, limit)).map(({ allowed }) => allowed)).toEqual([true, true, false]);
    const allowedAt = await vi.waitFor(
      async () => {
        const verdict = await limiter.consume('user:1', [limit]);
        expect(verdict.allowed).toBe(true);
        return { atMs: performance.now() - start, remaining: verdict.remaining };
      },
      { interval: 10, timeout: 3_000 },
    );
    expect(allowedAt.atMs).toBeGreaterThan(1_190);
    expect(allowedAt.atMs).toBeLessThan(1_700);
    expect(allowedAt.remaining).toBe(1);
  });

  it.each<readonly [string, number, number, number, 'overall' | 'burst', boolean]>([
    ['the one with fewer left', 0, 10, 3, 'burst', true],
    ['the overall one when it has fewer left', 8, 10, 9, 'overall', true],
    ['the one that refuses', 3, 10, 3, 'burst', false],
  ])('of several limits answers for %s', async (_, before, overallPoints, burstPoints, expected, allowed) => {
    const limiter = await make();
    const [overall, burst] = [limitOf(overallPoints), limitOf(burstPoints)];
    if (expected === 'overall') await take(limiter, before, overall);
    else await take(limiter, before, burst);
    const verdict = await limiter.consume('user:1', [overall, burst]);
    expect(verdict.limit).toBe(expected === 'overall' ? overall : burst);
    expect(verdict.allowed).toBe(allowed);
  });

  it('of several limits that refuse answers for the one that lasts longest', async () => {
    const limiter = await make();
    const [long, short] = [limitOf(1, 60_000), limitOf(1, 1_000)];
    await limiter.consume('user:1', [short, long]);
    expect((await limiter.consume('user:1', [short, long])).limit).toBe(long);
  });

  it.each<readonly [string, number, number]>([
    ['shorter than a second', 5, 999],
    ['without end', 5, Number.NaN],
    ['without a point', 0, 60_000],
  ])('refuses a window %s', async (_, points, windowMs) => {
    const limiter = await make();
    await expect(limiter.consume('user:1', [limitOf(points, windowMs)])).rejects.toBeInstanceOf(RangeError);
  });

  it(`answers within ${MOST_WAIT_MS} ms`, async () => {
    const limiter = await make();
    const limit = limitOf(1_000);
    await expectQuick(limiter, limit, 30);
  });
});

/**
 * Sends requests for longer than one of them may take, so that some come while others wait. Three quarters of the waits
 * are looked at: the rest belong to a machine that does something else as well.
 */
async function expectQuick(limiter: RateLimiter, limit: RateLimit, times: number): Promise<void> {
  const limits = [limit, { ...limit, name: `${limit.name}-second` }];
  const waits: Promise<number>[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    waits.push(limiter.consume('user:1', limits).then(() => performance.now() - start));
    await delay(7);
  }
  const sorted = (await Promise.all(waits)).sort((left, right) => left - right);
  expect(sorted[Math.floor(times * 0.75)]).toBeLessThan(MOST_WAIT_MS);
}

if (redisUrl !== null) {
  describe('rate limiters of several instances', () => {
    it('share a count over Redis', async () => {
      const limiters = [overRedis(await sharedRedis(redisUrl)), overRedis(await ready(openRedis(redisUrl)))];
      const limit = limitOf(10);
      const verdicts = await Promise.all(
        Array.from({ length: 40 }, (_, index) => limiters[index % 2]?.consume('user:1', [limit])),
      );
      expect(verdicts.filter((verdict) => verdict?.allowed)).toHaveLength(10);
    });

    it('leave no count behind that never ends', async () => {
      const redis = await sharedRedis(redisUrl);
      const limit = limitOf(3, 1_250);
      await take(overRedis(redis), 5, limit);
      const [key] = await redis.keys(`rapport:limit:${limit.name}:*`);
      expect(await redis.pttl(key ?? '')).toBeGreaterThan(0);
      expect(await redis.pttl(key ?? '')).toBeLessThanOrEqual(1_250);
    });
  });

  describe('a rate limiter whose Redis stops answering', () => {
    /** Passes everything on to Redis until it is told to keep it. */
    async function behindProxy(url: string) {
      const { hostname, port, pathname } = new URL(url);
      let holding = false;
      const held: (() => void)[] = [];
      const pass = (from: Socket, to: Socket) =>
        from.on('data', (bytes) => {
          if (holding) held.push(() => to.write(bytes));
          else to.write(bytes);
        });
      const proxy = await listen((client) => {
        const server = connect(Number(port || 6379), hostname);
        server.on('error', () => undefined);
        endings.push(() => server.destroy());
        pass(client, server);
        pass(server, client);
      });
      return {
        url: `redis://127.0.0.1:${proxy.port}${pathname}`,
        hold: () => {
          holding = true;
        },
        goOn: () => {
          holding = false;
          for (const send of held.splice(0)) send();
        },
      };
    }

    it('counts for itself meanwhile, makes nobody wait long, is never off, and shares the count again after', async () => {
      const proxy = await behindProxy(redisUrl);
      const redis = await ready(openRedis(proxy.url));
      const limiter = overRedis(redis);
      const limit = limitOf(5);
      endings.push(async () => forgetCounts(await ready(openRedis(redisUrl)), ['test-*']));
      expect((await take(limiter, 3, limit)).map(({ remaining }) => remaining)).toEqual([4, 3, 2]);

      proxy.hold();
      await expectQuick(limiter, limitOf(1_000), 40);
      const alone = await Promise.all(Array.from({ length: 30 }, () => limiter.consume('user:1', [limit])));
      expect(alone.filter(({ allowed }) => allowed)).toHaveLength(5);

      proxy.goOn();
      await ready(redis);
      const other = overRedis(await ready(openRedis(redisUrl)));
      const fresh = limitOf(2);
      await vi.waitFor(
        async () => {
          const probe = limitOf(2);
          await limiter.consume('user:1', [probe]);
          expect((await other.consume('user:1', [probe])).remaining).toBe(0);
        },
        { interval: 50, timeout: 10_000 },
      );
      await limiter.consume('user:1', [fresh]);
      await other.consume('user:1', [fresh]);
      expect((await limiter.consume('user:1', [fresh])).allowed).toBe(false);
    });
  });
}
