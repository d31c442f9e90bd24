import type { ChatReply, DeskConversation, DeskDetail, DeskPrompt } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScriptedModel, createTestApp, onEachDatabase, type TestApp, type TestPerson } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const OPERATOR_TOKEN = 'op-3Kd8wQ1vX6mL9tW4zB7nC2rH5jS0pG-desk-test';
const QUESTION = 'How often should I wash 4C hair?';
const PATH = '/api/v1/admin/conversations';

onEachDatabase('the conversations behind the figures', (databases) => {
  let test: TestApp;
  let ada: TestPerson;
  let asked: ChatReply;
  beforeAll(async () => {
    test = await createTestApp({ database: await databases.migrated(), environment: { OPERATOR_TOKEN } });
    ada = await test.guest();
    asked = await ada.say('sienna', QUESTION);
    await ada.request('POST', `/api/v1/messages/${asked.message.id}/feedback`, {
      body: { rating: 2, comment: 'too short' },
    });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const get = (path: string) => test.request('GET', `${PATH}${path}`, { token: OPERATOR_TOKEN });
  const list = async (query = '') =>
    (await get(query)).json<{ items: DeskConversation[]; nextCursor: string | null }>();
  const idsOf = async (query: string) => (await list(query)).items.map(({ id }) => id);
  const read = async (id: string) => (await get(`/${id}`)).json<DeskDetail>();

  it('lists a conversation with how it was rated and what answered', async () => {
    const [found] = (await list(`?person=${ada.session.user.id}`)).items;
    expect(found).toMatchObject({
      id: asked.conversationId,
      userId: ada.session.user.id,
      assistant: 'sienna',
      title: QUESTION,
      rating: 2,
      models: [asked.model],
      hasFallback: false,
      hasCacheHit: false,
      personName: null,
    });
  });

  it('leaves out what nobody spoke in', async () => {
    const bo = await test.guest();
    await bo.startConversation('jumbo');
    expect(await idsOf(`?person=${bo.session.user.id}`)).toEqual([]);
  });

  const cases: readonly (readonly [string, boolean])[] = [
    ['brand=sienna-naturals', true],
    ['brand=jumbo', false],
    ['assistant=sienna', true],
    ['assistant=jumbo', false],
    ['rating=2', true],
    ['rating=5', false],
    ['rated=true', true],
    ['rated=false', false],
    ['fallback=true', false],
    ['fallback=false', true],
    ['cached=true', false],
    ['cached=false', true],
    ['model=rapport/built-in', true],
    ['model=openai/nothing', false],
    ['from=2020-01-01&to=2020-01-31', false],
    ['from=2020-01-01', true],
  ];
  it.each(cases)('with %s it is among them: %s', async (filter, isAmong) => {
    const ids = await idsOf(`?person=${ada.session.user.id}&${filter}`);
    expect(ids).toEqual(isAmong ? [asked.conversationId] : []);
  });

  it('gives page after page, each conversation once', async () => {
    const cleo = await test.guest();
    for (const word of ['one', 'two', 'three']) await cleo.say('jumbo', `My day had ${word} meetings`);
    const person = `person=${cleo.session.user.id}`;
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `?${person}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).toEqual(await idsOf(`?${person}`));
  });

  it('shows what was said and what went into each reply', async () => {
    const { transcript } = await read(asked.conversationId);
    const [reply, question] = transcript.items;
    expect(question).toMatchObject({ role: 'user', author: 'person', text: QUESTION, withheld: null, trace: null });
    expect(reply).toMatchObject({
      role: 'assistant',
      text: asked.message.text,
      rating: 2,
      comment: 'too short',
      trace: {
        state: 'completed',
        model: asked.model,
        safety: 'none',
        citations: asked.citations.map(({ id, title }) => ({ id, title })),
        attempts: [{ attempt: 1, model: asked.model, outcome: 'completed' }],
      },
    });
    expect(reply?.trace?.intent).not.toBeNull();
  });

  it('logs who read what', async () => {
    await read(asked.conversationId);
    expect(test.logLines).toContainEqual(
      expect.objectContaining({ event: 'conversation_read', conversationId: asked.conversationId }),
    );
  });

  describe('what somebody said in need', () => {
    let crisis: ChatReply;
    beforeAll(async () => {
      const dora = await test.guest();
      crisis = await dora.say('jumbo', "I don't want to be alive anymore");
      await dora.say('jumbo', 'I went for a walk with my dog', { conversationId: crisis.conversationId });
    });

    it('is withheld with the care that followed, and so is what it was titled by', async () => {
      const detail = await read(crisis.conversationId);
      expect(detail.title).toBeNull();
      const withheld = detail.transcript.items.filter((message) => message.withheld === 'in-need');
      expect(withheld.map(({ role, text }) => [role, text])).toEqual([
        ['assistant', ''],
        ['user', ''],
        ['assistant', ''],
        ['user', ''],
      ]);
      expect(JSON.stringify(detail)).not.toContain('alive anymore');
      expect((await get('?limit=100')).text).not.toContain('alive anymore');
    });

    it('is in no prompt that is shown', async () => {
      const { transcript } = await read(crisis.conversationId);
      const latest = transcript.items[0]?.id ?? '';
      expectProblem(await get(`/${crisis.conversationId}/prompts/${latest}`), 'NOT_FOUND');
    });
  });

  it('withholds what the person had forgotten', async () => {
    const eva = await test.guest();
    const told = await eva.say('jumbo', 'My sister Meera is getting married in March');
    await eva.request('DELETE', '/api/v1/memories?assistant=jumbo');
    const { transcript } = await read(told.conversationId);
    const said = transcript.items.find(({ role }) => role === 'user');
    expect(said).toMatchObject({ text: '', withheld: 'forgotten' });
  });

  it('says that there is no such conversation, and what is wrong with a question', async () => {
    expectProblem(await get(`/${crypto.randomUUID()}`), 'NOT_FOUND');
    expectProblem(await get('?from=2026-02-02&to=2026-01-01'), 'VALIDATION_ERROR');
    expectProblem(await get('?cursor=nonsense'), 'VALIDATION_ERROR');
    expectProblem(await get('?rating=6'), 'VALIDATION_ERROR');
    const guest = await test.guest();
    expectProblem(await guest.request('GET', PATH), 'FORBIDDEN');
  });
});

onEachDatabase('the prompt behind a reply', (databases) => {
  it('is shown as the model was asked with it', async () => {
    const model = createScriptedModel('scripted/one', () => [
      { do: 'text', text: 'Every seven to ten days suits most coily hair.' },
      { do: 'finish' },
    ]);
    await using test = await createTestApp({
      database: await databases.migrated(),
      environment: { OPERATOR_TOKEN },
      overrides: { models: [model] },
    });
    const person = await test.guest();
    const reply = await person.say('sienna', QUESTION);
    const prompt = (
      await test.request('GET', `${PATH}/${reply.conversationId}/prompts/${reply.message.id}`, {
        token: OPERATOR_TOKEN,
      })
    ).json<DeskPrompt>();
    expect(prompt.instructions).toContain('Sienna');
    expect(prompt.messages.at(-1)?.text).toContain(QUESTION);
    expect(prompt.differences).toEqual([]);
  });
});
