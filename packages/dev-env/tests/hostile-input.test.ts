import { writePassage } from '@rapport/core/knowledge/load.ts';
import type { ProblemDocument } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestApp, openTestDatabase, pictureOf, pngOf, type TestApp, type TestPerson } from '../src/index.ts';
import { HOSTILE_BODIES, HOSTILE_CONTENT_TYPES, HOSTILE_JSON, HOSTILE_SEGMENTS } from './hostile-values.ts';
import { fillPath, type JsonSchema, type Operation, operationsOf, readDocument } from './openapi-document.ts';
import { expectProblem, problemIn } from './problem-assertions.ts';
import { passageAbout, productNamed } from './brands.ts';
import { parseResponse, type RawResponse, sendBytes, sendRaw } from './raw-http.ts';

const OPERATOR_TOKEN = 'op-3fK9vQ2xL7mW4tZ8nB6cR1yH5jD0sG-hostile-test';

/** A body that each operation takes. A new operation with a body fails the test until one is declared here. */
const VALID_BODIES: Readonly<Record<string, (person: TestPerson) => object>> = {
  'POST /api/v1/auth/signup': () => ({
    email: `${crypto.randomUUID()}@example.com`,
    password: 'correct horse',
    name: 'Ada',
  }),
  'POST /api/v1/auth/login': () => ({ email: 'nobody@example.com', password: 'correct horse' }),
  'POST /api/v1/auth/guest': () => ({}),
  'POST /api/v1/auth/refresh': () => ({ refreshToken: 'no-such-token' }),
  'POST /api/v1/auth/logout': () => ({ refreshToken: 'no-such-token' }),
  'POST /api/v1/auth/identify': () => ({ assistant: 'sienna', token: 'no-such-token' }),
  'POST /api/v1/auth/upgrade': () => ({
    email: `${crypto.randomUUID()}@example.com`,
    password: 'correct horse',
    name: 'Ada',
  }),
  'POST /api/v1/auth/password': () => ({ currentPassword: 'correct horse', newPassword: 'correct horse' }),
  'POST /api/v1/conversations': () => ({ assistant: 'jumbo' }),
  'PATCH /api/v1/conversations/{id}': () => ({ title: 'Wash days' }),
  'POST /api/v1/memories': () => ({ assistant: 'jumbo', text: 'I like rain', kind: 'preference', subject: 'self' }),
  'PATCH /api/v1/memories/{id}': () => ({ text: 'I like snow', kind: 'preference', status: 'active' }),
  'POST /api/v1/admin/jobs/{task}/run': () => ({}),
  'POST /api/v1/admin/jobs/parked/{id}/retry': () => ({}),
  'POST /api/v1/messages/{id}/feedback': () => ({ rating: 5, comment: 'Kind' }),
  'POST /api/v1/chat': () => ({
    assistant: 'jumbo',
    message: 'Hello',
    conversationId: crypto.randomUUID(),
    messageId: crypto.randomUUID(),
    replaces: crypto.randomUUID(),
    // The assistants here take none; the schema is walked all the same.
    images: [],
  }),
  'POST /api/v1/chat/{messageId}/cancel': () => ({}),
  'POST /v1/chat/completions': () => ({
    // A model there is none of: each of the many parameters would cost a turn.
    model: 'nobody',
    messages: [{ role: 'user', content: 'Hello' }],
    stream_options: {},
  }),
  'POST /api/v1/photos': () => ({ image: pictureOf(pngOf(120)), keep: false }),
  'PATCH /api/v1/advice/{id}': () => ({ outcome: 'worked' }),
  'POST /api/v1/admin/cases/{id}/take': () => ({ displayName: 'Naomi' }),
  'POST /api/v1/admin/cases/{id}/renew': () => ({ fencingToken: 1 }),
  'POST /api/v1/admin/cases/{id}/messages': () => ({ fencingToken: 1, text: 'Hi, Naomi here.' }),
  'POST /api/v1/admin/cases/{id}/hand-back': () => ({ fencingToken: 1 }),
  'POST /api/v1/admin/cases/{id}/resolve': () => ({ fencingToken: 1 }),
  'POST /api/v1/admin/campaigns/run': () => ({}),
  'POST /api/v1/admin/campaigns/{assistant}/{campaign}/pause': () => ({ by: 'Naomi' }),
  'POST /api/v1/admin/campaigns/{assistant}/{campaign}/resume': () => ({ by: 'Naomi' }),
  'POST /api/v1/inbox/{id}/read': () => ({}),
  'POST /api/v1/admin/alerts/{id}/acknowledge': () => ({ by: 'Naomi' }),
  'POST /api/v1/admin/alerts/{id}/resolve': () => ({ by: 'Naomi' }),
  'PUT /api/v1/admin/alerts/mutes': () => ({ kind: 'high_error_rate', minutes: 5 }),
  'POST /api/v1/admin/cases/{id}/notes': () => ({ text: 'Called back.', by: 'Naomi' }),
  'POST /api/v1/admin/experiments': () => ({
    id: `warmer-${crypto.randomUUID()}`.slice(0, 40),
    name: 'A warmer welcome',
    hypothesis: 'People come back more often.',
    assistant: 'sienna',
    variants: [
      { id: 'control', name: 'As it is', changes: {} },
      { id: 'fewer', name: 'Fewer passages', changes: { retrieval: { passages: 2 }, cache: 'off' } },
    ],
    weights: [0.5, 0.5],
    coverage: 1,
    seed: 'seed',
    namespace: { id: 'welcome', from: 0, to: 0.5 },
    targeting: { brands: [], locales: ['en'], personas: ['newbie'], journeyStages: ['discovery'], guests: 'all' },
    metric: 'returned',
    minimumEffect: 0.1,
  }),
  'PATCH /api/v1/admin/experiments/{id}': () => ({ weights: [0.5, 0.5], coverage: 1 }),
  'POST /api/v1/admin/experiments/{id}/start': () => ({}),
  'POST /api/v1/admin/experiments/{id}/stop': () => ({ reason: 'The season is over.' }),
  'POST /api/v1/admin/experiments/{id}/ship': () => ({ variant: 'control', reason: 'It is simpler to keep.' }),
  'POST /api/v1/admin/experiments/{id}/archive': () => ({}),
  'PUT /api/v1/admin/experiments/{id}/people/{userId}': () => ({ variant: 'control' }),
  'PUT /api/v1/admin/experiment-holdout': () => ({ share: 0 }),
  'POST /api/v1/admin/cache/clear': () => ({ brand: 'acme', assistant: 'robin' }),
  'POST /api/v1/admin/knowledge': () => ({ passage: passageAbout(`Tamanu ${crypto.randomUUID()}`), state: 'draft' }),
  'PUT /api/v1/admin/knowledge/{id}': () => ({ passage: passageAbout('Tamanu'), state: 'draft', revision: 0 }),
  'POST /api/v1/admin/knowledge/preview': () => ({ question: 'How often should I wash?', limit: 3 }),
  'POST /api/v1/admin/knowledge/import': () => ({
    files: [{ name: 'tamanu.md', content: writePassage(passageAbout('Tamanu')) }],
    replace: false,
    dryRun: true,
  }),
  'POST /api/v1/admin/catalogue': () => ({ product: productNamed('Fern Wash'), state: 'draft' }),
  'PUT /api/v1/admin/catalogue/{id}': () => ({ product: productNamed('Fern Wash'), state: 'draft', revision: 0 }),
  'POST /api/v1/admin/catalogue/import': () => ({
    products: [productNamed('Fern Wash')],
    replace: false,
    dryRun: true,
  }),
  'PATCH /api/v1/profile': () => ({
    preferredName: 'Ada',
    displayName: 'Ada Lovelace',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    quietHours: { from: '22:00', to: '07:00' },
    channels: { email: true, push: false, inApp: true },
    assistants: { sienna: { hairProfile: { porosity: 'low', type: ['4C'] } } },
    consent: { memory: true, mood: true, analytics: false, crossAssistant: false, photos: false },
    birthYear: 1990,
  }),
};
/** Takes anything for a body: there is nothing in it that it looks at. */
const IGNORES_ITS_BODY = new Set(['POST /api/v1/chat/{messageId}/cancel']);

