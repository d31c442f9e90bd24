import type { StreamPart } from '@rapport/wire';
import { EventStreamDecoder } from './event-stream.ts';
import { ApiProblem, ConnectionLost } from './problems.ts';
import { readStreamEvent, type StreamEvent } from './stream-parts.ts';

/** Where a reply comes from, and how long to wait before asking again. */
export interface ReplySource {
  /** Sends the person's message. Sending it again with the same message id is the same turn. */
  start(signal: AbortSignal): Promise<Response>;
  /** The reply's events after the given sequence number. */
  resume(after: number, signal: AbortSignal): Promise<Response>;
  /** Resolves when it is time for the given attempt to reconnect, counted from 1. */
  pause(attempt: number, signal: AbortSignal): Promise<void>;
}

export type ReplyEvent =
  | { readonly type: 'part'; readonly sequence: number; readonly part: StreamPart }
  | { readonly type: 'reconnecting' }
  | { readonly type: 'connected' }
  /** The server no longer holds the stream; the conversation's messages have what was said. */
  | { readonly type: 'gone' };

interface FollowOptions {
  /** `resume` when the turn is known to have reached the server, as after a reload. */
  readonly from: 'start' | 'resume';
  readonly signal: AbortSignal;
  /** A connection silent for longer is taken for dead; the server sends a heartbeat every 15 s. */
  readonly idleTimeoutMs?: number;
}

/** With the pauses of {@link reconnectDelayMs}: about 40 s of trying, beside the time spent offline. */
const MAX_ATTEMPTS = 8;
const IDLE_TIMEOUT_MS = 45_000;

/** Milliseconds before the given attempt, counted from 1: doubling from 0.5 s to 8 s. */
export const reconnectDelayMs = (attempt: number): number => Math.min(8_000, 500 * 2 ** (attempt - 1));

/**
 * Follows one reply to its end across lost connections: the message is sent again until the first event shows that it
 * arrived, and from then on the stream is resumed after the last event seen.
 * @throws {ApiProblem} the server refused
 * @throws {ConnectionLost} reconnecting was given up
 */
export async function* followReply(source: ReplySource, options: FollowOptions): AsyncGenerator<ReplyEvent, void> {
  const { signal, idleTimeoutMs = IDLE_TIMEOUT_MS } = options;
  let arrived = options.from === 'resume';
  let after = 0;
  let attempt = 0;
  for (;;) {
    try {
      const response = arrived ? await source.resume(after, signal) : await source.start(signal);
      if (response.status === 204) return yield { type: 'gone' };
      if (attempt > 0) yield { type: 'connected' };
      for await (const event of readEvents(response, idleTimeoutMs)) {
        if (event.type === 'done') return;
        arrived = true;
        attempt = 0;
        after = Math.max(after, event.sequence);
        if (event.type === 'skipped') continue;
        yield event;
        if (isLast(event.part)) return;
      }
    } catch (error) {
      if (error instanceof ApiProblem && arrived && error.code === 'NOT_FOUND') return yield { type: 'gone' };
      if (!isWorthReconnecting(error, arrived)) throw error;
    }
    attempt += 1;
    if (attempt > MAX_ATTEMPTS) throw new ConnectionLost('The connection was lost and could not be restored.');
    yield { type: 'reconnecting' };
    await source.pause(attempt, signal);
  }
}

const isLast = (part: StreamPart): boolean => part.type === 'finish' || part.type === 'abort' || part.type === 'error';

/** A refused message is for the person to send again; a refused resumption may pass, as while an instance restarts. */
const isWorthReconnecting = (error: unknown, arrived: boolean): boolean =>
  error instanceof ConnectionLost || (arrived && error instanceof ApiProblem && error.retryable);

async function* readEvents(response: Response, idleTimeoutMs: number): AsyncGenerator<StreamEvent, void> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  const decoder = new EventStreamDecoder();
  try {
    for (;;) {
      const { done, value } = await readChunk(reader, idleTimeoutMs);
      if (done) return;
      for (const event of decoder.push(value)) yield readStreamEvent(event);
    }
  } finally {
    // Frees the connection when the reader stopped early; a stream that already broke has nothing left to free.
    reader.cancel().catch(() => undefined);
  }
}

async function readChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  idleTimeoutMs: number,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new ConnectionLost('The connection fell silent.')), idleTimeoutMs);
  try {
    return await Promise.race([reader.read(), silence]);
  } catch (error) {
    if (error instanceof ConnectionLost || (error instanceof Error && error.name === 'AbortError')) throw error;
    throw new ConnectionLost('The connection broke.', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
