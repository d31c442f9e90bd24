import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, faultOf } from './answer.ts';
import type { Behaviour, Fault } from './behaviour.ts';

/** Thrown to end an exchange at the byte where the connection is to be closed. */
class CutHere extends Error {}

/**
 * Sends an answer at the pace and with the faults of the script, and returns when it is out.
 *
 * @param signal ends every wait; aborted when the client hangs up or the server closes.
 * @returns whether the whole answer was sent; false when a fault ended it.
 * @throws the signal's reason when it was aborted meanwhile.
 */
export async function transmit(
  response: ServerResponse,
  answer: Answer,
  { latencyMs = 0, firstTokenMs = 0, tokensPerSecond = 0 }: Behaviour,
  faults: readonly Fault[],
  signal: AbortSignal,
): Promise<boolean> {
  const perTokenMs = tokensPerSecond === 0 ? 0 : 1_000 / tokensPerSecond;
  // What is not streamed is not sent before its last token.
  const beforeWholeMs = answer.tokenCount === 0 ? 0 : firstTokenMs + (answer.tokenCount - 1) * perTokenMs;
  await waitUntil(performance.now() + latencyMs + (answer.streams ? 0 : beforeWholeMs), signal);
  if (faultOf(faults, 'hang-before-headers') !== undefined) await never(signal);
  if (faultOf(faults, 'reset') !== undefined) {
    response.socket?.destroy();
    return false;
  }
  const body = new BodyWriter(response, faults, signal);
  try {
    body.start(answer);
    await sendPieces(body, answer, firstTokenMs, perTokenMs, signal);
  } catch (error) {
    if (!(error instanceof CutHere)) throw error;
    // Sends what was written, then closes: a reset could overtake the last bytes.
    response.socket?.destroySoon();
    return false;
  }
  if (answer.end === 'silent') await never(signal);
  response.end();
  return true;
}

async function sendPieces(
  body: BodyWriter,
  { pieces, streams }: Answer,
  firstTokenMs: number,
  perTokenMs: number,
  signal: AbortSignal,
): Promise<void> {
  const firstAt = performance.now() + (streams ? firstTokenMs : 0);
  let token = 0;
  let due = '';
  for (const { text, isToken } of pieces) {
    if (isToken) {
      const at = firstAt + token * perTokenMs;
      token += 1;
      if (at > performance.now()) {
        await body.write(due);
        due = '';
        await waitUntil(at, signal);
      }
    }
    // Whatever is due goes out in one write: a pace above the timer's resolution is kept all the same.
    due += text;
  }
  await body.write(due);
}

/** Writes a body as the transport faults want it. */
class BodyWriter {
  readonly #response: ServerResponse;
  readonly #signal: AbortSignal;
  readonly #hasCrlf: boolean;
  /** Pause between bytes; null when bytes travel together. */
  readonly #betweenBytesMs: number | null;
  #left: number;

  constructor(response: ServerResponse, faults: readonly Fault[], signal: AbortSignal) {
    this.#response = response;
    this.#signal = signal;
    this.#hasCrlf = faultOf(faults, 'crlf') !== undefined;
    this.#betweenBytesMs = faultOf(faults, 'drip')?.delayMs ?? (faultOf(faults, 'bytewise') === undefined ? null : 0);
    this.#left = faultOf(faults, 'cut')?.atByte ?? Number.POSITIVE_INFINITY;
  }

  start({ status, headers, pieces, streams, end }: Answer): void {
    const isMeasured = !streams && end === 'closed';
    const length = isMeasured ? pieces.reduce((sum, { text }) => sum + this.#bytesOf(text).length, 0) : 0;
    this.#response.writeHead(status, { ...headers, ...(isMeasured && { 'content-length': String(length) }) });
    this.#response.flushHeaders();
    if (this.#betweenBytesMs !== null) this.#response.socket?.setNoDelay(true);
  }

  async write(text: string): Promise<void> {
    const bytes = this.#bytesOf(text).subarray(0, Math.min(this.#left, Number.MAX_SAFE_INTEGER));
    const isCut = bytes.length >= this.#left;
    this.#left -= bytes.length;
    if (this.#betweenBytesMs === null) await this.#send(bytes);
    else await this.#sendBytewise(bytes, this.#betweenBytesMs);
    if (isCut) throw new CutHere();
  }

  #bytesOf(text: string): Buffer {
    return Buffer.from(this.#hasCrlf ? text.replace(/\r?\n/g, '\r\n') : text);
  }

  async #sendBytewise(bytes: Buffer, betweenMs: number): Promise<void> {
    for (let index = 0; index < bytes.length; index += 1) {
      await this.#send(bytes.subarray(index, index + 1));
      if (betweenMs > 0) await pause(betweenMs, undefined, { signal: this.#signal });
    }
  }

  /** Waits until the bytes have been handed over, so that a slow reader slows the vendor down. */
  async #send(bytes: Buffer): Promise<void> {
    if (bytes.length === 0) return;
    this.#signal.throwIfAborted();
    await new Promise<void>((resolve) => this.#response.write(bytes, () => resolve()));
    this.#signal.throwIfAborted();
  }
}

async function waitUntil(at: number, signal: AbortSignal): Promise<void> {
  const milliseconds = at - performance.now();
  if (milliseconds > 0) await pause(milliseconds, undefined, { signal });
  signal.throwIfAborted();
}

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
