import { setImmediate } from 'node:timers/promises';
import type { LanguageModel, ModelPart, ModelRequest } from '@rapport/core/models/language-model.ts';
import { ModelFailure } from '@rapport/core/models/model-failure.ts';
import { Answer } from './answer.ts';
import type { AskedTokens } from './believe-usage.ts';
import { DocumentSplitter } from './document-splitter.ts';
import { readErrorBody } from './error-body.ts';
import { judgeFailure } from './judge-failure.ts';
import { discard, drain, MAX_ANSWER_BYTES, readErrorText, sendRequest, transportFailure } from './send-request.ts';
import { Trailer } from './trailer.ts';
import type { ModelSettings, Vendor, VendorConnection } from './vendor.ts';
import { outputTokens, RequestWriter } from './write-request.ts';

export interface VendorModelOptions {
  readonly vendor: Vendor;
  /** As the vendor calls it, such as `gemini-3.5-flash-lite`. */
  readonly model: string;
  readonly connection: VendorConnection;
  readonly settings: ModelSettings;
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970, for vendors that name the date at which they may be asked again. */
  readonly now: () => number;
}

/**
 * A vendor's model as the chain asks it. It always asks for a stream and understands a whole answer as well. Only a
 * finish reason of the vendor's own ends an answer well.
 */
export class VendorModel implements LanguageModel {
  readonly id: string;
  readonly provider: string;
  readonly isLocal = false;
  readonly seesImages: boolean;
  readonly #options: VendorModelOptions;
  readonly #writer: RequestWriter;

  constructor(options: VendorModelOptions) {
    this.id = `${options.vendor.provider}/${options.model}`;
    this.provider = options.vendor.provider;
    this.seesImages = options.settings.seesImages;
    this.#options = options;
    this.#writer = new RequestWriter(options.vendor, options.model, options.connection, options.settings);
  }

  async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelPart> {
    signal.throwIfAborted();
    const { vendor, fetch, now } = this.#options;
    const written = await this.#writer.write(request);
    const response = await sendRequest(this.id, written, signal, fetch);
    if (!response.ok) {
      const body = readErrorBody(await readErrorText(response));
      if (signal.aborted) throw signal.reason;
      throw new ModelFailure(
        this.id,
        judgeFailure({ status: response.status, headers: response.headers, body }, now()),
      );
    }
    const answer = new Answer({ model: this.id, vendor, response, asked: this.#askedTokens(request), now });
    yield* readAnswer(answer, response, this.id, signal);
  }

  #askedTokens({ estimatedInputTokens, images, maxOutputTokens }: ModelRequest): AskedTokens {
    const output = outputTokens(this.#options.settings, maxOutputTokens);
    return { estimatedInput: estimatedInputTokens, images: images.length, output };
  }
}

/** Read in some 10 ms; no sound answer has more. */
const BYTES_AT_ONCE = 128 * 1024;

async function* readAnswer(
  answer: Answer,
  response: Response,
  model: string,
  signal: AbortSignal,
): AsyncGenerator<ModelPart> {
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  const splitter = new DocumentSplitter();
  const decoder = new TextDecoder();
  const trailer = new Trailer(signal);
  let bytes = 0;
  let isRead = false;
  try {
    while (!answer.isDone) {
      const step = answer.isWhole ? await trailer.next(reader.read()) : await reader.read();
      if (step === null) break;
      const { value, done } = step;
      isRead = done;
      if (done) break;
      // What has come already is read without a pause otherwise: a flood would keep everyone else waiting.
      if (Math.floor((bytes + value.byteLength) / BYTES_AT_ONCE) > Math.floor(bytes / BYTES_AT_ONCE))
        await setImmediate();
      bytes += value.byteLength;
      if (bytes > MAX_ANSWER_BYTES && answer.isWhole) break;
      if (bytes > MAX_ANSWER_BYTES) throw answer.failure({ kind: 'failed', code: 'answer_too_long' });
      for (const part of answer.take(splitter.push(decoder.decode(value, { stream: true })))) {
        if (part.type === 'text') trailer.restart();
        yield part;
      }
    }
    if (!answer.isDone) {
      const last = splitter.push(decoder.decode());
      const { items, isBrokenOff } = splitter.end();
      yield* answer.take([...last, ...items]);
      answer.isBrokenOff = isBrokenOff;
    }
    if (wasCancelled(signal)) throw signal.reason;
    yield* answer.finish();
  } catch (error) {
    throw error instanceof ModelFailure
      ? error
      : answer.brokenConnection(transportFailure(model, 'cut', error, signal));
  } finally {
    trailer.end();
    if (answer.isDone) drain(reader);
    else if (!isRead) discard(reader);
  }
}

/** Whether someone wants no more of it; a clock that runs out takes nothing from a reply that is whole. */
function wasCancelled({ aborted, reason }: AbortSignal): boolean {
  return aborted && !(reason instanceof DOMException && reason.name === 'TimeoutError');
}
