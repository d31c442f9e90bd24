import { randomUUID } from 'node:crypto';
import type { ChatReplyDetails, Message } from '@rapport/wire';
import { parseJsonEventStream, readUIMessageStream, type UIMessage, uiMessageChunkSchema } from 'ai';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  openTestDatabase,
  readServerSentEvents,
  type Step,
  type StreamedEvent,
  shownText,
  type TestApp,
} from '../src/index.ts';

const words = ['Wash ', 'every ', 'seven ', 'to ', 'ten ', 'days.'];
const whole = words.join('');

/** What the next request is answered with, set by each test. */
let script: readonly Step[] = [];
const model = createScriptedModel('test/model', () => script);
const speaking = (): readonly Step[] => [...words.map((text) => ({ do: 'text', text }) as const), { do: 'finish' }];

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({
    database: await openTestDatabase('embedded', inject('templates')),
    // A reply that was kept would be given instead of the script's.
    environment: { REPLY_CACHE_MAX_ENTRIES: '0', CIRCUIT_BREAKER_FAILURE_THRESHOLD: '1000' },
    overrides: { models: [model] },
  });
});
afterAll(() => test[Symbol.asyncDispose]());

const typesOf = (events: readonly StreamedEvent[]) => events.map(({ part }) => part.type);
const detailsOf = (events: readonly StreamedEvent[]): ChatReplyDetails => {
  const part = events.map((event) => event.part).find((candidate) => candidate.type === 'data-reply');
  if (part?.type !== 'data-reply') throw new Error('The stream had no data-reply');
  return part.data;
};
const storedText = async (person: Awaited<ReturnType<TestApp['guest']>>, conversationId: string) => {
  const response = await person.request('GET', `/api/v1/conversations/${conversationId}/messages?order=newest&limit=1`);
  return response.json<{ items: Message[] }>().items[0];
};
/** A person whose first reply, with the disclosure in it, is behind them. */
const acquainted = async () => {
  const person = await test.guest();
  const { id: conversationId } = await person.startConversation('sienna');
  return { person, conversationId };
};