/** Takes fields it does not know, as OpenAI's own does: its clients send new ones. Its messages have a test of their own. */
const TAKES_UNKNOWN_FIELDS = new Set(['POST /v1/chat/completions']);
/** Takes large bodies, for images: there the schema refuses them. */
const TAKES_LARGE_BODIES = new Set([
  'POST /api/v1/chat',
  'POST /v1/chat/completions',
  'POST /api/v1/photos',
  'POST /api/v1/admin/knowledge/import',
]);

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

describe('hostile input', () => {
  let app: TestApp;
  let person: TestPerson;
  let operations: Operation[];
  let requests = 0;
  beforeAll(async () => {
    app = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { BUILTIN_MODEL_WORDS_PER_SECOND: '0', OPERATOR_TOKEN },
    });
    person = await app.guest();
    operations = operationsOf(await readDocument(app));
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const send = (
    operation: Operation,
    more: { path?: string; body?: string | Buffer; headers?: Record<string, string | string[]> },
  ) => {
    requests += 1;
    return sendRaw(app.url, {
      method: operation.method,
      path: more.path ?? fillPath(operation.path),
      headers: {
        ...authorization(operation),
        ...(more.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more.headers,
      },
      ...(more.body === undefined ? {} : { body: more.body }),
    });
  };
  const authorization = ({ access }: Operation): Record<string, string> => {
    if (access === 'public') return {};
    return { authorization: `Bearer ${access === 'operator' ? OPERATOR_TOKEN : person.session.accessToken}` };
  };
  const withBody = () => operations.filter(({ body }) => body !== null);
  const validBody = (operation: Operation): Record<string, unknown> => {
    const make = VALID_BODIES[nameOf(operation)];
    if (make === undefined) throw new Error(`Declare a valid body of ${nameOf(operation)} in VALID_BODIES`);
    return { ...make(person) };
  };

  test('the declared bodies are valid, so that what is refused below is what was made wrong', async () => {
    for (const operation of withBody()) {
      const isOfAssistant = /^\/api\/v1\/admin\/(?:knowledge|catalogue)/.test(operation.path);
      const body = JSON.stringify(validBody(operation));
      // What is put stands under its own id.
      const ownId = /"(?:passage|product)":\{"id":"([^"]+)"/.exec(body)?.[1];
      const path = `${fillPath(operation.path, ownId === undefined ? {} : { id: ownId })}${isOfAssistant ? '?assistant=sienna' : ''}`;
      const response = await send(operation, { path, body });
      const problem = response.status < 300 ? null : problemIn(response);
      expect(problem?.code, `${nameOf(operation)}: ${response.text}`).not.toBe('VALIDATION_ERROR');
    }
  });

  // Some thousands of requests, one after the other: on a busy machine more than any other test takes.
  test('every field of every body, with every value', { timeout: 600_000 }, async () => {
    person = await app.guest();
    for (const operation of withBody()) {
      for (const path of fieldsOf(operation.body ?? {})) {
        for (const [what, json] of Object.entries(HOSTILE_JSON)) {
          const body = replaceAt(validBody(operation), path, json);
          expectClear(await send(operation, { body }), `${nameOf(operation)} with ${what} for ${path.join('.')}`);
        }
      }
    }
  });

  test('every part of the messages that OpenAI’s clients send, with every value', async () => {
    const operation = findOperation('POST /v1/chat/completions');
    const parts = [
      { type: 'text', text: 'Hello' },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
    ];
    // In a history, where pictures are not looked at, and in the message that is answered.
    const body = {
      model: 'jumbo',
      messages: [
        { role: 'user', content: parts },
        { role: 'user', content: [parts[0]] },
      ],
    };
    const inPart = [['type'], ['text'], ['image_url'], ['image_url', 'url']];
    const paths = ['0', '1'].flatMap((message) => [
      [message],
      [message, 'role'],
      [message, 'content'],
      [message, 'content', '0'],
      ...inPart.slice(0, 2).map((field) => [message, 'content', '0', ...field]),
    ]);
    for (const path of [...paths, ...inPart.slice(2).map((field) => ['0', 'content', '1', ...field])]) {
      for (const [what, json] of Object.entries(HOSTILE_JSON)) {
        const response = await send(operation, { body: replaceAt(body, ['messages', ...path], json) });
        expectClear(response, `${what} for messages.${path.join('.')}`);
      }
    }
  });

  test('a field that is missing or not known is a VALIDATION_ERROR that names it', async () => {
    for (const operation of withBody().filter((each) => !IGNORES_ITS_BODY.has(nameOf(each)))) {
      for (const { path, required } of objectsOf(operation.body ?? {})) {
        if (!TAKES_UNKNOWN_FIELDS.has(nameOf(operation))) {
          const extra = replaceAt(validBody(operation), [...path, 'unknownField'], '1');
          const problem = expectProblem(await send(operation, { body: extra }), 'VALIDATION_ERROR');
          expect(JSON.stringify(problem.errors), nameOf(operation)).toContain('unknownField');
        }
        for (const field of required) {
          const body = replaceAt(validBody(operation), [...path, field], null);
          const problem = expectProblem(await send(operation, { body }), 'VALIDATION_ERROR');
          expect(problem.errors?.map((error) => error.path)).toContain(['body', ...path, field].join('.'));
        }
      }
    }
  });

  test('every body that is none', async () => {
    for (const operation of withBody()) {
      for (const [what, body] of Object.entries(HOSTILE_BODIES)) {
        const response = await send(operation, { body });
        expectClear(response, `${nameOf(operation)} with ${what}`);
        if (!IGNORES_ITS_BODY.has(nameOf(operation))) expectProblem(response, 'VALIDATION_ERROR');
      }
    }
  });

  test('a body too many is read past or refused', async () => {
    // A feed answers without an end.
    const isLeftOut = (path: string) => path.endsWith('/profile') || path === '/analytics/stream';
    for (const operation of operations.filter(({ body, path }) => body === null && !isLeftOut(path))) {
      expectClear(await send(operation, { body: '{"a":1}' }), nameOf(operation));
    }
  });

  test('a byte order mark before a body is read past', async () => {
    const operation = findOperation('POST /api/v1/conversations');
    const response = await send(operation, { body: '\ufeff{"assistant":"jumbo"}' });
    expect(response.status, response.text).toBe(201);
  });

  test('every content type but JSON', async () => {
    for (const operation of withBody()) {
      for (const contentType of HOSTILE_CONTENT_TYPES) {
        const body = JSON.stringify(validBody(operation));
        const response = await send(operation, { body, headers: { 'content-type': contentType } });
        expectProblem(response, 'UNSUPPORTED_MEDIA_TYPE');
      }
    }
  });

  test('a body of ten megabytes, in one piece and in chunks', async () => {
    const big = 'a'.repeat(10_000_000);
    for (const operation of withBody()) {
      const isLarge = TAKES_LARGE_BODIES.has(nameOf(operation));
      for (const body of [`"${big}"`, JSON.stringify({ message: big, assistant: 'jumbo' }), ' '.repeat(10_000_000)]) {
        const response = await send(operation, { body });
        expectProblem(response, isLarge ? 'VALIDATION_ERROR' : 'PAYLOAD_TOO_LARGE');
      }
    }
    const chunked = await sendRaw(app.url, {
      method: 'POST',
      path: '/api/v1/auth/signup',
      headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      body: `"${big}"`,
    });
    expectProblem(chunked, 'PAYLOAD_TOO_LARGE');
  });

  test('every parameter of every path', async () => {
    for (const operation of operations.filter(({ path }) => path.includes('{'))) {
      for (const segment of HOSTILE_SEGMENTS) {
        const path = fillPath(operation.path, { id: segment, messageId: segment });
        const body = operation.body === null ? {} : { body: JSON.stringify(validBody(operation)) };
        expectClear(await send(operation, { path, ...body }), `${nameOf(operation)} with ${segment.slice(0, 60)}`);
      }
    }
  });

  test('every parameter of every query', async () => {
    const { id } = await person.startConversation('jumbo');
    for (const operation of operations) {
      for (const { name } of operation.parameters.filter((parameter) => parameter.in === 'query')) {
        const path = fillPath(operation.path, { id });
        const queries = [
          ...HOSTILE_SEGMENTS.map((segment) => `${name}=${segment}`),
          `${name}`,
          `${name}=`,
          `${name}=1&${name}=2`,
          `${name}[]=1`,
          `${name}[a]=1`,
          `${name}.a=1`,
          `${name}=%20`,
          `${name}=${'9'.repeat(400)}`,
          `${name}=${Buffer.from('{"at":"x","id":1}').toString('base64url')}`,
          `${name}=${Buffer.from('["2026-01-01","01a20294-f647-7396-9c7b-1e3978e20447"]').toString('base64url')}`,
          `${name}=${Buffer.from(`2026-01-01T00:00:00Z|'; drop table users`).toString('base64url')}`,
        ];
        for (const query of queries) {
          expectClear(
            await send(operation, { path: `${path}?${query}` }),
            `${nameOf(operation)}?${query.slice(0, 60)}`,
          );
        }
        expectProblem(await send(operation, { path: `${path}?${name}=1&${name}=2` }), 'VALIDATION_ERROR');
        expectProblem(await send(operation, { path: `${path}?unknown=1` }), 'VALIDATION_ERROR');
      }
    }
  });

  test.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/assets/../../../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/a/../../../../etc/passwd',
    '/docs/../../package.json',
    '/docs/js/..%2f..%2f..%2fpackage.json',
    '/.env',
    '/.git/config',
    '//example.com/',
    '/\\..\\..\\windows',
    '/%',
    '/%00',
    '/%zz',
    '/api/v1/../../openapi.json/%ff',
    `/${'a'.repeat(8_000)}`,
    `/api/v1/conversations?${'a=1&'.repeat(3_000)}`,
    '/api/v1//conversations',
    '/API/V1/CONVERSATIONS',
    '/api/v1/conversations/',
    '/api/v1/conversations;x=1',
    '*',
    'http://example.com/health/x',
  ])('the path %s', async (path) => {
    const response = await sendRaw(app.url, { path });
    // The page's own addresses all open the page; nothing else may be served from a path that walks.
    if (response.status < 300) expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    else expectClear(response, path);
    expect(response.text).not.toMatch(/root:|"workspaces"|\[core\]/);
  });

  test.each<[string, Record<string, string | string[]>, string]>([
    ['an idempotency key of 256 letters', { 'idempotency-key': 'k'.repeat(256) }, 'VALIDATION_ERROR'],
    ['an empty idempotency key', { 'idempotency-key': '' }, 'VALIDATION_ERROR'],
    ['an idempotency key with spaces', { 'idempotency-key': 'a b' }, 'VALIDATION_ERROR'],
    ['two idempotency keys', { 'idempotency-key': ['a', 'b'] }, 'VALIDATION_ERROR'],
    ['a token of bytes', { authorization: 'Bearer \u00ff\u00fe' }, 'UNAUTHENTICATED'],
    ['a head of 20 kilobytes', { 'x-large': 'a'.repeat(20_000) }, 'HEADERS_TOO_LARGE'],
    [
      '1,000 headers',
      Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`x-${index}`, 'a'.repeat(20)])),
      'HEADERS_TOO_LARGE',
    ],
  ])('%s', async (_, headers, code) => {
    const response = await send(findOperation('POST /api/v1/conversations'), {
      body: '{"assistant":"jumbo"}',
      headers,
    });
    expect(problemIn(response).code).toBe(code);
  });

  test.each([
    ['an event id', { 'last-event-id': '-1; drop' }],
    ['a huge event id', { 'last-event-id': '9'.repeat(400) }],
    ['an accepted type', { accept: `${'a/b,'.repeat(2_000)}` }],
    ['an encoding', { 'accept-encoding': 'gzip;q=foo, br;q=-1, *;q=0' }],
    ['a range', { range: 'bytes=0-18446744073709551615' }],
    ['a method override', { 'x-http-method-override': 'DELETE' }],
    ['a rewritten path', { 'x-original-url': '/api/v1/profile', 'x-rewrite-url': '/api/v1/profile' }],
    ['a condition', { 'if-none-match': '*', 'if-modified-since': 'yesterday' }],
    ['another host', { host: 'evil.example.com' }],
    ['a host of nonsense', { host: 'a b<c>' }],
    ['an upgrade', { connection: 'upgrade', upgrade: 'websocket' }],
    [
      'an upgrade to HTTP/2',
      { connection: 'upgrade, http2-settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQCAAAAAAIAAAAA' },
    ],
  ])('a header that says %s', async (_, headers) => {
    for (const name of ['GET /api/v1/conversations', 'GET /api/v1/chat/{messageId}/stream', 'GET /health']) {
      expectClear(await send(findOperation(name), { headers }), name);
    }
  });

  test.each([
    ['no HTTP', 'hello\r\n\r\n'],
    ['a TLS greeting', Buffer.from('16030100a5010000a10303', 'hex')],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['an unknown method', 'GETT / HTTP/1.1\r\nhost: a\r\n\r\n'],
    ['an unknown version', 'GET / HTTP/9.9\r\nhost: a\r\n\r\n'],
    ['a header without a colon', 'GET / HTTP/1.1\r\nhost: a\r\nbroken\r\n\r\n'],
    ['a space before a colon', 'GET / HTTP/1.1\r\nhost: a\r\nx-a : b\r\n\r\n'],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nhost: a\r\nx-a: b\u0000c\r\n\r\n'],
    ['a negative length', 'POST /api/v1/auth/guest HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n'],
    ['two lengths', 'POST /api/v1/auth/guest HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    [
      'a length and chunks',
      'POST /api/v1/auth/guest HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'chunks of no size',
      'POST /api/v1/auth/guest HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n\r\n',
    ],
    [
      'an encoding of chunks that is none',
      'POST /api/v1/auth/guest HTTP/1.1\r\nhost: a\r\ntransfer-encoding: xchunked\r\n\r\n',
    ],
    ['a head that never ends', `GET / HTTP/1.1\r\nhost: a\r\nx-a: ${'a'.repeat(40_000)}`],
    ['a path with a space', 'GET /a b HTTP/1.1\r\nhost: a\r\n\r\n'],
  ])('bytes that are %s', async (_, bytes) => {
    const answer = parseResponse(await sendBytes(app.url, bytes));
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
    expectClear(answer, 'raw');
    expect(answer.headers.get('connection')).toBe('close');
  });

  test('at the end of it all the server answers, nothing failed inside and nothing was given away', async () => {
    const reply = await (await app.guest()).say('jumbo', 'Are you still there?');
    expect(reply.message.text).not.toBe('');
    expect((await app.request('GET', '/health')).json<{ status: string }>().status).toBe('healthy');
    expect(app.logLines.filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([]);
    expect(JSON.stringify(app.logLines)).not.toMatch(/drop table|etc\/passwd|onerror=/);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    expect(requests).toBeGreaterThan(1_500);
  });

  function findOperation(name: string): Operation {
    const found = operations.find((operation) => nameOf(operation) === name);
    if (found === undefined) throw new Error(`There is no operation ${name}`);
    return found;
  }
});

