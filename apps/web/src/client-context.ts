import type { Assistant } from '@rapport/wire';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Client } from './client/client.ts';
import type { SessionState } from './client/session-store.ts';

const ClientContext = createContext<Client | null>(null);
export const ClientProvider = ClientContext.Provider;

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient needs a ClientProvider above it');
  return client;
}

/** Who is talking, as the tabs of this browser share it. */
export function useSession(): SessionState {
  const { sessions } = useClient();
  return useSyncExternalStore(sessions.subscribe, sessions.current);
}

const AssistantsContext = createContext<readonly Assistant[]>([]);
export const AssistantsProvider = AssistantsContext.Provider;

/** The assistants served here. */
export const useAssistants = (): readonly Assistant[] => useContext(AssistantsContext);
