import type { ChatReplyDetails } from '@rapport/wire';
import type { KeyValueStore } from './storage.ts';

const PREFIX = 'rapport.replies.';

/** Enough for what a screen and its scrolling show; older replies stand without their sources. */
const KEPT_PER_CONVERSATION = 40;

/**
 * What came with this tab's replies beside their text. The list of messages carries text only, and a reload must not
 * take a crisis line's number, a safety note or a source away. Give it a store that ends with the tab.
 */
export class KeptReplies {
  readonly #store: KeyValueStore;

  constructor(store: KeyValueStore) {
    this.#store = store;
  }

  /** By the id of the assistant's message, oldest first. */
  of(conversationId: string): ReadonlyMap<string, ChatReplyDetails> {
    const raw = this.#store.get(PREFIX + conversationId);
    return new Map(raw === null ? [] : parseEntries(raw).map((details) => [details.message.id, details]));
  }

  keep(details: ChatReplyDetails): void {
    const others = [...this.of(details.conversationId).values()].filter(
      ({ message }) => message.id !== details.message.id,
    );
    const kept = [...others, details].slice(-KEPT_PER_CONVERSATION);
    this.#store.set(PREFIX + details.conversationId, JSON.stringify(kept));
  }

  clear(): void {
    for (const key of this.#store.keys()) if (key.startsWith(PREFIX)) this.#store.remove(key);
  }
}

/** Only this class writes the key, so a list is a list of replies; anything else is none. */
function parseEntries(raw: string): ChatReplyDetails[] {
  try {
    const value: unknown = JSON.parse(raw);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
