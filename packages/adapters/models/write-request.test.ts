import type { LanguageModel, ModelRequest } from '@rapport/core/models/language-model.ts';
import { describe, expect, it } from 'vitest';
import { createVendorModel } from './create-vendor-model.ts';
import { SAMPLE_REQUEST } from './sample-answers.ts';
import type { Provider } from './vendor.ts';

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

async function ask(model: LanguageModel, request: ModelRequest): Promise<void> {
  for await (const _ of model.stream(request, new AbortController().signal));
}

/** What a model sends for a request. */
async function sentBy(id: string, request = SAMPLE_REQUEST, apiKey: string | null = 'key-1'): Promise<Sent> {
  const sent: Sent[] = [];
  const [provider = ''] = id.split('/');
  const fetch: typeof globalThis.fetch = async (url, init) => {
    sent.push({ url: String(url), headers: new Headers(init?.headers), body: JSON.parse(String(init?.body)) });
    return new Response('', { status: 500 });
  };
  const connections = { [provider as Provider]: { apiKey, baseUrl: 'http://vendor.test/base' } };
  const { model } = createVendorModel(id, connections, { fetch });
  await expect(ask(model, request)).rejects.toThrow('failed');
  const [first] = sent;
  if (first === undefined || sent.length > 1) throw new Error(`Sent ${sent.length} requests`);
  return first;
}

const image = { mediaType: 'image/png', data: Uint8Array.of(1, 2, 3) } as const;

describe('where a request goes and whose key it carries', () => {
  it.each([
    ['google/gemini-3.8-flash', 'models/gemini-3.8-flash:streamGenerateContent?alt=sse', 'x-goog-api-key', 'key-1'],
    ['xai/grok-4.3', 'chat/completions', 'authorization', 'Bearer key-1'],
    ['groq/openai/gpt-oss-120b', 'chat/completions', 'authorization', 'Bearer key-1'],
    ['openai/gpt-6-luna', 'chat/completions', 'authorization', 'Bearer key-1'],
    ['compatible/llama3.2:3b', 'chat/completions', 'authorization', 'Bearer key-1'],
  ])('%s', async (id, path, header, key) => {
    const { url, headers } = await sentBy(id);
    expect(url).toBe(`http://vendor.test/base/${path}`);
    expect(headers.get(header)).toBe(key);
  });

  it.each(['openai/local', 'compatible/local'])('%s goes without a key to a server that asks for none', async (id) => {
    expect((await sentBy(id, SAMPLE_REQUEST, null)).headers.has('authorization')).toBe(false);
  });
});

describe('what a request asks for', () => {
  it.each([
    ['xai/grok-4.3', { max_completion_tokens: 2_548, temperature: 0.7, reasoning_effort: 'low' }],
    ['groq/openai/gpt-oss-120b', { max_tokens: 2_548, temperature: 0.7, reasoning_effort: 'low' }],
    ['openai/gpt-6-luna', { max_completion_tokens: 2_548, reasoning_effort: 'low' }],
    ['compatible/llama', { max_tokens: 500 }],
  ])('%s: a stream, with room for thoughts', async (id, expected) => {
    const { body } = await sentBy(id);
    expect(body).toMatchObject({ model: id.slice(id.indexOf('/') + 1), stream: true, ...expected });
    if (!('temperature' in expected)) expect(body).not.toHaveProperty('temperature');
    if (!('reasoning_effort' in expected)) expect(body).not.toHaveProperty('reasoning_effort');
    expect(body.messages).toMatchObject([{}, { role: 'user' }, { role: 'assistant' }, { role: 'user' }]);
  });

  it.each(['xai/grok-4.3', 'openai/gpt-6-luna', 'compatible/llama'])('%s: its counts', async (id) => {
    expect((await sentBy(id)).body.stream_options).toEqual({ include_usage: true });
  });

  it('google: thoughts kept short and to itself', async () => {
    const { body } = await sentBy('google/gemini-3.8-flash');
    expect(body.generationConfig).toEqual({
      maxOutputTokens: 4_596,
      thinkingConfig: { thinkingLevel: 'low', includeThoughts: false },
    });
    expect(body.systemInstruction).toEqual({ parts: [{ text: 'Be kind.' }] });
  });

  it('never more than the model can write', async () => {
    const { body } = await sentBy('openai/gpt-6-luna', { ...SAMPLE_REQUEST, maxOutputTokens: 1_000_000 });
    expect(body.max_completion_tokens).toBe(128_000);
  });

  it.each(['google/gemini-3.8-flash', 'xai/grok-4.3', 'openai/gpt-6-luna', 'compatible/llava'])(
    '%s: pictures with the last message',
    async (id) => {
      const { body } = await sentBy(id, { ...SAMPLE_REQUEST, images: [image] });
      const messages = body.messages ?? body.contents;
      expect(JSON.stringify(messages).split('AQID')).toHaveLength(2);
      expect(JSON.stringify(Array.isArray(messages) ? messages.at(-1) : null)).toContain('AQID');
    },
  );

  it('no message without content, which vendors refuse', async () => {
    const messages = [{ role: 'assistant', text: ' ' } as const, ...SAMPLE_REQUEST.messages];
    const { body } = await sentBy('groq/openai/gpt-oss-20b', { ...SAMPLE_REQUEST, instructions: '', messages });
    expect(body.messages).toHaveLength(3);
  });

  it('each its own, when many are written at once', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `Message ${index}`);
    const sent: string[] = [];
    const fetch: typeof globalThis.fetch = async (_, init) => {
      sent.push(String(init?.body));
      return new Response('', { status: 500 });
    };
    const { model } = createVendorModel('xai/grok-4.3', { xai: { apiKey: 'k', baseUrl: null } }, { fetch });
    const messages = texts.map((text) => [{ role: 'user', text } as const]);
    await Promise.allSettled(messages.map((own) => ask(model, { ...SAMPLE_REQUEST, messages: own })));
    expect(texts.map((text) => sent.filter((body) => body.includes(`"${text}"`)).length)).toEqual(texts.map(() => 1));
  });
});
