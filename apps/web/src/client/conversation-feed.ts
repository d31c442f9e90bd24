import type { HandOffState, ListedMessage } from '@rapport/wire';
import type { Api } from './api.ts';
import { readEventStream, type ServerSentEvent } from './event-stream.ts';
import { ApiProblem } from './problems.ts';

/** What a conversation's feed tells: something was said in it, or people took it or gave it back. */
export type FeedEvent =
  | { readonly type: 'message'; readonly message: ListedMessage }
  | { readonly type: 'hand-off'; readonly handOff: HandOffState | null };

interface FeedSource {
  readonly api: Pick<Api, 'conversationEvents'>;
  /** Waits before the connection is made again; rejects when the wait is called off. */
  readonly pause: (attempt: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Follows a conversation until `signal` ends it or the server says that it is no more, making the connection again where it
 * was lost. `after`: the last message that is known, so that nothing said in between is missed.
 */
export async function* followConversation(
  { api, pause }: FeedSource,
  conversationId: string,
  after: string | null,
  signal: AbortSignal,
): AsyncGenerator<FeedEvent> {
  let last = after;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      const response = await api.conversationEvents(conversationId, last, signal);
      for await (const event of readEventStream(response)) {
        if (event.data === '[DONE]') return;
        attempt = 0;
        const told = readFeedEvent(event);
        if (told?.type === 'message') last = told.message.id;
        if (told !== null) yield told;
      }
    } catch (error) {
      if (signal.aborted || (error instanceof ApiProblem && !error.retryable)) return;
    }
    await pause(attempt, signal).catch(() => undefined);
  }
}

/** The server validates what it sends by the contract's schemas, so an event of a known name is of its type. */
function readFeedEvent({ event, data }: ServerSentEvent): FeedEvent | null {
  switch (event) {
    case 'message':
      return { type: 'message', message: JSON.parse(data) as ListedMessage };
    case 'hand-off':
      return { type: 'hand-off', handOff: (JSON.parse(data) as { handOff: HandOffState | null }).handOff };
    default:
      return null;
  }
}
