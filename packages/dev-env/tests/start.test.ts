import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatReply, Health, Session } from '@rapport/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, runServer } from '../src/index.ts';

let folder: string;
let started: RunningServer[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-start-'));
  started = [];
});
afterEach(async () => {
  for (const server of started) server.process.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

const start = (environment: Readonly<Record<string, string>> = {}): RunningServer => {
  const server = runServer({
    APP_ENV: 'development',
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    LOG_DIR: join(folder, 'logs'),
    ...environment,
  });
  started.push(server);
  return server;
};

const post = async <Body>(url: string, path: string, body: unknown, token?: string): Promise<Body> => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json() as Promise<Body>;
};

describe('a server that npm started', () => {
  it('ends cleanly when npm is ended, which tells only its shell', async () => {
    const server = runServer(
      {
        APP_ENV: 'development',
        PORT: '0',
        DATA_DIR: join(folder, 'data'),
        LOG_DIR: join(folder, 'logs'),
        npm_lifecycle_event: 'start',
      },
      { inShell: true },
    );
    started.push(server);
    await server.ready;
    server.process.kill('SIGTERM');
    await server.ended;
    expect(readFileSync(join(folder, 'logs', 'combined.log'), 'utf8')).toContain('"signal":"npm ended"');
  });
});

describe('a first start without anything configured', () => {
  it('says what it does and what to do next, makes its own secrets, answers, logs as the guides say, and stops cleanly', async () => {
    const server = start();
    const url = await server.ready;
    expect(server.output()).toContain('Creating the embedded database');
    expect(server.output()).toContain(`${url}/docs`);
    expect(server.output()).toContain('a power cut may');

    const health = (await (await fetch(`${url}/health`)).json()) as Health;
    expect(health).toMatchObject({
      status: 'healthy',
      initialized: true,
      components: { database: { state: 'healthy', kind: 'embedded' } },
    });

    const { accessToken } = await post<Session>(url, '/api/v1/auth/guest', {});
    const reply = await post<ChatReply>(
      url,
      '/api/v1/chat',
      { assistant: 'sienna', message: 'How often should I wash 4C hair?' },
      accessToken,
    );
    expect(reply.message.text.length).toBeGreaterThan(40);

    const secrets = join(folder, 'data', 'secrets.json');
    expect(statSync(secrets).mode & 0o077).toBe(0);

    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    const lines = readFileSync(join(folder, 'logs', 'combined.log'), 'utf8')
      .trim()
      .split('\n');
    const completed = lines.filter(
      (line) => line.includes('"level":"info"') && line.includes('"conversation_completed"'),
    );
    expect(completed).toHaveLength(1);
    expect(completed[0]).toContain('"fallback_triggered":false');
    expect(completed[0]).toContain('"cache_hit":false');
    expect(existsSync(join(folder, 'logs', 'error.log'))).toBe(true);
    const logged = lines.join('\n');
    expect(logged).not.toContain('How often should I wash');
    expect(logged).not.toContain(accessToken);
  });

  it('says which settings it does not use, so that nobody believes in what does not happen', async () => {
    const server = start({ SENTRY_DSN: 'https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/42' });
    await server.ready;
    expect(server.output()).toMatch(/SENTRY_DSN .* does not use it yet/);
  });

  it('says which models answer, in order, and never a key', async () => {
    const server = start({ GOOGLE_API_KEY: 'AIzaSyD-1234567890abcdefghijklmnopqrstu' });
    await server.ready;
    expect(server.output()).toContain(
      'Sienna: google/gemini-3.8-flash → google/gemini-3.5-flash-lite → rapport/built-in',
    );
    expect(server.output()).toContain('Jumbo: google/gemini-3.5-flash-lite → rapport/built-in');
    expect(server.output()).not.toContain('AIzaSyD');
  });

  it.each([
    ['a model nobody knows', { MODEL_CHAIN: 'gpt-17' }, 'MODEL_CHAIN names "gpt-17"'],
    ['a chain that is none', { MODEL_CHAIN: 'google/' }, 'MODEL_CHAIN'],
    ['a compatible model without its server', { MODEL_CHAIN: 'compatible/qwen3' }, 'COMPATIBLE_BASE_URL'],
    ['prices that are not there', { MODEL_PRICES_FILE: './no-such-prices.json' }, 'MODEL_PRICES_FILE is'],
  ] as const)('refuses %s and says what it should be', async (_, environment, words) => {
    const server = start(environment);
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain(words);
  });

  it('keeps everything over a kill -9: what was acknowledged is there, and the lock of the dead is taken over', async () => {
    const first = start();
    const url = await first.ready;
    const { accessToken } = await post<Session>(url, '/api/v1/auth/guest', {});
    const messageId = randomUUID();
    const body = { assistant: 'jumbo', message: 'My dog is called Biscuit', messageId };
    const reply = await post<ChatReply>(url, '/api/v1/chat', body, accessToken);
    first.process.kill('SIGKILL');
    await first.ended;

    const second = start();
    const again = await fetch(`${await second.ready}/api/v1/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
      body: JSON.stringify(body),
    });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.json()).toEqual(reply);
  });
});

describe('a start that cannot be', () => {
  it('on a folder in use names the process that has it', async () => {
    const first = start();
    await first.ready;
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`process ${first.process.pid}`);
    expect(second.output()).toContain('DATABASE_URL');
  });

  it('on a port in use says so and how to choose another', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const server = start({ PORT: String(port) });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain(`Port ${port}`);
    taken.close();
  });

  it.each(['nohost.invalid', '192.0.2.1'])('on HOST=%s, which is no address of this machine, says so', async (host) => {
    const server = start({ HOST: host });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('HOST');
    expect(server.output()).toContain(host);
    expect(server.output()).not.toContain('DATABASE');
  });

  it('in production without secrets names each variable and a command that makes a good value', async () => {
    const server = start({ APP_ENV: 'production' });
    expect(await server.ended).toBe(1);
    for (const word of ['JWT_SECRET', 'ENCRYPTION_KEY', 'DATABASE_URL', 'openssl rand'])
      expect(server.output()).toContain(word);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  const badFolders: readonly (readonly [string, string, RegExp])[] = [
    ['LOG_DIR', 'package.json', /LOG_DIR is .*package\.json, and that is a file/],
    ['DATA_DIR', 'package.json', /DATA_DIR is .*package\.json, and that is a file/],
    ['LOG_DIR', '/proc/nowhere', /LOG_DIR is \/proc\/nowhere, and it can't be made/],
    ['DATA_DIR', '/proc/nowhere', /DATA_DIR is \/proc\/nowhere, and it can't be made/],
  ];
  it.each(badFolders)('with %s=%s says that it is no folder, without a trace', async (variable, path, message) => {
    const server = start({ [variable]: path });
    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(message);
    expect(server.output()).not.toMatch(/\n\s+at /);
  });

  it('on PostgreSQL that is not there says where it looked and what came back', async () => {
    const server = start({ DATABASE_URL: 'postgresql://someone:secret-word@127.0.0.1:9/rapport' });
    await expect.poll(() => server.output(), { timeout: 20_000 }).toContain('does not answer yet');
    server.process.kill('SIGKILL');
    expect(server.output()).not.toContain('secret-word');
  });

  it('with a bad number says which variable, what it holds and what it should', async () => {
    const server = start({ PORT: 'eighty' });
    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(/PORT/);
    expect(server.output()).toContain('eighty');
  });
});

describe('a stop', () => {
  it('lets a running reply end whole', async () => {
    const server = start({ BUILTIN_MODEL_WORDS_PER_SECOND: '40' });
    const url = await server.ready;
    const { accessToken } = await post<Session>(url, '/api/v1/auth/guest', {});
    const response = await fetch(`${url}/api/v1/chat`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${accessToken}`,
      },
      body: JSON.stringify({ assistant: 'sienna', message: 'How often should I wash 4C hair?' }),
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (reader === undefined) throw new Error('The stream has no body');
    let text = (await reader.read()).value ?? '';
    server.process.kill('SIGTERM');
    for (let next = await reader.read(); !next.done; next = await reader.read()) text += next.value;
    expect(text).toContain('"type":"finish"');
    expect(text).toContain('[DONE]');
    expect(await server.ended).toBe(0);
  });
});
