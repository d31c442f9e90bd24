import type { ChatReplyDetails } from './chat.ts';
import type { ProblemCode } from './problem.ts';

/** Header by which clients of the AI SDK recognise a UI message stream. */
export const UI_MESSAGE_STREAM_HEADER = { name: 'x-vercel-ai-ui-message-stream', value: 'v1' } as const;

/**
 * The parts of the UI message stream (AI SDK protocol v1) that this server sends. `data-replace` says that an attempt
 * died after it had shown text: drop what was shown, the next attempt follows.
 */
export type StreamPart =
  | { type: 'start'; messageId: string; messageMetadata: { conversationId: string; createdAt: string } }
  | { type: 'text-start'; id: string }
  | { type: 'text-delta'; id: string; delta: string }
  | { type: 'text-end'; id: string }
  | { type: 'data-replace'; data: { reason: 'attempt-died' | 'resumed' | 'human-answers' }; transient?: boolean }
  | { type: 'data-reply'; data: ChatReplyDetails }
  | { type: 'error'; errorText: string; code?: ProblemCode }
  | { type: 'abort' }
  | { type: 'finish' };

/** A stream part with its place in the reply, counted from 1: the `id:` of its server-sent event. */
export interface SequencedPart {
  readonly sequence: number;
  readonly part: StreamPart;
}
