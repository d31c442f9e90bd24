import type { FinishReason, ModelPart, TokenUsage } from '@rapport/core/models/language-model.ts';
import { type FailureDetails, type FailureKind, ModelFailure } from '@rapport/core/models/model-failure.ts';
import { type AskedTokens, believeUsage } from './believe-usage.ts';
import type { AnswerItem } from './document-splitter.ts';
import { readErrorDocument } from './error-body.ts';
import type { JsonObject } from './json.ts';
import { judgeFailure, safeId } from './judge-failure.ts';
import { SoundText, soundName } from './sound-text.ts';
import { ThinkTags } from './think-tags.ts';
import type { AnswerPiece, Vendor } from './vendor.ts';

/** What an answer is read with. */
export interface AnswerContext {
  /** The model's id. */
  readonly model: string;
  readonly vendor: Vendor;
  readonly response: Response;
  readonly asked: AskedTokens;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The most visible text of a reply, in UTF-16 units: a book's chapter. More is a model that has lost itself. */
const MAX_TEXT_LENGTH = 32_000;

/** What an error in the midst of an answer may still be. A request that is being answered was understood and paid. */
const KINDS_IN_ANSWER: ReadonlySet<FailureKind> = new Set(['rate-limited', 'filtered', 'failed']);

/** An answer as far as it has come. */
export class Answer {
  isDone = false;
  isBrokenOff = false;
  readonly #context: AnswerContext;
  readonly #sound = new SoundText();
  readonly #thinkTags = new ThinkTags();
  #finish: FinishReason | null = null;
  #usage: TokenUsage | null = null;
  #toldUsage: TokenUsage | null = null;
  #requestId: string | null;
  #isNamed = false;
  #textLength = 0;
  #hasText = false;
  #hasBegun = false;

  constructor(context: AnswerContext) {
    this.#context = context;
    this.#requestId = safeId(context.response.headers.get('x-request-id'));
  }

  /** Whether the vendor has said why it stopped: nothing of the reply is missing. */
  get isWhole(): boolean {
    return this.#finish !== null;
  }

  /** Whether there is a whole reply, which nothing that still comes takes back. */
  get #isReply(): boolean {
    return this.#hasText && (this.#finish === 'stop' || this.#finish === 'length');
  }

  /** Takes in what came at once. Its text is one part, and not shown at all when an error follows it. */
  *take(items: readonly AnswerItem[]): Generator<ModelPart> {
    let text = '';
    for (const item of items) {
      if (this.isDone) break;
      if (item.type === 'done') {
        this.isDone = true;
      } else if (item.type === 'document') {
        const piece = this.#context.vendor.readPiece(item.value);
        yield* this.#name(piece);
        this.#takePiece(piece, item.event === 'error' ? item.value : piece.error);
        text += this.#visible(piece.text);
      } else if (this.#finish === null) {
        // What comes after the vendor's last word changes nothing.
        throw this.failure({ kind: 'failed', code: 'unreadable_answer' });
      }
    }
    if (text !== '') yield { type: 'text', text };
    yield* this.#count();
  }

  #takePiece(piece: AnswerPiece, error: JsonObject | null): void {
    if (piece.usage !== null) this.#usage = believeUsage(piece.usage, this.#context.asked);
    if (error !== null) {
      if (!this.#isReply) throw this.#errorInAnswer(error);
      this.isDone = true;
      return;
    }
    this.#takeFinish(piece.finish);
    this.#hasBegun ||= piece.hasBegun;
  }

  #takeFinish(finish: FinishReason | null): void {
    // A refusal ends with an ordinary reason, which takes nothing back; a reply is only taken back by being withheld.
    if (finish === null || this.#finish === 'filter' || (this.#isReply && finish !== 'filter')) return;
    this.#finish = finish;
  }

  #errorInAnswer(error: JsonObject): ModelFailure {
    const { response, now } = this.#context;
    const body = readErrorDocument(error);
    const details = judgeFailure({ status: response.status, headers: response.headers, body }, now());
    if (!this.#hasBegun) return this.failure(details);
    // What breaks now is the vendor: nothing it says closes its account for hours.
    const kind = KINDS_IN_ANSWER.has(details.kind) && details.exhausted === null ? details.kind : 'failed';
    return this.failure({ ...details, kind, exhausted: null });
  }

  /** Says who answers, once, as soon as it is known. */
  *#name({ servedModel, answerId, hasBegun }: AnswerPiece): Generator<ModelPart> {
    this.#requestId ??= safeId(answerId);
    if (this.#isNamed || (servedModel === null && !hasBegun)) return;
    this.#isNamed = true;
    const name = soundName(servedModel);
    yield {
      type: 'response',
      ...(name === null ? {} : { servedModel: name }),
      ...(this.#requestId === null ? {} : { requestId: this.#requestId }),
    };
  }

  /** Says what was counted when that has changed, so that it is known whatever becomes of the rest. */
  *#count(): Generator<ModelPart> {
    if (this.#usage === null || isSame(this.#usage, this.#toldUsage)) return;
    this.#toldUsage = this.#usage;
    yield { type: 'usage', usage: this.#usage };
  }

  #visible(piece: string): string {
    const text = this.#thinkTags.push(this.#sound.push(piece));
    this.#textLength += text.length;
    if (this.#textLength > MAX_TEXT_LENGTH) throw this.failure({ kind: 'failed', code: 'answer_too_long' });
    this.#hasText ||= text.trim() !== '';
    return text;
  }

  /** The last parts. @throws ModelFailure `cut` when the vendor never said that it was finished. */
  finish(): ModelPart[] {
    const rest = this.#thinkTags.push(this.#sound.end()) + this.#thinkTags.end();
    this.#hasText ||= rest.trim() !== '';
    const parts: ModelPart[] = rest === '' ? [] : [{ type: 'text', text: rest }];
    if (this.#finish === null) {
      // An answer that ended in good order and held no part of a reply is an empty one, not half of one.
      if (this.#hasBegun || this.isBrokenOff) throw this.failure({ kind: 'cut' });
      return [...parts, { type: 'finish', reason: 'other', usage: this.#usage }];
    }
    // The model turned to a tool it does not have, or stumbled: words that lead up to that are no reply.
    if (this.#finish === 'other' && this.#hasText) throw this.failure({ kind: 'failed', code: 'unfinished_answer' });
    return [...parts, { type: 'finish', reason: this.#finish, usage: this.#usage }];
  }

  /** A failure with what is known of the answer so far. */
  failure(details: Pick<FailureDetails, 'kind'> & Partial<FailureDetails>): ModelFailure {
    const requestId = details.requestId ?? this.#requestId;
    return new ModelFailure(this.#context.model, { ...details, requestId, usage: this.#usage });
  }

  brokenConnection(failure: unknown): unknown {
    return failure instanceof ModelFailure ? this.failure({ kind: 'cut', code: failure.details.code }) : failure;
  }
}

function isSame(usage: TokenUsage, other: TokenUsage | null): boolean {
  return (
    other !== null &&
    usage.input === other.input &&
    usage.cachedInput === other.cachedInput &&
    usage.output === other.output &&
    usage.reasoning === other.reasoning
  );
}
