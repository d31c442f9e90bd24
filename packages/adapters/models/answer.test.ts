import { describe, expect, it, vi } from 'vitest';
import { answer, chat, gemini, hear, listen, modelOf } from './listening.fixtures.ts';
import { TRAILER_MS } from './trailer.ts';
import type { Provider } from './vendor.ts';

describe('an answer that is no reply', () => {
  const rows: readonly (readonly [
    string,
    Provider,
    string,
    Partial<Record<'kind' | 'text', unknown>>,
    string | undefined,
  ])[] = [
    ['only thoughts', 'groq', chat({ reasoning: 'Hm' }) + chat({}, 'stop'), { text: '' }, 'stop'],
    ['thoughts that never end', 'compatible', chat({ content: '<think>Hm' }) + chat({}, 'stop'), { text: '' }, 'stop'],
    [
      'only a tool',
      'openai',
      chat({ tool_calls: [{ function: { name: 'x' } }] }) + chat({}, 'tool_calls'),
      { text: '' },
      'other',
    ],
    [
      'words before a tool',
      'openai',
      chat({ content: 'Let me see' }) + chat({}, 'tool_calls'),
      { kind: 'failed' },
      undefined,
    ],
    ['a refusal, which ends as usual', 'openai', chat({ refusal: 'No' }) + chat({}, 'stop'), { text: '' }, 'filter'],
    [
      'a filter after text',
      'openai',
      chat({ content: 'Half' }) + chat({}, 'content_filter'),
      { text: 'Half' },
      'filter',
    ],
    ['the token limit', 'xai', chat({ content: 'Half' }) + chat({}, 'length'), { text: 'Half' }, 'length'],
    ['an end without a reason', 'xai', `${chat({ content: 'Half' })}data: [DONE]\n\n`, { kind: 'cut' }, undefined],
    ['no byte', 'google', '', { text: '' }, 'other'],
    ['nothing but its end', 'groq', ': waiting\n\ndata: [DONE]\n\n', { text: '' }, 'other'],
    ['another document', 'google', gemini({ totalTokens: 7 }), { text: '' }, 'other'],
    ['a candidate without parts', 'google', gemini({ candidates: [{ content: {} }] }), { text: '' }, 'other'],
    ['a blocked prompt', 'google', gemini({ promptFeedback: { blockReason: 'NEW' } }), { text: '' }, 'filter'],
    [
      'an error with a reason to stop',
      'compatible',
      chat({ content: '' }, 'length') + chat({}, null, { error: { code: 400, message: 'Token limit' } }),
      { kind: 'failed' },
      undefined,
    ],
  ];
  it.each(rows)('%s (%s)', async (_, provider, body, expected, reason) => {
    const heard = await hear(provider, body);
    expect(heard).toMatchObject(expected);
    expect(heard.finish?.reason).toBe(reason);
  });
});

describe('what is told beside the text', () => {
  it('the vendor’s id of the request before the answer’s own', async () => {
    const body = chat({ content: 'Hi' }) + chat({}, 'stop');
    const withHeader = await hear('openai', body, { headers: { 'x-request-id': 'req_1' } });
    expect(withHeader.parts[0]).toEqual({ type: 'response', servedModel: 'm', requestId: 'req_1' });
    const without = await hear('openai', body);
    expect(without.parts[0]).toEqual({ type: 'response', servedModel: 'm', requestId: 'a' });
  });

  it('no tokens when the vendor counted none', async () => {
    expect((await hear('compatible', chat({ content: 'Hi' }, 'stop'))).finish?.usage).toBeNull();
  });

  it('the tokens of a failure, when the vendor counted them', async () => {
    const usage = { prompt_tokens: 9, completion_tokens: 1, total_tokens: 10 };
    const { thrown } = await hear('compatible', chat({ content: 'Hi' }, null, { usage, error: { code: 502 } }));
    expect(thrown).toMatchObject({ details: { kind: 'failed', usage: { input: 9, output: 1 } } });
  });

  it('text that comes at once as one part', async () => {
    const heard = await hear('openai', chat({ content: 'Hel' }) + chat({ content: 'lo' }) + chat({}, 'stop'));
    expect(heard.parts.filter(({ type }) => type === 'text')).toEqual([{ type: 'text', text: 'Hello' }]);
  });
});

