import type { Citation } from '@rapport/wire';
import type { ReplyMaterial } from './reply-material.ts';

export interface ModelMessage {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** What one attempt at a reply is asked. */
export interface ModelRequest {
  /** The assistant's prompt, assembled by `plan`. Holds no secret. */
  readonly instructions: string;
  /** The conversation's tail, oldest first; the last is the person's message. */
  readonly messages: readonly ModelMessage[];
  readonly maxOutputTokens: number;
  /** True when a person reads along while it is written; false when only the whole reply counts. */
  readonly streaming: boolean;
  /** What `plan` gathered, structured; the built-in model writes from it, vendors' models see it in the prompt. */
  readonly material: ReplyMaterial;
}

/** Tokens by class, as the vendor counts them. `input` includes `cachedInput`; `output` includes `reasoning`. */
export interface TokenUsage {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
  readonly reasoning: number;
}

/** Why a model stopped. `length`: it ran into the token limit. `filter`: its vendor withheld the rest. */
export type FinishReason = 'stop' | 'length' | 'filter' | 'other';

export type ModelPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'sources'; readonly citations: readonly Citation[]; readonly suggestions: readonly string[] }
  | {
      readonly type: 'finish';
      readonly reason: FinishReason;
      readonly usage: TokenUsage;
      /** The model that answered, when the vendor says so: it may not be the one that was asked. */
      readonly servedModel?: string;
    };

/**
 * A model of some vendor, or the built-in one. Makes one attempt and never retries: the chain does that.
 * `stream` ends with a `finish` part; an iteration that ends without one was cut. It throws what its transport throws,
 * and an `AbortError` when `signal` fires.
 */
export interface LanguageModel {
  /** `<provider>/<model>`, such as `google/gemini-3.5-flash-lite` or `rapport/built-in`. */
  readonly id: string;
  readonly provider: string;
  /** True for a model in this process, which can't be late: it is asked even when the turn's time is over. */
  readonly isLocal: boolean;
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelPart>;
}
