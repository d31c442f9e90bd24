import type { Citation } from '@rapport/wire';
import type { ReplyMaterial } from './reply-material.ts';

export interface ModelMessage {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** A picture that belongs to the person's latest message: decoded, bounded and re-encoded, without metadata. */
export interface ModelImage {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly data: Uint8Array;
}

/** What one attempt at a reply is asked. */
export interface ModelRequest {
  /** The assistant's prompt, assembled by `plan`. Holds no secret. */
  readonly instructions: string;
  /** The conversation's tail, oldest first; the last is the person's message. */
  readonly messages: readonly ModelMessage[];
  /** Pictures of the last message; a model that can't see is not asked when there are any, but the one in this process. */
  readonly images: readonly ModelImage[];
  /** Most tokens of visible text. What a model needs for its thoughts, its adapter adds. */
  readonly maxOutputTokens: number;
  /** Tokens of prompt and messages together, estimated: what an attempt that reports no usage is billed by. */
  readonly estimatedInputTokens: number;
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
  /** Sent once, before any text, as soon as a vendor's answer names itself. */
  | {
      readonly type: 'response';
      /** The model that answers, as the vendor says: it may not be the one that was asked. */
      readonly servedModel?: string;
      /** The vendor's own id of this answer, to ask its support about. */
      readonly requestId?: string;
    }
  /** Well-formed text that PostgreSQL can hold: what is shown is what is stored. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'sources'; readonly citations: readonly Citation[]; readonly suggestions: readonly string[] }
  /** What the vendor has counted so far, as often as it says so: the last one holds, also when the attempt comes to nothing. */
  | { readonly type: 'usage'; readonly usage: TokenUsage }
  | {
      readonly type: 'finish';
      readonly reason: FinishReason;
      /** Null when the vendor did not say. */
      readonly usage: TokenUsage | null;
    };

/**
 * A model of some vendor, or the built-in one. Makes one attempt and never retries: the chain does that.
 * `stream` ends with a `finish` part; an iteration that ends without one was cut. It throws a `ModelFailure` for what
 * its vendor said, what its transport throws otherwise, and an `AbortError` when `signal` fires.
 */
export interface LanguageModel {
  /** `<provider>/<model>`, such as `google/gemini-3.5-flash-lite` or `rapport/built-in`. */
  readonly id: string;
  readonly provider: string;
  /** True for a model in this process, which can't be late: it is asked even when the turn's time is over. */
  readonly isLocal: boolean;
  /** Whether it can be shown pictures. */
  readonly seesImages: boolean;
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelPart>;
}
