import type { LanguageModel, ModelPart } from '@rapport/core/models/language-model.ts';
import { jumbo } from '@rapport/jumbo';
import type { Overrides } from '@rapport/server';
import { siennaNaturals } from '@rapport/sienna-naturals';
import type { ChatReply, CircuitBreakers, ListedMessage, ModelsReport } from '@rapport/wire';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import type { Behaviour, Fault, VendorName } from '../src/fake-vendors/fake-vendors.ts';
import {
  createTestApp,
  type FakeVendors,
  openTestDatabase,
  shownText,
  startFakeVendors,
  type TestApp,
  type TestPerson,
  vendorEnvironment,
} from '../src/index.ts';

const OPERATOR_TOKEN = 'op-3fK9vQ2xL7mW4tZ8nB6cR1yH5jD0sG-models-test';
const WHOLE = { text: 'The fallback answers: breathe, water first, then seal. Whole and well.' };
/** Every so many bytes a stream is cut here, of the whole server; `every-byte.test.ts` cuts at each. 1 takes minutes. */
const CUT_STRIDE = Number(process.env.CUT_STRIDE ?? 37);
/** Short waits, so that what hangs is over soon. */
const IMPATIENT = {
  MODEL_FIRST_TOKEN_TIMEOUT_MS: '400',
  MODEL_IDLE_TIMEOUT_MS: '400',
  MODEL_ATTEMPT_TIMEOUT_MS: '2000',
  TURN_TIMEOUT_MS: '5000',
};

interface AttemptRow {
  model: string;
  outcome: string;
  cost_micro_usd: string | null;
  usage_source: string;
  input_tokens: number;
  output_tokens: number;
}

let vendors: FakeVendors;
let app: TestApp;
let person: TestPerson;

async function open(environment: Readonly<Record<string, string>>, overrides: Overrides = {}): Promise<TestApp> {
  return createTestApp({
    overrides,
    database: await openTestDatabase('embedded', inject('templates')),
    environment: { OPERATOR_TOKEN, ...IMPATIENT, ...vendorEnvironment(vendors), ...environment },
  });
}
const attemptsOf = async (on: TestApp): Promise<AttemptRow[]> =>
  (
    await on.app.database.pool.query<AttemptRow>(
      `select model, outcome, cost_micro_usd, usage_source, input_tokens, output_tokens from model_attempts
       order by started_at, attempt`,
    )
  ).rows;
const operator = { token: OPERATOR_TOKEN };
const breakersOf = async (on: TestApp) =>
  new Map(
    (await on.request('GET', '/circuit-breakers', operator))
      .json<CircuitBreakers>()
      .breakers.map((each) => [each.model, each]),
  );
/** Said after the assistant has said what it is, so that the reply is the model's words alone. */
const talk = async (of: TestPerson, assistant = 'jumbo'): Promise<string> => {
  const { id } = await of.startConversation(assistant);
  return id;
};

beforeAll(async () => {
  vendors = await startFakeVendors();
});
afterAll(() => vendors[Symbol.asyncDispose]());

