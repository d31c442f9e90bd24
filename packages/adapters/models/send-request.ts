import { ModelFailure } from '@rapport/core/models/model-failure.ts';
import type { WrittenRequest } from './write-request.ts';

/** The longest answer that is read: ten times what the largest model writes in one. */
export const MAX_ANSWER_BYTES: number = 4 * 1024 * 1024;
/** What is read of a refusal: more is no error message. */
const MAX_ERROR_BYTES = 64 * 1024;
/** How long the end of a finished answer is waited for, so that its connection can serve the next request. */
const DRAIN_MS = 1_000;

/**
 * Sends a request once.
 * @throws ModelFailure `failed` when there is no answer; the signal's reason when it fires.
 */
export async function sendRequest(
  model: string,
  { url, headers, body }: WrittenRequest,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch,
): Promise<Response> {
  try {
    // A redirect would carry the key to whoever it names.
    return await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
  } catch (error) {
    throw transportFailure(model, 'failed', error, signal);
  }
}

/**
 * What a broken connection amounts to. The transport's own error is not kept: it may hold the request.
 * @returns the signal's reason when that is why.
 */
export function transportFailure(model: string, kind: 'failed' | 'cut', error: unknown, signal: AbortSignal): unknown {
  return signal.aborted ? signal.reason : new ModelFailure(model, { kind, code: transportCode(error) });
}

/** Such as `ECONNREFUSED`, from the error or what caused it. */
function transportCode(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^[A-Z0-9_]{1,64}$/.test(cause.code)) return cause.code;
  }
  return null;
}

/** The beginning of a refusal's body; what comes of it when it breaks off. */
export async function readErrorText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      bytes += chunk.byteLength;
      if (bytes > MAX_ERROR_BYTES) break;
    }
  } catch {
    // The status still says something.
  }
  return text;
}

/** Reads the rest of an answer of which everything is known, for a moment, so that its connection is kept. */
export function drain(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  const timer = setTimeout(() => discard(reader), DRAIN_MS).unref();
  const readOn = async (): Promise<void> => {
    for (let step = await reader.read(); !step.done; step = await reader.read());
  };
  readOn()
    .catch(() => undefined)
    .finally(() => clearTimeout(timer));
}

/** Stops an answer that nobody wants any more: the vendor stops writing. */
export function discard(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  reader.cancel().catch(() => undefined);
}
