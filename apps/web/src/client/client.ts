import { createAccountCalls } from './accounts.ts';
import { Deletions } from './deletions.ts';
import { Outbox } from './outbox.ts';
import { Api } from './api.ts';
import { ConversationStarter } from './conversation-starter.ts';
import type { Fetch } from './http.ts';
import { PendingTurns } from './pending-turns.ts';
import { RegionalSettingsSender, readRegionalSettings } from './regional-settings.ts';
import { createExclusively, SESSION_KEY, SessionStore } from './session-store.ts';
import { type KeyValueStore, openBrowserStore } from './storage.ts';

/** Everything the page needs of the world outside React. */
export interface Client {
  readonly api: Api;
  readonly sessions: SessionStore;
  readonly starter: ConversationStarter;
  readonly pending: PendingTurns;
  readonly outbox: Outbox;
  readonly deletions: Deletions;
  readonly regionalSettings: RegionalSettingsSender;
  /** Shared by the tabs and emptied on signing out. */
  readonly store: KeyValueStore;
}

/** Composes the client from what the browser offers. Call once a page. */
export function createBrowserClient(): Client {
  const fetch: Fetch = (path, init) => window.fetch(path, init);
  const now = () => Date.now();
  const store = openBrowserStore(() => window.localStorage);
  const sessions = new SessionStore({
    calls: createAccountCalls(fetch),
    store,
    exclusively: createExclusively(navigator.locks),
    now,
  });
  // A key of null means that another tab emptied the storage.
  window.addEventListener('storage', ({ key }) => (key === null || key === SESSION_KEY) && sessions.synchronise());
  const api = new Api(fetch, sessions);
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const regionalSettings = new RegionalSettingsSender({ api, sessions, store, read: readRegionalSettings, wait });
  regionalSettings.start();
  const later = (task: () => void, ms: number) => void setTimeout(task, ms);
  const deletions = new Deletions({ api, store, now, later });
  deletions.start();
  window.addEventListener('pagehide', () => void deletions.flush());
  return {
    api,
    sessions,
    starter: new ConversationStarter(api, sessions),
    pending: new PendingTurns(store, now),
    outbox: new Outbox(store),
    deletions,
    regionalSettings,
    store,
  };
}
