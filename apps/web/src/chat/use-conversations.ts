import type { Conversation } from '@rapport/wire';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useClient, useSession } from '../client-context.ts';

export interface Conversations {
  readonly items: readonly Conversation[];
  readonly status: 'loading' | 'ready' | 'failed';
  readonly hasMore: boolean;
  /** Call when a turn has ended: its conversation is the latest now. Stable. */
  readonly noteTurn: (id: string) => void;
  readonly loadMore: () => Promise<void>;
  /** Throws what the API's calls throw. */
  readonly rename: (id: string, title: string) => Promise<void>;
}

interface State {
  readonly items: readonly Conversation[];
  readonly status: 'loading' | 'ready' | 'failed';
  readonly cursor: string | null;
}

/** The person's conversations with an assistant, latest first. Who has no session has none, and isn't made a guest. */
export function useConversations(assistant: string, words: string): Conversations {
  const { api, deletions } = useClient();
  const deleted = useSyncExternalStore(deletions.subscribe, deletions.current);
  const hasSession = useSession().status === 'active';
  const [state, setState] = useState<State>({ items: [], status: 'loading', cursor: null });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is not read; a new one asks for another load.
  useEffect(() => {
    if (!hasSession) return setState({ items: [], status: 'ready', cursor: null });
    let isCurrent = true;
    api.conversations(assistant, null, words).then(
      ({ items, nextCursor }) => isCurrent && setState({ items, status: 'ready', cursor: nextCursor }),
      () => isCurrent && setState((former) => (former.status === 'ready' ? former : { ...former, status: 'failed' })),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, assistant, hasSession, round, words]);

  const latest = useRef(state.items);
  useEffect(() => {
    latest.current = state.items;
  }, [state.items]);
  const noteTurn = useCallback((id: string) => {
    const spoken = latest.current.find((conversation) => conversation.id === id);
    // Its first turn gives a conversation its title, which only the server knows; after that there is nothing to ask.
    if (spoken === undefined || spoken.title === null) return setRound((count) => count + 1);
    setState((former) => ({
      ...former,
      items: [
        { ...spoken, updatedAt: new Date().toISOString() },
        ...former.items.filter((conversation) => conversation.id !== id),
      ],
    }));
  }, []);
  const loadMore = async () => {
    const { items, nextCursor } = await api.conversations(assistant, state.cursor, words);
    setState((former) => {
      const known = new Set(former.items.map(({ id }) => id));
      return { ...former, items: [...former.items, ...items.filter(({ id }) => !known.has(id))], cursor: nextCursor };
    });
  };
  const rename = async (id: string, title: string) => {
    const renamed = await api.renameConversation(id, title);
    setState((former) => ({
      ...former,
      items: former.items.map((conversation) =>
        conversation.id === id ? { ...conversation, title: renamed.title } : conversation,
      ),
    }));
  };
  const items = state.items.filter(({ id }) => !deleted.includes(id));
  return { items, status: state.status, hasMore: state.cursor !== null, noteTurn, loadMore, rename };
}
