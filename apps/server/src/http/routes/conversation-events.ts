import { findConversation, messagesAfter } from '@rapport/core/conversations/conversations.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { ConversationWatch } from '@rapport/core/hand-off/conversation-watch.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import { conversationEventsQuery, conversationPath, type HandOffState, id, type ListedMessage } from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import { type OpenStream, openStream } from '../event-stream.ts';
import type { HttpServer } from '../http-server.ts';
import { notFound } from '../problems.ts';
import { personOf } from './accounts.ts';

export interface ConversationEventDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly watch: ConversationWatch;
}

/** Messages sent of one look; a reader who is further behind gets the rest at the next. */
const MOST_AT_ONCE = 100;

/**
 * What happens in a conversation, as it happens: a feed of server-sent events, for while people of the team may speak in it.
 * One open response instead of a poll, because a person who waits may wait for hours and each poll would be a request of the
 * hundred they have in a quarter of an hour.
 */
export const conversationEventRoutes =
  ({ database, clock, watch }: ConversationEventDependencies) =>
  (server: HttpServer) => {
    server.get(
      '/api/v1/conversations/:id/events',
      {
        config: { access: 'user', streams: true },
        schema: {
          tags: ['Conversations'],
          summary:
            'Messages as they are said, as server-sent events `message`, and `hand-off` when people take the conversation or give it back',
          params: conversationPath,
          querystring: conversationEventsQuery,
          response: PROBLEM_RESPONSES,
        },
      },
      async (request, reply) => {
        const { userId } = personOf(request);
        const conversationId = request.params.id;
        const resumed = id.safeParse(request.headers['last-event-id']);
        const after = resumed.success ? resumed.data : (request.query.after ?? null);
        const found = await findConversation(database, userId, conversationId, clock.now());
        if (found === null) throw notFound('conversation');
        const known = await messagesAfter(database, userId, conversationId, { after, limit: 1, late: true });
        if (known === null && after !== null) throw notFound('message');
        const feed = new Feed(openStream(reply), { database, clock, userId, conversationId, after });
        const stop = watch.watch(userId, conversationId, (event) => (event === 'gone' ? feed.end() : feed.look()));
        feed.stream.closed.addEventListener('abort', stop, { once: true });
        feed.look();
        return reply;
      },
    );
  };

interface Place {
  readonly database: Database;
  readonly clock: Clock;
  readonly userId: string;
  readonly conversationId: string;
  readonly after: string | null;
}

/** One reader. Looks come one after the other; what is asked for meanwhile is looked at once more. */
class Feed {
  readonly stream: OpenStream;
  readonly #place: Place;
  /** Ids that were sent, or that the reader has. */
  readonly #sent = new Set<string>();
  #last: string | null;
  #state: string | null = null;
  #isLooking = false;
  #isAskedAgain = false;

  constructor(stream: OpenStream, place: Place) {
    this.stream = stream;
    this.#place = place;
    this.#last = place.after;
  }

  look(): void {
    if (this.#isLooking) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isLooking = true;
    this.#send()
      // The next change, or the reader's next connection, tries again.
      .catch(() => undefined)
      .finally(() => {
        this.#isLooking = false;
        if (!this.#isAskedAgain || this.stream.closed.aborted) return;
        this.#isAskedAgain = false;
        this.look();
      });
  }

  end(): void {
    this.stream.done();
  }

  async #send(): Promise<void> {
    const { database, clock, userId, conversationId } = this.#place;
    const conversation = await findConversation(database, userId, conversationId, clock.now());
    if (conversation === null) return this.end();
    const isFirst = this.#sent.size === 0;
    const options = { after: this.#last, limit: MOST_AT_ONCE, late: true };
    const messages = (await messagesAfter(database, userId, conversationId, options)) ?? [];
    // What stands before the reader's own place is theirs already.
    const place = isFirst ? messages.findIndex(({ id: known }) => known === this.#last) : -1;
    const start = isFirst && this.#last === null ? messages.length : place + 1;
    for (const { id: known } of messages.slice(0, start)) this.#sent.add(known);
    for (const message of messages.slice(start)) if (!this.#sent.has(message.id)) this.#sendMessage(message);
    this.#last = messages.at(-1)?.id ?? this.#last;
    this.#sendState(conversation.handOff);
  }

  #sendMessage(message: ListedMessage): void {
    this.#sent.add(message.id);
    this.stream.write(`event: message\nid: ${message.id}\ndata: ${JSON.stringify(message)}\n\n`);
  }

  #sendState(handOff: HandOffState | null): void {
    const data = JSON.stringify({ handOff });
    if (data === this.#state) return;
    this.#state = data;
    this.stream.write(`event: hand-off\ndata: ${data}\n\n`);
  }
}
