import { createServer } from 'node:http';
import { createInProcessEmbedder } from '@rapport/adapters/embedders/in-process.ts';
import { createStaticEmbedder } from '@rapport/adapters/embedders/static.ts';
import { createVendorEmbedder, type EmbeddingProvider } from '@rapport/adapters/embedders/vendor.ts';
import { cosine, type Embedder } from '@rapport/core/embeddings/embedder.ts';
import { ModelFailure } from '@rapport/core/models/model-failure.ts';
import { describe, expect, it } from 'vitest';
import { type FakeVendors, type FakeVendorsOptions, startFakeVendors } from '../src/fake-vendors/fake-vendors.ts';
import { listen } from '../src/fake-vendors/listening.ts';

/** Every embedder keeps the port's word; vendors' ones are asked at vendors that are played. */

type VendorOptions = Partial<Parameters<typeof createVendorEmbedder>[0]>;

const vendorEmbedder = (vendors: FakeVendors, provider: EmbeddingProvider, change: VendorOptions = {}): Embedder =>
  createVendorEmbedder({
    provider,
    model: 'plain-embedding',
    connection: { apiKey: 'sk-one', baseUrl: vendors.baseUrls[provider] },
    dimensions: 384,
    asksForDimensions: false,
    timeoutMs: 5_000,
    ...change,
  });

const PROVIDERS = ['openai', 'google', 'compatible'] as const;
const EMBEDDERS: readonly [string, (vendors: FakeVendors) => Embedder][] = [
  ['hashed words', () => createInProcessEmbedder()],
  ['the static table', () => createStaticEmbedder()],
  ...PROVIDERS.map((provider): [string, (vendors: FakeVendors) => Embedder] => [
    `a model of ${provider}`,
    (vendors) => vendorEmbedder(vendors, provider),
  ]),
];

/** A name beside each: they would make the title of a test a megabyte long. */
const STRANGE: readonly (readonly [string, string])[] = [
  ['NUL', 'fern\u0000moss'],
  ['lone surrogates', '\ud800 fern \udfff'],
  ['no English', 'मेरा नाम हर्ष है 日本語 Größe'],
  ['emoji alone', '🌿🌿'],
  ['8,000 characters', 'water the fern. '.repeat(500)],
  ['a megabyte of one word', 'a'.repeat(1_000_000)],
  ['a megabyte of words', 'ab '.repeat(350_000)],
];

