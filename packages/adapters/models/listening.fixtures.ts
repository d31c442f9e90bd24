import type { LanguageModel, ModelPart } from '@rapport/core/models/language-model.ts';
import { ModelFailure } from '@rapport/core/models/model-failure.ts';
import { createVendorModel } from './create-vendor-model.ts';
import { SAMPLE_REQUEST } from './sample-answers.ts';
import type { Provider } from './vendor.ts';

export type Fetch = typeof globalThis.fetch;

/** A model whose vendor answers as `fetch` does, at time 0. */
export const modelOf: (provider: Provider, fetch: Fetch) => LanguageModel = (
  provider: Provider,
  fetch: Fetch,
): LanguageModel =>
  createVendorModel(
    `${provider}/sample`,
    { [provider]: { apiKey: 'key-1', baseUrl: 'http://vendor.test/v1' } },
    { fetch, now: () => 0 },
  ).model;

/** An answer in pieces of `size` bytes. */
export function answer(body: string | Uint8Array, size = Number.POSITIVE_INFINITY, init: ResponseInit = {}): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  let start = 0;
  const pieces = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (start >= bytes.length) return controller.close();
      const end = Math.min(bytes.length, start + size);
      controller.enqueue(bytes.slice(start, end));
      start = end;
    },
  });
  return new Response(pieces, init);
}

export interface Heard {
  readonly text: string;
  readonly parts: readonly ModelPart[];
  readonly finish: Extract<ModelPart, { type: 'finish' }> | undefined;
  readonly thrown: unknown;
  readonly kind: string | null;
}

/** Everything one attempt gave. */
export async function listen(model: LanguageModel, signal = new AbortController().signal): Promise<Heard> {
  const parts: ModelPart[] = [];
  let thrown: unknown;
  try {
    for await (const part of model.stream(SAMPLE_REQUEST, signal)) parts.push(part);
  } catch (error) {
    thrown = error;
  }
  return {
    parts,
    text: parts.map((part) => (part.type === 'text' ? part.text : '')).join(''),
    finish: parts.find((part) => part.type === 'finish'),
    thrown,
    kind: thrown instanceof ModelFailure ? thrown.details.kind : null,
  };
}

/** What comes of a body that arrives at once. */
export const hear = (provider: Provider, body: string, init: ResponseInit = {}): Promise<Heard> =>
  listen(modelOf(provider, async () => answer(body, undefined, init)));

/** A chunk of a chat completion. */
export const chat = (delta: object, finish: string | null = null, rest: object = {}): string =>
  `data: ${JSON.stringify({ id: 'a', model: 'm', choices: [{ index: 0, delta, finish_reason: finish }], ...rest })}\n\n`;
/** A chunk of Gemini’s. */
export const gemini = (document: object): string => `data: ${JSON.stringify(document)}\n\n`;
