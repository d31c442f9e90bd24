import type {
  CaseDetail,
  CaseSummary,
  ChatReply,
  ConversationDetail,
  ConversationLease,
  HandOffState,
  ListedMessage,
} from '@rapport/wire';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  FakeClock,
  onEachDatabase,
  readServerSentEvents,
  shownText,
  type TestApp,
  type TestPerson,
  type TestResponse,
} from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const OPERATOR_TOKEN = 'op-7Yd2kQ9vX4mL1tW8zB3nC6rH5jS0pG-hand-off-test';
const environment = { OPERATOR_TOKEN };

/** What an operator does, with a token of their own making no difference but the name. */
const desk = (test: TestApp) => {
  const call = (method: string, path: string, body?: object) =>
    test.request(method, `/api/v1/admin/cases${path}`, {
      token: OPERATOR_TOKEN,
      ...(body === undefined ? {} : { body }),
    });
  return {
    call,
    list: async (query = '') => (await call('GET', query)).json<{ items: CaseSummary[]; nextCursor: string | null }>(),
    read: async (id: string) => (await call('GET', `/${id}`)).json<CaseDetail>(),
    take: async (id: string, displayName = 'Naomi') =>
      (await call('POST', `/${id}/take`, { displayName })).json<ConversationLease>(),
    say: (id: string, fencingToken: number, text: string, messageId = crypto.randomUUID()) =>
      call('POST', `/${id}/messages`, { fencingToken, text, messageId }),
    handBack: (id: string, fencingToken: number) => call('POST', `/${id}/hand-back`, { fencingToken }),
  };
};

const messagesOf = async (person: TestPerson, conversationId: string): Promise<ListedMessage[]> =>
  (await person.request('GET', `/api/v1/conversations/${conversationId}/messages?limit=100`)).json<{
    items: ListedMessage[];
  }>().items;
const stateOf = async (person: TestPerson, conversationId: string) =>
  (await person.request('GET', `/api/v1/conversations/${conversationId}`)).json<ConversationDetail>().handOff;
/** A conversation with an open case. */
const openCase = async (person: TestPerson) => {
  const first = await person.say('sienna', 'Can I talk to a real person about my loyalty points?');
  const { conversationId } = first;
  const opened = await person.say('sienna', 'mia@example.com', { conversationId });
  return { conversationId, caseId: opened.handOff?.caseId ?? '', opened };
};

