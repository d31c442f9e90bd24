import type { IncomingHttpHeaders } from 'node:http';

/** Who is played. `compatible` is any other service with OpenAI's chat format. */
export const VENDOR_NAMES = ['google', 'xai', 'groq', 'openai', 'compatible'] as const;
export type VendorName = (typeof VENDOR_NAMES)[number];

/** How a reply ends: as vendors end it, without any finish reason, or with an error inside the stream. */
export type Ending = 'stop' | 'length' | 'filter' | 'none' | 'error';

/** What a vendor is to say, before it has a format. */
export interface Reply {
  /** 32 hexadecimal digits, the same for the same seed, model and call. */
  readonly id: string;
  /** Name of the model that answers. */
  readonly model: string;
  /** Unix time in seconds; derived from the call, for a run is to repeat byte for byte. */
  readonly created: number;
  /** The visible tokens; joined they are the text. */
  readonly tokens: readonly string[];
  readonly thoughtTokens: number;
  readonly promptTokens: number;
  /** How many of the prompt's tokens came from the vendor's cache. */
  readonly cachedTokens: number;
  readonly ending: Ending;
  /** The parsed request: some formats say more when asked to. */
  readonly request: JsonObject;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** A stretch of body. A token waits for its time, everything else goes out with what comes before it. */
export interface Piece {
  readonly text: string;
  readonly isToken: boolean;
}

export interface VendorError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A wire format for replies. A vendor may have several. */
export interface Dialect {
  whole(reply: Reply): string;
  pieces(reply: Reply): readonly Piece[];
}

/** A request for a reply, as a vendor understands it. */
export interface Call {
  readonly dialect: Dialect;
  readonly model: string;
  readonly streams: boolean;
  /** The person's last words, for a vendor that echoes. */
  readonly question: string;
  /** What is counted as the prompt. */
  readonly prompt: unknown;
  /** Most visible tokens that were asked for; null for no limit. */
  readonly tokensMax: number | null;
}

export interface Vendor {
  readonly name: VendorName;
  /** What the base URL ends with. */
  readonly path: string;
  /** What `/models` lists. Any other model answers too, unless its name begins with `unknown-`. */
  readonly models: readonly string[];
  /** Tokens before an error inside a stream, where nobody says how many: where this vendor was seen to fail. */
  readonly tokensBeforeError: number;
  /** @returns null for a path on which this vendor serves no replies. `path` has no query and begins after the base. */
  readCall(path: string, body: JsonObject): Call | null;
  keyOf(headers: IncomingHttpHeaders, query: URLSearchParams): string;
  refuseKey(key: string): VendorError;
  refuseModel(model: string): VendorError;
  /** The vendor's way to say this status. */
  fail(status: number, model: string): VendorError;
  listModels(): string;
}

/** The named field as an object; empty when it is none. */
export function objectIn(value: unknown, name: string): JsonObject {
  const field = isObject(value) ? value[name] : undefined;
  return isObject(field) ? field : {};
}

/** The named field as a list; empty when it is none. */
export function listIn(value: unknown, name: string): readonly unknown[] {
  const field = isObject(value) ? value[name] : undefined;
  return Array.isArray(field) ? field : [];
}

/** The named field as text; empty when it is none. */
export function textIn(value: unknown, name: string): string {
  const field = isObject(value) ? value[name] : undefined;
  return typeof field === 'string' ? field : '';
}

/** The first of the named fields that holds a number; null when none does. */
export function numberIn(value: unknown, ...names: readonly string[]): number | null {
  if (!isObject(value)) return null;
  const found = names.map((name) => value[name]).find((field) => typeof field === 'number');
  return typeof found === 'number' ? found : null;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The bearer token of a request; empty when there is none. */
export function bearerOf(headers: IncomingHttpHeaders): string {
  return /^Bearer (.*)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}
