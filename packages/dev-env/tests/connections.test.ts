import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { createScriptedModel, createTestApp, openTestDatabase, shownText, type TestApp } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';
import { openSocket, parseResponse, sendRaw } from './raw-http.ts';

const openDatabase = () => openTestDatabase('embedded', inject('templates'));

describe('a client that is slow', () => {
  const HEADERS_TIMEOUT_MS = 500;
  const REQUEST_TIMEOUT_MS = 1_000;
  /** Node looks for slow clients once a second. */
  const GRACE_MS = 2_000;
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({
      database: await openDatabase(),
      environment: {
        REQUEST_HEADERS_TIMEOUT_MS: String(HEADERS_TIMEOUT_MS),
        REQUEST_TIMEOUT_MS: String(REQUEST_TIMEOUT_MS),
      },
    });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test.each([
    ['says nothing', '', '', HEADERS_TIMEOUT_MS],
    ['sends its head letter by letter', 'GET /health HTTP/1.1\r\nhost: a\r\nx-slow: ', 'a', HEADERS_TIMEOUT_MS],
    [
      'sends its body letter by letter',
      'POST /api/v1/auth/guest HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n"',
      'a',
      REQUEST_TIMEOUT_MS,
    ],
  ])('and %s is cut', async (_, begin, drip, timeoutMs) => {
    const { elapsedMs, received } = await dripUntilCut(app.url, begin, drip);
    expect(elapsedMs).toBeLessThan(timeoutMs + GRACE_MS);
    if (received === '') return;
    const problem = expectProblem(parseResponse(received), 'VALIDATION_ERROR');
    expect(problem.detail).toBe('The request did not arrive in time.');
  });

  test('costs others nothing', async () => {
    const sockets = Array.from({ length: 50 }, () => openSocket(app.url));
    for (const socket of sockets) socket.write('GET /health HTTP/1.1\r\nhost: a\r\nx-slow: ');
    expect((await app.request('GET', '/health')).status).toBe(200);
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  });
});

describe('the end of the server', () => {
  test('comes after running streams have ended whole, and takes no new connections', async () => {
    const { promise: told, resolve: goOn } = Promise.withResolvers<void>();
    const model = createScriptedModel('test/slow', () => [
      { do: 'text', text: 'Before the end, ' },
      { do: 'wait', until: told },
      { do: 'text', text: 'and after it began.' },
      { do: 'finish' },
    ]);
    const app = await createTestApp({ database: await openDatabase(), overrides: { models: [model] } });
    const guest = await app.guest();
    const response = await fetch(`${app.url}/api/v1/chat`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${guest.session.accessToken}`,
      },
      body: JSON.stringify({ assistant: 'jumbo', message: 'Tell me something' }),
    });
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('Before the end')) text += (await reader.read()).value ?? '';
    const idle = openSocket(app.url);
    const idleClosed = new Promise((resolve) => idle.once('close', resolve));
    await new Promise((resolve) => idle.once('connect', resolve));

    const closed = app.app.close();
    await vi.waitFor(() => expect(app.app.server.server.listening).toBe(false));
    await expect(sendRaw(app.url, { path: '/health' })).rejects.toThrow('ECONNREFUSED');
    goOn();
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
    expect(text).toContain('and after it began.');
    expect(text.trimEnd().endsWith('data: [DONE]')).toBe(true);
    await closed;
    await idleClosed;
    await app[Symbol.asyncDispose]();
  });

  test('waits for no client that does not finish its request', async () => {
    const app = await createTestApp({ database: await openDatabase(), environment: { REQUEST_TIMEOUT_MS: '500' } });
    const begun = ['', 'GET /hea', 'POST /api/v1/auth/guest HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\n{'];
    const sockets = begun.map((bytes) =>
      openSocket(app.url).on('connect', function (this: Socket) {
        this.write(bytes);
      }),
    );
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    const cut = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    await app.app.close();
    await Promise.all(cut);
    await app[Symbol.asyncDispose]();
  });

  test('comes at once when nothing runs, twice if asked twice', async () => {
    const app = await createTestApp({ database: await openDatabase() });
    await app.guest();
    await Promise.all([app.app.close(), app.app.close()]);
    await expect(sendRaw(app.url, { path: '/health' })).rejects.toThrow('ECONNREFUSED');
    await app[Symbol.asyncDispose]();
  });
});

test('a reply that is cut by its client leaves the server well', async () => {
  await using app = await createTestApp({ database: await openDatabase() });
  const guest = await app.guest();
  const events = await guest.stream('jumbo', 'Hello there', { stopAfter: 1 });
  expect(events).toHaveLength(1);
  expect(shownText(await guest.stream('jumbo', 'And again'))).not.toBe('');
  expect(app.logLines.filter(({ level }) => level === 'error')).toEqual([]);
});

test("a client that hangs up in the middle of its body is no failure of the server's", async () => {
  await using app = await createTestApp({ database: await openDatabase() });
  const socket = openSocket(app.url);
  const head = 'POST /api/v1/auth/guest HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100';
  await new Promise<void>((resolve) => socket.write(`${head}\r\nexpect: 100-continue\r\n\r\n{`, () => resolve()));
  // The server asks for the body once it has read the head.
  await new Promise((resolve) => socket.once('data', resolve));
  socket.resetAndDestroy();
  await vi.waitFor(() => expect(app.logLines).toContainEqual(expect.objectContaining({ event: 'client_hung_up' })));
  expect(app.logLines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
});

/** Sends the beginning of a request, then a little at a time, until the server hangs up. */
function dripUntilCut(url: string, begin: string, drip: string): Promise<{ elapsedMs: number; received: string }> {
  return new Promise((resolve) => {
    const start = performance.now();
    let received = '';
    const socket = openSocket(url);
    socket.write(begin);
    const timer = setInterval(() => {
      if (socket.writable) socket.write(drip);
    }, 100);
    socket.on('data', (chunk) => {
      received += chunk.toString();
    });
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ elapsedMs: performance.now() - start, received });
    });
  });
}
