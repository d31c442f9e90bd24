import type { Api } from './api.ts';
import type { KeyValueStore } from './storage.ts';

interface Collaborators {
  readonly api: Pick<Api, 'deleteConversation'>;
  readonly store: KeyValueStore;
  readonly now: () => number;
  readonly later: (task: () => void, ms: number) => void;
}

/** As long as a notice with something to press stays (see `announce`): so long a deletion can be taken back. */
export const UNDO_MS = 20_000;
const PREFIX = 'rapport.deleting.';

/**
 * Conversations that the person has deleted. They are gone from every list at once; the server is asked when the time to
 * undo is over, when the page is left, or on the next visit if neither could be.
 */
export class Deletions {
  readonly #with: Collaborators;
  readonly #listeners = new Set<() => void>();
  #ids: readonly string[];

  constructor(collaborators: Collaborators) {
    this.#with = collaborators;
    this.#ids = this.#read();
  }

  /** Ids of what is deleted; the same list until it changes. */
  readonly current = (): readonly string[] => this.#ids;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Sends what an earlier visit left behind. */
  start(): void {
    for (const id of this.#ids) void this.#send(id);
  }

  request(id: string): void {
    this.#with.store.set(PREFIX + id, String(this.#with.now()));
    this.#announce();
    this.#with.later(() => void this.#send(id), UNDO_MS);
  }

  undo(id: string): void {
    this.#with.store.remove(PREFIX + id);
    this.#announce();
  }

  /** Sends all that waits, as when the page is left or another person comes. */
  async flush(): Promise<void> {
    await Promise.all(this.#read().map((id) => this.#send(id)));
  }

  async #send(id: string): Promise<void> {
    if (this.#with.store.get(PREFIX + id) === null) return;
    try {
      await this.#with.api.deleteConversation(id);
    } catch (error) {
      // What is not there any more is deleted; anything else is tried again on the next visit.
      const isGone = error instanceof Error && 'code' in error && error.code === 'NOT_FOUND';
      if (!isGone) return;
    }
    this.#with.store.remove(PREFIX + id);
  }

  #read(): readonly string[] {
    return this.#with.store
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  }

  #announce(): void {
    this.#ids = this.#read();
    for (const listener of this.#listeners) listener();
  }
}
