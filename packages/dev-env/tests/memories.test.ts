import { randomUUID } from 'node:crypto';
import type { ChatReply, Memory, ProblemDocument } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, onEachDatabase, type TestApp, type TestPerson } from '../src/index.ts';

interface Page {
  readonly items: Memory[];
  readonly nextCursor: string | null;
}

onEachDatabase('memory', (databases) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ database: await databases.migrated() });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const listOf = async (person: TestPerson, query = ''): Promise<Memory[]> =>
    (await person.request('GET', `/api/v1/memories?limit=100${query}`)).json<Page>().items;
  const said = async (person: TestPerson, ...messages: readonly string[]): Promise<string> => {
    const { id: conversationId } = await person.startConversation('jumbo');
    // The first answers "what should I call you?".
    await person.say('jumbo', 'Call me Bo', { conversationId });
    for (const message of messages) await person.say('jumbo', message, { conversationId });
    return conversationId;
  };
  const ask = async (person: TestPerson, question: string, conversationId?: string): Promise<ChatReply> =>
    person.say('jumbo', question, conversationId === undefined ? {} : { conversationId });

  describe('what was told', () => {
    it('is answered from another conversation, with the memories it came from', async () => {
      const person = await test.guest();
      await said(person, 'At least I got dinner with my friends Charvik and Devansh after. They always cheer me up.');
      const { id: conversationId } = await person.startConversation('jumbo');
      const reply = await ask(person, 'Do you remember my friends?', conversationId);
      expect(reply.message.text).toMatch(/Charvik/);
      expect(reply.message.text).toMatch(/Devansh/);
      expect(reply.memoriesUsed.map(({ text }) => text).join(' ')).toMatch(/Charvik.*Devansh|Devansh.*Charvik/);
    });

    it('is kept with the words that prove it', async () => {
      const person = await test.guest();
      await said(person, 'We adopted a hamster called Professor.');
      const [memory] = await listOf(person, '&kind=pet');
      expect(memory).toMatchObject({ assistant: 'jumbo', kind: 'pet', status: 'active', validUntil: null });
      expect('We adopted a hamster called Professor.').toContain(memory?.quote ?? '-');
      expect(memory?.sourceMessageId).not.toBeNull();
    });

    it('is found by words no rule reads, in the message itself', async () => {
      const person = await test.guest();
      await said(person, 'The lighthouse keeper waved at us through the fog.');
      const found = await listOf(person, `&q=${encodeURIComponent('who waved from the lighthouse?')}`);
      expect(found[0]?.text).toContain('lighthouse keeper');
      expect(found[0]?.score).toBeGreaterThan(0);
    });

    it('is of one person and one assistant: nobody else finds it', async () => {
      const [ada, bob] = [await test.guest(), await test.guest()];
      await said(ada, 'My sister Ottilie lives in Ghent.');
      expect(await listOf(bob)).toEqual([]);
      expect(await listOf(bob, '&q=Ottilie')).toEqual([]);
      expect((await ask(bob, "What's my sister's name?")).message.text).not.toContain('Ottilie');
      expect(await listOf(ada, '&assistant=sienna&q=Ottilie')).toEqual([]);
      const reply = await ada.say('sienna', "What's my sister's name?");
      expect(reply.message.text).not.toContain('Ottilie');
    });

    it('is known to the other assistant where the person says so', async () => {
      const ada = await test.guest();
      await said(ada, 'My sister Ottilie lives in Ghent.');
      await ada.request('PATCH', '/api/v1/profile', { body: { consent: { crossAssistant: true } } });
      expect((await ada.say('sienna', "What's my sister's name?")).message.text).toContain('Ottilie');
    });

    it('never grows when it is sent again', async () => {
      const person = await test.guest();
      const conversationId = await said(person);
      const messages = Array.from({ length: 12 }, (_, index) => ({
        messageId: randomUUID(),
        text: ['My brother is called Sean.', 'I work at the Royal Infirmary.', 'I love masala chai.'][index % 3] ?? '',
      }));
      for (const { messageId, text } of messages.slice(0, 3))
        await person.say('jumbo', text, { conversationId, messageId });
      const before = await listOf(person);
      expect(before.length).toBeGreaterThanOrEqual(3);
      for (const { messageId, text } of messages) await person.say('jumbo', text, { conversationId, messageId });
      const keyOf = ({ id, text, status }: Memory) => `${id} ${text} ${status}`;
      expect((await listOf(person)).map(keyOf).sort()).toEqual(before.map(keyOf).sort());
    });

    it('is learnt once when two say it at the same time', async () => {
      const person = await test.guest();
      const conversationId = await said(person);
      await Promise.all(
        Array.from({ length: 8 }, () => person.say('jumbo', 'My cat is called Biscuit.', { conversationId })),
      );
      expect((await listOf(person, '&kind=pet')).filter(({ text }) => text.includes('Biscuit'))).toHaveLength(1);
    });

    it('is not learnt where memory is switched off', async () => {
      const person = await test.guest();
      await person.request('PATCH', '/api/v1/profile', { body: { consent: { memory: false } } });
      await said(person, 'My cat is called Biscuit.');
      expect(await listOf(person)).toEqual([]);
      expect(await listOf(person, '&q=Biscuit')).toEqual([]);
      const refused = await person.request('POST', '/api/v1/memories', {
        body: { assistant: 'jumbo', text: 'I like tea' },
      });
      expect([refused.status, refused.json<ProblemDocument>().code]).toEqual([409, 'CONFLICT']);
    });
  });

  describe('a correction', () => {
    it('retires what was known and keeps it as history', async () => {
      const person = await test.guest();
      await said(person, "I'm in Leeds, been here six years.", 'Big news, I moved! Left Leeds for Porto last weekend.');
      const reply = await ask(person, 'Where do I live now?');
      expect(reply.message.text).toContain('Porto');
      const homes = (await listOf(person)).filter(({ text }) => /live in/.test(text));
      expect(homes.map(({ text, status }) => [status, text]).sort()).toEqual([
        ['active', 'You live in Porto.'],
        ['superseded', 'You live in Leeds.'],
      ]);
    });

    it("by the person's own hand stands, with what was before as history", async () => {
      const person = await test.guest();
      await said(person, 'My sister is called Anna.');
      const [memory] = await listOf(person, '&kind=person');
      const patched = await person.request('PATCH', `/api/v1/memories/${memory?.id}`, {
        body: { text: 'Your sister is called Hannah.' },
      });
      expect(patched.json<Memory>()).toMatchObject({
        id: memory?.id,
        text: 'Your sister is called Hannah.',
        status: 'active',
      });
      const all = await listOf(person);
      expect(all.filter(({ status }) => status === 'superseded').map(({ text }) => text)).toEqual([memory?.text]);
      const archived = await person.request('PATCH', `/api/v1/memories/${memory?.id}`, {
        body: { status: 'archived' },
      });
      expect(archived.json<Memory>().status).toBe('archived');
    });
  });

  describe('forgetting', () => {
    it('by a word in the conversation takes what was named and leaves the rest', async () => {
      const person = await test.guest();
      const conversationId = await said(
        person,
        'My ex is called Dean and my brother is called Sean.',
        'Delete everything about Dean please.',
      );
      expect((await ask(person, "What's my brother's name?")).message.text).toContain('Sean');
      const reply = await ask(person, 'Who is Dean?', conversationId);
      expect(reply.message.text).not.toMatch(/\bex\b/);
      expect((await listOf(person)).filter(({ text, quote }) => /Dean/.test(text + quote))).toEqual([]);
      expect(
        (await listOf(person, '&q=Dean')).filter(({ text }) => /Dean/.test(text) && !/Who is Dean/.test(text)),
      ).toEqual([]);
    });

    it('of one memory is at once, and it is not learnt again from what was said', async () => {
      const person = await test.guest();
      const conversationId = await said(person, 'My cat is called Biscuit.');
      const [memory] = await listOf(person, '&kind=pet');
      expect((await person.request('DELETE', `/api/v1/memories/${memory?.id}`)).status).toBe(204);
      expect((await person.request('DELETE', `/api/v1/memories/${memory?.id}`)).status).toBe(404);
      expect((await listOf(person, '&q=Biscuit')).filter(({ text }) => text.includes('Biscuit'))).toEqual([]);
      expect((await ask(person, "What's my cat called?", conversationId)).message.text).not.toContain('Biscuit');
      expect((await listOf(person)).filter(({ text }) => text.includes('Biscuit'))).toEqual([]);
    });

    it('of a conversation takes what was learnt in it alone', async () => {
      const person = await test.guest();
      const first = await said(person, 'My cat is called Biscuit.', 'My brother is called Sean.');
      const { id: second } = await person.startConversation('jumbo');
      await person.say('jumbo', 'My brother is called Sean.', { conversationId: second });
      await person.request('DELETE', `/api/v1/conversations/${first}`);
      const texts = (await listOf(person)).map(({ text }) => text).join(' ');
      expect(texts).not.toContain('Biscuit');
      expect(texts).toContain('Sean');
    });

    it('of everything leaves nothing of an assistant’s', async () => {
      const person = await test.guest();
      await said(person, 'My cat is called Biscuit.', 'I live in Porto.');
      const deleted = await person.request('DELETE', '/api/v1/memories?assistant=jumbo');
      expect(deleted.json<{ deleted: number }>().deleted).toBeGreaterThanOrEqual(2);
      expect(await listOf(person)).toEqual([]);
      expect(await listOf(person, '&q=Porto')).toEqual([]);
    });
  });

  describe('the doors', () => {
    it('take what a person writes themselves, once', async () => {
      const person = await test.guest();
      const body = { assistant: 'jumbo', text: 'I take my coffee black', kind: 'preference' };
      const first = await person.request('POST', '/api/v1/memories', { body });
      const again = await person.request('POST', '/api/v1/memories', { body });
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(again.json<Memory>().id).toBe(first.json<Memory>().id);
      const headers = { 'idempotency-key': randomUUID() };
      const other = { ...body, text: 'I like rain' };
      await person.request('POST', '/api/v1/memories', { body: other, headers });
      const replayed = await person.request('POST', '/api/v1/memories', { body: other, headers });
      expect(replayed.headers.get('idempotency-replayed')).toBe('true');
      expect(await listOf(person, '&kind=preference')).toHaveLength(2);
    });

    it('list in pages, the newest first', async () => {
      const person = await test.guest();
      for (const text of ['one', 'two', 'three']) {
        await person.request('POST', '/api/v1/memories', { body: { assistant: 'jumbo', text: `Number ${text}` } });
      }
      const first = (await person.request('GET', '/api/v1/memories?limit=2')).json<Page>();
      const rest = (
        await person.request('GET', `/api/v1/memories?limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)
      ).json<Page>();
      expect([...first.items, ...rest.items].map(({ text }) => text)).toEqual([
        'Number three',
        'Number two',
        'Number one',
      ]);
      expect(rest.nextCursor).toBeNull();
    });

    it('find what was said among much else, once: the memory stands for the message it was read from', async () => {
      const person = await test.guest();
      const asked = [
        ['who taught me to solder?', 'My uncle Fergus showed me how to solder on the kitchen table.', /Fergus/],
        ["what's my cat called?", 'My cat is called Biscuit.', /Biscuit/],
        ['what did the vet say about her weight?', 'The vet says she could lose a pound or two.', /vet|pound/],
      ] as const;
      const chatter = [
        'Long day at the office, nothing to report.',
        'The bus was late again and it rained all the way home.',
        'I had soup for lunch, it was fine.',
        'Might watch something silly tonight.',
        'The neighbours are drilling again.',
        'Could not sleep much, the moon was so bright.',
        'I finally answered all of my emails.',
        'Bought oranges at the market, they were sour.',
        'The printer jammed twice before noon.',
        'Someone parked in front of the gate.',
      ];
      await said(person, ...chatter.slice(0, 5), ...asked.map(([, text]) => text), ...chatter.slice(5));
      for (const [question, source, told] of asked) {
        const found = await listOf(person, `&q=${encodeURIComponent(question)}`);
        const place = found.findIndex(
          ({ text, quote }) => told.test(text) && (source === text || source.includes(quote)),
        );
        expect(place, question).toBeGreaterThanOrEqual(0);
        expect(place, question).toBeLessThan(10);
        const messageIds = found.filter(({ kind }) => kind === 'message').map(({ id }) => id);
        const sources = found.filter(({ kind }) => kind !== 'message').map(({ sourceMessageId }) => sourceMessageId);
        expect(messageIds.filter((id) => sources.includes(id))).toEqual([]);
      }
      const messages = await listOf(person, `&kind=message&q=${encodeURIComponent("what's my cat called?")}`);
      expect(messages[0]?.text).toBe('My cat is called Biscuit.');
    });

    it("know nobody else's: another's id is not found, for every verb", async () => {
      const [ada, bob] = [await test.guest(), await test.guest()];
      const made = await ada.request('POST', '/api/v1/memories', { body: { assistant: 'jumbo', text: 'I like rain' } });
      const { id } = made.json<Memory>();
      expect((await bob.request('PATCH', `/api/v1/memories/${id}`, { body: { text: 'x' } })).status).toBe(404);
      expect((await bob.request('DELETE', `/api/v1/memories/${id}`)).status).toBe(404);
      expect(await listOf(ada)).toHaveLength(1);
    });

    it.each([
      ['no text', { assistant: 'jumbo' }],
      ['white space', { assistant: 'jumbo', text: '  ' }],
      ['an unknown assistant', { assistant: 'nobody', text: 'x' }],
      ['an unknown kind', { assistant: 'jumbo', text: 'x', kind: 'secret' }],
      ['NUL', { assistant: 'jumbo', text: 'a\u0000b' }],
      ['too much', { assistant: 'jumbo', text: 'x'.repeat(1_001) }],
      ['an owner', { assistant: 'jumbo', text: 'x', userId: randomUUID() }],
    ])('refuse %s', async (_, body) => {
      const person = await test.guest();
      expect((await person.request('POST', '/api/v1/memories', { body })).status).toBe(400);
    });
  });
});