/** Fails unless the answer is a success or a problem of the caller's, that tells nothing of what is inside. */
function expectClear(response: RawResponse, what: string): void {
  expect(response.status, `${what}: ${response.text.slice(0, 500)}`).toBeLessThan(500);
  if (response.status < 300) return;
  const problem: ProblemDocument = problemIn(response);
  expect(problem.requestId, what).not.toBe('');
  expect(response.text.length, what).toBeLessThan(8_000);
  expect(response.text, what).not.toMatch(
    /\.(ts|js|mjs):\d|node_modules|\bat \S+ \(|select |insert into|syntax error|relation "|violates|etc\/passwd|drop table|\/home\/|SQLSTATE|invalid byte sequence/i,
  );
}

const variantsOf = (schema: JsonSchema): readonly JsonSchema[] => [schema, ...(schema.anyOf ?? [])];

/** Paths to every field of a body, those of nested objects too. */
function fieldsOf(schema: JsonSchema, path: readonly string[] = []): string[][] {
  return variantsOf(schema).flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, field]) => [[...path, name], ...fieldsOf(field, [...path, name])]),
  );
}

/** Paths to every object of a body with its required fields. */
function objectsOf(
  schema: JsonSchema,
  path: readonly string[] = [],
): { path: readonly string[]; required: readonly string[] }[] {
  return variantsOf(schema).flatMap(({ type, properties = {}, required = [] }) => [
    ...(type === 'object' ? [{ path, required }] : []),
    ...Object.entries(properties).flatMap(([name, field]) => objectsOf(field, [...path, name])),
  ]);
}

const HOLE = '@@hole@@';

/** The body as JSON text with what stands at a path replaced by JSON text, or left out for null. */
function replaceAt(body: Record<string, unknown>, path: readonly string[], json: string | null): string {
  const copy = structuredClone(body);
  let object: Record<string, unknown> = copy;
  for (const name of path.slice(0, -1)) object = object[name] as Record<string, unknown>;
  const field = path.at(-1) ?? '';
  if (json === null) delete object[field];
  else object[field] = HOLE;
  // A function, for a replacement string would read `$` signs.
  return JSON.stringify(copy).replace(`"${HOLE}"`, () => json ?? '');
}
