import type { ServerResponse } from 'node:http';
import type { ReplyListener } from '@rapport/core/turn/live-replies.ts';
import { type SequencedPart, UI_MESSAGE_STREAM_HEADER } from '@rapport/wire';
import type { FastifyReply } from 'fastify';

/** Comments keep proxies from closing a stream that waits for a model. */
const HEARTBEAT_MS = 15_000;
/** A client that lets this much pile up is cut; it can resume, the reply goes on. */
const MAX_UNSENT_BYTES = 1_048_576;

/** Where the parts of one reply go, as server-sent events of the AI SDK's UI message stream. */
export interface EventStream extends ReplyListener {
  /** Fires when the client has gone. */
  readonly closed: AbortSignal;
}

/** A response that is open for server-sent events of any kind. */
export interface OpenStream {
  /** Fires when the client has gone. */
  readonly closed: AbortSignal;
  write(text: string): void;
  /** Ends it with the `[DONE]` that both OpenAI's and the AI SDK's clients wait for. */
  done(): void;
}

/** The bytes of one part: its sequence number is the event's id, by which a client resumes. */
const encodePart = ({ sequence, part }: SequencedPart): string => `id: ${sequence}\ndata: ${JSON.stringify(part)}\n\n`;

/** Takes the response out of Fastify's hands and opens a UI message stream on it, with the headers set so far. */
export function openEventStream(reply: FastifyReply, headers: Readonly<Record<string, string>> = {}): EventStream {
  const { closed, write, done } = openStream(reply, {
    [UI_MESSAGE_STREAM_HEADER.name]: UI_MESSAGE_STREAM_HEADER.value,
    ...headers,
  });
  return { closed, part: (part) => write(encodePart(part)), done };
}

/** Takes the response out of Fastify's hands and keeps it open and alive until `done`. */
export function openStream(reply: FastifyReply, headers: Readonly<Record<string, string>> = {}): OpenStream {
  reply.hijack();
  const response = reply.raw;
  const gone = new AbortController();
  response.writeHead(200, {
    ...definedHeaders(reply),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    ...headers,
  });
  const heartbeat = setInterval(() => write(response, ': keep-alive\n\n'), HEARTBEAT_MS);
  const close = () => {
    clearInterval(heartbeat);
    gone.abort();
  };
  response.once('close', close);
  return {
    closed: gone.signal,
    write: (text) => write(response, text),
    done() {
      clearInterval(heartbeat);
      if (!response.destroyed) response.end('data: [DONE]\n\n');
    },
  };
}

function write(response: ServerResponse, text: string): void {
  if (response.destroyed || response.writableEnded) return;
  response.write(text);
  if (response.writableLength > MAX_UNSENT_BYTES) response.destroy();
}

function definedHeaders(reply: FastifyReply): Record<string, string | string[] | number> {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).filter(
      (entry): entry is [string, string | string[] | number] => entry[1] !== undefined,
    ),
  );
}
