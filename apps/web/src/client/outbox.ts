import { type PendingTurn, parseTurn } from './pending-turns.ts';
import type { KeyValueStore } from './storage.ts';

const key = (conversationId: string, messageId: string) => `rapport.outbox.${conversationId}.${messageId}`;

/** What was written without a network and waits to be sent, in storage that this browser's tabs share. */
export class Outbox {
  readonly #store: KeyValueStore;

  constructor(store: KeyValueStore) {
    this.#store = store;
  }

  add(conversationId: string, turn: PendingTurn): void {
    this.#store.set(key(conversationId, turn.messageId), JSON.stringify(turn));
  }

  remove(conversationId: string, messageId: string): void {
    this.#store.remove(key(conversationId, messageId));
  }

  /** What waits in a conversation, in the order it was written: ids made later sort later. */
  waiting(conversationId: string): PendingTurn[] {
    const start = key(conversationId, '');
    const keys = this.#store.keys().filter((name) => name.startsWith(start));
    return keys.toSorted().flatMap((name) => parseTurn(this.#store.get(name) ?? 'null') ?? []);
  }
}
