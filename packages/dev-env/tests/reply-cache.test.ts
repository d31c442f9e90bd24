import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  createTestApp,
  type FakeVendors,
  onEachDatabase,
  startFakeVendors,
  type TestApp,
  vendorEnvironment,
} from '../src/index.ts';

const OPERATOR_TOKEN = 'op-3fK9vQ2xL7mW4tZ8nB6cR1yH5jD0sG-cache-test';
const QUESTION = 'How often should I wash low porosity hair?';
/** Drawn from what the knowledge says, so that it cites it: a reply nothing backs is kept for nobody. */
const ANSWER =
  'Low porosity hair holds on to product, so most people wash it every seven to ten days and use warm water, which helps to lift buildup from the strands.';

onEachDatabase('replies that others are given', (databases) => {
  let app: TestApp;
  let vendors: FakeVendors;
  beforeAll(async () => {
    vendors = await startFakeVendors({ behaviour: { text: ANSWER } });
    app = await createTestApp({
      database: await databases.migrated(),
      environment: {
        OPERATOR_TOKEN,
        MODEL_CHAIN: 'google/gemini-3.8-flash',
        ...vendorEnvironment(vendors, ['google']),
      },
    });
  });
  beforeEach(async () => {
    await app.request('POST', '/api/v1/admin/cache/clear', { token: OPERATOR_TOKEN, body: {} });
    await app.app.database.pool.query('update turns set cache_result = null, cache_reason = null');
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await vendors[Symbol.asyncDispose]();
  });

  const ask = async (message: string, assistant = 'sienna') => (await app.guest()).say(assistant, message);
  const stats = async () =>
    (
      await app.app.database.pool.query<Record<string, string>>(
        'SELECT assistant, lookups, exact_hits, near_hits, misses, uncacheable, hit_rate FROM cache_performance_stats',
      )
    ).rows;

  it('are those to a general question: the second person waits for no vendor, and the figures say so', async () => {
    const first = await ask(QUESTION);
    const calls = vendors.calls('google');
    const second = await ask(`${QUESTION.toLowerCase()} `);
    const third = await ask('please, how often should I wash low-porosity hair');
    expect(vendors.calls('google')).toBe(calls);
    expect([first.cacheHit, second.cacheHit, third.cacheHit]).toEqual([false, true, true]);
    expect(second).toMatchObject({ model: 'google/gemini-3.8-flash', attempts: 0, citations: first.citations });
    expect(second.message.text).toBe(first.message.text);
    expect(second.message.id).not.toBe(first.message.id);
    expect(await stats()).toEqual([
      {
        assistant: 'sienna',
        lookups: '3',
        exact_hits: '1',
        near_hits: '1',
        misses: '1',
        uncacheable: '0',
        hit_rate: '0.6667',
      },
    ]);
    expect(app.logLines).toContainEqual(expect.objectContaining({ event: 'conversation_completed', cache_hit: true }));
  });

  it.each([
    ['says something of themselves', 'I have low porosity hair, how often should I wash it?'],
    ['gives a name', "I'm Keisha. How often should I wash low porosity hair?"],
    ['speaks of someone', 'How often should I wash my daughter’s hair?'],
    ['feels something', "I'm so sad about my hair, how often should I wash it?"],
    ['asks about a danger', 'Is castor oil safe while pregnant?'],
  ])('never those to someone who %s', async (_, message) => {
    await ask(message);
    expect((await ask(message)).cacheHit).toBe(false);
  });

  it('never those of a companion', async () => {
    await ask('What helps against stress?', 'jumbo');
    expect((await ask('What helps against stress?', 'jumbo')).cacheHit).toBe(false);
  });

  it('never those that follow earlier talk', async () => {
    await ask(QUESTION);
    const person = await app.guest();
    const { conversationId } = await person.say('sienna', 'My hair is blue');
    expect((await person.say('sienna', QUESTION, { conversationId })).cacheHit).toBe(false);
  });

  it('are gone when an operator clears them, by brand or all, and a brand nobody serves is told', async () => {
    const clear = (body: object) => app.request('POST', '/api/v1/admin/cache/clear', { token: OPERATOR_TOKEN, body });
    await ask(QUESTION);
    expect((await clear({ brand: 'jumbo' })).json()).toEqual({ cleared: 0, everywhere: true });
    expect((await ask(QUESTION)).cacheHit).toBe(true);
    expect((await clear({ assistant: 'sienna' })).json()).toEqual({ cleared: 1, everywhere: true });
    expect((await ask(QUESTION)).cacheHit).toBe(false);
    expect((await clear({ brand: 'nobody' })).status).toBe(404);
  });
});
