import type { HttpServer } from './http-server.ts';

/** How long responses that are ready may take to leave, and how often connections that have nothing more to say are ended. */
const LAST_BYTES_MS = 2_000;
const END_IDLE_EVERY_MS = 50;

/** Ends connections as they fall idle: a client that keeps its own open would hold the shutdown for a minute. */
export async function endConnections(server: HttpServer, closed: Promise<unknown>): Promise<void> {
  const endIdle = setInterval(() => server.server.closeIdleConnections(), END_IDLE_EVERY_MS);
  const endAll = setTimeout(() => server.server.closeAllConnections(), LAST_BYTES_MS);
  try {
    await closed;
  } finally {
    clearInterval(endIdle);
    clearTimeout(endAll);
  }
}
