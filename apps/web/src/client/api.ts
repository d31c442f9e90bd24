import type {
  Assistant,
  ChatBody,
  Conversation,
  CreateConversationBody,
  CreatedConversation,
  ListedMessage,
  ProfilePatch,
} from '@rapport/wire';
import { type ApiRequest, type Fetch, readAnswer, send } from './http.ts';
import { ApiProblem, ConnectionLost } from './problems.ts';
import type { SessionStore } from './session-store.ts';

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** Where the calls get their tokens. */
type Tokens = Pick<SessionStore, 'authorize' | 'replaceRefused'>;

/** A plain request that takes longer is given up; streams have clocks of their own. */
const TIMEOUT_MS = 20_000;

/**
 * The calls of the HTTP contract that this page makes. Every one but {@link Api.assistants} is made in the name of the
 * person talking, who becomes a guest by making it. All throw `ApiProblem`, `ConnectionLost` or `SessionEnded`.
 */
export class Api {
  readonly #fetch: Fetch;
  readonly #sessions: Tokens;

  constructor(fetch: Fetch, sessions: Tokens) {
    this.#fetch = fetch;
    this.#sessions = sessions;
  }

  async assistants(): Promise<Assistant[]> {
    const request = { method: 'GET', path: '/api/v1/assistants', signal: AbortSignal.timeout(TIMEOUT_MS) } as const;
    return (await readAnswer<Page<Assistant>>(await send(this.#fetch, request))).items;
  }

  conversations(assistant: string | null, cursor: string | null, words = ''): Promise<Page<Conversation>> {
    const query = new URLSearchParams({
      limit: '30',
      ...(assistant === null ? {} : { assistant }),
      ...(cursor === null ? {} : { cursor }),
      ...(words.trim() === '' ? {} : { q: words.trim() }),
    });
    return this.call({ method: 'GET', path: `/api/v1/conversations?${query}` });
  }

  createConversation(body: CreateConversationBody): Promise<CreatedConversation> {
    return this.call({ method: 'POST', path: '/api/v1/conversations', body });
  }

  renameConversation(id: string, title: string): Promise<Conversation> {
    return this.call({ method: 'PATCH', path: `/api/v1/conversations/${id}`, body: { title } });
  }

  /** The request outlives the page that makes it. */
  async deleteConversation(id: string): Promise<void> {
    await this.authorized({
      ...this.#timed(),
      method: 'DELETE',
      path: `/api/v1/conversations/${id}`,
      outlivesPage: true,
    });
  }

  /** The newest messages first, so that a long conversation opens at its end with one request. */
  messages(conversationId: string, cursor: string | null): Promise<Page<ListedMessage>> {
    const query = new URLSearchParams({ order: 'newest', limit: '100', ...(cursor === null ? {} : { cursor }) });
    return this.call({ method: 'GET', path: `/api/v1/conversations/${conversationId}/messages?${query}` });
  }

  /** What a message that was said anew has replaced, oldest first. */
  async replacedMessages(conversationId: string, messageId: string): Promise<ListedMessage[]> {
    const path = `/api/v1/conversations/${conversationId}/messages?limit=100&replacedBy=${messageId}`;
    return (await this.call<Page<ListedMessage>>({ method: 'GET', path })).items;
  }

  async updateProfile(patch: ProfilePatch): Promise<void> {
    await this.authorized({ ...this.#timed(), method: 'PATCH', path: '/api/v1/profile', body: patch });
  }

  /** Begins a turn and returns its event stream. The same `messageId` is the same turn, however often it is sent. */
  startReply(body: ChatBody, signal: AbortSignal): Promise<Response> {
    return this.authorized({ method: 'POST', path: '/api/v1/chat', body, accept: 'text/event-stream', signal });
  }

  /** The events of a turn's reply after sequence number `after`; 0 asks for all of them. */
  resumeReply(messageId: string, after: number, signal: AbortSignal): Promise<Response> {
    const path = `/api/v1/chat/${messageId}/stream?after=${after}`;
    return this.authorized({ method: 'GET', path, accept: 'text/event-stream', signal });
  }

  /** What happens in a conversation from after a message on, as server-sent events. */
  conversationEvents(conversationId: string, after: string | null, signal: AbortSignal): Promise<Response> {
    const query = after === null ? '' : `?after=${after}`;
    const path = `/api/v1/conversations/${conversationId}/events${query}`;
    return this.authorized({ method: 'GET', path, accept: 'text/event-stream', signal });
  }

  async cancelReply(messageId: string): Promise<void> {
    await this.authorized({ ...this.#timed(), method: 'POST', path: `/api/v1/chat/${messageId}/cancel`, body: {} });
  }

  #timed(): { signal: AbortSignal } {
    return { signal: AbortSignal.timeout(TIMEOUT_MS) };
  }

  /**
   * Any call in the name of the person, for the rooms that make calls of their own. A signal of the request's stands in
   * for the time limit.
   */
  async call<Answer>(request: ApiRequest): Promise<Answer> {
    return readAnswer<Answer>(await this.authorized({ ...this.#timed(), ...request }));
  }

  /** A file in the name of the person: a picture of theirs, or all that is held about them. */
  async file(path: string): Promise<Blob> {
    const response = await this.authorized({ ...this.#timed(), method: 'GET', path, accept: '*/*' });
    return response.blob().catch((error: unknown) => {
      throw new ConnectionLost('The connection broke inside the file.', { cause: error });
    });
  }

  /** A token may be refused before its time (a restart with a new key, a clock that is off): renew it and ask once more. */
  async authorized(request: ApiRequest): Promise<Response> {
    const accessToken = await this.#sessions.authorize();
    try {
      return await send(this.#fetch, { ...request, accessToken });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'UNAUTHENTICATED') throw error;
      const renewed = await this.#sessions.replaceRefused(accessToken);
      return send(this.#fetch, { ...request, accessToken: renewed });
    }
  }
}