onEachDatabase('handing a conversation to people', (databases) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ database: await databases.migrated(), environment });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  it('asks for what an order needs, one thing at a time, opens a case and says what happens next', async () => {
    const person = await test.guest();
    const first = await person.say('sienna', 'my package never arrived');
    expect(first.handOff).toMatchObject({ state: 'collecting', reason: 'order', caseId: null });
    expect(first.message.text).toContain('order number');
    expect(first.message.text).not.toContain('e-mail address');
    const { conversationId } = first;
    const second = await person.say('sienna', 'I think it was #48213', { conversationId });
    expect(second.message.text).toContain('e-mail address');
    const third = await person.say('sienna', 'sure: mia@example.com', { conversationId });
    expect(third.handOff).toMatchObject({ state: 'waiting', reason: 'order' });
    expect(third.message.text).toMatch(/Your case is [0-9A-Z]{3}-[0-9A-Z]{3}/);
    expect(third.message.text).toMatch(/you'll hear from a person by .+, at mia@example\.com/);
    const detail = await desk(test).read(third.handOff?.caseId ?? '');
    expect(detail).toMatchObject({
      status: 'open',
      reason: 'order',
      conversationId,
      reference: third.handOff?.reference,
      collected: { orderNumber: '48213', email: 'mia@example.com' },
      person: { email: 'mia@example.com', isGuest: true },
      lease: null,
      events: [{ kind: 'opened' }],
      deliveries: [],
    });
    expect(detail.transcript.items[0]).toMatchObject({ author: 'assistant', text: third.message.text });
    expect(await stateOf(person, conversationId)).toMatchObject({ state: 'waiting', caseId: detail.id });
    const later = await person.say('sienna', 'where is my order?', { conversationId });
    expect(later.message.text).toContain(detail.reference);
    expect(
      (await desk(test).list(`?reason=order`)).items.filter((one) => one.conversationId === conversationId),
    ).toHaveLength(1);
  });

  it('takes an e-mail from the account and does not ask for it', async () => {
    const person = await test.signUp('nia@example.com', 'Nia');
    const opened = await person.say('sienna', 'I want a refund for order 55120, the mask came half empty');
    expect(opened.handOff?.state).toBe('waiting');
    expect((await desk(test).read(opened.handOff?.caseId ?? '')).collected).toMatchObject({
      email: 'nia@example.com',
      orderNumber: '55120',
    });
  });

  it('opens the case with what there is when the person refuses, and nothing at all when they think better of it', async () => {
    const person = await test.guest();
    const { conversationId } = await person.say('sienna', 'Can I talk to a real person please?');
    const dropped = await person.say('sienna', 'never mind', { conversationId });
    expect(dropped.handOff).toBeUndefined();
    await person.say('sienna', 'Can I talk to a real person please?', { conversationId });
    const refused = await person.say('sienna', "I'd rather not say", { conversationId });
    expect(refused.handOff).toMatchObject({ state: 'waiting', reason: 'asked' });
    expect(await desk(test).read(refused.handOff?.caseId ?? '')).toMatchObject({
      collected: {},
      person: { email: null },
    });
  });

  it('answers what is asked in between, and gives up asking after two', async () => {
    const person = await test.guest();
    const { conversationId } = await person.say('sienna', 'where is my order?');
    const aside = await person.say('sienna', 'How often should I wash 4C hair?', { conversationId });
    expect(aside.citations.length).toBeGreaterThan(0);
    expect(aside.message.text).toContain('order number');
    const second = await person.say('sienna', 'What does porosity mean?', { conversationId });
    expect(second.handOff?.state).toBe('waiting');
  });

  it('offers people after three answers that were none, and no sooner', async () => {
    const silent = createScriptedModel('test/none', () => [
      { do: 'text', text: "I don't have that in what I've been given, so I won't guess." },
      { do: 'finish' },
    ]);
    await using app = await createTestApp({
      database: await databases.migrated(),
      environment,
      overrides: { models: [silent] },
    });
    const person = await app.guest();
    const replies: ChatReply[] = [];
    let conversationId: string | undefined;
    for (const question of ['Is rosemary from Peru better?', 'And from Chile?', 'And from Spain?']) {
      const reply = await person.say('sienna', question, conversationId === undefined ? {} : { conversationId });
      conversationId = reply.conversationId;
      replies.push(reply);
    }
    expect(replies.map(({ handOff }) => handOff?.state)).toEqual([undefined, undefined, 'offered']);
    expect(replies[2]?.suggestions).toEqual(['Yes, please', 'No, thanks']);
    const taken = await person.say('sienna', 'yes please', conversationId === undefined ? {} : { conversationId });
    expect(taken.handOff).toMatchObject({ state: 'collecting', reason: 'unanswered' });
  });

  it('leaves an assistant alone that hands over to nobody', async () => {
    const person = await test.guest();
    const reply = await person.say('jumbo', 'Can I talk to a real person please?');
    expect(reply.handOff).toBeUndefined();
  });

  it('comes after safety: a crisis in the middle of it is met as ever, and it goes on afterwards', async () => {
    const person = await test.guest();
    const { conversationId } = await person.say('sienna', 'where is my order?');
    const crisis = await person.say('sienna', 'I want to kill myself', { conversationId });
    expect(crisis.safety).toBe('crisis');
    expect(crisis.message.text).toMatch(/988|findahelpline/);
  });

  it('is silent while a person answers, who is shown by name, and says once each who is speaking', async () => {
    const person = await test.guest();
    const { conversationId, caseId } = await openCase(person);
    const { take, say, handBack } = desk(test);
    const lease = await take(caseId);
    expect(lease).toMatchObject({ humanName: 'Naomi', fencingToken: 1 });
    const notice = await person.say('sienna', 'How often should I wash 4C hair?', { conversationId });
    expect(notice.message.text).toContain('Naomi from the Sienna Naturals care team is answering you here now');
    expect(notice.silent).toBeUndefined();
    expect(notice.handOff).toMatchObject({ state: 'human', humanName: 'Naomi' });
    const silent = await person.say('sienna', 'Are you there?', { conversationId });
    expect(silent).toMatchObject({ silent: true, message: { text: '' }, handOff: { state: 'human' } });
    const messageId = crypto.randomUUID();
    const said = await say(caseId, lease.fencingToken, 'Hi, Naomi here. <b>Looking</b> now.', messageId);
    expect(said.status).toBe(201);
    expect((await say(caseId, lease.fencingToken, 'Hi, Naomi here. <b>Looking</b> now.', messageId)).status).toBe(201);
    expectProblem(await say(caseId, lease.fencingToken, 'Something else', messageId), 'CONFLICT');
    const seen = await messagesOf(person, conversationId);
    expect(seen.filter(({ author }) => author === 'human')).toMatchObject([
      { id: messageId, role: 'assistant', authorName: 'Naomi', text: 'Hi, Naomi here. <b>Looking</b> now.' },
    ]);
    expect(seen.filter(({ text }) => text === '')).toEqual([]);
    expect(seen.filter(({ text }) => text.includes('is answering you here now'))).toHaveLength(1);
    expect((await handBack(caseId, lease.fencingToken)).status).toBe(204);
    const back = await person.say('sienna', 'How often should I wash 4C hair?', { conversationId });
    expect(back.message.text).toMatch(
      /^Naomi has left the conversation for now, so it's Sienna, the AI, answering again\./,
    );
    expect(back.citations.length).toBeGreaterThan(0);
    const after = await person.say('sienna', 'What is porosity?', { conversationId });
    expect(after.message.text).not.toContain('answering again');
  });

  it('tells who answers before the first word of theirs where the person has written nothing since', async () => {
    const person = await test.guest();
    const { conversationId, caseId } = await openCase(person);
    const { take, say } = desk(test);
    const { fencingToken } = await take(caseId, 'Ife');
    await say(caseId, fencingToken, 'Hello!');
    await say(caseId, fencingToken, 'Me again.');
    const [notice, first, second] = (await messagesOf(person, conversationId)).slice(-3);
    expect(notice).toMatchObject({ author: 'assistant', text: expect.stringContaining('Ife from the') });
    expect([first, second]).toMatchObject([
      { author: 'human', text: 'Hello!' },
      { author: 'human', text: 'Me again.' },
    ]);
    expect((await person.say('sienna', 'thanks', { conversationId })).silent).toBe(true);
  });

  it('keeps the crisis protocol while a person answers', async () => {
    const person = await test.guest();
    const { conversationId, caseId } = await openCase(person);
    await desk(test).take(caseId);
    const crisis = await person.say('sienna', 'I want to kill myself', { conversationId });
    expect(crisis.safety).toBe('crisis');
    expect(crisis.message.text).toMatch(/988|findahelpline/);
    expect(await desk(test).read(caseId)).toMatchObject({ crisisAt: expect.any(String) });
  });

  it('does not show a reply that was being written when a person took the conversation', async () => {
    const gate = Promise.withResolvers<void>();
    const model = createScriptedModel('test/slow', () => [
      { do: 'text', text: 'Words of the machine' },
      { do: 'wait', until: gate.promise },
      { do: 'finish' },
    ]);
    await using app = await createTestApp({
      database: await databases.migrated(),
      environment,
      overrides: { models: [model] },
    });
    const person = await app.guest();
    const { conversationId, caseId } = await openCase(person);
    const messageId = crypto.randomUUID();
    const streamed = person.stream('sienna', 'Is rosemary from Peru better?', { conversationId, messageId });
    await vi.waitFor(() => expect(model.requests.length).toBe(1), { timeout: 20_000 });
    const { fencingToken } = await desk(app).take(caseId);
    gate.resolve();
    const events = await streamed;
    const parts = events.map(({ part }) => part);
    expect(parts).toContainEqual({ type: 'data-replace', data: { reason: 'human-answers' } });
    expect(shownText(events)).toContain('is answering you here now');
    expect(shownText(events)).not.toContain('Words of the machine');
    expect(parts.find(({ type }) => type === 'data-reply')).toMatchObject({ data: { handOff: { state: 'human' } } });
    const stored = await messagesOf(person, conversationId);
    expect(JSON.stringify(stored)).not.toContain('Words of the machine');
    expect(stored.at(-1)?.text).toContain('Naomi from the Sienna Naturals care team');
    const replayed = await person.say('sienna', 'Is rosemary from Peru better?', { conversationId, messageId });
    expect(replayed.message.text).toBe(stored.at(-1)?.text);
    expect(
      await desk(app)
        .say(caseId, fencingToken, 'Hi')
        .then(({ status }) => status),
    ).toBe(201);
    // What the attempt cost is in the ledger all the same.
    const { rowCount } = await app.app.database.pool.query('select from model_attempts where message_id = $1', [
      messageId,
    ]);
    expect(rowCount).toBe(1);
  });

  it('races turns against takings: whatever the machine says stands before the taking or not at all', async () => {
    const person = await test.guest();
    const { conversationId, caseId } = await openCase(person);
    const { take, handBack } = desk(test);
    for (let round = 0; round < 4; round += 1) {
      const [lease, ...replies] = await Promise.all([
        take(caseId, `Naomi ${round}`),
        ...Array.from({ length: 3 }, () =>
          person.say('sienna', 'How often should I wash 4C hair?', { conversationId }),
        ),
      ]);
      expect(replies).toHaveLength(3);
      // Whoever was answered by the assistant was so before the taking; after it there is the notice or silence.
      for (const { silent, message } of replies) expect(silent === true).toBe(message.text === '');
      const after = await person.say('sienna', 'And 3C hair?', { conversationId });
      expect(after.silent === true || after.message.text.includes('is answering you here now')).toBe(true);
      // Of messages in the same instant one is told, and the others are silent.
      const told = (replied: ChatReply) => replied.message.text.includes(`Naomi ${round} from the`);
      expect([...replies, after].filter(told)).toHaveLength(1);
      await handBack(caseId, lease.fencingToken);
    }
  });

  it('gives a conversation to one at a time, and refuses an old token', async () => {
    const person = await test.guest();
    const { caseId } = await openCase(person);
    const { call, say, handBack } = desk(test);
    const kemi = await operator(test, 'kemi@example.com', 'Kemi');
    const lola = await operator(test, 'lola@example.com', 'Lola');
    const takeAs = (who: TestPerson) => who.request('POST', `/api/v1/admin/cases/${caseId}/take`, { body: {} });
    const taken = await Promise.all([takeAs(kemi), takeAs(lola)]);
    expect(taken.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner, loser] = taken[0]?.status === 200 ? [kemi, lola] : [lola, kemi];
    expectProblem(await takeAs(loser), 'CONFLICT');
    const again = (await takeAs(winner)).json<ConversationLease>();
    expect(again.fencingToken).toBe(2);
    expectProblem(await say(caseId, 1, 'Late'), 'CONFLICT');
    expectProblem(await handBack(caseId, 2), 'CONFLICT');
    expectProblem(await call('POST', `/${caseId}/resolve`, {}), 'CONFLICT');
    const own = (path: string, body: object) =>
      winner.request('POST', `/api/v1/admin/cases/${caseId}/${path}`, { body });
    expectProblem(await own('messages', { fencingToken: 1, text: 'Old' }), 'CONFLICT');
    expect((await own('renew', { fencingToken: 2 })).status).toBe(200);
    expect((await own('notes', { text: 'Sent a new bottle' })).status).toBe(204);
    expect((await own('resolve', { fencingToken: 2 })).status).toBe(204);
    expectProblem(await takeAs(loser), 'CONFLICT');
    const detail = await desk(test).read(caseId);
    expect(detail).toMatchObject({ status: 'resolved', lease: null, takenBy: winner.session.user.name });
    expect(detail.events.map(({ kind }) => kind)).toEqual(['opened', 'taken', 'taken', 'note', 'resolved']);
    expectProblem(await call('GET', `/${crypto.randomUUID()}`), 'NOT_FOUND');
    expectProblem(await call('POST', `/${crypto.randomUUID()}/take`, {}), 'NOT_FOUND');
  });

  it('lists cases by status and reason, page by page', async () => {
    const person = await test.guest();
    for (let count = 0; count < 3; count += 1) await openCase(person);
    const { list } = desk(test);
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `?reason=asked&limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await list('?status=resolved')).items.every(({ status }) => status === 'resolved')).toBe(true);
    expectProblem(await desk(test).call('GET', '?cursor=nonsense'), 'VALIDATION_ERROR');
  });

  it('lets a reader follow the conversation as people speak in it', async () => {
    const person = await test.guest();
    const { conversationId, caseId, opened } = await openCase(person);
    const response = await fetch(
      `${test.url}/api/v1/conversations/${conversationId}/events?after=${opened.message.id}`,
      {
        headers: { authorization: `Bearer ${person.session.accessToken}` },
      },
    );
    const reading = readServerSentEvents(response, 4);
    const { take, say } = desk(test);
    const { fencingToken } = await take(caseId);
    await say(caseId, fencingToken, 'Hello from Naomi');
    // Not parts of a reply: each is a message, or where the conversation stands.
    const events = (await reading).map(
      ({ part }) => part as unknown as Partial<ListedMessage & { handOff: HandOffState }>,
    );
    const texts = events.flatMap(({ text }) => text ?? []);
    expect(texts).toEqual([expect.stringContaining('Naomi from the'), 'Hello from Naomi']);
    expect(events.some(({ handOff }) => handOff?.state === 'human')).toBe(true);
    const later = await person.request(
      'GET',
      `/api/v1/conversations/${conversationId}/messages?after=${opened.message.id}`,
    );
    expect(later.json<{ items: ListedMessage[] }>().items.map(({ text }) => text)).toEqual(texts);
    const stranger = await test.guest();
    expectProblem(await stranger.request('GET', `/api/v1/conversations/${conversationId}/events`), 'NOT_FOUND');
  });

  it('exports cases with the person and erases them, naming their rows', async () => {
    const person = await test.guest();
    const { conversationId, caseId } = await openCase(person);
    await desk(test).call('POST', `/${caseId}/notes`, { text: 'Canary of a note' });
    const exported = (await person.request('GET', '/api/v1/profile/export')).text;
    for (const part of [caseId, 'Canary of a note', 'mia@example.com']) expect(exported).toContain(part);
    const other = await openCase(person);
    await person.request('DELETE', `/api/v1/conversations/${other.conversationId}`);
    expectProblem(await desk(test).call('GET', `/${other.caseId}`), 'NOT_FOUND');
    const receipt = (await person.request('DELETE', '/api/v1/profile')).json<{
      stores: { store: string; rows: number }[];
    }>();
    const rows = new Map(receipt.stores.map(({ store, rows: count }) => [store, count]));
    expect([rows.get('cases'), rows.get('case_events')]).toEqual([1, 2]);
    const { rowCount } = await test.app.database.pool.query('select from cases where conversation_id = $1', [
      conversationId,
    ]);
    expect(rowCount).toBe(0);
  });
});

onEachDatabase('a lease', (databases) => {
  it('outlives a restart, and ends by itself: the assistant answers again and says so', async () => {
    const database = await databases.migrated();
    const clock = new FakeClock(new Date('2026-12-01T15:00:00Z'));
    const first = await createTestApp({ database, ownsDatabase: false, environment, overrides: { clock } });
    const person = await first.guest();
    const { conversationId, caseId } = await openCase(person);
    const { fencingToken } = await desk(first).take(caseId);
    await person.say('sienna', 'Hello?', { conversationId });
    await first[Symbol.asyncDispose]();
    const second = await createTestApp({ database, ownsDatabase: false, environment, overrides: { clock } });
    const say = async (message: string): Promise<TestResponse> =>
      second.request('POST', '/api/v1/chat', {
        token: person.session.accessToken,
        body: { assistant: 'sienna', message, conversationId },
      });
    expect((await say('Still there?')).json<ChatReply>().silent).toBe(true);
    clock.advance(11 * 60_000);
    const back = (await say('How often should I wash 4C hair?')).json<ChatReply>();
    expect(back.message.text).toContain('Sienna, the AI, answering again');
    expectProblem(await desk(second).say(caseId, fencingToken, 'Too late'), 'CONFLICT');
    await second[Symbol.asyncDispose]();
    await database.close();
  });
});

/** Somebody with an account that may do what operators do. */
async function operator(test: TestApp, email: string, name: string): Promise<TestPerson> {
  const person = await test.signUp(email, name);
  await test.app.database.pool.query(`update users set role = 'operator' where id = $1`, [person.session.user.id]);
  const body = { email, password: 'correct horse battery' };
  const session = (await test.request('POST', '/api/v1/auth/login', { body })).json<TestPerson['session']>();
  return {
    ...person,
    session,
    request: (method, path, options = {}) => test.request(method, path, { token: session.accessToken, ...options }),
  };
}
