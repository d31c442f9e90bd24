import type { ChatReplyDetails, ProblemCode, StreamPart } from '@rapport/wire';
import type { ServerSentEvent } from './event-stream.ts';

/**
 * What one event of a reply's stream says. `skipped` is a part this client doesn't know: protocols grow, so it is
 * passed over, but its sequence number counts.
 */
export type StreamEvent =
  | { readonly type: 'part'; readonly sequence: number; readonly part: StreamPart }
  | { readonly type: 'skipped'; readonly sequence: number }
  | { readonly type: 'done' };

/** Reads one server-sent event of the UI message stream. Never throws: what can't be read is `skipped`. */
export function readStreamEvent(event: ServerSentEvent): StreamEvent {
  if (event.data === '[DONE]') return { type: 'done' };
  const sequence = /^\d{1,15}$/.test(event.id) ? Number(event.id) : 0;
  const part = sequence === 0 ? null : readPart(parseJson(event.data));
  return part === null ? { type: 'skipped', sequence } : { type: 'part', sequence, part };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, so not a part: the caller skips it.
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readPart(value: unknown): StreamPart | null {
  if (!isRecord(value)) return null;
  switch (value.type) {
    case 'start':
      return readStart(value);
    case 'text-start':
    case 'text-end':
      return typeof value.id === 'string' ? { type: value.type, id: value.id } : null;
    case 'text-delta':
      return typeof value.id === 'string' && typeof value.delta === 'string'
        ? { type: 'text-delta', id: value.id, delta: value.delta }
        : null;
    case 'data-replace':
      return {
        type: 'data-replace',
        data: { reason: isRecord(value.data) && value.data.reason === 'resumed' ? 'resumed' : 'attempt-died' },
      };
    case 'data-reply':
      // The server validates every reply by this very schema before it leaves, and it is our own origin: shipping the
      // validator to say so again would cost each visitor its weight.
      return isRecord(value.data) && isRecord(value.data.message)
        ? { type: 'data-reply', data: value.data as ChatReplyDetails }
        : null;
    case 'error':
      return {
        type: 'error',
        errorText: typeof value.errorText === 'string' ? value.errorText : '',
        ...(typeof value.code === 'string' ? { code: value.code as ProblemCode } : {}),
      };
    case 'abort':
    case 'finish':
      return { type: value.type };
    default:
      return null;
  }
}

function readStart(value: Record<string, unknown>): StreamPart | null {
  const metadata = value.messageMetadata;
  return typeof value.messageId === 'string' &&
    isRecord(metadata) &&
    typeof metadata.conversationId === 'string' &&
    typeof metadata.createdAt === 'string'
    ? {
        type: 'start',
        messageId: value.messageId,
        messageMetadata: { conversationId: metadata.conversationId, createdAt: metadata.createdAt },
      }
    : null;
}
