import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Message } from '@ai-sdk/provider';
import type { ModelRequest } from '@rapport/core/models/language-model.ts';
import type { ModelSettings, Vendor, VendorConnection } from './vendor.ts';

export interface WrittenRequest {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** Ends the SDK's call as soon as its request is known. */
const WRITTEN = new Error('The request is written');

/**
 * Has the vendor's SDK write streaming requests, without sending them. The SDK knows how each vendor wants messages,
 * pictures and options. It does not read the answer: it hides error bodies, makes up finish reasons, quotes the request
 * in its errors, may ask a second time on its own, and takes five times as long.
 */
export class RequestWriter {
  readonly #vendor: Vendor;
  readonly #settings: ModelSettings;
  readonly #model: LanguageModelV4;
  /** Requests by the signal they were asked for with: it tells those that are written at once apart. */
  readonly #written = new WeakMap<AbortSignal, WrittenRequest>();

  constructor(vendor: Vendor, model: string, connection: VendorConnection, settings: ModelSettings) {
    this.#vendor = vendor;
    this.#settings = settings;
    this.#model = vendor.createRequestModel(model, connection, async (url, init) => {
      const headers = new Headers(init?.headers);
      if (connection.apiKey === null) headers.delete('authorization');
      if (init?.signal) this.#written.set(init.signal, { url: String(url), headers, body: String(init.body) });
      throw WRITTEN;
    });
  }

  /** @throws TypeError when the SDK can't write it. */
  async write(request: ModelRequest): Promise<WrittenRequest> {
    const { signal } = new AbortController();
    try {
      await this.#model.doStream({ ...this.#optionsOf(request), abortSignal: signal });
    } catch {
      // Its errors quote the whole request and must not get out.
    }
    const written = this.#written.get(signal);
    if (written === undefined) throw new TypeError(`The request for ${this.#vendor.provider} could not be written`);
    return written;
  }

  #optionsOf(request: ModelRequest): LanguageModelV4CallOptions {
    const { temperature } = this.#settings;
    return {
      prompt: promptOf(request),
      maxOutputTokens: outputTokens(this.#settings, request.maxOutputTokens),
      ...(temperature === null ? {} : { temperature }),
      providerOptions: this.#vendor.requestOptions(this.#settings),
    };
  }
}

/** The visible text's allowance, with what thoughts may take beside it, as far as the model can go. */
export function outputTokens({ reasoning, maxOutputTokens }: ModelSettings, visible: number): number {
  return Math.min(visible + (reasoning?.extraOutputTokens ?? 0), maxOutputTokens ?? Number.POSITIVE_INFINITY);
}

function promptOf({ instructions, messages, images }: ModelRequest): LanguageModelV4Message[] {
  const prompt: LanguageModelV4Message[] = [];
  if (instructions.trim() !== '') prompt.push({ role: 'system', content: instructions });
  messages.forEach(({ role, text }, index) => {
    const shown = role === 'user' && index === messages.length - 1 ? images : [];
    // Vendors refuse a message without content.
    if (text.trim() === '' && shown.length === 0) return;
    const words = text.trim() === '' ? [] : [{ type: 'text' as const, text }];
    if (role === 'assistant') prompt.push({ role, content: words });
    else prompt.push({ role, content: [...shown.map(filePart), ...words] });
  });
  return prompt;
}

function filePart({ mediaType, data }: ModelRequest['images'][number]) {
  return { type: 'file' as const, mediaType, data: { type: 'data' as const, data } };
}
