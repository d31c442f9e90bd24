import type { AdviceOnFile, AdviceOutcomes, ChatReply, CreatedConversation, Session } from '@rapport/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createTestApp,
  FakeClock,
  onEachDatabase,
  type RequestOptions,
  type TestApp,
  type TestResponse,
} from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const DAY_MS = 86_400_000;
const OPERATOR_TOKEN = 'operator-token-of-the-advice-test-0123456789';

/** Somebody who comes back after weeks: an access token lives for minutes, and the session renews it. */
interface Visitor {
  readonly userId: string;
  request(method: string, path: string, options?: RequestOptions): Promise<TestResponse>;
  say(assistant: string, message: string, more?: { conversationId?: string }): Promise<ChatReply>;
  startConversation(assistant: string): Promise<CreatedConversation>;
}

onEachDatabase('the outcome of advice', (databases) => {
  let test: TestApp;
  let clock: FakeClock;
  beforeAll(async () => {
    clock = new FakeClock(new Date('2026-10-05T10:00:00Z'));
    test = await createTestApp({
      database: await databases.migrated(),
      environment: {
        ACCESS_TOKEN_LIFETIME_SECONDS: '86400',
        REFRESH_TOKEN_LIFETIME_SECONDS: '31536000',
        OPERATOR_TOKEN,
      },
      overrides: { clock },
    });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const visitor = async (): Promise<Visitor> => {
    let session = (await test.request('POST', '/api/v1/auth/guest', { body: {} })).json<Session>();
    let renewedAt = clock.now().getTime();
    const request: Visitor['request'] = async (method, path, options = {}) => {
      if (clock.now().getTime() - renewedAt > DAY_MS / 2) {
        const body = { refreshToken: session.refreshToken };
        session = (await test.request('POST', '/api/v1/auth/refresh', { body })).json<Session>();
        renewedAt = clock.now().getTime();
      }
      return test.request(method, path, { token: session.accessToken, ...options });
    };
    const ok = async <Body>(response: Promise<TestResponse>): Promise<Body> => {
      const { status, text, json } = await response;
      expect(status, text).toBeLessThan(300);
      return json<Body>();
    };
    return {
      userId: session.user.id,
      request,
      say: (assistant, message, more = {}) =>
        ok(request('POST', '/api/v1/chat', { body: { assistant, message, ...more } })),
      startConversation: (assistant) => ok(request('POST', '/api/v1/conversations', { body: { assistant } })),
    };
  };
  const adviceOf = async (person: Visitor, assistant = 'sienna'): Promise<AdviceOnFile[]> =>
    (await person.request('GET', `/api/v1/advice?assistant=${assistant}`)).json<{ items: AdviceOnFile[] }>().items;
  const onItem = async (person: Visitor, id: string): Promise<AdviceOnFile | undefined> =>
    (await adviceOf(person)).find(({ source }) => source.id === id);
  const countOf = async (table: string, person: Visitor): Promise<number> =>
    (await test.app.database.pool.query(`select from ${table} where user_id = $1`, [person.userId])).rowCount ?? 0;

  it('is asked after weeks later, read in their words, and shapes what is advised next: three visits', async () => {
    const person = await visitor();
    // First visit: advice is given, the same twice is one.
    const first = await person.say('sienna', 'Which oil or butter should I use for my dry ends?');
    await person.say('sienna', 'Is oil or butter better for 4c?', { conversationId: first.conversationId });
    const given = await onItem(person, 'oils-and-butters');
    expect(given).toMatchObject({ kind: 'technique', state: 'given', concern: 'dryness', reports: [] });
    expect(given?.what).toMatch(/^sealing with an oil or a butter/);
    expect(await countOf('advice_givings', person)).toBeGreaterThanOrEqual(2);

    // A day later it is not asked after.
    clock.advance(DAY_MS);
    expect((await person.startConversation('sienna')).greeting.text).not.toMatch(/we talked about/);

    // Second visit, three weeks later.
    clock.advance(20 * DAY_MS);
    const second = await person.startConversation('sienna');
    expect(second.greeting.text).toMatch(
      /Three weeks ago we talked about sealing with an oil or a butter that suits your strands\. How has that been\?$/,
    );
    expect(await onItem(person, 'oils-and-butters')).toMatchObject({ state: 'asked' });
    const answer = await person.say('sienna', "It's been a game changer, my ends stay soft for days", {
      conversationId: second.id,
    });
    expect(answer.message.text).toMatch(/sealing with an oil or a butter/);
    expect(await onItem(person, 'oils-and-butters')).toMatchObject({
      state: 'worked',
      reports: [{ outcome: 'worked', quote: "It's been a game changer, my ends stay soft for days", confidence: 0.9 }],
    });
    // What it is told of it now builds on that.
    const built = await person.say('sienna', 'Does oil moisturize hair?', { conversationId: second.id });
    expect(built.message.text).toMatch(/worked for you in October/);

    // Third visit, three weeks on: what is answered is not asked again; a later word takes the place of the first.
    clock.advance(21 * DAY_MS);
    const third = await person.startConversation('sienna');
    expect(third.greeting.text).not.toMatch(/sealing with an oil/);
    const harmed = await person.say('sienna', 'The oils you recommended broke me out along my hairline', {
      conversationId: third.id,
    });
    expect(harmed.message.text).toMatch(/sorry/i);
    expect(harmed.message.text).toMatch(/doctor/);
    expect(harmed.products).toEqual([]);
    const after = await onItem(person, 'oils-and-butters');
    expect(after).toMatchObject({ state: 'harmed' });
    expect(after?.reports.map(({ outcome }) => outcome)).toEqual(['harmed', 'worked']);
    const next = await person.say('sienna', 'My hair is so dry lately, what can I do?', { conversationId: third.id });
    expect(next.citations.map(({ id }) => id)).not.toContain('oils-and-butters');
    const named = await person.say('sienna', 'Should I use oil or butter?', { conversationId: third.id });
    expect(named.message.text).toMatch(/harmed you|on that spot|on it\b/);
    // Nothing of it is held against them as an allergy: they never said so.
    const profile = (await person.request('GET', '/api/v1/profile')).json<{
      assistants: { sienna: { hairProfile: Record<string, unknown> } };
    }>();
    expect(profile.assistants.sienna.hairProfile).not.toHaveProperty('sensitivities');
  });

  it('asks who only says hello in a conversation of theirs, once a visit, and not who comes with a question', async () => {
    const person = await visitor();
    const { conversationId } = await person.say('sienna', 'How do I detangle my matted hair without breakage?');
    expect((await adviceOf(person)).length).toBeGreaterThan(0);
    clock.advance(16 * DAY_MS);
    const question = await person.say('sienna', 'How often should I wash 4C hair?', { conversationId });
    expect(question.message.text).not.toMatch(/we talked about/);
    const hello = await person.say('sienna', 'Hi!', { conversationId });
    expect(hello.message.text).toMatch(/Two weeks ago we talked about .+\. How has that been\?/);
    expect((await person.say('sienna', 'Hello?', { conversationId })).message.text).not.toMatch(/we talked about/);
    const asked = (await adviceOf(person)).find(({ state }) => state === 'asked');
    expect(hello.message.text).toContain(asked?.what);
    // An answer that could be read either way is asked about, and what is tapped is read.
    await person.say('sienna', 'Hmm, what was that again?', { conversationId });
    expect((await adviceOf(person)).every(({ reports }) => reports.length === 0)).toBe(true);
  });

  it('asks once more where an answer could be read either way, and reads what is tapped', async () => {
    const person = await visitor();
    await person.say('sienna', 'How do I deep condition and how often?');
    clock.advance(15 * DAY_MS);
    const { id, greeting } = await person.startConversation('sienna');
    expect(greeting.text).toMatch(/How has that been\?$/);
    const unsure = await person.say('sienna', 'My hair feels a certain way about that one', { conversationId: id });
    expect(unsure.message.text).toMatch(/did it help, help a little, do nothing or make things worse/);
    expect(await onItem(person, 'deep-conditioning')).toMatchObject({ reports: [] });
    expect(unsure.suggestions).toContain('It helped a little');
    await person.say('sienna', 'It helped a little', { conversationId: id });
    expect(await onItem(person, 'deep-conditioning')).toMatchObject({ state: 'partly' });
  });

  it('asks twice at most, and then never again', async () => {
    const person = await visitor();
    await person.say('sienna', 'What does a pre-poo do, how do I oil my hair before shampoo?');
    expect(await onItem(person, 'pre-poo')).toMatchObject({ state: 'given' });
    const greetings: string[] = [];
    for (let visit = 0; visit < 5; visit += 1) {
      clock.advance(16 * DAY_MS);
      const { id, greeting } = await person.startConversation('sienna');
      greetings.push(greeting.text);
      await person.say('sienna', 'lol', { conversationId: id });
    }
    expect(greetings.filter((text) => text.includes('oiling your hair before shampoo'))).toHaveLength(2);
    expect(await onItem(person, 'pre-poo')).toMatchObject({ state: 'dropped', askAfter: null });
  });

  it('follows a doctor up sooner, in other words and without a sale', async () => {
    const person = await visitor();
    await person.say('sienna', 'I found a smooth bald patch the size of a coin, what is it?');
    expect(await onItem(person, 'sudden-bald-patches')).toMatchObject({ kind: 'care' });
    clock.advance(6 * DAY_MS);
    const { id, greeting } = await person.startConversation('sienna');
    expect(greeting.text).toMatch(/Were you able to see someone\?$/);
    const told = await person.say('sienna', 'Not yet, the appointment is next month', { conversationId: id });
    expect(told.products).toEqual([]);
    expect(await onItem(person, 'sudden-bald-patches')).toMatchObject({ state: 'not_tried' });
  });

  it('asks which is meant, and takes the answer', async () => {
    const person = await visitor();
    const { conversationId } = await person.say('sienna', 'How do I deep condition and how often?');
    await person.say('sienna', 'How do I use rice water?', { conversationId });
    expect((await adviceOf(person)).length).toBe(2);
    clock.advance(5 * DAY_MS);
    const unclear = await person.say('sienna', 'What you told me really worked, thank you so much', { conversationId });
    expect(unclear.message.text).toMatch(/which do you mean: .+ or .+\?/);
    await person.say('sienna', 'The deep conditioning', { conversationId });
    expect(await onItem(person, 'deep-conditioning')).toMatchObject({ state: 'worked' });
    expect(await onItem(person, 'rice-water')).toMatchObject({ state: 'given' });
  });

  it('is edited, dropped and deleted by the person, and nobody else', async () => {
    const person = await visitor();
    await person.say('sienna', 'How do I deep condition and how often?');
    const found = await onItem(person, 'deep-conditioning');
    const path = `/api/v1/advice/${found?.id}`;
    const entered = await person.request('PATCH', path, { body: { outcome: 'partly' } });
    expect(entered.json<AdviceOnFile>()).toMatchObject({
      state: 'partly',
      reports: [{ outcome: 'partly', quote: null, sourceMessageId: null, confidence: 1 }],
    });
    const refused = await person.request('PATCH', path, { body: { outcome: 'splendid' } });
    expect(refused.status).toBe(400);
    expectProblem(refused, 'VALIDATION_ERROR');
    const stranger = await visitor();
    for (const method of ['PATCH', 'DELETE'] as const)
      expectProblem(
        await stranger.request(method, path, method === 'PATCH' ? { body: { outcome: 'worked' } } : {}),
        'NOT_FOUND',
      );
    expect((await person.request('DELETE', path)).status).toBe(204);
    expect(await adviceOf(person)).toEqual([]);
    expect(await countOf('advice_reports', person)).toBe(0);
  });

  it('goes with the conversation it rests on, stays with a report in another, and is exported and erased', async () => {
    const person = await visitor();
    const first = await person.say('sienna', 'How do I deep condition and how often?');
    await person.say('sienna', 'What does a pre-poo do?', { conversationId: first.conversationId });
    clock.advance(15 * DAY_MS);
    const later = await person.say('sienna', 'The deep conditioning you told me about did nothing for me');
    expect(await onItem(person, 'deep-conditioning')).toMatchObject({ state: 'did_not' });
    const exported = (await person.request('GET', '/api/v1/profile/export')).json<Record<string, unknown[]>>();
    expect(exported.advice?.length).toBeGreaterThanOrEqual(2);
    expect(exported.adviceReports).toHaveLength(1);
    await person.request('DELETE', `/api/v1/conversations/${first.conversationId}`);
    expect(await onItem(person, 'pre-poo')).toBeUndefined();
    expect(await onItem(person, 'deep-conditioning')).toMatchObject({ state: 'did_not', messageId: null });
    await test.app.database.pool.query('update messages set forgotten_at = now() where user_id = $1', [person.userId]);
    expect(await onItem(person, 'deep-conditioning')).toBeUndefined();
    expect(later.message.text).toBeTruthy();
    await person.say('sienna', 'How do I deep condition and how often?');
    expect((await person.request('DELETE', '/api/v1/profile')).status).toBe(200);
    for (const table of ['advice', 'advice_givings', 'advice_reports']) expect(await countOf(table, person)).toBe(0);
  });

  it('keeps nothing where memory is off, in pain, of others or from small talk', async () => {
    const person = await visitor();
    await person.say('sienna', 'Hello!');
    await person.say('sienna', 'Thank you so much');
    await person.say('sienna', 'How do I deep condition the hair of my friend?');
    await person.request('PATCH', '/api/v1/profile', { body: { consent: { memory: false } } });
    await person.say('sienna', 'How do I deep condition and how often?');
    expect(await adviceOf(person)).toEqual([]);
    expect(await adviceOf(person, 'jumbo')).toEqual([]);
  });

  it('is counted for operators where five people or more told of it, and for nobody else', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => visitor()));
    for (const [place, person] of people.entries()) {
      await person.say('sienna', 'What are single strand knots and how do I stop fairy knots?');
      const found = await onItem(person, 'single-strand-knots');
      await person.request('PATCH', `/api/v1/advice/${found?.id}`, {
        body: { outcome: place < 3 ? 'worked' : 'harmed' },
      });
    }
    const asked = await test.request('GET', '/api/v1/admin/advice-outcomes?assistant=sienna', {
      token: OPERATOR_TOKEN,
    });
    const { items, leastPeople } = asked.json<AdviceOutcomes>();
    expect(leastPeople).toBe(5);
    expect(items.find(({ source }) => source.id === 'single-strand-knots')).toEqual({
      assistant: 'sienna',
      source: { kind: 'passage', id: 'single-strand-knots' },
      people: 5,
      worked: 3,
      partly: 0,
      didNot: 0,
      notTried: 0,
      harmed: 2,
    });
    expect(items.every((item) => item.people >= 5)).toBe(true);
    const [person] = people;
    expect((await person?.request('GET', '/api/v1/admin/advice-outcomes'))?.status).toBe(403);
  });
});
