import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './own-postgresql.ts';

/** A Redis of a test's own, on a port of its own, to stop, freeze and start. It keeps nothing on disk. */
export interface OwnRedis extends AsyncDisposable {
  readonly url: string;
  start(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** It takes connections and requests and answers none. */
  freeze(): void;
  thaw(): void;
}

const READY_WITHIN_MS = 10_000;

/** Whether this machine has a `redis-server` to start. */
export const hasRedisServer = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** Starts the machine's `redis-server`; throws when there is none. */
export async function startOwnRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  const kill = async () => {
    const ending = child;
    child = null;
    if (ending === null) return;
    const ended = once(ending, 'close');
    ending.kill('SIGKILL');
    await ended;
  };
  const redis: OwnRedis = {
    url,
    async start() {
      child = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
        stdio: 'ignore',
      });
      const failed = once(child, 'error').then(([error]) => Promise.reject(error));
      await Promise.race([failed, answers(url)]);
    },
    kill,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    [Symbol.asyncDispose]: kill,
  };
  await redis.start();
  return redis;
}

async function answers(url: string): Promise<void> {
  const end = performance.now() + READY_WITHIN_MS;
  while (performance.now() < end) {
    const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch {
      await delay(20);
    } finally {
      client.disconnect();
    }
  }
  throw new Error(`The Redis of the test did not answer at ${url} within ${READY_WITHIN_MS} ms`);
}