describe.each(EMBEDDERS)('%s', (_, create) => {
  it('gives a vector of length 1 for each text, in order, the same each time', async () => {
    await using vendors = await startFakeVendors();
    const embedder = create(vendors);
    const texts = Array.from({ length: 70 }, (_, index) => `fern number ${index} likes shade`);
    const vectors = await embedder.embed(texts);
    expect(vectors).toHaveLength(70);
    for (const vector of vectors) {
      expect(vector).toHaveLength(embedder.dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
    const [alone] = await embedder.embed(['fern number 69 likes shade']);
    expect(cosine(alone ?? new Float32Array(), vectors[69] ?? new Float32Array())).toBeCloseTo(1, 5);
  });

  it('puts a text nearer to one that shares its words than to another', async () => {
    await using vendors = await startFakeVendors();
    const [asked, alike, other] = await create(vendors).embed([
      'water my fern',
      'my fern wants water',
      'a train was late',
    ]);
    if (asked === undefined || alike === undefined || other === undefined) throw new Error('A vector is missing');
    expect(cosine(asked, alike)).toBeGreaterThan(cosine(asked, other) + 0.1);
  });

  it('gives zeros for what has no word, beside others', async () => {
    await using vendors = await startFakeVendors();
    const [empty, word, blank] = await create(vendors).embed(['', 'fern', ' \n\t']);
    expect([empty, blank].map((vector) => vector?.every((value) => value === 0))).toEqual([true, true]);
    expect(Math.hypot(...(word ?? []))).toBeCloseTo(1, 5);
    expect(await create(vendors).embed([])).toEqual([]);
  });

  it.each(STRANGE)('takes %s', async (_, text) => {
    await using vendors = await startFakeVendors();
    const [vector] = await create(vendors).embed([text]);
    expect([0, 1]).toContain(Math.round(Math.hypot(...(vector ?? [2])) * 1e5) / 1e5);
  });

  it('is named so that vectors of another can’t be taken for its own', async () => {
    await using vendors = await startFakeVendors();
    const ids = EMBEDDERS.map(([, make]) => make(vendors).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(create(vendors).id).toMatch(/^[a-z]+\/\S+$/);
  });
});

describe.each(PROVIDERS)('%s', (provider) => {
  it.each<[string, FakeVendorsOptions, VendorOptions, object]>([
    ['a request it can’t read', { behaviour: { fault: { kind: 'status', status: 400 } } }, {}, { kind: 'bad-request' }],
    ['too many requests', { behaviour: { fault: { kind: 'status', status: 429 } } }, {}, { kind: 'rate-limited' }],
    ['its breakdown', { behaviour: { fault: { kind: 'status', status: 503 } } }, {}, { kind: 'failed', status: 503 }],
    ['a page in its place', { behaviour: { fault: { kind: 'html', status: 200 } } }, {}, { kind: 'failed' }],
    ['half an answer', { behaviour: { fault: { kind: 'truncated-json' } } }, {}, { kind: 'failed' }],
    ['a broken connection', { behaviour: { fault: { kind: 'cut', atByte: 40 } } }, {}, { kind: 'failed' }],
    ['an empty answer', { behaviour: { fault: { kind: 'empty' } } }, {}, { kind: 'failed' }],
    ['a connection without an answer', { behaviour: { fault: { kind: 'reset' } } }, {}, { kind: 'failed' }],
    [
      'silence',
      { behaviour: { fault: { kind: 'hang-before-headers' } } },
      { timeoutMs: 50 },
      { kind: 'failed', code: 'timed_out' },
    ],
    ['a refused key', {}, { connection: { apiKey: 'wrong-key', baseUrl: null } }, { kind: 'refused-key' }],
    ['an unknown model', {}, { model: 'unknown-model' }, { kind: 'unknown-model' }],
    ['vectors of another length', {}, { dimensions: 512 }, { kind: 'failed', code: 'vector_of_384_numbers_not_512' }],
    ['an answer without end', {}, { dimensions: 1 }, { kind: 'failed' }],
  ])('says %s once, without what was sent', async (_, options, change, details) => {
    await using vendors = await startFakeVendors(options);
    const { connection } = change;
    const reached = connection && { connection: { ...connection, baseUrl: vendors.baseUrls[provider] } };
    const failure = await failingAt(vendors, provider, { ...change, ...reached });
    expect(failure.details).toMatchObject(details);
  });

  it('is sent few texts at once, cut to what a model reads', async () => {
    await using vendors = await startFakeVendors();
    const long = 'ß'.repeat(50_000);
    const texts = [...Array.from({ length: 130 }, (_, index) => `fern ${index}`), ...new Array<string>(30).fill(long)];
    await vendorEmbedder(vendors, provider).embed(texts);
    const sent = vendors.requests.map(({ body }) => JSON.stringify(body));
    expect(sent.length).toBeGreaterThanOrEqual(4);
    expect(sent.length).toBeLessThanOrEqual(6);
    for (const body of sent) expect(Buffer.byteLength(body)).toBeLessThan(220_000);
    expect(sent.join('')).not.toContain('ß'.repeat(4_001));
  });

  it('is asked for shorter vectors only where it can make them', async () => {
    await using vendors = await startFakeVendors();
    const shortened = vendorEmbedder(vendors, provider, { dimensions: 64, asksForDimensions: true });
    expect((await shortened.embed(['fern']))[0]).toHaveLength(64);
    await vendorEmbedder(vendors, provider).embed(['fern']);
    const [first, second] = vendors.requests.map(({ body }) => JSON.stringify(body));
    expect(first).toContain('64');
    expect(second).not.toMatch(/dimension/i);
    expect(shortened.id).not.toBe(vendorEmbedder(vendors, provider).id);
  });
});

const failingAt = async (
  vendors: FakeVendors,
  provider: EmbeddingProvider,
  change: VendorOptions,
): Promise<ModelFailure> => {
  try {
    await vendorEmbedder(vendors, provider, change).embed(['my secret fern']);
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    expect(vendors.requests.length).toBeLessThanOrEqual(1);
    expect(JSON.stringify([error.message, error.stack, error.cause, error.details])).not.toContain('secret');
    return error;
  }
  throw new Error('It did not fail');
};

describe('a server of one’s own', () => {
  const answering = async (answer: (path: string, headers: Record<string, unknown>) => object | string) => {
    const server = createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        const body = answer(request.url ?? '', request.headers);
        if (typeof body === 'string') response.writeHead(302, { location: body });
        else response.writeHead(200, { 'content-type': 'application/json' });
        response.end(typeof body === 'string' ? '' : JSON.stringify(body));
      });
    });
    const port = await listen(server, 0);
    return {
      embedder: createVendorEmbedder({
        provider: 'compatible',
        model: 'small',
        connection: { apiKey: null, baseUrl: `http://127.0.0.1:${port}/v1` },
        dimensions: 2,
        asksForDimensions: false,
        timeoutMs: 5_000,
      }),
      async [Symbol.asyncDispose]() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  };
  const vector = (index: number, embedding: readonly unknown[]) => ({ object: 'embedding', index, embedding });

  it('is believed about the order of its vectors, and sent no key it has not asked for', async () => {
    const seen: unknown[] = [];
    await using server = await answering((path, { authorization }) => {
      seen.push(path, authorization);
      return { data: [vector(1, [0, 5]), vector(0, [5, 0])] };
    });
    const vectors = await server.embedder.embed(['first', 'second']);
    expect(vectors.map((found) => [...found])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(seen).toEqual(['/v1/embeddings', undefined]);
  });

  it.each<[string, object | string]>([
    ['too few vectors', { data: [vector(0, [1, 0])] }],
    ['too many', { data: [vector(0, [1, 0]), vector(1, [1, 0]), vector(2, [1, 0])] }],
    ['a vector of zeros', { data: [vector(0, [1, 0]), vector(1, [0, 0])] }],
    ['words for numbers', { data: [vector(0, ['1', '0']), vector(1, [0, 1])] }],
    ['no vectors', { data: [] }],
    ['an error inside a 200', { error: { message: 'overloaded', code: 503 } }],
    ['an endless answer', { data: [vector(0, [1, 0]), vector(1, [0, 1])], padding: 'x'.repeat(200_000) }],
    ['another address', 'http://127.0.0.1:9/elsewhere'],
  ])('fails with %s', async (_, answer) => {
    await using server = await answering(() => answer);
    await expect(server.embedder.embed(['first', 'second'])).rejects.toBeInstanceOf(ModelFailure);
  });
});