describe('one failing model, one that works', () => {
  beforeAll(async () => {
    app = await open({
      MODEL_CHAIN: 'google/gemini-3.8-flash,groq/openai/gpt-oss-120b',
      CIRCUIT_BREAKER_FAILURE_THRESHOLD: '1000',
    });
    person = await app.guest();
    await person.say('jumbo', 'hello there, a long day it was');
    await app.app.database.pool.query('delete from model_attempts');
  });
  afterEach(async () => {
    vendors.clearScripts();
    await app.request('POST', '/circuit-breakers/google%2Fgemini-3.8-flash/reset', operator);
    await app.app.database.pool.query('delete from model_attempts');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const faults: readonly (readonly [string, Fault | readonly Fault[], string])[] = [
    ['a 500', { kind: 'status', status: 500 }, 'failed'],
    ['an overload', { kind: 'status', status: 503 }, 'failed'],
    ['a limit', { kind: 'status', status: 429 }, 'rate-limited'],
    ['a page of the network in front', { kind: 'html', status: 502 }, 'failed'],
    ['the same with status 200', { kind: 'html', status: 200 }, 'failed'],
    ['no answer', { kind: 'hang-before-headers' }, 'timed-out'],
    ['silence after some words', { kind: 'hang', afterTokens: 3 }, 'timed-out'],
    ['a connection closed at once', { kind: 'reset' }, 'failed'],
    ['a connection closed in the middle', { kind: 'cut', atByte: 400 }, 'cut'],
    ['JSON that ends early', { kind: 'truncated-json' }, 'cut'],
    ['nothing, with status 200', { kind: 'empty' }, 'empty'],
    ['an end without a finish reason', { kind: 'no-finish', afterTokens: 4 }, 'cut'],
    ['an error in the stream', { kind: 'error-in-stream' }, 'failed'],
  ];
  it.each(faults)('%s: the person gets one whole reply and the ledger says why', async (_, fault, outcome) => {
    vendors.script('google', { fault, tokens: 12 });
    vendors.script('groq', WHOLE);
    const conversationId = await talk(person);
    const reply = await person.say('jumbo', 'it was such a long day at work', { conversationId });
    expect(reply).toMatchObject({ model: 'groq/openai/gpt-oss-120b', fallbackTriggered: true });
    expect(reply.message.text).toBe(WHOLE.text);
    const attempts = await attemptsOf(app);
    expect(attempts[0]).toMatchObject({ model: 'google/gemini-3.8-flash', outcome });
    expect(attempts.at(-1)).toMatchObject({ model: 'groq/openai/gpt-oss-120b', outcome: 'completed' });
  });

  it.each(faults)('%s, while someone reads along: what they see in the end is what is kept', async (_, fault) => {
    vendors.script('google', { fault, tokens: 12 });
    vendors.script('groq', WHOLE);
    const conversationId = await talk(person);
    const events = await person.stream('jumbo', 'it was such a long day at work', { conversationId });
    const { items } = (await person.request('GET', `/api/v1/conversations/${conversationId}/messages`)).json<{
      items: ListedMessage[];
    }>();
    const kept = items.find(({ role, text }) => role === 'assistant' && text.includes('Whole and well'));
    expect(kept?.text).toBe(WHOLE.text);
    expect(shownText(events)).toBe(WHOLE.text);
  });

  it.each([
    ['split into bytes', { kind: 'bytewise' }],
    ['with CRLF line ends', { kind: 'crlf' }],
    ['dripping', { kind: 'drip', delayMs: 0 }],
  ] as const)('a reply %s is a reply', async (_, fault) => {
    vendors.script('google', { fault, text: 'Schön, dass du da bist: 洗发水 first.' });
    const reply = await person.say('jumbo', 'it was such a long day', { conversationId: await talk(person) });
    expect(reply).toMatchObject({ model: 'google/gemini-3.8-flash', fallbackTriggered: false, attempts: 1 });
    expect(reply.message.text).toBe('Schön, dass du da bist: 洗发水 first.');
  });

  it('costs are counted to the millionth, by class', async () => {
    vendors.script('google', { tokens: 20, thoughtTokens: 7, cachedTokens: 100 });
    await person.say('jumbo', 'it was such a long day', { conversationId: await talk(person) });
    const [row] = (
      await app.app.database.pool.query<Record<string, number | string>>(
        `select input_tokens, cached_input_tokens, output_tokens, reasoning_tokens, cost_micro_usd, usage_source,
           served_model, vendor_request_id from model_attempts`,
      )
    ).rows;
    expect(row).toMatchObject({
      cached_input_tokens: 100,
      output_tokens: 27,
      reasoning_tokens: 7,
      usage_source: 'reported',
    });
    const [input, cached] = [Number(row?.input_tokens), 100];
    // $0.75, $0.075 and $3.75 a million tokens.
    expect(Number(row?.cost_micro_usd)).toBe(Math.round((input - cached) * 0.75 + cached * 0.075 + 27 * 3.75));
    expect(row?.vendor_request_id).toEqual(expect.any(String));
  });

  it('/analytics/models says what happened', async () => {
    vendors.script('google', { fault: { kind: 'status', status: 500 } });
    vendors.script('groq', WHOLE);
    await person.say('jumbo', 'it was such a long day', { conversationId: await talk(person) });
    const report = (await app.request('GET', '/analytics/models', operator)).json<ModelsReport>();
    expect(report).toMatchObject({ turns: 1, retriedTurns: 1 });
    expect(report.models).toEqual([
      expect.objectContaining({ model: 'google/gemini-3.8-flash', successRate: 0, outcomes: { failed: 1 } }),
      expect.objectContaining({ model: 'groq/openai/gpt-oss-120b', successRate: 1, outcomes: { completed: 1 } }),
    ]);
  });

  it('no log line holds what the person said, a key or a prompt', async () => {
    vendors.script('google', { fault: { kind: 'status', status: 400 } });
    vendors.script('groq', WHOLE);
    await person.say('jumbo', 'my canary is Quetzalcoatlus', { conversationId: await talk(person) });
    const lines = JSON.stringify(app.logLines);
    for (const secret of ['Quetzalcoatlus', 'played-here', 'gently']) expect(lines).not.toContain(secret);
  });
});

describe('what a vendor may never cost a person', () => {
  const usage = { input: 10, cachedInput: 0, output: 5, reasoning: 0 };
  /** A vendor's model that says what it likes of itself. */
  const boasting = (
    parts: readonly ModelPart[],
    before: () => Promise<unknown> = async () => undefined,
  ): LanguageModel => ({
    id: 'test/boasting',
    provider: 'test',
    isLocal: false,
    seesImages: false,
    async *stream() {
      yield { type: 'text', text: 'A whole and good reply.' };
      await before();
      yield* parts;
    },
  });
  const openWith = async (model: LanguageModel) =>
    createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { OPERATOR_TOKEN },
      overrides: { models: [model] },
    });
  it.each([
    ['more tokens than a column holds', { ...usage, input: 3e9, output: 1e300 }, 'model'],
    ['more cached than there were', { ...usage, cachedInput: 99 }, 'model'],
    ['less than nothing', { ...usage, output: -1, reasoning: 4 }, 'model'],
    ['what is no number', { ...usage, input: Number.NaN }, 'model'],
    ['a name with NUL and half a character', usage, 'mod\u0000el\ud83d'],
    ['a name without end', usage, 'm'.repeat(100_000)],
  ])('their reply: %s', async (_, counted, servedModel) => {
    const model = boasting([
      { type: 'response', servedModel, requestId: servedModel },
      { type: 'finish', reason: 'stop', usage: counted },
    ]);
    await using boast = await openWith(model);
    const someone = await boast.guest();
    const reply = await someone.say('jumbo', 'a long day');
    expect(reply.message.text).toContain('A whole and good reply.');
    expect(await attemptsOf(boast)).toMatchObject([{ outcome: 'completed' }]);
  });

  it.each([
    [
      'the conversation is deleted',
      (someone: TestPerson, id: string) => someone.request('DELETE', `/api/v1/conversations/${id}`),
    ],
    ['the person is erased', (someone: TestPerson) => someone.request('DELETE', '/api/v1/profile')],
  ] as const)('its account: what was spent is in the ledger though %s meanwhile', async (what, leave) => {
    let go: () => Promise<unknown> = async () => undefined;
    const model = boasting([{ type: 'finish', reason: 'stop', usage }], () => go());
    await using left = await openWith(model);
    const someone = await left.guest();
    const conversationId = await talk(someone);
    go = () => leave(someone, conversationId);
    await someone.request('POST', '/api/v1/chat', {
      body: { assistant: 'jumbo', message: 'a long day', conversationId },
    });
    const { rows } = await left.app.database.pool.query<{ user_id: string | null; message_id: string | null }>(
      'select user_id, message_id from model_attempts',
    );
    expect(rows).toHaveLength(1);
    const isForgotten = what === 'the person is erased';
    expect([rows[0]?.user_id === null, rows[0]?.message_id === null]).toEqual([isForgotten, isForgotten]);
  });
});