describe('a streamed reply', () => {
  it("is read by the AI SDK's own parser as one message with the text and the details", async () => {
    script = speaking();
    const { person, conversationId } = await acquainted();
    const response = await fetch(`${test.url}/api/v1/chat`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${person.session.accessToken}`,
      },
      body: JSON.stringify({ assistant: 'sienna', message: 'How often should I wash?', conversationId }),
    });
    expect(response.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
    if (response.body === null) throw new Error('The response has no body');
    const chunks = parseJsonEventStream({ stream: response.body, schema: uiMessageChunkSchema }).pipeThrough(
      new TransformStream({
        transform(result, controller) {
          if (!result.success) throw result.error;
          controller.enqueue(result.value);
        },
      }),
    );
    let last: UIMessage | undefined;
    for await (const message of readUIMessageStream({ stream: chunks })) last = message;
    expect(last).toMatchObject({
      role: 'assistant',
      parts: expect.arrayContaining([
        expect.objectContaining({ type: 'text', text: whole, state: 'done' }),
        expect.objectContaining({ type: 'data-reply' }),
      ]),
    });
  });

  it('numbers its events from 1 without a gap and ends with the details and finish', async () => {
    script = speaking();
    const { person, conversationId } = await acquainted();
    const events = await person.stream('sienna', 'How often should I wash?', { conversationId });
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(typesOf(events).slice(0, 2)).toEqual(['start', 'text-start']);
    expect(typesOf(events).slice(-3)).toEqual(['text-end', 'data-reply', 'finish']);
    expect(shownText(events)).toBe(whole);
  });

  it('gives the same reply as JSON does, from the same code', async () => {
    script = speaking();
    const { person, conversationId } = await acquainted();
    const streamed = await person.stream('sienna', 'How often should I wash?', { conversationId });
    const json = await person.say('sienna', 'How often should I wash?', { conversationId });
    expect(json.message.text).toBe(shownText(streamed));
    expect(Object.keys(detailsOf(streamed)).sort()).toEqual(Object.keys(json).sort());
  });

  it('is stored before it is said to be finished', async () => {
    script = speaking();
    const { person, conversationId } = await acquainted();
    const events = await person.stream('sienna', 'How often should I wash?', { conversationId });
    const stored = await storedText(person, conversationId);
    expect(stored?.text).toBe(shownText(events));
    expect(stored?.id).toBe(detailsOf(events).message.id);
  });
});

describe('a reader who leaves', () => {
  it('finds the rest at every event it could have left after', async () => {
    script = speaking();
    const { person, conversationId } = await acquainted();
    const messageId = randomUUID();
    const all = await person.stream('sienna', 'How often should I wash?', { conversationId, messageId });
    for (let after = 0; after <= all.length; after++) {
      const rest = await person.resume(messageId, after);
      expect([...all.slice(0, after), ...rest]).toEqual(all);
    }
  });

  it('does not stop the reply, whenever it hangs up', async () => {
    for (let stopAfter = 1; stopAfter <= 4; stopAfter++) {
      script = speaking();
      const { person, conversationId } = await acquainted();
      const messageId = randomUUID();
      await person.stream('sienna', 'How often should I wash?', { conversationId, messageId, stopAfter });
      const again = await person.resume(messageId, 0);
      expect(shownText(again)).toBe(whole);
      expect((await storedText(person, conversationId))?.text).toBe(whole);
    }
  });

  it('reads along with a reply that is still being written', async () => {
    const gate = Promise.withResolvers<void>();
    script = [
      { do: 'text', text: 'First. ' },
      { do: 'wait', until: gate.promise },
      { do: 'text', text: 'Second.' },
      { do: 'finish' },
    ];
    const { person, conversationId } = await acquainted();
    const messageId = randomUUID();
    const before = await person.stream('sienna', 'Tell me', { conversationId, messageId, stopAfter: 3 });
    const resumed = person.resume(messageId, before.length);
    gate.resolve();
    expect(shownText([...before, ...(await resumed)])).toBe('First. Second.');
  });

  it('is served the stored reply by another instance, told to drop what it had', async () => {
    script = speaking();
    const database = await openTestDatabase('embedded', inject('templates'));
    const first = await createTestApp({ database, ownsDatabase: false, overrides: { models: [model] } });
    const person = await first.guest();
    const { id: conversationId } = await person.startConversation('sienna');
    const messageId = randomUUID();
    const had = await person.stream('sienna', 'How often?', { conversationId, messageId, stopAfter: 3 });
    await person.resume(messageId, 0);
    await first[Symbol.asyncDispose]();

    await using second = await createTestApp({ database, overrides: { models: [model] } });
    const response = await fetch(`${second.url}/api/v1/chat/${messageId}/stream?after=${had.length}`, {
      headers: { authorization: `Bearer ${person.session.accessToken}` },
    });
    const rest = await readServerSentEvents(response);
    expect(rest[0]?.sequence).toBe(had.length + 1);
    expect(typesOf(rest)).toContain('data-replace');
    expect(shownText([...had, ...rest])).toBe(whole);
  });

  it('finds nothing of a message that is not theirs', async () => {
    script = speaking();
    const { person, conversationId } = await acquainted();
    const messageId = randomUUID();
    await person.stream('sienna', 'How often?', { conversationId, messageId });
    const stranger = await test.guest();
    const response = await stranger.request('GET', `/api/v1/chat/${messageId}/stream`);
    expect(response.status).toBe(404);
  });
});

describe('an attempt that dies', () => {
  it('before its first character is replaced silently', async () => {
    script = [{ do: 'throw', error: new Error('the vendor is down') }];
    const { person, conversationId } = await acquainted();
    const events = await person.stream('sienna', 'How often should I wash 4C hair?', { conversationId });
    expect(typesOf(events)).not.toContain('data-replace');
    const details = detailsOf(events);
    expect(details).toMatchObject({ model: 'rapport/built-in', attempts: 3, fallbackTriggered: true });
    expect(shownText(events)).not.toBe('');
    expect(shownText(events)).not.toContain('vendor');
  });

  const deaths: readonly (readonly [string, Step])[] = [
    ['throws', { do: 'throw', error: new Error('reset') }],
    ['is filtered', { do: 'finish', reason: 'filter' }],
    ['runs into its limit', { do: 'finish', reason: 'length' }],
  ];
  it.each(deaths)(
    'after it has shown text (it %s) is dropped, and the stored text is exactly the next attempt',
    async (_, death) => {
      script = [{ do: 'text', text: 'Half a sentence that ended. And' }, death];
      const { person, conversationId } = await acquainted();
      const events = await person.stream('sienna', 'How often should I wash 4C hair?', { conversationId });
      expect(typesOf(events)).toContain('data-replace');
      const stored = await storedText(person, conversationId);
      expect(stored?.text).toBe(shownText(events));
      expect(stored?.text).not.toContain('Half a sentence');
    },
  );

  it('by ending without a finish was cut, however whole it looked', async () => {
    script = [{ do: 'text', text: 'Looks whole.' }];
    const { person, conversationId } = await acquainted();
    const events = await person.stream('sienna', 'How often should I wash 4C hair?', { conversationId });
    expect(detailsOf(events).fallbackTriggered).toBe(true);
    expect(shownText(events)).not.toContain('Looks whole');
  });
});

describe('a person who stops the reply', () => {
  it('keeps what was shown, marked as cancelled, as a stream and in the conversation', async () => {
    script = [{ do: 'text', text: 'The first part. And half of' }, { do: 'hang' }];
    const { person, conversationId } = await acquainted();
    const messageId = randomUUID();
    const before = await person.stream('sienna', 'Tell me', { conversationId, messageId, stopAfter: 3 });
    const response = await person.request('POST', `/api/v1/chat/${messageId}/cancel`);
    expect(response.status).toBe(202);
    const rest = await person.resume(messageId, before.length);
    expect(detailsOf(rest).message.status).toBe('cancelled');
    expect(await storedText(person, conversationId)).toMatchObject({ text: 'The first part. ', status: 'cancelled' });
  });

  it('may do so twice, or too late, without harm', async () => {
    script = speaking();
    const { person, conversationId } = await acquainted();
    const messageId = randomUUID();
    await person.stream('sienna', 'Tell me', { conversationId, messageId });
    const late = await person.request('POST', `/api/v1/chat/${messageId}/cancel`);
    expect(late.status).toBe(202);
    expect(late.json()).toEqual({ messageId, status: 'finished' });
    expect((await storedText(person, conversationId))?.status).toBe('complete');
  });

  it('is heard by another instance', async () => {
    const database = await openTestDatabase('embedded', inject('templates'));
    const hanging = createScriptedModel('test/hanging', () => [{ do: 'text', text: 'Begun. ' }, { do: 'hang' }]);
    await using writing = await createTestApp({ database, overrides: { models: [hanging] } });
    await using other = await createTestApp({ database, ownsDatabase: false });
    const person = await writing.guest();
    const { id: conversationId } = await person.startConversation('sienna');
    const messageId = randomUUID();
    const before = await person.stream('sienna', 'Tell me', { conversationId, messageId, stopAfter: 3 });
    await other.request('POST', `/api/v1/chat/${messageId}/cancel`, { token: person.session.accessToken });
    const rest = await person.resume(messageId, before.length);
    expect(detailsOf(rest).message.status).toBe('cancelled');
  });
});

describe('what a person deleted', () => {
  it('is not read from memory either', async () => {
    script = speaking();
    const { person, conversationId } = await acquainted();
    const messageId = randomUUID();
    await person.stream('sienna', 'How often?', { conversationId, messageId });
    await person.request('DELETE', `/api/v1/conversations/${conversationId}`);
    expect((await person.request('GET', `/api/v1/chat/${messageId}/stream`)).status).toBe(404);
    expect(test.app.turn.live.find(person.session.user.id, messageId)).toBeNull();
  });

  it('while its reply is written ends the reply as deleted, not as our failure', async () => {
    const gate = Promise.withResolvers<void>();
    script = [{ do: 'text', text: 'Begun. ' }, { do: 'wait', until: gate.promise }, { do: 'finish' }];
    const { person, conversationId } = await acquainted();
    const messageId = randomUUID();
    const before = await person.stream('sienna', 'Tell me', { conversationId, messageId, stopAfter: 3 });
    const live = test.app.turn.live.find(person.session.user.id, messageId);
    const heard: StreamedEvent[] = [];
    const over = new Promise<void>((resolve) => {
      live?.subscribe(before.length, { part: (part) => heard.push(part), done: resolve });
    });
    await person.request('DELETE', `/api/v1/conversations/${conversationId}`);
    gate.resolve();
    await over;
    expect(heard.map(({ part }) => part).at(-1)).toMatchObject({ type: 'error', code: 'NOT_FOUND' });
    expect(test.logLines.some(({ event, requestId }) => event === 'turn_not_stored' && requestId === messageId)).toBe(
      false,
    );
  });
});

describe('a turn that another instance takes over', () => {
  it('tells a reader who has half of the first attempt to drop it', async () => {
    const database = await openTestDatabase('embedded', inject('templates'));
    const dying = createScriptedModel('test/dying', () => [
      { do: 'text', text: 'Half of the first. ' },
      { do: 'hang' },
    ]);
    await using first = await createTestApp({ database, overrides: { models: [dying] } });
    const person = await first.guest();
    const { id: conversationId } = await person.startConversation('sienna');
    const messageId = randomUUID();
    const had = await person.stream('sienna', 'Tell me', { conversationId, messageId, stopAfter: 3 });
    await database.pool.query("update turns set lease_until = now() - interval '1 second' where message_id = $1", [
      messageId,
    ]);

    const whole = createScriptedModel('test/whole', () => [
      { do: 'text', text: 'The second, whole.' },
      { do: 'finish' },
    ]);
    await using second = await createTestApp({ database, ownsDatabase: false, overrides: { models: [whole] } });
    const token = person.session.accessToken;
    await second.request('POST', '/api/v1/chat', {
      token,
      body: { assistant: 'sienna', message: 'Tell me', conversationId, messageId },
    });
    const rest = await readServerSentEvents(
      await fetch(`${second.url}/api/v1/chat/${messageId}/stream?after=${had.length}`, {
        headers: { authorization: `Bearer ${token}` },
      }),
    );
    expect(shownText([...had, ...rest])).toBe('The second, whole.');
    await first.app.turn.live.cancel(person.session.user.id, messageId);
  });
});
