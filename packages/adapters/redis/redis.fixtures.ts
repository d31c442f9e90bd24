import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { Redis } from 'ioredis';
import { connectRedis } from './connection.ts';

/** What a test opened and has to close, latest first. */
export const endings: (() => unknown)[] = [];

/** For `afterEach`: closes what the test opened. */
export async function endAll(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end();
}

export function openRedis(url: string): Redis {
  const redis = connectRedis({ url, verifyCertificate: true, commandTimeoutMs: 100, onStateChange: () => undefined });
  endings.push(() => redis.disconnect());
  return redis;
}

export async function ready(redis: Redis): Promise<Redis> {
  if (redis.status !== 'ready') await once(redis, 'ready');
  return redis;
}

/** A server of the test's own, of which nothing is left when it ends. */
export async function listen(
  onConnection: (socket: Socket) => void,
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    endings.push(() => socket.destroy());
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => new Promise((resolve) => server.close(resolve)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on no port');
  return { server, port: address.port };
}

/** A port with nobody behind it. */
export async function deadRedis(): Promise<Redis> {
  const { server, port } = await listen((socket) => socket.destroy());
  await new Promise((resolve) => server.close(resolve));
  endings.pop();
  return openRedis(`redis://127.0.0.1:${port}`);
}
