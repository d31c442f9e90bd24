import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Database } from '@rapport/core/database/database.ts';
import { type App, createApp, type Overrides } from '@rapport/server';
import { decideConfig, readingOf } from '@rapport/server/config';
import { logOptions } from '@rapport/server/logging';
import { completeSecrets } from '@rapport/server/secrets';
import type { ChatReply, CreatedConversation, ProblemDocument, Session } from '@rapport/wire';
import pino, { type Logger } from 'pino';
import { readServerSentEvents, type StreamedEvent } from './server-sent-events.ts';

export interface TestAppOptions {
  readonly database: Database;
  /** Variables as an operator would set them. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly overrides?: Overrides;
  /** Where log lines go instead of `logLines`, for runs too long to keep them. */
  readonly log?: Logger;
  /** False leaves the database open when the app closes, for a second app on it. */
  readonly ownsDatabase?: boolean;
}

/** Secrets of tests; published with the source, so production would refuse them. */
const TEST_SECRETS = {
  JWT_SECRET: 'kH2vQ9mXr7pLw4tYb6nZc3sJd8fGa1eU-test-only',
  ENCRYPTION_KEY: 'b3Blbi1zZXNhbWUtdGVzdC1vbmx5LTMyLWJ5dGVzISE=',
};

/** The whole server on a port of its own, and a client that speaks its contract. */
export interface TestApp extends AsyncDisposable {
  readonly app: App;
  readonly url: string;
  /** Log lines so far, parsed. */
  readonly logLines: readonly Record<string, unknown>[];
  request(method: string, path: string, options?: RequestOptions): Promise<TestResponse>;
  guest(): Promise<TestPerson>;
  signUp(email: string, name?: string): Promise<TestPerson>;
}

export interface RequestOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface TestResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON of the type the test expects; throws when it is none. */
  json<Body>(): Body;
}

/** Someone signed in, and what they can do. */
export interface TestPerson {
  readonly session: Session;
  request(method: string, path: string, options?: RequestOptions): Promise<TestResponse>;
  startConversation(assistant: string): Promise<CreatedConversation>;
  say(assistant: string, message: string, more?: { conversationId?: string; messageId?: string }): Promise<ChatReply>;
  /** Says something and reads the stream to its end, or until `stopAfter` parts have come. */
  stream(
    assistant: string,
    message: string,
    more?: { conversationId?: string; messageId?: string; stopAfter?: number },
  ): Promise<StreamedEvent[]>;
  resume(messageId: string, after: number): Promise<StreamedEvent[]>;
}

/** Starts the product as a test wants it: generous limits unless told, scripted models when given. */
export async function createTestApp(options: TestAppOptions): Promise<TestApp> {
  const directory = mkdtempSync(join(tmpdir(), 'rapport-app-'));
  const decision = decideConfig(
    readingOf({
      APP_ENV: 'testing',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: directory,
      LOG_DIR: join(directory, 'logs'),
      RATE_LIMIT_MAX: '1000000',
      RATE_LIMIT_PER_SECOND: '100000',
      // A scripted model is asked for replies; a test of what models learn says so.
      MEMORY_EXTRACTION: 'rules',
      ...TEST_SECRETS,
      ...options.environment,
    }),
  );
  if (!decision.success) throw new Error(`The test's configuration is refused: ${JSON.stringify(decision.problems)}`);
  const logLines: Record<string, unknown>[] = [];
  const app = await createApp({
    config: decision.config,
    secrets: completeSecrets(decision.secrets, decision.config),
    log:
      options.log ??
      pino(logOptions({ level: 'debug', version: 'test', environment: 'testing' }), collectLines(logLines)),
    onProgress: () => undefined,
    overrides: { ...options.overrides, database: keepOpen(options) },
  });
  const url = await app.server.listen({ host: '127.0.0.1', port: 0 });
  const request = (method: string, path: string, requestOptions: RequestOptions = {}) =>
    send(url, method, path, requestOptions);
  const enter = async (path: string, body: unknown) => {
    const response = await request('POST', path, { body });
    if (response.status !== 201) throw new Error(`${path} answered ${response.status}: ${response.text}`);
    return personWith(url, response.json<Session>());
  };
  return {
    app,
    url,
    logLines,
    request,
    guest: () => enter('/api/v1/auth/guest', {}),
    signUp: (email, name) =>
      enter('/api/v1/auth/signup', {
        email,
        password: 'correct horse battery',
        ...(name === undefined ? {} : { name }),
      }),
    async [Symbol.asyncDispose]() {
      await app.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function keepOpen({ database, ownsDatabase = true }: TestAppOptions): Database {
  return ownsDatabase ? database : { ...database, close: async () => undefined };
}

function collectLines(lines: Record<string, unknown>[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().trim().split('\n')) lines.push(JSON.parse(line));
      done();
    },
  });
}

async function send(url: string, method: string, path: string, options: RequestOptions): Promise<TestResponse> {
  const hasBody = options.body !== undefined;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...options.headers,
    },
    ...(hasBody ? { body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body) } : {}),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: <Body>() => JSON.parse(text) as Body };
}

function personWith(url: string, session: Session): TestPerson {
  const token = session.accessToken;
  const request = (method: string, path: string, options: RequestOptions = {}) =>
    send(url, method, path, { token, ...options });
  const expectOk = async <Body>(response: Promise<TestResponse>): Promise<Body> => {
    const { status, text, json } = await response;
    if (status >= 300) throw new Error(`${status}: ${(JSON.parse(text) as ProblemDocument).detail}`);
    return json<Body>();
  };
  return {
    session,
    request,
    startConversation: (assistant) => expectOk(request('POST', '/api/v1/conversations', { body: { assistant } })),
    say: (assistant, message, more = {}) =>
      expectOk(request('POST', '/api/v1/chat', { body: { assistant, message, ...more } })),
    async stream(assistant, message, { stopAfter, ...more } = {}) {
      const response = await fetch(`${url}/api/v1/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
        body: JSON.stringify({ assistant, message, ...more }),
      });
      return readServerSentEvents(response, stopAfter);
    },
    async resume(messageId, after) {
      const response = await fetch(`${url}/api/v1/chat/${messageId}/stream?after=${after}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return readServerSentEvents(response);
    },
  };
}
