import { createGoogle } from '@ai-sdk/google';
import { createGroq } from '@ai-sdk/groq';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { type FakeVendors, startFakeVendors, type VendorName } from '../src/fake-vendors/fake-vendors.ts';
import { askVendor } from './vendor-requests.ts';

const TEXT = 'Rinse the naïve curl 🌿 slowly.';
const TOKENS = 6;

/** The client that an application would use for each vendor. */
const CLIENTS: Readonly<Record<VendorName, (baseURL: string, apiKey: string, model: string) => LanguageModelV4>> = {
  google: (baseURL, apiKey, model) => createGoogle({ baseURL, apiKey })(model),
  xai: (baseURL, apiKey, model) => createOpenAICompatible({ name: 'xai', baseURL, apiKey, includeUsage: true })(model),
  groq: (baseURL, apiKey, model) => createGroq({ baseURL, apiKey })(model),
  openai: (baseURL, apiKey, model) => createOpenAI({ baseURL, apiKey }).chat(model),
  compatible: (baseURL, apiKey, model) =>
    createOpenAICompatible({ name: 'compatible', baseURL, apiKey, includeUsage: true })(model),
};
const VENDORS: readonly VendorName[] = ['google', 'xai', 'groq', 'openai', 'compatible'];

const clientOf = (vendors: FakeVendors, name: VendorName, model = 'some-model', key = 'some-key'): LanguageModelV4 =>
  CLIENTS[name](vendors.baseUrls[name], key, model);

const prompt = { prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'How do I rinse?' }] }] };

