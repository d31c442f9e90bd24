import type { Conversation, ListedMessage } from '@rapport/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, onEachDatabase, type TestApp, type TestPerson } from '../src/index.ts';

onEachDatabase('a conversation that is tidied up', (databases) => {
  let app: TestApp;
  let person: TestPerson;
  beforeAll(async () => {
    app = await createTestApp({ database: await databases.migrated() });
    person = await app.guest();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const textsOf = async (path: string): Promise<string[]> => {
    const { json } = await person.request('GET', path);
    return (json as { items: ListedMessage[] }).items.filter(({ role }) => role === 'user').map(({ text }) => text);
  };

  test('what a message replaces leaves the course of the conversation and stays readable', async () => {
    const { id } = await person.startConversation('jumbo');
    const first = crypto.randomUUID();
    const anew = crypto.randomUUID();
    await person.say('jumbo', 'I planted tulips', { conversationId: id, messageId: first });
    await person.say('jumbo', 'And roses', { conversationId: id });
    const body = {
      assistant: 'jumbo',
      conversationId: id,
      message: 'I planted ferns',
      messageId: anew,
      replaces: first,
    };
    expect((await person.request('POST', '/api/v1/chat', { body })).status).toBe(200);
    // Sent once more it is the same turn.
    expect((await person.request('POST', '/api/v1/chat', { body })).status).toBe(200);
    const messages = `/api/v1/conversations/${id}/messages`;
    expect(await textsOf(messages)).toEqual(['I planted ferns']);
    expect(await textsOf(`${messages}?replacedBy=${anew}`)).toEqual(['I planted tulips', 'And roses']);
    // What was replaced once is not there to be replaced again.
    const again = { ...body, messageId: crypto.randomUUID() };
    expect((await person.request('POST', '/api/v1/chat', { body: again })).status).toBe(404);
  });

  test('conversations are found by what was said in them, and renamed', async () => {
    const { id } = await person.startConversation('jumbo');
    await person.say('jumbo', 'My tortoise is called 100% Speedy', { conversationId: id });
    const search = async (q: string) => {
      const { json } = await person.request('GET', `/api/v1/conversations?q=${encodeURIComponent(q)}`);
      return (json as { items: Conversation[] }).items;
    };
    expect((await search('100% speedy')).map((found) => found.id)).toEqual([id]);
    expect((await search('100% speedy'))[0]?.excerpt).toContain('100% Speedy');
    expect(await search('100_ speedy')).toEqual([]);
    const renamed = await person.request('PATCH', `/api/v1/conversations/${id}`, { body: { title: ' Reptiles ' } });
    expect(renamed.json).toMatchObject({ id, title: 'Reptiles' });
    expect((await search('reptiles')).map((found) => found.id)).toEqual([id]);
  });
});
