import type { HandOffState } from '@rapport/wire';
import { useEffect, useState } from 'react';
import { pauseBeforeReconnecting } from '../client/connection.ts';
import { followConversation } from '../client/conversation-feed.ts';
import { useClient } from '../client-context.ts';
import type { LiveConversation } from './live-conversation.ts';
import type { Thread } from './thread.ts';

/**
 * Where the conversation stands between its assistant and people, and their messages as they come. The feed is open only
 * while somebody of the team answers or is awaited; the rest of the time nobody but the assistant can speak.
 */
export function useConversationFeed(
  conversationId: string,
  live: LiveConversation,
  thread: Thread,
): HandOffState | null {
  const { api } = useClient();
  const told = thread.messages.findLast(({ details }) => details !== null);
  const [heard, setHeard] = useState<{ readonly since: string; readonly handOff: HandOffState | null } | null>(null);
  const since = told?.key ?? '';
  const handOff = heard?.since === since ? heard.handOff : (told?.details?.handOff ?? null);
  const isListening = handOff?.state === 'waiting' || handOff?.state === 'human';
  useEffect(() => {
    if (!isListening) return;
    const stop = new AbortController();
    void (async () => {
      const source = { api, pause: pauseBeforeReconnecting };
      for await (const event of followConversation(source, conversationId, live.lastKnownId(), stop.signal)) {
        if (stop.signal.aborted) return;
        if (event.type === 'message') live.hear(event.message);
        else setHeard({ since, handOff: event.handOff });
      }
    })();
    return () => stop.abort();
  }, [api, conversationId, live, isListening, since]);
  return handOff;
}
