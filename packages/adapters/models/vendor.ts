import type { LanguageModelV4, SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { FinishReason, TokenUsage } from '@rapport/core/models/language-model.ts';
import type { JsonObject } from './json.ts';

/** The first part of a model's id. */
export const PROVIDERS = ['google', 'xai', 'groq', 'openai', 'compatible'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** How one vendor is reached. */
export interface VendorConnection {
  /** Null for a server that asks for none, such as one in the same house. */
  readonly apiKey: string | null;
  /** Null means the vendor's own address. */
  readonly baseUrl: string | null;
}

type ReasoningEffort = 'none' | 'minimal' | 'low' | 'medium' | 'high';

/** What an adapter has to know about a model to ask it. */
export interface ModelSettings {
  /** Most tokens it can write, thoughts included; null when unknown. */
  readonly maxOutputTokens: number | null;
  readonly seesImages: boolean;
  /** The temperature it is asked at; null for a model that refuses or ignores one. */
  readonly temperature: number | null;
  /** How hard it thinks, and the tokens its thoughts may take beside the visible text; null for one that does not. */
  readonly reasoning: { readonly effort: ReasoningEffort; readonly extraOutputTokens: number } | null;
}

/** What one JSON document of an answer says. */
export interface AnswerPiece {
  /** Visible text; never thoughts. */
  readonly text: string;
  /** Why the model stopped, when this document says so. */
  readonly finish: FinishReason | null;
  readonly usage: TokenUsage | null;
  readonly servedModel: string | null;
  /** The vendor's id of the answer. */
  readonly answerId: string | null;
  /** Whether the answer has begun: with text, thoughts, a call of a tool, or a part that announces them. */
  readonly hasBegun: boolean;
  /** The object that carries the vendor's error, when this document is one. */
  readonly error: JsonObject | null;
}

/** A vendor's way of being asked and of answering; the rest is the same for all. */
export interface Vendor {
  readonly provider: Provider;
  /** The SDK's model, of which only the writing of requests is used. */
  createRequestModel(model: string, connection: VendorConnection, fetch: typeof globalThis.fetch): LanguageModelV4;
  requestOptions(settings: ModelSettings): SharedV4ProviderOptions;
  readPiece(document: JsonObject): AnswerPiece;
}