describe('a stream cut anywhere', () => {
  const chains: readonly (readonly [VendorName, string])[] = [
    ['google', 'google/gemini-3.8-flash'],
    ['xai', 'xai/grok-4.3'],
    ['groq', 'groq/openai/gpt-oss-20b'],
    ['openai', 'openai/gpt-6-luna'],
    ['compatible', 'compatible/any'],
  ];
  it.each(chains)(
    'of %s leaves one whole attempt, each time',
    async (vendor, model) => {
      await using cutting = await open({ MODEL_CHAIN: model, CIRCUIT_BREAKER_FAILURE_THRESHOLD: '1000' });
      const people = await Promise.all(Array.from({ length: 8 }, () => cutting.guest()));
      await Promise.all(people.map((each) => each.say('jumbo', 'hello, it was a long day')));
      const words = 'Two words.';
      let [builtin, whole, next, untouched] = [0, 0, 0, false];
      // A model that is cut is asked once more, so a turn may meet two cuts; beyond the end of the stream nothing is cut.
      while (!untouched) {
        const cuts = Array.from(
          { length: 16 },
          (_, index): Behaviour => ({
            text: words,
            fault: { kind: 'cut', atByte: next + index * CUT_STRIDE },
          }),
        );
        vendors.script(vendor, cuts);
        const asked = vendors.calls(vendor);
        const replies: ChatReply[] = [];
        while (vendors.calls(vendor) - asked < cuts.length) {
          replies.push(...(await Promise.all(people.map((each) => each.say('jumbo', 'it was a long day')))));
        }
        for (const { message, model: answered } of replies) {
          if (answered === model) expect(message.text).toBe(words);
          else expect(message.text).not.toContain('Two');
        }
        whole += replies.filter(({ model: answered }) => answered === model).length;
        builtin += replies.filter(({ model: answered }) => answered !== model).length;
        untouched = replies.every(({ attempts }) => attempts === 1);
        next += cuts.length * CUT_STRIDE;
      }
      vendors.clearScripts();
      expect(builtin).toBeGreaterThan(0);
      expect(whole).toBeGreaterThan(0);
    },
    600_000,
  );
});

