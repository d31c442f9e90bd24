import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from '@rapport/core/models/language-model.ts';
import { generateText, streamText } from 'ai';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  onEachDatabase,
  openTestDatabase,
  type TestApp,
  type TestPerson,
} from '../src/index.ts';

const QUESTION = 'Which oil suits dry curls?';
const FOLLOW_UP = 'And how often should I use it?';
const HALF = 'These words are of an attempt that dies';

type Messages = OpenAI.Chat.ChatCompletionMessageParam[];
const user = (content: string) => ({ role: 'user', content }) as const;
const assistant = (content: string) => ({ role: 'assistant', content }) as const;

const clientOf = (app: TestApp, person: TestPerson, more: Partial<ConstructorParameters<typeof OpenAI>[0]> = {}) =>
  new OpenAI({ baseURL: `${app.url}/v1`, apiKey: person.session.accessToken, maxRetries: 0, ...more });
const textOf = (completion: OpenAI.ChatCompletion): string => completion.choices[0]?.message.content ?? '';
const extrasOf = (completion: object): { conversationId: string; messageId: string } =>
  (completion as { rapport: { conversationId: string; messageId: string } }).rapport;

onEachDatabase('the door for clients of OpenAI', (databases) => {
  let app: TestApp;
  let person: TestPerson;
  let client: OpenAI;
  let calls = 0;
  let before: Promise<unknown> = Promise.resolve();
  const dying = createScriptedModel('vendor/dying', () => [
    { do: 'text', text: HALF },
    { do: 'throw', error: new Error('gone') },
  ]);
  const answering: LanguageModel & { requests: { instructions: string; messages: readonly { text: string }[] }[] } = {
    id: 'vendor/answering',
    provider: 'vendor',
    isLocal: false,
    seesImages: false,
    requests: [],
    async *stream(request) {
      this.requests.push(request);
      calls += 1;
      await before;
      yield { type: 'text', text: `Answer ${calls}: argan,\n\n a few` };
      yield { type: 'text', text: ' drops.' };
      const usage = { input: 100, cachedInput: 40, output: 30, reasoning: 12 };
      yield { type: 'finish', reason: 'stop', usage };
    },
  };
  beforeAll(async () => {
    app = await createTestApp({
      database: await databases.migrated(),
      overrides: { models: [dying, answering] },
    });
    person = await app.guest();
    client = clientOf(app, person);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const ask = (messages: Messages, by = client) => by.chat.completions.create({ model: 'sienna', messages });
  const storedTexts = async (conversationId: string): Promise<string[]> => {
    const { rows } = await app.app.database.pool.query<{ text: string }>(
      'select text from messages where conversation_id = $1 order by sequence',
      [conversationId],
    );
    return rows.map(({ text }) => text);
  };
  const someone = async () => clientOf(app, await app.guest());

  it('lists the assistants as models', async () => {
    const models = (await client.models.list()).data;
    expect(models.map(({ id }) => id)).toEqual(['sienna', 'jumbo']);
    expect(await client.models.retrieve('jumbo')).toMatchObject({ id: 'jumbo', object: 'model' });
  });

  it('answers whole, with the tokens of the attempt that answered', async () => {
    const completion = await ask([user(QUESTION)]);
    const { conversationId, messageId } = extrasOf(completion);
    expect(completion).toMatchObject({
      id: `chatcmpl-${messageId}`,
      object: 'chat.completion',
      model: 'sienna',
      choices: [{ index: 0, message: { role: 'assistant', refusal: null }, finish_reason: 'stop', logprobs: null }],
      usage: {
        prompt_tokens: 100,
        completion_tokens: 30,
        total_tokens: 130,
        prompt_tokens_details: { cached_tokens: 40 },
        completion_tokens_details: { reasoning_tokens: 12 },
      },
    });
    expect(await storedTexts(conversationId)).toEqual([QUESTION, textOf(completion)]);
    expect(textOf(completion)).toContain('argan');
    expect(textOf(completion)).not.toContain(HALF);
  });

  it('streams exactly one whole attempt, in pieces, with the usage when it is asked for', async () => {
    const stream = await client.chat.completions.create({
      model: 'sienna',
      messages: [user(QUESTION)],
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks: OpenAI.ChatCompletionChunk[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const [first] = chunks;
    expect(first?.choices[0]?.delta).toEqual({ role: 'assistant', content: '', refusal: null });
    expect(chunks.length).toBeGreaterThan(5);
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 130 } });
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
    const { conversationId } = extrasOf(chunks.at(-2) ?? {});
    expect(await storedTexts(conversationId)).toEqual([QUESTION, text]);
    expect(text).not.toContain(HALF);
  });

  it('says at once that the answer has begun, while the model still thinks', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    before = promise;
    const stream = await client.chat.completions.create({ model: 'sienna', messages: [user(QUESTION)], stream: true });
    const events = stream[Symbol.asyncIterator]();
    expect((await events.next()).value?.choices[0]?.delta.role).toBe('assistant');
    resolve();
    const second: OpenAI.ChatCompletionChunk = (await events.next()).value;
    expect(second.choices[0]?.delta.content).not.toBe('');
    expect(second).not.toHaveProperty('usage');
    await events.return?.();
  });

  it('goes on with the conversation whose history is sent, streamed or not', async () => {
    const messages: Messages = [{ role: 'system', content: `It is ${new Date().toISOString()}` }, user(QUESTION)];
    const first = await ask(messages);
    messages.push(assistant(textOf(first)), user(FOLLOW_UP));
    const stream = client.chat.completions.stream({ model: 'sienna', messages });
    const second = await stream.finalContent();
    // As other clients write it: parts, trimmed, another line ending.
    const last = await ask([
      { role: 'user', content: [{ type: 'text', text: QUESTION }] },
      { role: 'assistant', content: [{ type: 'text', text: textOf(first).replaceAll('\n', '\r\n').trim() }] },
      user(`${FOLLOW_UP}\n`),
      assistant(`${second} `),
      user('Thank you'),
    ]);
    const { conversationId } = extrasOf(first);
    expect(extrasOf(last).conversationId).toBe(conversationId);
    expect(await storedTexts(conversationId)).toEqual([
      QUESTION,
      textOf(first),
      FOLLOW_UP,
      second,
      'Thank you',
      textOf(last),
    ]);
  });

  it('starts a conversation of its own for each first message, also the same one', async () => {
    const [first, second] = [await ask([user(QUESTION)]), await ask([user(QUESTION)])];
    expect(extrasOf(second).conversationId).not.toBe(extrasOf(first).conversationId);
  });

  it('starts another where the history was edited or the last reply is asked for again, so that each is what is shown', async () => {
    const first = await ask([user(QUESTION)]);
    const followed: Messages = [user(QUESTION), assistant(textOf(first)), user(FOLLOW_UP)];
    const second = await ask(followed);
    const again = await ask(followed);
    expect(extrasOf(second).conversationId).toBe(extrasOf(first).conversationId);
    expect(extrasOf(again).conversationId).not.toBe(extrasOf(first).conversationId);
    expect(await storedTexts(extrasOf(again).conversationId)).toEqual([FOLLOW_UP, textOf(again)]);
    const told = answering.requests.at(-1)?.messages.map(({ text }) => text) ?? [];
    expect(told).toEqual([QUESTION, textOf(first), FOLLOW_UP]);
    const next = await ask([...followed, assistant(textOf(again)), user('Thank you')]);
    expect(extrasOf(next).conversationId).toBe(extrasOf(again).conversationId);
  });

  it('reads no more of a history it does not know than of its own', async () => {
    const history = Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0 ? user(`${index} ${'long '.repeat(1_000)}`) : assistant(`${index} \u0000 fine`),
    );
    await ask([...history, user(FOLLOW_UP)], await someone());
    const told = answering.requests.at(-1)?.messages ?? [];
    expect(told.length).toBeLessThanOrEqual(41);
    expect(told.every(({ text }) => text.length <= 1_000 && !text.includes('\u0000'))).toBe(true);
    expect(told.at(-1)?.text).toBe(FOLLOW_UP);
  });

  it('never goes on with what another person said, nor with another assistant', async () => {
    const first = await ask([user(QUESTION)]);
    const messages: Messages = [user(QUESTION), assistant(textOf(first)), user(FOLLOW_UP)];
    const stranger = await ask(messages, await someone());
    const elsewhere = await client.chat.completions.create({ model: 'jumbo', messages });
    const own = extrasOf(first).conversationId;
    expect(extrasOf(stranger).conversationId).not.toBe(own);
    expect(extrasOf(elsewhere).conversationId).not.toBe(own);
    expect(await storedTexts(own)).toEqual([QUESTION, textOf(first)]);
  });

  it('starts another conversation when the one it was is deleted', async () => {
    const first = await ask([user(QUESTION)]);
    await person.request('DELETE', `/api/v1/conversations/${extrasOf(first).conversationId}`);
    const next = await ask([user(QUESTION), assistant(textOf(first)), user(FOLLOW_UP)]);
    expect(await storedTexts(extrasOf(next).conversationId)).toEqual([FOLLOW_UP, textOf(next)]);
  });

  it('takes no instructions from a system message', async () => {
    await ask([
      { role: 'system', content: 'Speak like a pirate named Zanzibar' },
      { role: 'developer', content: 'Zanzibar it is' },
      user(QUESTION),
    ]);
    expect(JSON.stringify(answering.requests.at(-1))).not.toContain('Zanzibar');
  });

  it('accepts what clients send along, and answers as ever', async () => {
    const completion = await client.chat.completions.create({
      model: 'sienna',
      messages: [{ ...user(QUESTION), name: 'Ada' }],
      n: 1,
      temperature: 2,
      top_p: 0.1,
      max_tokens: 1,
      max_completion_tokens: 1,
      presence_penalty: 1,
      frequency_penalty: 1,
      stop: ['argan'],
      seed: 1,
      user: 'ada',
      metadata: { from: 'a test' },
      store: true,
      tools: [],
      tool_choice: 'auto',
      logprobs: false,
      response_format: { type: 'text' },
      reasoning_effort: 'low',
      ...{ a_parameter_of_next_year: { deep: true } },
    });
    expect(textOf(completion)).toContain('argan');
  });

  describe('a request that comes again', () => {
    const turnsOf = async (conversationId: string) => (await storedTexts(conversationId)).length / 2;

    it.each(['018f4e3a-2b6c-7d8e-9f01-23456789abcd', 'my-own-key-1'])('with the key %s is one turn', async (key) => {
      const first = await ask([user(QUESTION)]);
      const messages: Messages = [user(QUESTION), assistant(textOf(first)), user(FOLLOW_UP)];
      const post = () =>
        client.chat.completions
          .create({ model: 'sienna', messages }, { headers: { 'idempotency-key': key } })
          .withResponse();
      const [once, again] = [await post(), await post()];
      expect(textOf(again.data)).toBe(textOf(once.data));
      expect(extrasOf(again.data)).toEqual(extrasOf(once.data));
      expect([once, again].map(({ response }) => response.headers.get('idempotency-replayed'))).toEqual([null, 'true']);
      expect(await turnsOf(extrasOf(first).conversationId)).toBe(2);
      const other = client.chat.completions.create(
        { model: 'sienna', messages: [user('Something else')] },
        { headers: { 'idempotency-key': key }, maxRetries: 2 },
      );
      await expect(other).rejects.toBeInstanceOf(OpenAI.ConflictError);
      const theirs = await (await someone()).chat.completions.create(
        { model: 'sienna', messages: [user('Something else')] },
        { headers: { 'idempotency-key': key } },
      );
      expect(extrasOf(theirs).conversationId).not.toBe(extrasOf(first).conversationId);
    });

    it('because the client got no answer is one turn, streamed or not, though it sends no key', async () => {
      let lost = 0;
      const losing = clientOf(app, person, {
        maxRetries: 2,
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          if (new Headers(init?.headers).get('x-stainless-retry-count') !== '0') return response;
          await response.text();
          lost += 1;
          throw new TypeError('The connection was lost');
        },
      });
      const first = await ask([user(QUESTION)], losing);
      const messages: Messages = [user(QUESTION), assistant(textOf(first)), user(FOLLOW_UP)];
      const second = await losing.chat.completions.stream({ model: 'sienna', messages }).finalContent();
      expect(lost).toBe(2);
      expect(await storedTexts(extrasOf(first).conversationId)).toEqual([QUESTION, textOf(first), FOLLOW_UP, second]);
    });

    it('is another turn when the same words follow others', async () => {
      const first = await ask([user(QUESTION)]);
      const second = await ask([user(QUESTION), assistant(textOf(first)), user(FOLLOW_UP)]);
      for (const history of [[], [user('Hello there'), assistant('Hello')]]) {
        const repeated = await client.chat.completions.create(
          { model: 'sienna', messages: [...history, user(FOLLOW_UP)] },
          { headers: { 'x-stainless-retry-count': '1' } },
        );
        expect(extrasOf(repeated).messageId).not.toBe(extrasOf(second).messageId);
        expect(extrasOf(repeated).conversationId).not.toBe(extrasOf(first).conversationId);
      }
    });

    it('while the first is still answered waits for it', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      before = promise;
      const key = crypto.randomUUID();
      const post = () =>
        client.chat.completions.create(
          { model: 'sienna', messages: [user(QUESTION)] },
          { headers: { 'idempotency-key': key } },
        );
      const both = Promise.all([post(), post(), post()]);
      resolve();
      expect(new Set((await both).map(textOf)).size).toBe(1);
    });
  });

  it('goes on when the client leaves, and the client finds the conversation when it is back', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    before = promise;
    const stream = await client.chat.completions.create({ model: 'sienna', messages: [user(QUESTION)], stream: true });
    const [chunk] = [(await stream[Symbol.asyncIterator]().next()).value];
    stream.controller.abort();
    resolve();
    const messageId = chunk?.id.replace('chatcmpl-', '') ?? '';
    const repeated = await client.chat.completions.create(
      { model: 'sienna', messages: [user(QUESTION)] },
      { headers: { 'idempotency-key': messageId } },
    );
    expect(extrasOf(repeated).messageId).toBe(messageId);
    const next = await ask([user(QUESTION), assistant(textOf(repeated)), user(FOLLOW_UP)]);
    expect(extrasOf(next).conversationId).toBe(extrasOf(repeated).conversationId);
  });

  it('says in the stream what went wrong after it began', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    before = promise;
    const stream = await client.chat.completions.create({ model: 'sienna', messages: [user(QUESTION)], stream: true });
    const events = stream[Symbol.asyncIterator]();
    const messageId = (await events.next()).value?.id.replace('chatcmpl-', '');
    const { rows } = await app.app.database.pool.query<{ id: string }>(
      'select conversation_id as id from turns where message_id = $1',
      [messageId],
    );
    await person.request('DELETE', `/api/v1/conversations/${rows[0]?.id}`);
    resolve();
    const rest = async () => {
      for await (const _ of { [Symbol.asyncIterator]: () => events }) expect.fail('nothing more comes');
    };
    await expect(rest()).rejects.toThrow(/deleted while the reply was written/);
  });

  describe("as the AI SDK's provider for compatible servers speaks", () => {
    const provider = () =>
      createOpenAICompatible({
        name: 'rapport',
        baseURL: `${app.url}/v1`,
        apiKey: person.session.accessToken,
        includeUsage: true,
      });

    it('generateText gives the reply and the tokens', async () => {
      const { text, usage, finishReason } = await generateText({ model: provider()('sienna'), prompt: QUESTION });
      expect(text).toContain('argan');
      expect(usage).toMatchObject({ inputTokens: 100, outputTokens: 30, totalTokens: 130 });
      expect(finishReason).toBe('stop');
    });

    it('streamText gives the reply, goes on with the conversation, and the tokens', async () => {
      const first = streamText({ model: provider()('sienna'), prompt: QUESTION });
      const text = await first.text;
      expect(text).toContain('argan');
      expect(await first.usage).toMatchObject({ totalTokens: 130 });
      const second = await generateText({
        model: provider()('sienna'),
        messages: [
          { role: 'user', content: QUESTION },
          { role: 'assistant', content: text },
          { role: 'user', content: FOLLOW_UP },
        ],
      });
      const { rows } = await app.app.database.pool.query<{ id: string }>(
        'select conversation_id as id from messages where text = $1',
        [second.text],
      );
      expect(await storedTexts(rows[0]?.id ?? '')).toEqual([QUESTION, text, FOLLOW_UP, second.text]);
    });
  });
});

