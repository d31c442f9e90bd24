import { randomUUID } from 'node:crypto';
import type { ChatReply } from '@rapport/wire';
import { describe, expect, inject, it } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  openTestDatabase,
  readServerSentEvents,
  type StreamedEvent,
  shownText,
} from '../src/index.ts';

const { postgresql, redis } = inject('services');

describe.runIf(postgresql !== null && redis !== null)('two instances on PostgreSQL and Redis', () => {
  /** Two servers that share their data; the first one's model waits for the test in the middle of its reply. */
  const startTwo = async () => {
    const database = await openTestDatabase('postgresql', inject('templates'));
    const gate = Promise.withResolvers<void>();
    const model = createScriptedModel('test/slow', () => [
      { do: 'text', text: 'First half. ' },
      { do: 'wait', until: gate.promise },
      { do: 'text', text: 'Second half.' },
      { do: 'finish' },
    ]);
    const environment = { REDIS_URL: redis ?? '' };
    const writing = await createTestApp({ database, environment, overrides: { models: [model] } });
    const other = await createTestApp({ database, environment, ownsDatabase: false });
    const person = await writing.guest();
    const { id: conversationId } = await person.startConversation('sienna');
    const authorization = `Bearer ${person.session.accessToken}`;
    return {
      gate,
      person,
      conversationId,
      resumeElsewhere: async (messageId: string, after: number): Promise<StreamedEvent[]> =>
        readServerSentEvents(
          await fetch(`${other.url}/api/v1/chat/${messageId}/stream?after=${after}`, { headers: { authorization } }),
        ),
      askElsewhere: (path: string, body: unknown) =>
        other.request('POST', path, { body, token: person.session.accessToken }),
      async [Symbol.asyncDispose]() {
        await other[Symbol.asyncDispose]();
        await writing[Symbol.asyncDispose]();
      },
    };
  };

  it('a reply written by one is resumed from the other while it is written, event for event', async () => {
    await using two = await startTwo();
    const messageId = randomUUID();
    const had = await two.person.stream('sienna', 'Tell me', {
      conversationId: two.conversationId,
      messageId,
      stopAfter: 3,
    });
    const rest = two.resumeElsewhere(messageId, had.length);
    two.gate.resolve();
    const events = [...had, ...(await rest)];
    expect(shownText(events)).toBe('First half. Second half.');
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events).toEqual(await two.person.resume(messageId, 0));
  });

  it('a message sent to both is one turn: the other waits for the reply of the first', async () => {
    await using two = await startTwo();
    const messageId = randomUUID();
    const body = { assistant: 'sienna', message: 'Tell me', conversationId: two.conversationId, messageId };
    const first = two.person.say('sienna', 'Tell me', { conversationId: two.conversationId, messageId });
    const second = two.askElsewhere('/api/v1/chat', body);
    two.gate.resolve();
    const replies = [await first, (await second).json<ChatReply>()];
    expect(replies[0]).toEqual(replies[1]);
  });

  it('limits are counted together', async () => {
    const database = await openTestDatabase('postgresql', inject('templates'));
    // A machine so busy that Redis itself is late must not have each count for itself, as it would in production.
    const environment = { REDIS_URL: redis ?? '', REDIS_COMMAND_TIMEOUT_MS: '10000', RATE_LIMIT_MAX: '10' };
    await using one = await createTestApp({ database, environment });
    await using other = await createTestApp({ database, environment, ownsDatabase: false });
    const person = await one.guest();
    const token = person.session.accessToken;
    const statuses = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        (index % 2 === 0 ? one : other).request('GET', '/api/v1/profile', { token }),
      ),
    );
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(6);
  });
});
