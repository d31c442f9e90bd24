import { readServerSentEvents, shownText } from '@rapport/dev-env/server-sent-events.ts';
import type { ChatReply, CreatedConversation, ListedMessage, Session } from '@rapport/wire';

export interface TurnSeen {
  readonly kind: 'json' | 'stream';
  readonly ms: number;
  /** Why it was no reply; null for a reply. */
  readonly failure: string | null;
  readonly replyId: string;
  /** What the person was left with. */
  readonly shown: string;
  readonly model: string;
  readonly attempts: number;
  /** How often what was shown was taken back. */
  readonly replacements: number;
}

const REMARKS = [
  'I had a long day at work and want to tell you of it',
  'my sister is visiting next week',
  'we went swimming in the lake today',
  'the neighbours are building a new fence',
];

/** One person who talks to the server over HTTP, as an app would. */
export class TalkingPerson {
  readonly #url: string;
  readonly #token: string;
  #conversationId = '';

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async enter(url: string): Promise<TalkingPerson> {
    const response = await fetch(`${url}/api/v1/auth/guest`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const { accessToken } = (await okOf(response).json()) as Session;
    return new TalkingPerson(url, accessToken);
  }

  async startConversation(): Promise<string> {
    const response = await this.#post('/api/v1/conversations', { assistant: 'jumbo' });
    const { id } = (await okOf(response).json()) as CreatedConversation;
    this.#conversationId = id;
    return id;
  }

  async say(kind: TurnSeen['kind'], place: number): Promise<TurnSeen> {
    const start = performance.now();
    const body = {
      assistant: 'jumbo',
      conversationId: this.#conversationId,
      message: REMARKS[place % REMARKS.length],
    };
    try {
      const response = await this.#post(
        '/api/v1/chat',
        body,
        kind === 'stream' ? 'text/event-stream' : 'application/json',
      );
      const seen = kind === 'stream' ? await readStream(response) : await readWhole(response);
      return { kind, ms: performance.now() - start, ...seen };
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      return { kind, ms: performance.now() - start, ...NOTHING, failure };
    }
  }

  /** The replies that are stored of a conversation, by id. */
  async readReplies(conversationId: string): Promise<ReadonlyMap<string, ListedMessage>> {
    const response = await fetch(`${this.#url}/api/v1/conversations/${conversationId}/messages?limit=100`, {
      headers: { authorization: `Bearer ${this.#token}` },
    });
    const { items } = (await okOf(response).json()) as { readonly items: readonly ListedMessage[] };
    return new Map(items.filter(({ role }) => role === 'assistant').map((message) => [message.id, message]));
  }

  #post(path: string, body: object, accept = 'application/json'): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${this.#token}` },
      body: JSON.stringify(body),
    });
  }
}

type Seen = Omit<TurnSeen, 'kind' | 'ms'>;

const NOTHING: Seen = { failure: 'no reply', replyId: '', shown: '', model: 'none', attempts: 0, replacements: 0 };

async function readWhole(response: Response): Promise<Seen> {
  if (response.status !== 200) return { ...NOTHING, failure: `HTTP ${response.status}: ${await response.text()}` };
  const { message, model, attempts } = (await response.json()) as ChatReply;
  const failure = message.status === 'complete' ? null : message.status;
  return { failure, replyId: message.id, shown: message.text, model, attempts, replacements: 0 };
}

async function readStream(response: Response): Promise<Seen> {
  const events = await readServerSentEvents(response);
  const parts = events.map(({ part }) => part);
  const replacements = parts.filter(({ type }) => type === 'data-replace').length;
  const details = parts.find((part) => part.type === 'data-reply')?.data;
  if (details === undefined) return { ...NOTHING, replacements, failure: 'a stream without a reply' };
  const isWhole = details.message.status === 'complete' && parts.at(-1)?.type === 'finish';
  return {
    failure: isWhole ? null : `a stream that ended with ${parts.at(-1)?.type}, ${details.message.status}`,
    replyId: details.message.id,
    shown: shownText(events),
    model: details.model,
    attempts: details.attempts,
    replacements,
  };
}

function okOf(response: Response): Response {
  if (!response.ok) throw new Error(`${new URL(response.url).pathname} answered ${response.status}`);
  return response;
}
