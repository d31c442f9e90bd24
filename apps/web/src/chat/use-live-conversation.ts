import type { Assistant } from '@rapport/wire';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { pauseBeforeReconnecting } from '../client/connection.ts';
import { newId } from '../client/identifiers.ts';
import { useClient } from '../client-context.ts';
import { type ConversationState, LiveConversation } from './live-conversation.ts';

/** A hidden page gets no frames, and must take in what arrives all the same. */
const schedule = (task: () => void): void => {
  if (document.hidden) queueMicrotask(task);
  else requestAnimationFrame(task);
};

/** One conversation, opened while the component is mounted. Key the component by the conversation's id. */
export function useLiveConversation(
  assistant: Assistant,
  conversationId: string,
): { live: LiveConversation; state: ConversationState } {
  const { api, pending, outbox, regionalSettings, starter } = useClient();
  const [live] = useState(
    () =>
      new LiveConversation(
        { assistant: assistant.id, conversationId, greeting: starter.greetingOf(conversationId) },
        {
          api,
          pending,
          outbox,
          isOnline: () => navigator.onLine,
          regionalSettings,
          pause: pauseBeforeReconnecting,
          schedule,
          later: (task, ms) => void setTimeout(task, ms),
          now: () => Date.now(),
          newId: () => newId(),
        },
      ),
  );
  useEffect(() => {
    void live.open();
    const sendWaiting = () => void live.sendWaiting();
    window.addEventListener('online', sendWaiting);
    return () => {
      window.removeEventListener('online', sendWaiting);
      live.close();
    };
  }, [live]);
  return { live, state: useSyncExternalStore(live.subscribe, live.current) };
}
