import { createVendorModel, type Provider } from '@rapport/adapters/models/create-vendor-model.ts';
import { runChain } from '@rapport/core/models/chain.ts';
import type { LanguageModel, ModelRequest } from '@rapport/core/models/language-model.ts';
import { OPEN_GATE } from '@rapport/core/models/model-gate.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeVendors, startFakeVendors } from '../src/fake-vendors/fake-vendors.ts';

const WORDS = 'Zwei Wörter: 洗发 first.';
const request = {
  instructions: 'Be kind.',
  messages: [{ role: 'user', text: 'How often?' }],
  images: [],
  maxOutputTokens: 100,
  estimatedInputTokens: 10,
  streaming: true,
} as Partial<ModelRequest> as ModelRequest;
const local: LanguageModel = {
  id: 'test/local',
  provider: 'test',
  isLocal: true,
  seesImages: false,
  async *stream() {
    yield { type: 'text', text: 'Whole, from here.' };
    yield { type: 'finish', reason: 'stop', usage: null };
  },
};

let vendors: FakeVendors;
beforeAll(async () => {
  vendors = await startFakeVendors();
});
afterAll(() => vendors[Symbol.asyncDispose]());

const models: readonly (readonly [Provider, string])[] = [
  ['google', 'google/gemini-3.8-flash'],
  ['xai', 'xai/grok-4.3'],
  ['groq', 'groq/openai/gpt-oss-20b'],
  ['openai', 'openai/gpt-6-luna'],
  ['compatible', 'compatible/any'],
];

it.each(models)('a stream of %s that is cut at any byte is never half a reply', async (vendor, id) => {
  const { model } = createVendorModel(id, { [vendor]: { apiKey: 'played-here', baseUrl: vendors.baseUrls[vendor] } });
  const outcomes = new Map<string, number>();
  for (let atByte = 0, wholeInARow = 0; wholeInARow < 3; atByte++) {
    vendors.script(vendor, { text: WORDS, fault: { kind: 'cut', atByte } });
    let shown = '';
    const result = await runChain(
      [model, local],
      request,
      {
        text: (delta) => {
          shown += delta;
        },
        replace: () => {
          shown = '';
        },
      },
      {
        signal: new AbortController().signal,
        clock: { now: () => new Date(), monotonicMs: () => performance.now() },
        deadlines: { firstToken: 5_000, idle: 5_000, attempt: 5_000, turn: 20_000 },
        gate: OPEN_GATE,
        check: () => null,
        shrink: () => null,
        onFailedAttempt: () => undefined,
      },
    );
    const text = result.outcome === 'completed' ? result.reply.text : null;
    expect(text).toBe(shown);
    expect([WORDS, 'Whole, from here.']).toContain(text);
    wholeInARow = result.attempts.length === 1 ? wholeInARow + 1 : 0;
    const outcome = result.attempts[0]?.outcome ?? 'none';
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect([...outcomes.keys()].sort()).toEqual(['completed', 'cut']);
  expect(outcomes.get('cut')).toBeGreaterThan(200);
});