async function partsOf(model: LanguageModelV4): Promise<readonly LanguageModelV4StreamPart[]> {
  const { stream } = await model.doStream(prompt);
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

describe('a reply in the format of its vendor', () => {
  it.each(VENDORS)('is streamed and read by the client of %s', async (name) => {
    await using vendors = await startFakeVendors({ behaviour: { text: TEXT, thoughtTokens: 7, cachedTokens: 2 } });
    const parts = await partsOf(clientOf(vendors, name));
    const text = parts.flatMap((part) => (part.type === 'text-delta' ? [part.delta] : [])).join('');
    const finish = parts.find((part) => part.type === 'finish');
    expect(text).toBe(TEXT);
    expect(parts.filter(({ type }) => type === 'error')).toEqual([]);
    expect(finish).toMatchObject({ finishReason: { unified: 'stop' }, usage: { inputTokens: { cacheRead: 2 } } });
    expect(finish?.usage.outputTokens.reasoning).toBe(7);
    expect(vendors.requests).toMatchObject([{ vendor: name, streams: true, outcome: 'complete', status: 200 }]);
  });

  it.each(VENDORS)('comes whole and is read by the client of %s', async (name) => {
    await using vendors = await startFakeVendors({ behaviour: { text: TEXT, thoughtTokens: 7, cachedTokens: 2 } });
    const { content, finishReason, usage } = await clientOf(vendors, name).doGenerate(prompt);
    expect(content.find(({ type }) => type === 'text')).toMatchObject({ text: TEXT });
    expect(finishReason.unified).toBe('stop');
    expect(usage).toMatchObject({ inputTokens: { cacheRead: 2 }, outputTokens: { reasoning: 7 } });
    expect(vendors.requests).toMatchObject([{ streams: false }]);
  });

  it.each([
    ['google', { candidatesTokenCount: TOKENS, thoughtsTokenCount: 7 }],
    ['xai', { completion_tokens: TOKENS, completion_tokens_details: { reasoning_tokens: 7 } }],
    ['groq', { completion_tokens: TOKENS + 7, completion_tokens_details: { reasoning_tokens: 7 } }],
    ['openai', { completion_tokens: TOKENS + 7, completion_tokens_details: { reasoning_tokens: 7 } }],
  ] as const)('counts thoughts as %s does', async (name, raw) => {
    await using vendors = await startFakeVendors({ behaviour: { text: TEXT, thoughtTokens: 7 } });
    const finish = (await partsOf(clientOf(vendors, name))).find((part) => part.type === 'finish');
    expect(finish?.usage.raw).toMatchObject(raw);
  });

  it.each([
    ['length', 'length'],
    ['filter', 'content-filter'],
  ] as const)('ends for the scripted reason %s at every vendor', async (finish, unified) => {
    await using vendors = await startFakeVendors({ behaviour: { finish } });
    for (const name of VENDORS) {
      const end = (await partsOf(clientOf(vendors, name))).find((part) => part.type === 'finish');
      expect(end?.finishReason.unified, name).toBe(unified);
    }
  });

  it('keeps to the length that a request allows', async () => {
    await using vendors = await startFakeVendors({ behaviour: { tokens: 50 } });
    for (const name of VENDORS) {
      const { finishReason, content } = await clientOf(vendors, name).doGenerate({ ...prompt, maxOutputTokens: 3 });
      const [text] = content.flatMap((part) => (part.type === 'text' ? [part.text] : []));
      expect(finishReason.unified, name).toBe('length');
      expect(text?.split(' '), name).toHaveLength(3);
    }
  });

  it('is framed as each vendor frames it, and counts tokens only for those who ask where the vendor does so', async () => {
    await using vendors = await startFakeVendors({ behaviour: { tokens: 3 } });
    const google = await askVendor(vendors, 'google');
    expect(google.text.match(/data: \{[^\n]*\}\r\n\r\n/g)).toHaveLength(3);
    expect(google.text).not.toContain('[DONE]');
    for (const name of ['xai', 'groq', 'openai', 'compatible'] as const) {
      const { text } = await askVendor(vendors, name);
      expect(text, name).toMatch(/^(?:data: \{[^\n\r]*\}\n\n)+data: \[DONE\]\n\n$/);
      expect(text.includes('completion_tokens'), name).toBe(name === 'groq');
    }
    const asked = await askVendor(vendors, 'openai', { stream_options: { include_usage: true } });
    expect(asked.text).toMatch(/"choices":\[\],"usage":\{[^\n]*\}\n\ndata: \[DONE\]\n\n$/);
    expect(asked.text).toContain('"usage":null');
  });

  it('echoes, names another model as the one that answered, and remembers what was asked', async () => {
    await using vendors = await startFakeVendors();
    vendors.script('some-model', { echo: true, answeredBy: 'newer-model' });
    for (const name of VENDORS) {
      const { content, response } = await clientOf(vendors, name).doGenerate(prompt);
      expect(
        content.find(({ type }) => type === 'text'),
        name,
      ).toMatchObject({ text: 'How do I rinse?' });
      // Google's client keeps the name in the body only.
      expect(JSON.stringify(response?.body), name).toContain('"newer-model"');
    }
    expect(JSON.stringify(vendors.requests.at(-1)?.body)).toContain('How do I rinse?');
    expect(vendors.calls('some-model')).toBe(VENDORS.length);
    expect(vendors.calls('groq')).toBe(1);
    expect(vendors.calls('groq/some-model')).toBe(1);
  });

  it('is the same for the same seed, whatever other models are asked meanwhile', async () => {
    await using one = await startFakeVendors({ seed: 5 });
    await using same = await startFakeVendors({ seed: 5 });
    await using other = await startFakeVendors({ seed: 6 });
    await askVendor(same, 'openai', {}, 'another-model');
    const first = await askVendor(one, 'openai');
    expect((await askVendor(same, 'openai')).text).toBe(first.text);
    expect((await askVendor(other, 'openai')).text).not.toBe(first.text);
    expect((await askVendor(one, 'openai')).text).not.toBe(first.text);
  });
});

describe('refusals', () => {
  it.each([
    ['google', 400, '"reason": "API_KEY_INVALID"'],
    ['xai', 400, '{"code":"Client specified an invalid argument","error":"Incorrect API key provided: wr***ey.'],
    ['groq', 401, '"code":"invalid_api_key"'],
    ['openai', 401, '"code":"invalid_api_key"'],
    ['compatible', 401, '"code":"invalid_api_key"'],
  ] as const)('refuse a wrong key as %s does: %i', async (name, status, words) => {
    await using vendors = await startFakeVendors();
    const answer = await askVendor(vendors, name, {}, 'some-model', 'wrong-key');
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    await expect(clientOf(vendors, name, 'some-model', 'wrong-key').doStream(prompt)).rejects.toMatchObject({
      statusCode: status,
    });
  });

  it.each([
    ['google', '"status": "NOT_FOUND"'],
    ['xai', 'Some requested entity was not found'],
    ['groq', 'model_not_found'],
    ['openai', 'model_not_found'],
    ['compatible', 'model_not_found'],
  ] as const)('do not know a model as %s does not: 404', async (name, words) => {
    await using vendors = await startFakeVendors();
    const answer = await askVendor(vendors, name, {}, 'unknown-model');
    expect(answer.status).toBe(404);
    expect(answer.text).toContain(words);
  });

  it('of a limit say how long to wait in the way of each vendor', async () => {
    await using vendors = await startFakeVendors({ behaviour: { fault: { kind: 'status', status: 429 } } });
    expect((await askVendor(vendors, 'google')).text).toContain('"retryDelay": "34.4s"');
    expect((await askVendor(vendors, 'groq')).headers.get('retry-after')).toBe('7');
    expect((await askVendor(vendors, 'openai')).headers.get('retry-after-ms')).toBe('1400');
    expect((await askVendor(vendors, 'xai')).text).toContain('Some resource has been exhausted');
  });

  it('answer what is no request for a reply', async () => {
    await using vendors = await startFakeVendors();
    const post = { method: 'POST', headers: { authorization: 'Bearer some-key' }, body: 'no JSON' };
    expect((await fetch(`${vendors.baseUrls.openai}/chat/completions`, post)).status).toBe(400);
    expect((await fetch(`${vendors.baseUrls.openai}/elsewhere`, { ...post, body: '{}' })).status).toBe(404);
    expect(await (await fetch(`${vendors.url}/nobody`)).text()).toContain('/google/v1beta');
  });

  it('want a key, but for a compatible server, which may be one’s own', async () => {
    await using vendors = await startFakeVendors();
    const statuses = (['google', 'xai', 'groq', 'openai', 'compatible'] as const).map(
      async (name) => (await askVendor(vendors, name, {}, 'some-model', '')).status,
    );
    expect(await Promise.all(statuses)).toEqual([400, 400, 401, 401, 200]);
  });

  it('list models to those with a key', async () => {
    await using vendors = await startFakeVendors();
    const headers = { authorization: 'Bearer some-key', 'x-goog-api-key': 'some-key' };
    for (const name of VENDORS) {
      const list = await fetch(`${vendors.baseUrls[name]}/models`, { headers });
      expect(await list.json(), name).toHaveProperty(name === 'google' ? 'models' : 'data');
      expect((await fetch(`${vendors.baseUrls[name]}/models`)).ok, name).toBe(name === 'compatible');
    }
  });
});
