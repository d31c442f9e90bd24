import type { ModelRequest } from '@rapport/core/models/language-model.ts';
import { NO_MEMORY, USUAL_FIT } from '@rapport/core/models/reply-material.ts';
import { understand } from '@rapport/core/understanding/understand.ts';
import type { Provider } from './vendor.ts';

/** Answers in each vendor's own format, for tests: written by hand, in the words of no one. */
export interface SampleAnswer {
  readonly provider: Provider;
  readonly stream: string;
  readonly whole: string;
  readonly text: string;
  readonly servedModel: string;
  /** Of the stream, as `input/cached/output/reasoning`. */
  readonly usage: readonly [number, number, number, number];
}

const event = (document: object): string => `data: ${JSON.stringify(document)}\n\n`;
const TEXT = 'Gute Nacht – 晚安 🌙, sleep "well".';
const WORDS = ['Gute ', 'Nacht – 晚', '安 🌙, sleep', ' "well".'];

function chatStream(model: string, id: string, usage: object, isGroq = false): string {
  const chunk = (delta: object, finish: string | null = null, rest: object = {}) =>
    event({
      id,
      object: 'chat.completion.chunk',
      created: 1,
      model,
      choices: [{ index: 0, delta, finish_reason: finish }],
      ...rest,
    });
  const end = isGroq
    ? chunk({}, 'stop', { x_groq: { id: 'req_1', usage } })
    : chunk({}, 'stop') + event({ id, object: 'chat.completion.chunk', model, choices: [], usage });
  const words = WORDS.map((content) => chunk({ content })).join('');
  return `${chunk({ role: 'assistant', content: '' })}${chunk({ reasoning_content: 'Hm' })}${words}${end}data: [DONE]\n\n`;
}

function chatWhole(model: string, id: string, usage: object): string {
  const message = { role: 'assistant', content: TEXT, reasoning_content: 'Hm', refusal: null };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  return JSON.stringify({ id, object: 'chat.completion', model, choices, usage }, null, 2);
}

const chatUsage = (input: number, cached: number, completion: number, reasoning: number, total: number): object => ({
  prompt_tokens: input,
  completion_tokens: completion,
  total_tokens: total,
  prompt_tokens_details: { cached_tokens: cached },
  completion_tokens_details: { reasoning_tokens: reasoning },
});

function chatSample(
  provider: Provider,
  model: string,
  usage: object,
  counts: SampleAnswer['usage'],
  isGroq = false,
): SampleAnswer {
  const id = `chatcmpl-${provider}`;
  return {
    provider,
    stream: chatStream(model, id, usage, isGroq),
    whole: chatWhole(model, id, usage),
    text: TEXT,
    servedModel: model,
    usage: counts,
  };
}

const gemini = (parts: readonly object[], rest: object = {}, finish: object = {}) => ({
  candidates: [{ content: { parts, role: 'model' }, index: 0, ...finish }],
  ...rest,
  modelVersion: 'gemini-sample-001',
  responseId: 'answer-1',
});
const geminiUsage = {
  usageMetadata: {
    promptTokenCount: 20,
    cachedContentTokenCount: 5,
    candidatesTokenCount: 9,
    thoughtsTokenCount: 30,
    totalTokenCount: 59,
  },
};

export const SAMPLE_ANSWERS: readonly SampleAnswer[] = [
  {
    provider: 'google',
    stream: [
      gemini([{ text: 'Hm', thought: true }], { usageMetadata: { promptTokenCount: 20, totalTokenCount: 20 } }),
      ...WORDS.map((text) => gemini([{ text }])),
      gemini([{ text: '', thoughtSignature: 'c2ln' }], geminiUsage, { finishReason: 'STOP' }),
    ]
      .map(event)
      .join(''),
    whole: JSON.stringify(
      gemini([{ text: 'Hm', thought: true }, { text: TEXT }], geminiUsage, { finishReason: 'STOP' }),
      null,
      2,
    ),
    text: TEXT,
    servedModel: 'gemini-sample-001',
    usage: [20, 5, 39, 30],
  },
  chatSample('xai', 'grok-sample', chatUsage(20, 5, 9, 30, 59), [20, 5, 39, 30]),
  chatSample('groq', 'openai/gpt-oss-sample', chatUsage(20, 5, 39, 30, 59), [20, 5, 39, 30], true),
  chatSample('openai', 'gpt-sample-2026-01-01', chatUsage(20, 5, 39, 30, 59), [20, 5, 39, 30]),
  chatSample('compatible', 'llama-sample', chatUsage(20, 0, 9, 0, 29), [20, 0, 9, 0]),
];

export const SAMPLE_REQUEST: ModelRequest = {
  instructions: 'Be kind.',
  messages: [
    { role: 'user', text: 'Hello' },
    { role: 'assistant', text: 'Hello to you.' },
    { role: 'user', text: 'My secret is a red kite.' },
  ],
  images: [],
  maxOutputTokens: 500,
  estimatedInputTokens: 20,
  streaming: true,
  material: {
    assistant: { name: 'A', kind: 'companion', brand: 'B', focus: 'C', disclosure: 'I am an AI.' },
    preferredName: null,
    message: 'My secret is a red kite.',
    summary: understand('Hello', { nameAsked: false }),
    history: [],
    passages: [],
    products: null,
    memory: NO_MEMORY,
    fit: USUAL_FIT,
    seed: '1',
  },
};
