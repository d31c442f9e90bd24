import type {
  FinishReason,
  LanguageModel,
  ModelPart,
  ModelRequest,
  TokenUsage,
} from '@rapport/core/models/language-model.ts';
import { type FailureDetails, type FailureKind, ModelFailure } from '@rapport/core/models/model-failure.ts';
import { type AnswerItem, DocumentSplitter } from './document-splitter.ts';
import { readErrorBody, readErrorDocument } from './error-body.ts';
import type { JsonObject } from './json.ts';
import { judgeFailure, safeId } from './judge-failure.ts';
import { discard, drain, MAX_ANSWER_BYTES, readErrorText, sendRequest, transportFailure } from './send-request.ts';
import { ThinkTags } from './think-tags.ts';
import type { AnswerPiece, ModelSettings, Vendor, VendorConnection } from './vendor.ts';
import { RequestWriter } from './write-request.ts';

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
    const answer = new Answer(this.id, vendor, response, now);
    yield* readAnswer(answer, response, this.id, signal);
  }
}

async function* readAnswer(
  answer: Answer,
  response: Response,
  model: string,
  signal: AbortSignal,
): AsyncGenerator<ModelPart> {
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  const splitter = new DocumentSplitter();
  const decoder = new TextDecoder();
  let bytes = 0;
  let isRead = false;
  try {
    while (!answer.isDone) {
      const step = await nextStep(reader, answer);
      if (step === null) break;
      const { value, done } = step;
      isRead = done;
      if (done) break;
      bytes += value.byteLength;
      if (bytes > MAX_ANSWER_BYTES) throw answer.failure({ kind: 'failed', code: 'answer_too_long' });
      yield* answer.take(splitter.push(decoder.decode(value, { stream: true })));
    }
    if (!answer.isDone) {
      const last = splitter.push(decoder.decode());
      const { items, isBrokenOff } = splitter.end();
      yield* answer.take([...last, ...items]);
      answer.isBrokenOff = isBrokenOff;
    }
    yield* answer.finish();
  } catch (error) {
    throw error instanceof ModelFailure
      ? error
      : answer.brokenConnection(transportFailure(model, 'cut', error, signal));
  } finally {
    if (answer.isDone) drain(reader);
    else if (!isRead) discard(reader);
  }
}

/** How long what comes after the last word is waited for: counts of tokens, the end of the stream. */
const TRAILER_MS = 1_000;

/**
 * What comes next; null when the reply is whole and its vendor neither ends the stream nor says more, or breaks it off:
 * the person is not made to wait for that, nor is what they read taken back.
 */
