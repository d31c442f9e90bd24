import { randomUUID } from 'node:crypto';
import type { ReplyRelay } from '@rapport/core/turn/live-replies.ts';
import type { SequencedPart } from '@rapport/wire';
import type { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { connectRedis } from '../redis/connection.ts';
import { createRedisReplyRelay } from './redis.ts';

const redisUrl = inject('services').redis;
if (redisUrl !== null) relayOverRedis(redisUrl);

const part = (sequence: number, delta = `word ${sequence} `): SequencedPart => ({
  sequence,
  part: { type: 'text-delta', id: 'text-1', delta },
});
const parts = (from: number, to: number): SequencedPart[] =>
  Array.from({ length: to - from + 1 }, (_, index) => part(from + index));
const listening = (): AbortSignal => new AbortController().signal;

async function collect(source: AsyncIterable<SequencedPart> | null): Promise<number[]> {
  if (source === null) return expect.fail('The relay knows no such reply');
  const sequences: number[] = [];
  for await (const { sequence } of source) sequences.push(sequence);
  return sequences;
}

function relayOverRedis(url: string): void {
  const clients: Redis[] = [];
  const errors: Error[] = [];
  let turn: string;

  async function openRedis(): Promise<Redis> {
    const redis = connectRedis({ url, verifyCertificate: true, commandTimeoutMs: 100, onStateChange: () => undefined });
    clients.push(redis);
    await vi.waitFor(() => expect(redis.status).toBe('ready'), { interval: 5, timeout: 5_000 });
    return redis;
  }
  /** An instance of the server's: a connection and a relay of its own. */
  async function instance(silentMs = 10_000): Promise<{ readonly redis: Redis; readonly relay: ReplyRelay }> {
    const redis = await openRedis();
    return { redis, relay: createRedisReplyRelay(redis, (error) => errors.push(error), { pollMs: 5, silentMs }) };
  }
  const published = (redis: Redis, count: number) =>
    vi.waitFor(async () => expect(await redis.xlen(`rapport:reply:${turn}`)).toBe(count), { interval: 5 });

  beforeEach(() => {
    turn = `test:${randomUUID()}`;
  });
  afterEach(async () => {
    const redis = await openRedis();
    await redis.del(`rapport:reply:${turn}`);
    for (const client of clients.splice(0)) client.disconnect();
    errors.splice(0);
  });

  describe('a reply relay over Redis', () => {
    it('knows nothing of a reply that nobody wrote', async () => {
      const { relay } = await instance();
      expect(await relay.read(turn, 0, listening())).toBeNull();
    });

    it('gives every part in order and as it was, to a reader on another instance', async () => {
      const [writer, reader] = [await instance(), await instance()];
      const written = [...parts(1, 40), part(41, 'é 🌱 "quoted"\n\u2028 \\ end')];
      for (const each of written) writer.relay.publish(turn, [each], false);
      writer.relay.publish(turn, [], true);
      await published(writer.redis, 42);
      const read: SequencedPart[] = [];
      for await (const each of (await reader.relay.read(turn, 0, listening())) ?? []) read.push(each);
      expect(read).toEqual(written);
      expect(errors).toEqual([]);
    });

    it('gives parts as they come, and ends with the reply', async () => {
      const [writer, reader] = [await instance(), await instance()];
      writer.relay.publish(turn, parts(1, 2), false);
      await published(writer.redis, 2);
      const source = await reader.relay.read(turn, 0, listening());
      const read: number[] = [];
      for await (const { sequence } of source ?? []) {
        read.push(sequence);
        if (sequence === 2) writer.relay.publish(turn, parts(3, 3), false);
        if (sequence === 3) writer.relay.publish(turn, [], true);
      }
      expect(read).toEqual([1, 2, 3]);
    });

    it.each<readonly [number, readonly number[]]>([
      [0, [1, 2, 3, 4, 5]],
      [1, [2, 3, 4, 5]],
      [4, [5]],
      [5, []],
    ])('after part %i gives the ones that follow', async (after, expected) => {
      const { redis, relay } = await instance();
      relay.publish(turn, parts(1, 5), true);
      await published(redis, 6);
      expect(await collect(await relay.read(turn, after, listening()))).toEqual(expected);
    });

    it('gives more parts than one reading takes', async () => {
      const { redis, relay } = await instance();
      relay.publish(turn, parts(1, 1_234), true);
      await published(redis, 1_235);
      expect(await collect(await relay.read(turn, 0, listening()))).toHaveLength(1_234);
    });

    it('serves many readers the same', async () => {
      const { redis, relay } = await instance();
      relay.publish(turn, parts(1, 3), false);
      await published(redis, 3);
      const reading = Promise.all([0, 1, 2].map(async (after) => collect(await relay.read(turn, after, listening()))));
      relay.publish(turn, parts(4, 4), true);
      expect(await reading).toEqual([
        [1, 2, 3, 4],
        [2, 3, 4],
        [3, 4],
      ]);
    });

    it('begins anew with a reply that begins anew', async () => {
      const { redis, relay } = await instance();
      relay.publish(turn, parts(1, 5), false);
      await published(redis, 5);
      relay.publish(turn, [part(1, 'again')], true);
      await published(redis, 2);
      expect(await collect(await relay.read(turn, 0, listening()))).toEqual([1]);
    });

    it('stops reading when the writer has died', async () => {
      const [writer, reader] = [await instance(), await instance(60)];
      writer.relay.publish(turn, parts(1, 3), false);
      await published(writer.redis, 3);
      writer.redis.disconnect();
      const start = performance.now();
      expect(await collect(await reader.relay.read(turn, 0, listening()))).toEqual([1, 2, 3]);
      expect(performance.now() - start).toBeGreaterThan(55);
    });

    it('stops reading where a part is missing, so that nobody is shown a text with a hole', async () => {
      const { redis, relay } = await instance();
      relay.publish(turn, [...parts(1, 2), part(4)], true);
      await published(redis, 4);
      expect(await collect(await relay.read(turn, 0, listening()))).toEqual([1, 2]);
    });

    it('stops reading when the reader leaves', async () => {
      const { redis, relay } = await instance();
      relay.publish(turn, parts(1, 1), false);
      await published(redis, 1);
      const leaving = new AbortController();
      const read: number[] = [];
      for await (const { sequence } of (await relay.read(turn, 0, leaving.signal)) ?? []) {
        read.push(sequence);
        leaving.abort();
      }
      expect(read).toEqual([1]);
    });

    it('keeps a reply for some minutes and no longer', async () => {
      const { redis, relay } = await instance();
      relay.publish(turn, parts(1, 1), true);
      await published(redis, 2);
      const seconds = await redis.ttl(`rapport:reply:${turn}`);
      expect(seconds).toBeGreaterThan(290);
      expect(seconds).toBeLessThanOrEqual(300);
    });

    it('neither throws nor waits when Redis is gone: writing goes nowhere, reading finds nothing', async () => {
      const { redis, relay } = await instance();
      relay.publish(turn, parts(1, 1), false);
      await published(redis, 1);
      const source = await relay.read(turn, 0, listening());
      redis.disconnect();
      relay.publish(turn, parts(2, 2), false);
      expect(await relay.read(turn, 0, listening())).toBeNull();
      expect(await collect(source)).toEqual([]);
      expect(errors.length).toBeGreaterThan(0);
    });

    it('tells of what it could not write', async () => {
      const { redis, relay } = await instance();
      await redis.set(`rapport:reply:${turn}`, 'not a stream');
      relay.publish(turn, parts(2, 2), false);
      await vi.waitFor(() =>
        expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('WRONGTYPE') })]),
      );
    });
  });
}