describe('what a vendor counts', () => {
  const google = (text: string, usageMetadata: object, finishReason?: string): string =>
    gemini({ candidates: [{ content: { parts: [{ text }] }, ...(finishReason && { finishReason }) }], usageMetadata });

  it('is told when it changes, before the end', async () => {
    const first = google('Wash ', { promptTokenCount: 30, candidatesTokenCount: 2, thoughtsTokenCount: 90 });
    const body = [first, google('it.', { promptTokenCount: 30, candidatesTokenCount: 5 }, 'STOP')].join('');
    const heard = await listen(modelOf('google', async () => answer(body, first.length)));
    const counted = heard.parts.flatMap((part) => (part.type === 'usage' ? [part.usage.output] : []));
    expect(counted).toEqual([92, 5]);
    const same = await listen(modelOf('google', async () => answer(first.repeat(3), first.length)));
    expect(same.parts.filter(({ type }) => type === 'usage')).toHaveLength(1);
  });

  it.each([
    ['without end', { prompt_tokens: 1e300, completion_tokens: 1e300 }],
    ['of a book that nobody asked for', { prompt_tokens: 20, completion_tokens: 3_000 }],
    ['that only a total makes up', { prompt_tokens: 20, completion_tokens: 20, total_tokens: 2e9 }],
    ['of a prompt that nobody sent', { prompt_tokens: 30_000, completion_tokens: 20 }],
    ['below nothing', { prompt_tokens: -5, completion_tokens: 20 }],
  ])('is nothing when it can’t be: %s', async (_, usage) => {
    const heard = await hear('openai', chat({ content: 'Hi' }) + chat({}, 'stop', { usage }));
    expect(heard).toMatchObject({ text: 'Hi', finish: { reason: 'stop', usage: null } });
    expect(heard.parts.filter(({ type }) => type === 'usage')).toEqual([]);
  });
});

describe('what can’t be stored', () => {
  it('is no part of a name', async () => {
    const body = `data: ${JSON.stringify({ model: 'gpt\0\uD83D', choices: [{ delta: { content: 'Hi' } }] })}\n\n`;
    const heard = await hear('openai', body, { headers: { 'x-request-id': 'abc\u0080<script>' } });
    expect(heard.parts[0]).toEqual({ type: 'response', servedModel: 'gpt' });
  });

  it('is no part of the text, and no character is split between parts', async () => {
    const pieces = ['Hi\0 \uD83D', '\uDE00 you\uD83D', ' there\r', '\n.'].map((content) => chat({ content }));
    const body = pieces.join('') + chat({}, 'stop');
    for (const size of [7, 200, Number.POSITIVE_INFINITY]) {
      const heard = await listen(modelOf('openai', async () => answer(body, size)));
      expect(heard.text).toBe('Hi 😀 you\uFFFD there\n.');
      for (const part of heard.parts) if (part.type === 'text') expect(part.text.isWellFormed()).toBe(true);
    }
  });
});

describe('too much of a reply', () => {
  it('is none, and is not read on', async () => {
    const cancelled = vi.fn();
    const piece = new TextEncoder().encode(chat({ content: 'wash '.repeat(200) }));
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(piece), cancel: cancelled });
    const heard = await listen(modelOf('openai', async () => new Response(body)));
    expect(heard.thrown).toMatchObject({ details: { kind: 'failed', code: 'answer_too_long' } });
    expect(heard.text).toHaveLength(32_000);
    expect(cancelled).toHaveBeenCalledOnce();
  });

  it('lets others work meanwhile', async () => {
    const body = chat({ content: ' '.repeat(500) }).repeat(1_000);
    let turns = 0;
    const count = (): void => {
      turns += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    await listen(modelOf('openai', async () => answer(body, 65_536)));
    clearImmediate(next);
    expect(turns).toBeGreaterThan(3);
  });

  it('is not made by thoughts', async () => {
    const thoughts = chat({ content: '<think>' }) + chat({ content: 'hm '.repeat(20_000) });
    const heard = await hear('compatible', `${thoughts + chat({ content: '</think>Hello' })}${chat({}, 'stop')}`);
    expect(heard).toMatchObject({ text: 'Hello', finish: { reason: 'stop' } });
  });
});

