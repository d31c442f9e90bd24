import { createGoogle } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, type EmbeddingModelV4 } from '@ai-sdk/provider';
import type { Embedder } from '@rapport/core/embeddings/embedder.ts';
import { ModelFailure } from '@rapport/core/models/model-failure.ts';
import { readErrorBody } from '../models/error-body.ts';
import { isObject, objectsIn } from '../models/json.ts';
import { judgeFailure } from '../models/judge-failure.ts';
import { transportFailure } from '../models/send-request.ts';
import type { VendorConnection } from '../models/vendor.ts';
import { type BatchLimits, batchesOf, type PlacedText } from './batches.ts';

/** Vendors with a model for embeddings; xAI and Groq have none. */
export type EmbeddingProvider = 'openai' | 'google' | 'compatible';

export interface VendorEmbedderOptions {
  readonly provider: EmbeddingProvider;
  /** As the vendor calls it, such as `text-embedding-3-small`. */
  readonly model: string;
  readonly connection: VendorConnection;
  /** Numbers in each vector. An answer with another number of them is refused. */
  readonly dimensions: number;
  /** Whether the vendor is told how many; models of one length refuse to be. */
  readonly asksForDimensions: boolean;
  /** For one request, from its start to the last byte of its answer. */
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970, for vendors that name the date at which they may be asked again. */
  readonly now?: () => number;
}

/**
 * Google takes 100 texts at once, OpenAI 2,048 with 300,000 tokens together and 8,192 each. A token is a byte at least,
 * so that what is counted in bytes is never too many: https://platform.openai.com/docs/api-reference/embeddings/create
 */
const LIMITS: BatchLimits = { texts: 64, bytes: 200_000, bytesPerText: 8_000 };
/** What a number takes in an answer at most, with the white space that Google puts around it. */
const BYTES_PER_NUMBER = 40;
/** What stands around the numbers. */
const BYTES_AROUND = 65_536;

/**
 * Embeds at a vendor or any server with OpenAI's `/embeddings`. Requests go one after the other and each once: whoever
 * asked may ask again later, and what a vendor can't make sense of it won't a second time either.
 *
 * `embed` throws a {@link ModelFailure}, which carries neither the texts nor the vendor's sentence.
 */
export function createVendorEmbedder(options: VendorEmbedderOptions): Embedder {
  const { provider, model: name, dimensions, now = Date.now } = options;
  const id = `${provider}/${name}`;
  const model = createModel(options);

  const ask = async (batch: readonly PlacedText[]): Promise<readonly Float32Array[]> => {
    const signal = AbortSignal.timeout(options.timeoutMs);
    try {
      const answer = await model.doEmbed({
        values: batch.map(({ text }) => text),
        abortSignal: signal,
        ...(options.asksForDimensions ? { dimensions } : {}),
      });
      return inOrder(answer.embeddings, answer.response?.body).map((numbers) => unitVector(id, numbers, dimensions));
    } catch (error) {
      throw failureOf(error, id, signal, now());
    }
  };

  return {
    // A vector that was shortened can't be compared with a longer one of the same model.
    id: `${id}@${dimensions}`,
    dimensions,
    async embed(texts) {
      const vectors = texts.map(() => new Float32Array(dimensions));
      for (const batch of batchesOf(texts, LIMITS)) {
        const found = await ask(batch);
        if (found.length !== batch.length) throw new ModelFailure(id, { kind: 'failed', code: 'wrong_vector_count' });
        for (const [index, { place }] of batch.entries()) vectors[place]?.set(found[index] ?? []);
      }
      return vectors;
    },
  };
}

function createModel({ provider, model, connection, dimensions, ...options }: VendorEmbedderOptions): EmbeddingModelV4 {
  const { apiKey, baseUrl } = connection;
  const fetch = boundedFetch(options.fetch ?? globalThis.fetch, {
    sendsKey: apiKey !== null,
    mostBytes: LIMITS.texts * dimensions * BYTES_PER_NUMBER + BYTES_AROUND,
  });
  // Left out, the SDKs would look for a key in the environment.
  const settings = { apiKey: apiKey ?? '', fetch, ...(baseUrl === null ? {} : { baseURL: baseUrl }) };
  if (provider === 'google') return createGoogle(settings).embeddingModel(model);
  if (provider === 'openai')
    return createOpenAI({ baseURL: 'https://api.openai.com/v1', ...settings }).embeddingModel(model);
  return createOpenAICompatible({ name: provider, ...settings, baseURL: baseUrl ?? '' }).embeddingModel(model);
}

/** Sends no key where there is none, follows no redirect, which could carry it away, and reads no endless answer. */
function boundedFetch(
  fetch: typeof globalThis.fetch,
  { sendsKey, mostBytes }: { readonly sendsKey: boolean; readonly mostBytes: number },
): typeof globalThis.fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (!sendsKey) for (const name of ['authorization', 'x-goog-api-key']) headers.delete(name);
    const response = await fetch(input, { ...init, headers, redirect: 'manual' });
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw new AnswerTooLong();
      chunks.push(chunk);
    }
    // A constructor of `Response` takes no status below 200 and no body with some of those above.
    const body = bytes === 0 ? null : Buffer.concat(chunks);
    return new Response(body, { status: response.status, headers: response.headers });
  };
}

/** Ends an answer that is longer than its vectors can be. */
class AnswerTooLong extends Error {}

/** OpenAI's format numbers its vectors, and no server is held to send them in order. */
function inOrder(vectors: readonly (readonly number[])[], body: unknown): readonly (readonly number[])[] {
  const places = isObject(body) ? objectsIn(body, 'data').map(({ index }) => index) : [];
  if (new Set(places).size !== vectors.length || !places.every((place) => typeof place === 'number')) return vectors;
  return vectors
    .map((vector, index) => ({ vector, place: places[index] ?? 0 }))
    .sort((one, other) => one.place - other.place)
    .map(({ vector }) => vector);
}

function unitVector(model: string, numbers: readonly number[], dimensions: number): Float32Array {
  if (numbers.length !== dimensions) {
    throw new ModelFailure(model, { kind: 'failed', code: `vector_of_${numbers.length}_numbers_not_${dimensions}` });
  }
  const length = Math.hypot(...numbers);
  if (!Number.isFinite(length) || length === 0) {
    throw new ModelFailure(model, { kind: 'failed', code: 'vector_without_length' });
  }
  return Float32Array.from(numbers, (value) => value / length);
}

/** Neither the SDK's errors nor their causes get out: they hold the request, and with it what people said. */
function failureOf(error: unknown, model: string, { aborted }: AbortSignal, now: number): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (aborted) return new ModelFailure(model, { kind: 'failed', code: 'timed_out' });
  if (error instanceof AnswerTooLong) return new ModelFailure(model, { kind: 'failed', code: 'answer_too_long' });
  if (!APICallError.isInstance(error) || error.statusCode === undefined) {
    const failure = transportFailure(model, 'failed', error, new AbortController().signal);
    return failure instanceof ModelFailure ? failure : new ModelFailure(model, { kind: 'failed' });
  }
  const headers = new Headers(error.responseHeaders);
  const body = readErrorBody(error.responseBody ?? '');
  return new ModelFailure(model, judgeFailure({ status: error.statusCode, headers, body }, now));
}
