import type { KeyValueStore } from './storage.ts';

/** A turn whose reply has not ended yet, kept so that a reload or another tab can take it up. Times in Unix milliseconds. */
export interface PendingTurn {
  readonly messageId: string;
  readonly text: string;
  readonly startedAt: number;
  /** The message that this one is said in place of. */
  readonly replaces?: string;
  /** Ids of photos that were sent ahead. */
  readonly images?: readonly string[];
}

/** After a day a reply that never ended is not resumed: the person has long read on. */
const FORGET_AFTER_MS = 24 * 60 * 60 * 1000;

const key = (conversationId: string) => `rapport.turn.${conversationId}`;

/** One pending turn a conversation, in storage that this browser's tabs share. */
export class PendingTurns {
  readonly #store: KeyValueStore;
  readonly #now: () => number;

  constructor(store: KeyValueStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  remember(conversationId: string, turn: PendingTurn): void {
    this.#store.set(key(conversationId), JSON.stringify(turn));
  }

  recall(conversationId: string): PendingTurn | null {
    const raw = this.#store.get(key(conversationId));
    const turn = raw === null ? null : parseTurn(raw);
    return turn !== null && this.#now() - turn.startedAt < FORGET_AFTER_MS ? turn : null;
  }

  /** Forgets the turn, unless another tab has begun a later one meanwhile. */
  forget(conversationId: string, messageId: string): void {
    const raw = this.#store.get(key(conversationId));
    if (raw !== null && parseTurn(raw)?.messageId === messageId) this.#store.remove(key(conversationId));
  }
}

const isListOfTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

export function parseTurn(raw: string): PendingTurn | null {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return null;
  }
  return typeof value === 'object' &&
    value !== null &&
    'messageId' in value &&
    typeof value.messageId === 'string' &&
    'text' in value &&
    typeof value.text === 'string' &&
    'startedAt' in value &&
    typeof value.startedAt === 'number'
    ? {
        messageId: value.messageId,
        text: value.text,
        startedAt: value.startedAt,
        ...('replaces' in value && typeof value.replaces === 'string' ? { replaces: value.replaces } : {}),
        ...('images' in value && isListOfTexts(value.images) ? { images: value.images } : {}),
      }
    : null;
}
