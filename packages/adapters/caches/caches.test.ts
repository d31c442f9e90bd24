import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { cachedReply, cacheKey } from '@rapport/core/cache/cache.fixtures.ts';
import type { CacheKey } from '@rapport/core/cache/cache-key.ts';
import type { CachedReply, ClearScope, ReplyStore } from '@rapport/core/cache/reply-store.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import type { Redis } from 'ioredis';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { deadRedis, endAll, endings, listen, openRedis, ready } from '../redis/redis.fixtures.ts';
import { RedisRest } from '../redis/rest.ts';
import { createInProcessReplyStore } from './in-process.ts';
import { bytesOf, CACHE_LIMITS, type CacheLimits } from './local-replies.ts';
import { createRedisReplyStore } from './redis.ts';

// Past 300 lines and whole: one contract suite, the servers it is run against, and what only those can show.

/** What a turn may wait for a cache at most: the time Redis has, and some for the machine. */
const MOST_WAIT_MS = 100 + 50;
const DAY_MS = 24 * 60 * 60 * 1_000;
const NOW = new Date('2026-11-22T10:00:00.000Z');

afterEach(endAll);

/** Both times stand still until a test moves them. */
class StillClock implements Clock {
  #elapsedMs = 0;
  now(): Date {
    return new Date(NOW.getTime() + this.#elapsedMs);
  }
  monotonicMs(): number {
    return this.#elapsedMs;
  }
  advance(milliseconds: number): void {
    this.#elapsedMs += milliseconds;
  }
}

/** Between a client and Redis: passes everything on until it is told to keep it, or to cut the line. */
async function behindProxy(url: string) {
  const { hostname, port, pathname } = new URL(url);
  let state: 'passing' | 'holding' | 'cut' = 'passing';
  const held: (() => void)[] = [];
  const sockets = new Set<Socket>();
  const pass = (from: Socket, to: Socket) =>
    from.on('data', (bytes) => {
      if (state === 'holding') held.push(() => to.write(bytes));
      else to.write(bytes);
    });
  const proxy = await listen((client) => {
    if (state === 'cut') return client.destroy();
    const server = connect(Number(port || 6379), hostname);
    server.on('error', () => undefined);
    endings.push(() => server.destroy());
    sockets.add(client);
    pass(client, server);
    pass(server, client);
  });
  return {
    url: `redis://127.0.0.1:${proxy.port}${pathname}`,
    hold: () => {
      state = 'holding';
    },
    cut: () => {
      state = 'cut';
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    goOn: () => {
      state = 'passing';
      for (const send of held.splice(0)) send();
    },
  };
}

const redisUrl = inject('services').redis;

/** Keys of one test, taken away after it. */
function ownPrefix(redis: Redis): string {
  const prefix = `rapport:test-cache:${randomUUID()}`;
  endings.push(async () => {
    const keys = await redis.keys(`${prefix}:*`);
    if (keys.length > 0) await redis.del(keys);
  });
  return prefix;
}

interface Opened {
  readonly store: ReplyStore;
  readonly clock: StillClock;
}

interface Kind {
  readonly name: string;
  readonly everywhere: boolean;
  open(limits?: CacheLimits): Promise<Opened>;
}

const overRedis = (
  redis: Redis,
  clock: Clock,
  prefix: string,
  limits = CACHE_LIMITS,
  errors: Error[] = [],
): ReplyStore =>
  createRedisReplyStore({
    redis,
    rest: new RedisRest(() => clock.monotonicMs()),
    clock,
    newId: randomUUID,
    onError: (error) => errors.push(error),
    prefix,
    limits,
  });

const kinds: Kind[] = [
  {
    name: 'in the process',
    everywhere: true,
    async open(limits) {
      const clock = new StillClock();
      return { clock, store: createInProcessReplyStore(clock, limits) };
    },
  },
  {
    name: 'behind which Redis is down',
    everywhere: false,
    async open(limits) {
      const clock = new StillClock();
      return { clock, store: overRedis(await deadRedis(), clock, 'rapport:test-cache', limits) };
    },
  },
];
if (redisUrl !== null) {
  kinds.push(
    {
      name: 'behind which there is Redis',
      everywhere: true,
      async open(limits) {
        const clock = new StillClock();
        const redis = await ready(openRedis(redisUrl));
        return { clock, store: overRedis(redis, clock, ownPrefix(redis), limits) };
      },
    },
    {
      name: 'behind which Redis does not answer',
      everywhere: false,
      async open(limits) {
        const clock = new StillClock();
        const proxy = await behindProxy(redisUrl);
        const redis = await ready(openRedis(proxy.url));
        proxy.hold();
        return { clock, store: overRedis(redis, clock, 'rapport:test-cache', limits) };
      },
    },
  );
}

async function put(store: ReplyStore, key: CacheKey, reply: CachedReply): Promise<void> {
  const reading = await store.read(key);
  if (reading.kind === 'absent') reading.put(reply);
}

const replyOf = async (store: ReplyStore, key: CacheKey): Promise<CachedReply | null> => {
  const reading = await store.read(key);
  return reading.kind === 'found' ? reading.reply : null;
};

const key = cacheKey();
const reply = cachedReply({ storedAt: NOW });

describe.each(kinds)('a reply store $name', ({ open, everywhere }) => {
  it('gives back what was put, whole', async () => {
    const { store } = await open();
    expect(await replyOf(store, key)).toBeNull();
    expect(store.peek(key)).toBeNull();
    await put(store, key, reply);
    expect(await replyOf(store, key)).toEqual(reply);
    expect(store.peek(key)).toEqual(reply);
    expect(store.size()).toEqual({ entries: 1, bytes: bytesOf(reply) });
  });

  it.each<Partial<CacheKey>>([
    { brand: 'south' },
    { assistant: 'bo' },
    { locale: 'en-GB' },
    { language: 'es' },
    { persona: 'busy' },
    { journeyStage: 'learning' },
    { variant: 'b' },
    { knowledgeVersion: 'k2' },
    { promptVersion: 'p2' },
    { chainVersion: 'c2' },
    { question: 'how often should i water a palm' },
  ])('gives nothing for %j', async (change) => {
    const { store } = await open();
    await put(store, key, reply);
    expect(await replyOf(store, cacheKey(change))).toBeNull();
    expect(store.peek(cacheKey(change))).toBeNull();
  });

  it('lets go of a reply after a day, and not before', async () => {
    const { store, clock } = await open();
    await put(store, key, reply);
    clock.advance(DAY_MS - 1);
    expect(await replyOf(store, key)).toEqual(reply);
    clock.advance(2);
    expect(await replyOf(store, key)).toBeNull();
  });

  it("keeps a thousand of a brand, those in use longest, and none of another's fewer", async () => {
    const { store } = await open({ ...CACHE_LIMITS, entriesPerBrand: 10 });
    const nth = (brand: string, count: number) => cacheKey({ brand, question: `what is plant ${count}` });
    await put(store, nth('south', 0), reply);
    for (let count = 0; count < 15; count += 1) {
      await put(store, nth('north', count), reply);
      await store.read(nth('north', 0));
    }
    expect(store.peek(nth('south', 0))).toEqual(reply);
    expect(store.peek(nth('north', 0))).toEqual(reply);
    expect(store.peek(nth('north', 1))).toBeNull();
    expect(store.size().entries).toBe(11);
  });

  it('keeps no reply that is too large, and no more bytes than it may', async () => {
    const { store } = await open({ ...CACHE_LIMITS, bytesPerEntry: 1_000, bytesPerBrand: 2_500 });
    await put(store, key, { ...reply, text: 'long '.repeat(300) });
    expect(await replyOf(store, key)).toBeNull();
    for (const question of ['a', 'b', 'c', 'd'])
      await put(store, cacheKey({ question }), { ...reply, text: 'x'.repeat(600) });
    expect(store.size().bytes).toBeLessThanOrEqual(2_500);
    expect(store.size().entries).toBeGreaterThan(1);
  });

  it.each<readonly [ClearScope, readonly string[]]>([
    [{}, []],
    [{ brand: 'north' }, ['south/ada', 'south/bo']],
    [{ assistant: 'ada' }, ['north/bo', 'south/bo']],
    [{ brand: 'north', assistant: 'ada' }, ['north/bo', 'south/ada', 'south/bo']],
    [{ brand: 'west' }, ['north/ada', 'north/bo', 'south/ada', 'south/bo']],
  ])('clears %j and leaves %j', async (scope, left) => {
    const { store } = await open();
    const keys = ['north', 'south'].flatMap((brand) =>
      ['ada', 'bo'].map((assistant) => cacheKey({ brand, assistant })),
    );
    for (const each of keys) await put(store, each, reply);
    expect(await store.clear(scope)).toEqual({ cleared: keys.length - left.length, everywhere });
    const found = await Promise.all(
      keys.map(async (each) => ((await replyOf(store, each)) === null ? [] : [`${each.brand}/${each.assistant}`])),
    );
    expect(found.flat()).toEqual(left);
  });

  it('stores nothing of what was being written when it was cleared', async () => {
    const { store } = await open();
    const reading = await store.read(key);
    await store.clear({ brand: key.brand });
    if (reading.kind === 'absent') reading.put(reply);
    expect(await replyOf(store, key)).toBeNull();
    await put(store, key, { ...reply, text: 'After it.' });
    expect((await replyOf(store, key))?.text).toBe('After it.');
  });

  it('goes by a clear that came while it was being read', async () => {
    const { store } = await open();
    await put(store, key, reply);
    const [reading] = await Promise.all([store.read(cacheKey({ question: 'another' })), store.clear({})]);
    if (reading.kind === 'absent') reading.put(reply);
    expect(await replyOf(store, cacheKey({ question: 'another' }))).toBeNull();
    expect(await replyOf(store, key)).toBeNull();
  });

  it(`makes nobody wait longer than ${MOST_WAIT_MS} ms, and not one after another`, async () => {
    const { store } = await open();
    const start = performance.now();
    for (let count = 0; count < 20; count += 1) await store.read(cacheKey({ question: `what is plant ${count}` }));
    // Twenty that each found out for themselves would be two seconds.
    expect(performance.now() - start).toBeLessThan(MOST_WAIT_MS * 2);
  });
});

if (redisUrl !== null) {
  /** Two instances over one Redis, the second through a line that a test can cut. */
  const openTwo = async () => {
    const [direct, proxy] = [await ready(openRedis(redisUrl)), await behindProxy(redisUrl)];
    const redis = await ready(openRedis(proxy.url));
    const [clock, prefix, errors] = [new StillClock(), ownPrefix(direct), [] as Error[]];
    const [first, second] = [overRedis(direct, clock, prefix), overRedis(redis, clock, prefix, CACHE_LIMITS, errors)];
    return { first, second, clock, prefix, proxy, direct, redis, errors };
  };
  /** Storing is not waited for. */
  const stored = (redis: Redis, prefix: string, count: number) =>
    vi.waitFor(async () => expect(await redis.keys(`${prefix}:reply:*`)).toHaveLength(count), {
      interval: 2,
      timeout: 2_000,
    });

  describe('reply stores of several instances', () => {
    it('give what another stored, and hold it themselves from then on', async () => {
      const { first, second, prefix, direct } = await openTwo();
      await put(first, key, reply);
      await stored(direct, prefix, 1);
      expect(second.peek(key)).toBeNull();
      expect(await replyOf(second, key)).toEqual(reply);
      expect(second.peek(key)).toEqual(reply);
    });

    it('keep a reply no longer for having been found', async () => {
      const { first, second, clock, prefix, direct } = await openTwo();
      await put(first, key, reply);
      await stored(direct, prefix, 1);
      clock.advance(DAY_MS / 2);
      expect(await replyOf(second, key)).toEqual(reply);
      clock.advance(DAY_MS / 2 + 1);
      expect(await replyOf(second, key)).toBeNull();
    });

    it.each<ClearScope>([{}, { brand: 'north' }, { assistant: 'ada' }, { brand: 'north', assistant: 'ada' }])(
      'see within a second that another cleared %j',
      async (scope) => {
        const { first, second, clock, prefix, direct } = await openTwo();
        await put(first, key, reply);
        await stored(direct, prefix, 1);
        expect(await replyOf(second, key)).toEqual(reply);
        expect(await first.clear(scope)).toEqual({ cleared: 1, everywhere: true });
        clock.advance(1_000);
        expect(await replyOf(second, key)).toBeNull();
      },
    );

    it('are told of a clear as soon as Redis is back', async () => {
      const { first, second, clock, prefix, direct, proxy, redis } = await openTwo();
      await put(first, key, reply);
      await stored(direct, prefix, 1);
      proxy.cut();
      await vi.waitFor(() => expect(redis.status).not.toBe('ready'), { interval: 5 });
      expect(await second.clear({})).toMatchObject({ everywhere: false });
      expect(await replyOf(second, key)).toBeNull();
      proxy.goOn();
      await ready(redis);
      await vi.waitFor(
        async () => {
          clock.advance(1_000);
          expect(await replyOf(first, key)).toBeNull();
        },
        { interval: 10, timeout: 5_000 },
      );
    });

    it('keep no question in Redis', async () => {
      const { first, prefix, direct } = await openTwo();
      await put(first, key, reply);
      await stored(direct, prefix, 1);
      const keys = await direct.keys(`${prefix}:*`);
      expect(`${keys} ${await direct.mget(keys)}`).not.toContain('water a fern');
    });

    it('leave every key with an end, and the keys of others alone', async () => {
      const { first, prefix, direct } = await openTwo();
      const foreign = `${prefix}-of-another:reply:north:ada:x`;
      await direct.set(foreign, 'mine', 'PX', 60_000);
      endings.push(() => direct.del(foreign));
      await put(first, key, reply);
      await stored(direct, prefix, 1);
      const [name = ''] = await direct.keys(`${prefix}:reply:*`);
      expect(await direct.pttl(name)).toBeGreaterThan(DAY_MS - 60_000);
      expect(await direct.pttl(name)).toBeLessThanOrEqual(DAY_MS);
      await first.clear({});
      for (const each of await direct.keys(`${prefix}:*`)) expect(await direct.pttl(each)).toBeGreaterThan(0);
      expect(await direct.get(foreign)).toBe('mine');
    });

    it.each<readonly [string, (value: string) => string]>([
      ['nothing but words', () => 'rubbish'],
      ['an empty text', () => ''],
      ['other JSON', () => '[1,2]'],
      ['null', () => 'null'],
      ['a reply without text', (value) => value.replace('"text"', '"words"')],
      [
        'a reply with citations of another shape',
        (value) => value.replace('"citations":[{', '"citations":[{"id":5},{'),
      ],
      ['a reply that says nothing of safety', (value) => value.replace('"safety"', '"safe"')],
      ['a note of safety that is none', (value) => value.replace('"safety":[', '"safety":["run"')],
      ['a date that is none', (value) => value.replace(NOW.toISOString(), 'yesterday')],
      ['a reply of before a clear', (value) => value.replace('"epoch":"', '"epoch":"0')],
    ])('take %s for a miss, and write over it', async (_, spoil) => {
      const { first, second, prefix, direct } = await openTwo();
      await put(first, key, reply);
      await stored(direct, prefix, 1);
      const [name = ''] = await direct.keys(`${prefix}:reply:*`);
      await direct.set(name, spoil((await direct.get(name)) ?? ''));
      expect(await replyOf(second, key)).toBeNull();
      await put(second, key, reply);
      await vi.waitFor(async () => expect(await direct.get(name)).toContain(NOW.toISOString()), { interval: 2 });
    });
  });

  describe('a reply store whose Redis comes and goes', () => {
    it('serves what it holds while Redis is slow, asks it once in a second, and shares again after', async () => {
      const { first, second, clock, proxy, prefix, direct, errors } = await openTwo();
      await put(second, key, reply);
      await stored(direct, prefix, 1);
      proxy.hold();
      clock.advance(5_000);
      const start = performance.now();
      expect(await replyOf(second, key)).toEqual(reply);
      expect(performance.now() - start).toBeLessThan(MOST_WAIT_MS);
      const next = performance.now();
      for (let count = 0; count < 100; count += 1) expect(await replyOf(second, key)).toEqual(reply);
      expect(performance.now() - next).toBeLessThan(50);
      expect(errors).toHaveLength(1);

      proxy.goOn();
      await first.clear({});
      await vi.waitFor(
        async () => {
          clock.advance(1_000);
          expect(await replyOf(second, key)).toBeNull();
        },
        { interval: 10, timeout: 5_000 },
      );
    });

    it('never rejects and never waits long while the line is cut and mended', async () => {
      const { second, clock, proxy } = await openTwo();
      const waits: number[] = [];
      for (let round = 0; round < 12; round += 1) {
        [proxy.hold, proxy.cut, proxy.goOn][round % 3]?.();
        clock.advance(1_000);
        for (let count = 0; count < 5; count += 1) {
          const question = `what is plant ${round} ${count}`;
          const start = performance.now();
          await put(second, cacheKey({ question }), reply);
          waits.push(performance.now() - start);
          expect(second.peek(cacheKey({ question }))).toEqual(reply);
        }
      }
      expect(Math.max(...waits)).toBeLessThan(MOST_WAIT_MS);
      expect(waits.filter((wait) => wait > 20).length).toBeLessThanOrEqual(12);
    });
  });
}