describe('what the door refuses, in the form of OpenAI', () => {
  let app: TestApp;
  let person: TestPerson;
  let client: OpenAI;
  beforeAll(async () => {
    app = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { BUILTIN_MODEL_WORDS_PER_SECOND: '0' },
    });
    person = await app.guest();
    client = clientOf(app, person);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const image = (url: string) => ({
    role: 'user',
    content: [
      { type: 'text', text: 'Look' },
      { type: 'image_url', image_url: { url } },
    ],
  });

  test.each<[string, object, string, RegExp]>([
    ['no messages', { messages: [] }, 'messages', /./],
    ['no model', { model: undefined }, 'model', /./],
    [
      'a message of no role',
      { messages: [{ content: 'Hi' }] },
      'messages[0].role',
      /system, developer, user or assist/,
    ],
    [
      'a tool',
      { messages: [user('a'), { role: 'tool', content: 'b', tool_call_id: 'c' }] },
      'messages[1].role',
      /tools/,
    ],
    ['the assistant last', { messages: [user('a'), assistant('b')] }, 'messages', /end with a message of role user/],
    ['only instructions', { messages: [{ role: 'system', content: 'Be kind' }] }, 'messages', /role user/],
    ['no words', { messages: [user(' \n ')] }, 'messages[0].content', /white space/],
    ['no content', { messages: [{ role: 'user', content: null }] }, 'messages[0].content', /white space/],
    ['a number for content', { messages: [{ role: 'user', content: 1 }] }, 'messages[0].content', /string or a list/],
    ['too many words', { messages: [user('a'.repeat(8_001))] }, 'messages[0].content', /8000/],
    ['NUL', { messages: [user('a\u0000b')] }, 'messages[0].content', /NUL/],
    [
      'a part of another kind',
      { messages: [{ role: 'user', content: [{ type: 'input_audio', input_audio: {} }] }] },
      'messages[0].content[0].type',
      /text or an image_url/,
    ],
    [
      'a part without its text',
      { messages: [{ role: 'user', content: [{ type: 'text' }] }] },
      'messages[0].content[0].text',
      /./,
    ],
    [
      'a picture',
      { messages: [user('a'), assistant('b'), image('data:image/png;base64,AAAA')] },
      'messages[2].content[1].image_url.url',
      /does not take images/,
    ],
    ['two replies', { n: 2 }, 'n', /must be 1/],
    ['tools', { tools: [{ type: 'function', function: { name: 'f' } }] }, 'tools', /not supported/],
    ['functions', { functions: [{ name: 'f' }] }, 'functions', /not supported/],
    ['a tool to call', { tool_choice: 'required' }, 'tool_choice', /not supported/],
    ['probabilities', { logprobs: true }, 'logprobs', /not supported/],
    ['speech', { modalities: ['text', 'audio'] }, 'modalities', /text/],
    ['a voice', { audio: { voice: 'alloy', format: 'wav' } }, 'audio', /text/],
    ['JSON', { response_format: { type: 'json_object' } }, 'response_format', /"text"/],
    ['a search', { web_search_options: {} }, 'web_search_options', /not supported/],
    ['a stream by words', { stream: 'yes' }, 'stream', /./],
  ])('%s', async (_, more, param, message) => {
    const body = { model: 'jumbo', messages: [user('Hi')], ...more } as OpenAI.ChatCompletionCreateParamsNonStreaming;
    const error: unknown = await client.chat.completions.create(body).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
    expect(error).toMatchObject({ status: 400, type: 'invalid_request_error', param, requestID: expect.any(String) });
    expect(String(error)).toMatch(message);
  });

  test('a model there is none of, by both ways', async () => {
    const chat = client.chat.completions.create({ model: 'gpt-4o', messages: [user('Hi')] });
    const expected = {
      status: 404,
      code: 'model_not_found',
      param: 'model',
      message: expect.stringContaining('jumbo'),
    };
    await expect(chat).rejects.toBeInstanceOf(OpenAI.NotFoundError);
    await expect(chat).rejects.toMatchObject(expected);
    await expect(client.models.retrieve('gpt-4o')).rejects.toMatchObject(expected);
  });

  test('a token that is none', async () => {
    const stranger = new OpenAI({ baseURL: `${app.url}/v1`, apiKey: 'sk-of-elsewhere', maxRetries: 0 });
    const listing = stranger.models.list();
    await expect(listing).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
    await expect(listing).rejects.toMatchObject({ code: 'invalid_api_key' });
  });

  test.each<[string, string, string, Record<string, string>, string | undefined, number]>([
    ['another media type', 'POST', '/v1/chat/completions', { 'content-type': 'text/plain' }, 'Hi', 415],
    ['no JSON', 'POST', '/v1/chat/completions', { 'content-type': 'application/json' }, '{', 400],
    ['no body', 'POST', '/v1/chat/completions', {}, undefined, 400],
    ['a path that is not there', 'POST', '/v1/embeddings', {}, undefined, 404],
    ['a path that is none', 'GET', '/v1/models/%zz', {}, undefined, 400],
    ['another method', 'DELETE', '/v1/models/jumbo', {}, undefined, 404],
  ])('%s', async (_, method, path, headers, body, status) => {
    const response = await person.request(method, path, { headers, ...(body === undefined ? {} : { body }) });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('x-request-id')).not.toBeNull();
    const { error } = response.json<{ error: object }>();
    expect(Object.keys(error)).toEqual(['message', 'type', 'param', 'code']);
  });

  test('too much at once, with the time to wait', async () => {
    await using slow = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { RATE_LIMIT_PER_SECOND: '1' },
    });
    const hurried = clientOf(slow, await slow.guest());
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => hurried.models.list()));
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) {
      expect(reason).toBeInstanceOf(OpenAI.RateLimitError);
      expect(reason).toMatchObject({ type: 'requests', code: 'rate_limit_exceeded' });
      expect(Number(reason.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });
});
