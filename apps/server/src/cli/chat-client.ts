import {
  assistantsAnswer,
  type ChatReplyDetails,
  createdConversation,
  type Message,
  message,
  page,
  problemDocument,
  type StreamPart,
  session,
} from '@rapport/wire';
import { v7 as uuidV7 } from 'uuid';
import type { z } from 'zod';
import type { ChatMemory } from './chat-memory.ts';

/** What a reply gives while it comes. */
export interface ReplyEvents {
  onText(delta: string): void;
  /** What was shown is void: the reply starts over. */
  onReplace(): void;
}

/** The API as the terminal needs it: signed in as a guest of its own, one conversation an assistant. */
export class ChatClient {
  readonly #url: string;
  readonly #memory: ChatMemory;
  #accessToken = '';
  #running: string | null = null;

  constructor(url: string, memory: ChatMemory) {
    this.#url = url;
    this.#memory = memory;
  }

  /** The ids of the assistants served there. */
  async assistants(): Promise<string[]> {
    const { items } = await this.#expect(assistantsAnswer, this.#send('GET', '/api/v1/assistants'));
    return items.map(({ id }) => id);
  }

  /** Opens the conversation with an assistant: the last one with its latest messages, or a new one with its greeting. */
  async open(
    assistant: string,
    startNew: boolean,
  ): Promise<{ conversationId: string; messages: Message[]; isNew: boolean }> {
    await this.#signIn();
    const known = this.#memory.read()?.conversations[assistant];
    if (known !== undefined && !startNew) {
      const response = await this.#send('GET', `/api/v1/conversations/${known}/messages?order=newest&limit=6`);
      if (response.ok) {
        const { items } = page(message).parse(await response.json());
        return { conversationId: known, messages: items.reverse(), isNew: false };
      }
    }
    const created = await this.#expect(createdConversation, this.#send('POST', '/api/v1/conversations', { assistant }));
    const memory = this.#memory.read();
    if (memory !== null)
      this.#memory.write({ ...memory, conversations: { ...memory.conversations, [assistant]: created.id } });
    return { conversationId: created.id, messages: [created.greeting], isNew: true };
  }

  /** Says something and shows the reply as it comes. Resolves with what is known of the reply when it is whole. */
  async say(
    assistant: string,
    conversationId: string,
    text: string,
    events: ReplyEvents,
  ): Promise<ChatReplyDetails | null> {
    const messageId = uuidV7();
    this.#running = messageId;
    try {
      const body = { assistant, conversationId, messageId, message: text };
      let response = await this.#send('POST', '/api/v1/chat', body, 'text/event-stream');
      if (response.status === 401) {
        await this.#signIn();
        response = await this.#send('POST', '/api/v1/chat', body, 'text/event-stream');
      }
      if (!response.ok || response.body === null) throw new Error(await problemText(response));
      let details: ChatReplyDetails | null = null;
      for await (const part of readParts(response.body)) {
        if (part.type === 'text-delta') events.onText(part.delta);
        else if (part.type === 'data-replace') events.onReplace();
        else if (part.type === 'data-reply') details = part.data;
        else if (part.type === 'error') throw new Error(part.errorText);
      }
      return details;
    } finally {
      this.#running = null;
    }
  }

  /** Stops the reply that is coming. False when there is none. */
  stop(): boolean {
    if (this.#running === null) return false;
    // The stream itself tells when it has ended; a failure here shows there.
    this.#send('POST', `/api/v1/chat/${this.#running}/cancel`).catch(() => undefined);
    return true;
  }

  async #signIn(): Promise<void> {
    const memory = this.#memory.read();
    const refreshed =
      memory === null ? null : await this.#send('POST', '/api/v1/auth/refresh', { refreshToken: memory.refreshToken });
    const response = refreshed?.ok ? refreshed : await this.#send('POST', '/api/v1/auth/guest', {});
    const { accessToken, refreshToken } = await this.#expect(session, Promise.resolve(response));
    this.#accessToken = accessToken;
    this.#memory.write({ refreshToken, conversations: refreshed?.ok ? (memory?.conversations ?? {}) : {} });
  }

  #send(method: string, path: string, body?: unknown, accept = 'application/json'): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      method,
      headers: {
        accept,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.#accessToken === '' ? {} : { authorization: `Bearer ${this.#accessToken}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async #expect<Schema extends z.ZodType>(schema: Schema, pending: Promise<Response>): Promise<z.output<Schema>> {
    const response = await pending;
    if (!response.ok) throw new Error(await problemText(response));
    return schema.parse(await response.json());
  }
}

async function problemText(response: Response): Promise<string> {
  const parsed = problemDocument.safeParse(await response.json().catch(() => null));
  if (!parsed.success) return `The server answered ${response.status}.`;
  const { detail, errors = [] } = parsed.data;
  return [detail, ...errors.map(({ path, message: text }) => `${path}: ${text}`)].join(' ');
}

/** The parts of a UI message stream, as they come. Our own server's, so their shape is taken as given. */
async function* readParts(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamPart> {
  let buffered = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (buffered + text).split('\n\n');
    buffered = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined && data !== '[DONE]') yield JSON.parse(data) as StreamPart;
    }
  }
}