async function nextStep(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  answer: Answer,
): Promise<Awaited<ReturnType<typeof reader.read>> | null> {
  if (!answer.isWhole) return reader.read();
  const silence = Promise.withResolvers<null>();
  const timer = setTimeout(() => silence.resolve(null), TRAILER_MS);
  try {
    return await Promise.race([reader.read(), silence.promise]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

const FAULTS_OF_REQUESTS: ReadonlySet<FailureKind> = new Set(['too-large', 'unknown-model']);
/** Longer names of models are not stored. */
const MAX_NAME_LENGTH = 200;

/** An answer as far as it has come. */
class Answer {
  isDone = false;
  isBrokenOff = false;
  readonly #model: string;
  readonly #vendor: Vendor;
  readonly #response: Response;
  readonly #now: () => number;
  readonly #thinkTags = new ThinkTags();
  #finish: FinishReason | null = null;
  #usage: TokenUsage | null = null;
  #requestId: string | null;
  #isNamed = false;
  #hasText = false;
  #hasBegun = false;
  #documents = 0;

  constructor(model: string, vendor: Vendor, response: Response, now: () => number) {
    this.#model = model;
    this.#vendor = vendor;
    this.#response = response;
    this.#now = now;
    this.#requestId = safeId(response.headers.get('x-request-id'));
  }

  /** Whether the vendor has said why it stopped: nothing of the reply is missing. */
  get isWhole(): boolean {
    return this.#finish !== null;
  }

  /** Takes in what came at once. Its text is one part, and not shown at all when an error follows it. */
  *take(items: readonly AnswerItem[]): Generator<ModelPart> {
    let text = '';
    for (const item of items) {
      if (this.isDone) break;
      if (item.type === 'done') {
        this.isDone = true;
      } else if (item.type === 'document') {
        const piece = this.#vendor.readPiece(item.value);
        yield* this.#name(piece);
        this.#takePiece(piece, item.event === 'error' ? item.value : piece.error);
        if (piece.text !== '') text += this.#thinkTags.push(piece.text);
      } else if (this.#finish === null) {
        // What comes after the vendor's last word changes nothing.
        throw this.failure({ kind: 'failed', code: 'unreadable_answer' });
      }
    }
    if (text !== '') yield this.#textPart(text);
  }

  #takePiece(piece: AnswerPiece, error: JsonObject | null): void {
    this.#documents += 1;
    this.#usage = piece.usage ?? this.#usage;
    // A refusal ends with an ordinary reason, which takes nothing back.
    if (this.#finish !== 'filter') this.#finish = piece.finish ?? this.#finish;
    if (error !== null) throw this.#errorInAnswer(error);
    this.#hasBegun ||= piece.hasBegun;
  }

  #errorInAnswer(error: JsonObject): ModelFailure {
    const { status, headers } = this.#response;
    const details = judgeFailure({ status, headers, body: readErrorDocument(error) }, this.#now());
    // A request that is being answered was understood: what breaks now is the vendor.
    const kind = this.#hasBegun && FAULTS_OF_REQUESTS.has(details.kind) ? 'failed' : details.kind;
    return this.failure({ ...details, kind });
  }

  /** Says who answers, once, as soon as it is known. */
  *#name({ servedModel, answerId, hasBegun }: AnswerPiece): Generator<ModelPart> {
    this.#requestId ??= safeId(answerId);
    if (this.#isNamed || (servedModel === null && !hasBegun)) return;
    this.#isNamed = true;
    yield {
      type: 'response',
      ...(servedModel === null ? {} : { servedModel: servedModel.slice(0, MAX_NAME_LENGTH) }),
      ...(this.#requestId === null ? {} : { requestId: this.#requestId }),
    };
  }

  #textPart(text: string): ModelPart {
    this.#hasText ||= text.trim() !== '';
    return { type: 'text', text };
  }

  /** The last parts. @throws ModelFailure `cut` when the vendor never said that it was finished. */
  finish(): ModelPart[] {
    const rest = this.#thinkTags.end();
    const parts = rest === '' ? [] : [this.#textPart(rest)];
    if (this.#finish === null) {
      // A document that holds no part of an answer is an empty one, not half of one.
      if (this.#documents === 0 || this.#hasBegun || this.isBrokenOff) throw this.failure({ kind: 'cut' });
      return [...parts, { type: 'finish', reason: 'other', usage: this.#usage }];
    }
    // The model turned to a tool it does not have, or stumbled: words that lead up to that are no reply.
    if (this.#finish === 'other' && this.#hasText) throw this.failure({ kind: 'failed', code: 'unfinished_answer' });
    return [...parts, { type: 'finish', reason: this.#finish, usage: this.#usage }];
  }

  /** A failure with what is known of the answer so far. */
  failure(details: Pick<FailureDetails, 'kind'> & Partial<FailureDetails>): ModelFailure {
    const requestId = details.requestId ?? this.#requestId;
    return new ModelFailure(this.#model, { ...details, requestId, usage: this.#usage });
  }

  brokenConnection(failure: unknown): unknown {
    return failure instanceof ModelFailure ? this.failure({ kind: 'cut', code: failure.details.code }) : failure;
  }
}
