import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, inject, it, vi } from 'vitest';
import { connectRedis } from './connection.ts';
import { endAll, endings, listen, ready } from './redis.fixtures.ts';

afterEach(endAll);

const connect = (url: string) => {
  const onStateChange = vi.fn();
  const redis = connectRedis({ url, verifyCertificate: true, commandTimeoutMs: 100, onStateChange });
  endings.push(() => redis.disconnect());
  return { redis, onStateChange };
};

it('says that it is lost when its server goes', async () => {
  const { port } = await listen((socket) => socket.destroy());
  const { onStateChange } = connect(`redis://127.0.0.1:${port}`);
  await vi.waitFor(() => expect(onStateChange).toHaveBeenCalledWith('lost', expect.anything()));
});

const redisUrl = inject('services').redis;
it.runIf(redisUrl !== null)('says nothing when we end it', async () => {
  const { redis, onStateChange } = connect(redisUrl ?? '');
  await ready(redis);
  const ended = new Promise((resolve) => redis.once('end', resolve));
  redis.disconnect();
  await ended;
  expect(onStateChange.mock.calls).toEqual([['connected', null]]);
});

it.runIf(redisUrl !== null)('takes an answer that came while this process was busy past the timeout', async () => {
  const { redis } = connect(redisUrl ?? '');
  await ready(redis);
  const answer = redis.ping();
  await nextTurn();
  const busyUntil = performance.now() + 250;
  while (performance.now() < busyUntil);
  await expect(answer).resolves.toBe('PONG');
});

it.runIf(redisUrl !== null)('gives up a command that is not answered in time', async () => {
  const { redis } = connect(redisUrl ?? '');
  await ready(redis);
  await expect(redis.blpop(`nobody-pushes:${randomUUID()}`, 5)).rejects.toThrow('Command timed out');
});
