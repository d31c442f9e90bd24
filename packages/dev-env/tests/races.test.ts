import { randomUUID } from 'node:crypto';
import type { ChatReply, Message, ProblemDocument } from '@rapport/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createScriptedModel, createTestApp, onEachDatabase, type TestApp } from '../src/index.ts';

onEachDatabase('messages at once', (databases) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ database: await databases.migrated() });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const messagesOf = async (person: Awaited<ReturnType<TestApp['guest']>>, conversationId: string) => {
    const response = await person.request('GET', `/api/v1/conversations/${conversationId}/messages?limit=100`);
    const first = response.json<{ items: Message[]; nextCursor: string | null }>();
    if (first.nextCursor === null) return first.items;
    const next = await person.request(
      'GET',
      `/api/v1/conversations/${conversationId}/messages?limit=100&cursor=${encodeURIComponent(first.nextCursor)}`,
    );
    return [...first.items, ...next.json<{ items: Message[] }>().items];
  };

  it('gives fifty messages at once one order, each followed by its own reply, none lost or doubled', async () => {
    const person = await test.guest();
    const { id: conversationId } = await person.startConversation('sienna');
    const sent = Array.from({ length: 50 }, (_, index) => ({
      messageId: randomUUID(),
      text: `Question ${index} about porosity`,
    }));
    const replies = await Promise.all(
      sent.map(({ messageId, text }) => person.say('sienna', text, { conversationId, messageId })),
    );
    const stored = await messagesOf(person, conversationId);
    const [greeting, ...turns] = stored;
    expect(greeting?.role).toBe('assistant');
    expect(turns).toHaveLength(100);
    const replyOf = new Map<string, string | undefined>(
      sent.map(({ messageId }, index) => [messageId, replies[index]?.message.id]),
    );
    for (let place = 0; place < turns.length; place += 2) {
      expect(turns[place]?.role).toBe('user');
      expect(turns[place + 1]?.id).toBe(replyOf.get(turns[place]?.id ?? ''));
    }
    expect(new Set(turns.map(({ id }) => id)).size).toBe(100);
  });

  it('replays each of them afterwards without storing anything more', async () => {
    const person = await test.guest();
    const { id: conversationId } = await person.startConversation('jumbo');
    const messageId = randomUUID();
    const first = await person.say('jumbo', 'I had a long day', { conversationId, messageId });
    const body = { assistant: 'jumbo', message: 'I had a long day', conversationId, messageId };
    const again = await person.request('POST', '/api/v1/chat', { body });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.json<ChatReply>()).toEqual(first);
    expect(await messagesOf(person, conversationId)).toHaveLength(3);
  });

  it('answers messages to a conversation that is deleted at that moment, or says that it is gone', async () => {
    const person = await test.guest();
    for (let round = 0; round < 25; round++) {
      const { id: conversationId } = await person.startConversation('jumbo');
      const say = () =>
        person.request('POST', '/api/v1/chat', {
          body: { assistant: 'jumbo', message: 'I had a long day', conversationId },
        });
      const [deleted, ...replies] = await Promise.all([
        person.request('DELETE', `/api/v1/conversations/${conversationId}`),
        ...Array.from({ length: 4 }, say),
      ]);
      expect(deleted?.status).toBe(204);
      expect(replies.map(({ status }) => status).filter((status) => ![200, 404].includes(status))).toEqual([]);
    }
  });

  it('takes one message id sent twenty times at once as one turn', async () => {
    const person = await test.guest();
    const { id: conversationId } = await person.startConversation('jumbo');
    const messageId = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => person.say('jumbo', 'Hello there', { conversationId, messageId })),
    );
    expect(new Set(replies.map(({ message }) => message.id)).size).toBe(1);
    expect(new Set(replies.map(({ message }) => message.text)).size).toBe(1);
    expect(await messagesOf(person, conversationId)).toHaveLength(3);
  });

  it('starts one conversation for one message id, however often it is sent without one', async () => {
    const person = await test.guest();
    const messageId = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => person.say('jumbo', 'Hello there', { messageId })),
    );
    expect(new Set(replies.map(({ conversationId }) => conversationId)).size).toBe(1);
    const list = await person.request('GET', '/api/v1/conversations');
    expect(list.json<{ items: unknown[] }>().items).toHaveLength(1);
  });

  it('refuses the same message id for another message', async () => {
    const person = await test.guest();
    const messageId = randomUUID();
    await person.say('jumbo', 'One thing', { messageId });
    const response = await person.request('POST', '/api/v1/chat', {
      body: { assistant: 'jumbo', message: 'Another', messageId },
    });
    expect(response.status).toBe(409);
    expect(response.json<ProblemDocument>().code).toBe('CONFLICT');
  });

  it("refuses a message id that is another message's of theirs, such as the greeting's", async () => {
    const person = await test.guest();
    const { id: conversationId, greeting } = await person.startConversation('jumbo');
    const body = { assistant: 'jumbo', message: 'Hello', conversationId, messageId: greeting.id };
    const response = await person.request('POST', '/api/v1/chat', { body });
    expect([response.status, response.json<ProblemDocument>().code]).toEqual([409, 'CONFLICT']);
  });

  it('lets two people use the same message id without seeing each other', async () => {
    const [ada, bob] = [await test.guest(), await test.guest()];
    const messageId = randomUUID();
    const hers = await ada.say('jumbo', 'I am moving to Lisbon', { messageId });
    const his = await bob.say('jumbo', 'I am learning to bake', { messageId });
    expect(his.conversationId).not.toBe(hers.conversationId);
    expect(his.message.text).not.toContain('Lisbon');
  });
});

onEachDatabase('an instance that dies in a turn', (databases) => {
  it('loses its turn to the next request for it, and its own late reply counts for nothing', async () => {
    const database = await databases.migrated();
    const gate = Promise.withResolvers<void>();
    const slow = createScriptedModel('test/slow', () => [
      { do: 'wait', until: gate.promise },
      { do: 'text', text: 'Late words' },
      { do: 'finish' },
    ]);
    const dying = await createTestApp({ database, ownsDatabase: false, overrides: { models: [slow] } });
    const person = await dying.guest();
    const { id: conversationId } = await person.startConversation('sienna');
    const messageId = randomUUID();
    const late = person.say('sienna', 'How often should I wash?', { conversationId, messageId });
    while (slow.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    // The instance is taken for dead: its lease has run out.
    await database.pool.query("update turns set lease_until = now() - interval '1 second' where message_id = $1", [
      messageId,
    ]);

    const quick = createScriptedModel('test/quick', () => [{ do: 'text', text: 'Words in time' }, { do: 'finish' }]);
    const living = await createTestApp({ database, ownsDatabase: false, overrides: { models: [quick] } });
    const response = await living.request('POST', '/api/v1/chat', {
      token: person.session.accessToken,
      body: { assistant: 'sienna', message: 'How often should I wash?', conversationId, messageId },
    });
    expect(response.json<ChatReply>().message.text).toContain('Words in time');

    gate.resolve();
    await expect(late).rejects.toThrow();
    const stored = await person.request('GET', `/api/v1/conversations/${conversationId}/messages`);
    const texts = stored.json<{ items: Message[] }>().items.map(({ text }) => text);
    expect(texts).toHaveLength(3);
    expect(texts[2]).toContain('Words in time');

    await dying[Symbol.asyncDispose]();
    await living[Symbol.asyncDispose]();
    await database.close();
  });
});
