import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestApp, openTestDatabase, type TestApp } from '../src/index.ts';
import { type Content, type OpenApiDocument, operationsOf, readDocument } from './openapi-document.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ database: await openTestDatabase('embedded', inject('templates')) });
});
afterAll(() => app[Symbol.asyncDispose]());

describe('the API document', () => {
  let document: OpenApiDocument;
  beforeAll(async () => {
    document = await readDocument(app);
  });

  test('is OpenAPI 3.1 with a name and a version', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info.title).toBe('Rapport');
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('has every route of the server but the page, the document and the reference', () => {
    const hidden =
      /^(\/|\/\*|\/index\.html|\/favicon\.(svg|ico)|\/safety|\/mail\/.*|\/(a|me|dashboard|embed|widget)(\/.*|\*)?|\/widget(-demo)?(\..*)?|\/service-worker\.js.*|\/manifest\.webmanifest|\/assets\/.*|\/openapi\.json|\/docs.*|\*)$/;
    const served = routesOf(app.app.server.printRoutes({ commonPrefix: false })).filter(
      ({ path }) => !hidden.test(path),
    );
    const documented = operationsOf(document).map(({ method, path }) => `${method} ${path}`);
    const expected = served
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(expected.length).toBeGreaterThan(20);
    expect(documented.sort()).toEqual(expected.sort());
  });

  test('declares every parameter of every path, and words for every operation', () => {
    for (const operation of operationsOf(document)) {
      const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual(named);
      expect(declared.every(({ required }) => required === true)).toBe(true);
      expect(operation.summary).toMatch(/^[A-Z].{5,}/);
    }
  });

  test('gives a schema for every answer, and problem documents for what goes wrong', () => {
    const contents: [string, Content | undefined][] = operationsOf(document).flatMap(({ method, path, responses }) =>
      Object.entries(responses)
        .filter(([status]) => /^2/.test(status) && status !== '204')
        .map(([status, { content }]): [string, Content | undefined] => [`${method} ${path} ${status}`, content]),
    );
    expect(contents.length).toBeGreaterThan(20);
    for (const [name, content = {}] of contents) {
      expect(Object.keys(content).length, name).toBeGreaterThan(0);
      for (const { schema } of Object.values(content)) expect(schema, name).toHaveProperty('type');
    }
    for (const { method, path, responses } of operationsOf(document)) {
      if (path.startsWith('/health')) continue;
      const $ref = `#/components/responses/${path.startsWith('/v1/') ? 'OpenAiError' : 'Problem'}`;
      expect(responses, `${method} ${path}`).toMatchObject({ '4XX': { $ref }, '5XX': { $ref } });
    }
    expect(document.components.schemas.Problem?.required).toContain('code');
  });

  test('says which answers may be streams, and which keys make a request repeatable', () => {
    const operations = operationsOf(document);
    const streams = operations.filter(
      ({ responses }) => responses['200']?.content?.['text/event-stream'] !== undefined,
    );
    expect(streams.map(({ path }) => path)).toEqual([
      '/api/v1/conversations/{id}/events',
      '/api/v1/chat',
      '/api/v1/chat/{messageId}/stream',
      '/v1/chat/completions',
      '/analytics/stream',
    ]);
    const keyed = operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'idempotency-key'));
    expect(keyed.map(({ path }) => path)).toEqual([
      '/api/v1/conversations',
      '/api/v1/messages/{id}/feedback',
      '/api/v1/photos',
      '/v1/chat/completions',
      '/api/v1/memories',
    ]);
  });

  test('refers to nothing that is not in it', () => {
    const text = JSON.stringify(document);
    for (const [, reference = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = reference.split('/').reduce<unknown>((at, key) => Reflect.get(Object(at), key), document);
      expect(target, reference).toBeTypeOf('object');
    }
    expect(text).not.toMatch(/"\$ref":"[^#]/);
  });
});

describe('the reference at /docs', () => {
  test('loads nothing from elsewhere, and could not if it tried', async () => {
    const page = await app.request('GET', '/docs/');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/(https?:)?\/\/[a-z]/i);
    const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '');
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) {
      const loaded = await app.request('GET', new URL(source, 'http://local/docs/').pathname);
      expect(loaded.status, source).toBe(200);
      expect(loaded.headers.get('content-type'), source).toMatch(/javascript|css|svg/);
    }
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'self'/);
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test('hands this server’s document to nobody', async () => {
    const page = (await app.request('GET', '/docs/')).text;
    for (const setting of ['"telemetry": false', '"withDefaultFonts": false', '"hideClientButton": true']) {
      expect(page).toContain(setting);
    }
    expect(page).toMatch(/"showDeveloperTools": "never"/);
    expect(page).toMatch(/"agent": \{\s*"disabled": true/);
    expect(page).toMatch(/"mcp": \{\s*"disabled": true/);
    expect(page).not.toContain('proxyUrl');
  });

  test('opens without the slash as well', async () => {
    expect((await app.request('GET', '/docs')).status).toBe(200);
  });
});

/** The routes in Fastify's tree: each line adds its part to the path of the line it hangs from. */
function routesOf(tree: string): { method: string; path: string }[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^([\s│]*)[├└]── (\S+) \(([A-Z, ]+)\)$/.exec(line);
    if (match === null) return [];
    const [, indent = '', part = '', methods = ''] = match;
    const depth = indent.length / 4;
    const path = `${above[depth - 1] ?? ''}${part}`;
    above.splice(depth, above.length, path);
    return methods.split(', ').map((method) => ({ method, path: path.replace(/^\/\//, '/') }));
  });
}
