import { setImmediate as laterOn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hashedEmbedding } from '../embeddings/hashed-embedding.ts';
import { cachedReply, cacheKey } from './cache.fixtures.ts';
import { type CacheKey, keyText } from './cache-key.ts';
import { createNearQuestions } from './near-questions.ts';
import { type CacheHit, type CacheMiss, createReplyCache } from './reply-cache.ts';
import type { CachedReply, ReplyStore } from './reply-store.ts';

interface TestStore extends ReplyStore {
  readonly replies: Map<string, CachedReply>;
  reads: number;
}

function testStore(): TestStore {
  const replies = new Map<string, CachedReply>();
  return {
    replies,
    reads: 0,
    async read(key) {
      this.reads += 1;
      const reply = replies.get(keyText(key));
      if (reply !== undefined) return { kind: 'found', reply };
      return { kind: 'absent', put: (made) => replies.set(keyText(key), made) };
    },
    peek: (key) => replies.get(keyText(key)) ?? null,
    clear: async () => ({ cleared: 0, everywhere: true }),
    size: () => ({ entries: replies.size, bytes: 0 }),
  };
}

const never = (_: number, signal: AbortSignal): Promise<void> =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
const atOnce = async (): Promise<void> => undefined;

function open({ sleep = never, store = testStore() } = {}) {
  const near = createNearQuestions({
    embedder: { id: 'test', dimensions: 384, embed: async (texts) => texts.map(hashedEmbedding) },
    synonymsOf: () => [],
    onError: (error) => {
      throw error;
    },
  });
  return { store, cache: createReplyCache({ store, near, waitMs: 5_000, sleep }) };
}

const missOf = (found: CacheHit | CacheMiss): CacheMiss => {
  if (found.kind !== 'miss') throw new Error('It was a hit');
  return found;
};
const reply = cachedReply();
const key: CacheKey = cacheKey();
const reworded = cacheKey({ question: 'please tell me how often i should water ferns' });

describe('a reply cache', () => {
  it('gives what was settled, and counts', async () => {
    const { cache } = open();
    missOf(await cache.lookup(key)).settle(reply);
    expect(await cache.lookup(key)).toEqual({ kind: 'hit', match: 'exact', reply });
    expect(cache.stats()).toEqual({
      exactHits: 1,
      nearHits: 0,
      misses: 1,
      sharedHits: 0,
      stored: 1,
      entries: 1,
      bytes: 0,
    });
  });

  it('gives it for a question that asks the same, and stores nothing for that one', async () => {
    const { cache, store } = open();
    missOf(await cache.lookup(key)).settle(reply);
    // Its question is taken note of after the reply is on its way.
    await laterOn();
    expect(await cache.lookup(reworded)).toEqual({ kind: 'hit', match: 'near', reply });
    expect(store.replies.size).toBe(1);
  });

  it('gives nothing near once the store has let go of it', async () => {
    const { cache, store } = open();
    missOf(await cache.lookup(key)).settle(reply);
    await laterOn();
    store.replies.clear();
    expect(await cache.lookup(reworded)).toMatchObject({ kind: 'miss' });
  });

  it('learns of near ones from replies that others stored', async () => {
    const { cache, store } = open();
    store.replies.set(keyText(key), reply);
    await cache.lookup(key);
    await laterOn();
    expect(await cache.lookup(reworded)).toMatchObject({ kind: 'hit', match: 'near' });
  });

  it('settles once', async () => {
    const { cache, store } = open();
    const miss = missOf(await cache.lookup(key));
    miss.settle(null);
    miss.settle(reply);
    expect(store.replies.size).toBe(0);
  });

  it.each([-1, 5_001, Number.NaN])('refuses to wait %d ms', (waitMs) => {
    expect(() => createReplyCache({ store: testStore(), near: null, waitMs, sleep: never })).toThrow(RangeError);
  });
});

describe('of many who ask the same at once', () => {
  const ask = (cache: ReturnType<typeof open>['cache'], times: number, signal?: AbortSignal) =>
    Array.from({ length: times }, () => cache.lookup(key, signal));

  it('one writes, and all have its reply', async () => {
    const { cache, store } = open();
    const [first, ...others] = ask(cache, 50);
    if (first === undefined) throw new Error('Nobody asked');
    missOf(await first).settle(reply);
    expect(await Promise.all(others)).toEqual(others.map(() => ({ kind: 'hit', match: 'exact', reply })));
    expect(store.reads).toBe(1);
    expect(cache.stats()).toMatchObject({ misses: 1, exactHits: 49, sharedHits: 49, stored: 1 });
  });

  it.each([1, 3])(
    'one writes anew, and all others have its reply, when %d before had nothing to store',
    async (times) => {
      const { cache, store } = open();
      const [first, ...others] = ask(cache, 8);
      if (first === undefined) throw new Error('Nobody asked');
      const found = others.map(async (other, place) => ({ place, result: await other }));
      let writer = missOf(await first);
      const written = new Set<number>();
      for (let round = 0; round < times; round += 1) {
        writer.settle(null);
        const next = await Promise.race(found.filter((_, place) => !written.has(place)));
        written.add(next.place);
        writer = missOf(next.result);
      }
      writer.settle(reply);
      const results = (await Promise.all(found)).map(({ result }) => result.kind);
      expect(results.filter((kind) => kind === 'miss')).toHaveLength(times);
      expect(store.reads).toBe(times + 1);
      expect(cache.stats()).toMatchObject({ misses: times + 1, sharedHits: 7 - times, stored: 1 });
    },
  );

  it('none waits any longer for one who writes anew', async () => {
    const waits: (() => void)[] = [];
    const sleep = (_: number, signal: AbortSignal): Promise<void> =>
      Promise.race([new Promise<void>((resolve) => waits.push(resolve)), never(0, signal)]);
    const { cache } = open({ sleep });
    const [first, second, third] = ask(cache, 3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('Nobody asked');
    missOf(await first).settle(null);
    const writer = missOf(await second);
    waits[1]?.();
    missOf(await third).settle(null);
    // The one who writes anew is not late: others still have its reply.
    const fourth = cache.lookup(key);
    writer.settle(reply);
    expect(await fourth).toMatchObject({ kind: 'hit' });
  });

  it('none waits longer than it may, and the next who asks does not wait for the same one again', async () => {
    const { cache, store } = open({ sleep: atOnce });
    const [first, second] = await Promise.all(ask(cache, 2));
    if (first === undefined || second === undefined) throw new Error('Nobody asked');
    const third = missOf(await cache.lookup(key));
    expect(store.reads).toBe(2);
    for (const miss of [first, second, third]) missOf(miss).settle(reply);
    expect(await cache.lookup(key)).toMatchObject({ kind: 'hit' });
  });

  it('one who leaves waits no longer', async () => {
    const { cache } = open();
    const leaving = new AbortController();
    const first = cache.lookup(key);
    const waiting = cache.lookup(key, leaving.signal);
    leaving.abort();
    expect(await waiting).toMatchObject({ kind: 'miss' });
    missOf(await first).settle(reply);
  });

  it('those with another key wait for nobody', async () => {
    const { cache } = open();
    const found = await Promise.all(
      ['k1', 'k2', 'k3'].map((knowledgeVersion) => cache.lookup(cacheKey({ knowledgeVersion }))),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['miss', 'miss', 'miss']);
  });
});