describe('an error once an answer has begun', () => {
  it.each([
    ['of a key', { message: 'No.', code: 'invalid_api_key' }],
    ['of a credit', { message: 'No.', code: 'insufficient_quota' }],
    ['of a model', { message: 'No.', code: 'model_not_found' }],
    ['that quotes a person', { message: 'Incorrect API key provided: so my hair says', code: 401 }],
  ])('%s closes nobody’s account', async (_, error) => {
    const { thrown } = await hear('openai', chat({ content: 'Wash' }) + chat({}, null, { error }));
    expect(thrown).toMatchObject({ details: { kind: 'failed', exhausted: null } });
  });
});

describe('after the last word', () => {
  const last = 'data: {"choices":[{"index":0,"delta":{"content":"Whole."},"finish_reason":"stop"}]}\n\n';
  const neverEnding = (then: (controller: ReadableStreamDefaultController<Uint8Array>) => void) => async () =>
    new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode(last)),
        pull: (controller) => {
          then(controller);
          return new Promise(() => undefined);
        },
      }),
    );
  it.each([
    ['a vendor that never ends its stream', () => undefined],
    ['a connection that breaks', (controller: ReadableStreamDefaultController) => controller.error(new Error('reset'))],
  ] as const)('%s takes nothing back', async (_, then) => {
    vi.useFakeTimers();
    try {
      const heard = listen(modelOf('groq', neverEnding(then)));
      await vi.advanceTimersByTimeAsync(TRAILER_MS);
      expect(await heard).toMatchObject({ text: 'Whole.', finish: { reason: 'stop', usage: null }, kind: null });
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['an error', 'data: {"error":{"message":"Accounting failed","type":"server_error"}}\n\n'],
    ['an error event', 'event: error\ndata: {"message":"x"}\n\n'],
    ['a bare error', '{\n"error":{"code":503,"message":"x"}\n}\n'],
    ['half a document', 'data: {"choices":[{"ind'],
    ['a page', '<html>\n'],
    ['a stumble', chat({}, 'tool_calls')],
  ])('%s takes nothing back, in the same piece and in another', async (_, rest) => {
    for (const size of [last.length, last.length + rest.length]) {
      const heard = await listen(modelOf('openai', async () => answer(last + rest, size)));
      expect(heard).toMatchObject({ text: 'Whole.', finish: { reason: 'stop' }, thrown: undefined });
    }
  });

  it('a stream that goes on without end takes nothing back', async () => {
    const heard = await listen(
      modelOf('openai', async () => answer(`${last}:${'x'.repeat(5_000_000)}`, last.length * 99)),
    );
    expect(heard).toMatchObject({ text: 'Whole.', finish: { reason: 'stop' }, thrown: undefined });
  });

  it('a filter takes the reply back', async () => {
    expect((await hear('openai', last + chat({}, 'content_filter'))).finish?.reason).toBe('filter');
  });

  it.each([
    ['a clock that runs out takes nothing back', new DOMException('late', 'TimeoutError'), 'stop'],
    ['a person who has enough is obeyed', new DOMException('enough', 'AbortError'), undefined],
  ])('%s', async (_, reason, finish) => {
    const attempt = new AbortController();
    const fetch = neverEnding(() => attempt.abort(reason));
    const heard = await listen(modelOf('openai', fetch), attempt.signal);
    expect(heard.finish?.reason).toBe(finish);
    expect(heard.thrown).toBe(finish === undefined ? reason : undefined);
  });

  it('a vendor that sends signs of life is not waited for longer', async () => {
    vi.useFakeTimers();
    try {
      const lively = neverEnding((controller) => {
        setInterval(() => controller.enqueue(new TextEncoder().encode(': alive\n\n')), TRAILER_MS / 4 + 1);
      });
      const heard = listen(modelOf('groq', lively));
      await vi.advanceTimersByTimeAsync(TRAILER_MS);
      expect(await heard).toMatchObject({ text: 'Whole.', finish: { reason: 'stop' }, kind: null });
    } finally {
      vi.useRealTimers();
    }
  });
});