describe('breakers', () => {
  afterEach(() => vendors.clearScripts());

  it('keep turns from a model that fails, show why, and a row closed by hand lets them through everywhere within 5 s', async () => {
    await using broken = await open({ MODEL_CHAIN: 'google/gemini-3.8-flash,groq/openai/gpt-oss-120b' });
    const someone = await broken.guest();
    vendors.script('google', { fault: { kind: 'hang-before-headers' } });
    for (let turn = 0; turn < 5; turn++) await someone.say('jumbo', 'it was a long day');
    const calls = vendors.calls('google');
    const reply = await someone.say('jumbo', 'it was a long day');
    expect(vendors.calls('google')).toBe(calls);
    expect(reply).toMatchObject({ model: 'groq/openai/gpt-oss-120b', attempts: 1, fallbackTriggered: true });
    expect((await breakersOf(broken)).get('google/gemini-3.8-flash')).toMatchObject({
      state: 'open',
      cause: 'timed-out',
      failureCount: 5,
      nextProbeAt: expect.any(String),
    });
    expect((await broken.request('GET', '/health')).json()).toMatchObject({
      status: 'healthy',
      components: { aiModels: { 'google/gemini-3.8-flash': { state: 'open', lastError: expect.any(String) } } },
    });
    expect(broken.logLines).toContainEqual(
      expect.objectContaining({ event: 'circuit_breaker', model: 'google/gemini-3.8-flash', to: 'open' }),
    );
    vendors.clearScripts();
    await broken.app.database.pool.query("UPDATE circuit_breaker_states SET state = 'closed', failure_count = 0;");
    await vi.waitFor(
      async () => expect((await someone.say('jumbo', 'a long day')).model).toBe('google/gemini-3.8-flash'),
      { timeout: 5_000, interval: 250 },
    );
  });

  it('a refused key parks the vendor, tells an operator and is not asked again', async () => {
    await using refused = await open({
      MODEL_CHAIN: 'google/gemini-3.8-flash,google/gemini-3.5-flash-lite,groq/openai/gpt-oss-120b',
      GOOGLE_API_KEY: 'wrong-key-AIzaSyD3x9kfh2JkLmN0pQrStUvWxYz',
    });
    const someone = await refused.guest();
    const before = vendors.calls('google');
    for (let turn = 0; turn < 3; turn++) {
      expect((await someone.say('jumbo', 'a long day')).model).toBe('groq/openai/gpt-oss-120b');
    }
    expect(vendors.calls('google') - before).toBe(1);
    expect((await attemptsOf(refused))[0]).toMatchObject({
      outcome: 'refused-key',
      cost_micro_usd: '0',
      usage_source: 'none',
    });
    const { rows } = await refused.app.database.pool.query('SELECT * FROM system_alerts WHERE resolved = false');
    expect(rows).toEqual([
      expect.objectContaining({ kind: 'vendor_refused_key', subject: 'google', severity: 'critical' }),
    ]);
    expect([...(await breakersOf(refused)).values()].map(({ model, state, cause }) => [model, state, cause])).toEqual([
      ['google/gemini-3.8-flash', 'open', 'refused-key'],
      ['google/gemini-3.5-flash-lite', 'open', 'refused-key'],
      ['groq/openai/gpt-oss-120b', 'closed', null],
    ]);
  });

  it('a model that does not exist is an alert and never a breaker', async () => {
    await using unknown = await open({ MODEL_CHAIN: 'openai/unknown-model,groq/openai/gpt-oss-120b' });
    const someone = await unknown.guest();
    expect((await someone.say('jumbo', 'a long day')).model).toBe('groq/openai/gpt-oss-120b');
    expect((await attemptsOf(unknown))[0]?.outcome).toBe('unknown-model');
    expect((await breakersOf(unknown)).get('openai/unknown-model')?.state).toBe('closed');
    const { rows } = await unknown.app.database.pool.query<{ kind: string }>('select kind from system_alerts');
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['model_not_found', 'model_without_price']);
  });

  it('another model behind the name is an alert', async () => {
    vendors.script('xai', { answeredBy: 'grok-9' });
    await using rerouted = await open({ MODEL_CHAIN: 'xai/grok-4.3' });
    await (await rerouted.guest()).say('jumbo', 'a long day');
    await vi.waitFor(async () => {
      const { rows } = await rerouted.app.database.pool.query(
        "select kind from system_alerts where subject = 'xai/grok-4.3'",
      );
      expect(rows).toEqual([{ kind: 'served_model_differs' }]);
    });
  });

  it.each([
    ['every vendor hangs', { kind: 'hang-before-headers' }],
    ['every vendor is overloaded', { kind: 'status', status: 503 }],
  ] as const)('when %s the built-in model answers in time', async (_, fault) => {
    for (const vendor of ['google', 'xai', 'groq', 'openai']) vendors.script(vendor, { fault });
    await using down = await open({ TURN_TIMEOUT_MS: '1000' });
    const start = performance.now();
    const reply = await (await down.guest()).say('sienna', 'How often should I wash 4C hair?');
    expect(reply).toMatchObject({ model: 'rapport/built-in', fallbackTriggered: true });
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

describe('what a vendor is not left alone with', () => {
  afterEach(() => vendors.clearScripts());
  const reply = { text: 'Lovely weather today, and shea butter is nice on dry ends.' };

  it('help that can’t wait is given by ourselves, with its note', async () => {
    vendors.script('google', reply);
    await using guarded = await open({ MODEL_CHAIN: 'google/gemini-3.8-flash' });
    const asked = vendors.calls('google');
    const urgent = await (await guarded.guest()).say('sienna', 'My son swallowed some relaxer, what do I do?');
    expect(vendors.calls('google')).toBe(asked);
    expect(urgent).toMatchObject({ model: 'rapport/built-in', fallbackTriggered: false });
    expect(urgent.safetyNotes.map(({ kind }) => kind)).toContain('urgent_poison_control');
  });

  it('a safety note stands by the question, whatever the vendor wrote', async () => {
    vendors.script('google', reply);
    await using guarded = await open({ MODEL_CHAIN: 'google/gemini-3.8-flash' });
    const noted = await (await guarded.guest()).say('sienna', 'Why do I have a sudden bald patch?');
    expect(noted.model).toBe('google/gemini-3.8-flash');
    expect(noted.safetyNotes).not.toEqual([]);
  });

  it.each([
    ['names its vendor', 'I am Gemini, a large language model made by Google.', 'our-rule vendor-identity'],
    ['harms', 'You are worthless and you should just kill yourself.', 'our-rule harm'],
  ])('words that %s are never the reply', async (_, text, rule) => {
    vendors.script('google', { text });
    vendors.script('groq', WHOLE);
    await using guarded = await open({ MODEL_CHAIN: 'google/gemini-3.8-flash,groq/openai/gpt-oss-120b' });
    const someone = await guarded.guest();
    const conversationId = await talk(someone);
    expect((await someone.say('jumbo', 'a long day at work', { conversationId })).message.text).toContain(WHOLE.text);
    const { rows } = await guarded.app.database.pool.query(
      'select outcome, failure_code from model_attempts order by attempt',
    );
    expect(rows[0]).toEqual({ outcome: 'filtered', failure_code: rule });
  });
});

describe('budgets', () => {
  afterEach(() => vendors.clearScripts());
  it("a person's with one assistant, as its definition says, ends gracefully and holds for that assistant only", async () => {
    vendors.script('google', { tokens: 30, thoughtTokens: 8_000 });
    const limited = { ...jumbo, limits: { replyWords: null, centsPerPersonPerDay: 1 } };
    await using bounded = await open(
      { MODEL_CHAIN: 'google/gemini-3.8-flash' },
      { assistants: [limited, siennaNaturals] },
    );
    const someone = await bounded.guest();
    const conversationId = await talk(someone);
    const ask = async (text: string) => (await someone.say('jumbo', text, { conversationId })).model;
    expect(await ask('a long day at work')).toBe('google/gemini-3.8-flash');
    expect(await ask('and my boss was cross')).toBe('rapport/built-in');
    vendors.script('google', { tokens: 30, thoughtTokens: 8_000 });
    expect((await someone.say('sienna', 'hello, how are you today?')).model).toBe('google/gemini-3.8-flash');
  });
  it.each([
    ["a person's", 'DAILY_BUDGET_PER_PERSON_CENTS', true],
    ["a brand's", 'DAILY_BUDGET_CENTS', false],
  ] as const)(
    '%s ends gracefully: the built-in model answers and says so, once',
    async (_, variable, othersMayGoOn) => {
      // 8,000 tokens of Gemini 3.8 Flash are more than a cent.
      vendors.script('google', { tokens: 30, thoughtTokens: 8_000 });
      await using bounded = await open({ MODEL_CHAIN: 'google/gemini-3.8-flash', [variable]: '1' });
      const someone = await bounded.guest();
      const conversationId = await talk(someone);
      expect((await someone.say('jumbo', 'a long day at work', { conversationId })).model).toBe(
        'google/gemini-3.8-flash',
      );
      const second = await someone.say('jumbo', 'and my boss was cross', { conversationId });
      expect(second).toMatchObject({ model: 'rapport/built-in', fallbackTriggered: true });
      expect(second.message.text).toContain('for the rest of today');
      const third = await someone.say('jumbo', 'and the train was late', { conversationId });
      expect(third.message.text).not.toContain('for the rest of today');
      const other = await (await bounded.guest()).say('jumbo', 'a long day at work');
      expect(other.model).toBe(othersMayGoOn ? 'google/gemini-3.8-flash' : 'rapport/built-in');
    },
  );
});
