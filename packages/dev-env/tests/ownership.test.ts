import type { Conversation, Message } from '@rapport/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, onEachDatabase, type TestApp, type TestPerson } from '../src/index.ts';
import { fillPath, type Operation, operationsOf, readDocument } from './openapi-document.ts';
import { expectProblem, withoutRequestId } from './problem-assertions.ts';

/** A body that each operation with an id in its path takes, so that only the id can be what is wrong. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /api/v1/messages/{id}/feedback': { rating: 5 },
  'POST /api/v1/chat/{messageId}/cancel': {},
  'PATCH /api/v1/conversations/{id}': { title: 'Mine now' },
  'PATCH /api/v1/advice/{id}': { outcome: 'worked' },
  'PATCH /api/v1/memories/{id}': { text: 'Theirs no more' },
};

onEachDatabase("another person's rows", (databases) => {
  let app: TestApp;
  let owner: TestPerson;
  let stranger: TestPerson;
  let owned: { conversation: string; greeting: string; message: string; reply: string };
  let operations: Operation[];
  beforeAll(async () => {
    app = await createTestApp({ database: await databases.migrated() });
    operations = operationsOf(await readDocument(app));
    owner = await app.guest();
    stranger = await app.guest();
    const { id: conversation, greeting } = await owner.startConversation('jumbo');
    const message = crypto.randomUUID();
    const reply = await owner.say('jumbo', 'My secret is safe here', {
      conversationId: conversation,
      messageId: message,
    });
    owned = { conversation, greeting: greeting.id, message, reply: reply.message.id };
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const call = (person: TestPerson, operation: Operation, id: string) => {
    const body = BODIES[`${operation.method} ${operation.path}`];
    const path = fillPath(operation.path, { id, messageId: id });
    return person.request(operation.method, path, body === undefined ? {} : { body });
  };

  test('every route with an id in its path answers as if they were not there', async () => {
    // Operators' routes have no owner; `access.test.ts` keeps people out of them.
    const withIds = operations.filter(({ path, access }) => path.includes('{') && access === 'user');
    expect(withIds.length).toBeGreaterThan(4);
    for (const operation of withIds) {
      const unknown = await call(stranger, operation, crypto.randomUUID());
      expectProblem(unknown, 'NOT_FOUND');
      for (const [what, id] of Object.entries(owned)) {
        for (const written of [id, id.toUpperCase()]) {
          const response = await call(stranger, operation, written);
          expectProblem(response, 'NOT_FOUND');
          const name = `${operation.method} ${operation.path} with their ${what}`;
          expect(withoutRequestId(response.text), name).toBe(withoutRequestId(unknown.text));
          expect(headersThatTell(response.headers), name).toEqual(headersThatTell(unknown.headers));
        }
      }
    }
  });

  test('are as they were after a stranger has tried everything', async () => {
    const found = await owner.request('GET', `/api/v1/conversations/${owned.conversation}`);
    expect(found.status).toBe(200);
    const messages = await owner.request('GET', `/api/v1/conversations/${owned.conversation}/messages`);
    expect(messages.json<{ items: Message[] }>().items.map(({ id }) => id)).toEqual([
      owned.greeting,
      owned.message,
      owned.reply,
    ]);
  });

  test('are in no list of anyone else', async () => {
    const mine = (await stranger.request('GET', '/api/v1/conversations')).json<{ items: Conversation[] }>();
    expect(mine.items).toEqual([]);
    const exported = await stranger.request('GET', '/api/v1/profile/export');
    for (const id of [...Object.values(owned), owner.session.user.id]) expect(exported.text).not.toContain(id);
  });

  test('can not be talked into', async () => {
    const body = { assistant: 'jumbo', message: 'Let me in', conversationId: owned.conversation };
    const refused = await stranger.request('POST', '/api/v1/chat', { body });
    const unknown = await stranger.request('POST', '/api/v1/chat', {
      body: { ...body, conversationId: crypto.randomUUID() },
    });
    expectProblem(refused, 'NOT_FOUND');
    expect(withoutRequestId(refused.text)).toBe(withoutRequestId(unknown.text));
    const streamed = await stranger.request('POST', '/api/v1/chat', { body, headers: { accept: 'text/event-stream' } });
    expectProblem(streamed, 'NOT_FOUND');
  });

  test("a message id that someone else used is free: the turn is one's own", async () => {
    const mine = await stranger.say('jumbo', 'Something else entirely', { messageId: owned.message });
    expect(mine.conversationId).not.toBe(owned.conversation);
    expect(mine.message.id).not.toBe(owned.reply);
    const again = await stranger.say('jumbo', 'Something else entirely', { messageId: owned.message });
    expect(again.message).toEqual(mine.message);
    const theirs = await owner.say('jumbo', 'My secret is safe here', {
      conversationId: owned.conversation,
      messageId: owned.message,
    });
    expect(theirs.message.id).toBe(owned.reply);
  });

  test("an idempotency key that someone else used is free: the conversation is one's own", async () => {
    const start = (person: TestPerson) =>
      person.request('POST', '/api/v1/conversations', {
        body: { assistant: 'jumbo' },
        headers: { 'idempotency-key': 'the-same-key' },
      });
    const [first, second] = [await start(owner), await start(stranger)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers.get('idempotency-replayed')).toBeNull();
    expect(second.json<{ id: string }>().id).not.toBe(first.json<{ id: string }>().id);
  });

  test("a page's cursor of someone else shows nothing of theirs", async () => {
    await owner.startConversation('sienna');
    const page = await owner.request('GET', '/api/v1/conversations?limit=1');
    const { nextCursor } = page.json<{ nextCursor: string | null }>();
    expect(nextCursor).not.toBeNull();
    const response = await stranger.request(
      'GET',
      `/api/v1/conversations?cursor=${encodeURIComponent(nextCursor ?? '')}`,
    );
    const owners = await owner.request('GET', '/api/v1/conversations?limit=100');
    const ownersIds = owners.json<{ items: Conversation[] }>().items.map(({ id }) => id);
    const seen = response.json<{ items: Conversation[] }>().items.map(({ id }) => id);
    expect(seen.filter((id) => ownersIds.includes(id))).toEqual([]);
  });
});

/** Headers but those that differ from one answer to the next anyway. */
const headersThatTell = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    [...headers].filter(
      ([name]) => !['date', 'x-request-id', 'ratelimit-remaining', 'ratelimit-reset', 'keep-alive'].includes(name),
    ),
  );
