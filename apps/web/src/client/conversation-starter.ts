import type { Message } from '@rapport/wire';
import type { Api } from './api.ts';
import type { SessionStore } from './session-store.ts';

interface Opened {
  readonly id: string;
  /** The assistant's first words when the conversation is new; null when its messages have to be read. */
  readonly greeting: Message | null;
}

/**
 * Opens a conversation to talk in. One that was begun and never spoken in is taken up again, so that looking around
 * leaves no trail of empty conversations; asking twice at once opens one.
 */
export class ConversationStarter {
  readonly #api: Pick<Api, 'conversations' | 'createConversation'>;
  readonly #sessions: Pick<SessionStore, 'current'>;
  readonly #opening = new Map<string, Promise<Opened>>();
  readonly #greetings = new Map<string, Message>();

  constructor(api: Pick<Api, 'conversations' | 'createConversation'>, sessions: Pick<SessionStore, 'current'>) {
    this.#api = api;
    this.#sessions = sessions;
  }

  /** Throws what the API's calls throw. */
  open(assistant: string): Promise<Opened> {
    const opening = this.#opening.get(assistant);
    if (opening !== undefined) return opening;
    const opened = this.#open(assistant).finally(() => this.#opening.delete(assistant));
    this.#opening.set(assistant, opened);
    return opened;
  }

  /** The greeting of a conversation opened on this page, to show it without asking for it again. */
  greetingOf(conversationId: string): Message | null {
    return this.#greetings.get(conversationId) ?? null;
  }

  async #open(assistant: string): Promise<Opened> {
    if (this.#sessions.current().status === 'active') {
      const [latest] = (await this.#api.conversations(assistant, null)).items;
      if (latest !== undefined && latest.title === null) return { id: latest.id, greeting: null };
    }
    const { id, greeting } = await this.#api.createConversation({ assistant });
    this.#greetings.set(id, greeting);
    return { id, greeting };
  }
}
