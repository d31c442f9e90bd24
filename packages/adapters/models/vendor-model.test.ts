import type { LanguageModel, ModelPart } from '@rapport/core/models/language-model.ts';
import { ModelFailure } from '@rapport/core/models/model-failure.ts';
import { describe, expect, it, vi } from 'vitest';
import { createVendorModel } from './create-vendor-model.ts';
import { SAMPLE_ANSWERS, SAMPLE_REQUEST } from './sample-answers.ts';
import type { Provider } from './vendor.ts';

type Fetch = typeof globalThis.fetch;

const modelOf = (provider: Provider, fetch: Fetch): LanguageModel =>
  createVendorModel(
    `${provider}/sample`,
    { [provider]: { apiKey: 'key-1', baseUrl: 'http://vendor.test/v1' } },
    { fetch, now: () => 0 },
  ).model;

/** An answer in pieces of `size` bytes. */
function answer(body: string | Uint8Array, size = Number.POSITIVE_INFINITY, init: ResponseInit = {}): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  let start = 0;
  const pieces = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (start >= bytes.length) return controller.close();
      const end = Math.min(bytes.length, start + size);
      controller.enqueue(bytes.slice(start, end));
      start = end;
    },
  });
  return new Response(pieces, init);
}

interface Heard {
  readonly text: string;
  readonly parts: readonly ModelPart[];
  readonly finish: Extract<ModelPart, { type: 'finish' }> | undefined;
  readonly thrown: unknown;
  readonly kind: string | null;
}

async function listen(model: LanguageModel, signal = new AbortController().signal): Promise<Heard> {
  const parts: ModelPart[] = [];
  let thrown: unknown;
  try {
    for await (const part of model.stream(SAMPLE_REQUEST, signal)) parts.push(part);
  } catch (error) {
    thrown = error;
  }
  return {
    parts,
    text: parts.map((part) => (part.type === 'text' ? part.text : '')).join(''),
    finish: parts.find((part) => part.type === 'finish'),
    thrown,
    kind: thrown instanceof ModelFailure ? thrown.details.kind : null,
  };
}

const hear = (provider: Provider, body: string, init: ResponseInit = {}): Promise<Heard> =>
  listen(modelOf(provider, async () => answer(body, undefined, init)));

describe.each(SAMPLE_ANSWERS)('$provider', ({ provider, stream, whole, text, servedModel, usage }) => {
  const [input, cachedInput, output, reasoning] = usage;
  const finish = { type: 'finish', reason: 'stop', usage: { input, cachedInput, output, reasoning } };

  it.each([
    ['a stream', stream],
    ['a stream with CRLF', stream.replaceAll('\n', '\r\n')],
    ['a stream without its last blank line', stream.trimEnd()],
    ['a whole answer', whole],
    ['a whole answer on one line', JSON.stringify(JSON.parse(whole))],
    ['a document a line', stream.replaceAll('data: ', '').replaceAll('[DONE]', '')],
  ])('understands %s, in pieces of any size', async (_, body) => {
    for (const size of [1, 2, 7, 64, Number.POSITIVE_INFINITY]) {
      const heard = await listen(modelOf(provider, async () => answer(body, size)));
      expect(heard).toMatchObject({ text, thrown: undefined, finish });
      expect(heard.parts[0]).toMatchObject({ type: 'response', servedModel });
      expect(heard.parts.filter(({ type }) => type === 'response')).toHaveLength(1);
    }
  });

  it('is never taken for whole when it is cut, at whichever byte', async () => {
    const bytes = new TextEncoder().encode(stream);
    for (let cut = 0; cut < bytes.length; cut++) {
      const heard = await listen(modelOf(provider, async () => answer(bytes.slice(0, cut))));
      expect(text.startsWith(heard.text), `cut at ${cut}`).toBe(true);
      if (heard.finish === undefined) expect(heard.kind, `cut at ${cut}`).toBe('cut');
      else expect(heard.text, `cut at ${cut}`).toBe(text);
    }
  });

  it('says cut when the connection breaks, with the tokens counted so far', async () => {
    const broken = new Error('terminated', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
    const pieces = [new TextEncoder().encode(stream.slice(0, stream.length / 2))];
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.error(broken);
        else controller.enqueue(piece);
      },
    });
    const { thrown } = await listen(modelOf(provider, async () => new Response(body)));
    expect(thrown).toMatchObject({ details: { kind: 'cut', code: 'ECONNRESET' } });
  });

  it.each([
    ['an error document', '{"error":{"code":503,"message":"My secret","status":"UNAVAILABLE"}}', 'failed'],
    ['an error without an end', '{"error":{"code":503', 'cut'],
    ['an error event', 'event: error\ndata: {"message":"My secret"}\n\n', 'failed'],
    ['a first event of type error', 'data: {"type":"error","error":{"message":"My secret"}}\n\n', 'failed'],
    ['a page', '<html><body>My secret</body></html>', 'failed'],
    ['plain words', 'upstream connect error', 'failed'],
    ['nothing', '', 'cut'],
    ['only comments', ': keep alive\n\n', 'cut'],
  ])('200 with %s is a failure', async (_, body, kind) => {
    const heard = await hear(provider, body);
    expect(heard).toMatchObject({ kind, text: '', finish: undefined });
    expect(String(heard.thrown) + JSON.stringify(heard.thrown)).not.toContain('secret');
  });

  it('an error in the midst of a reply is a failure, with and without its frame', async () => {
    const half = stream.slice(0, stream.indexOf('\n\n', stream.length / 2) + 2);
    const error = '{"error":{"code":429,"message":"Slow down","status":"RESOURCE_EXHAUSTED"}}';
    for (const end of [
      `data: ${error}\n\n`,
      `event: error\ndata: ${error}\n\n`,
      JSON.stringify(JSON.parse(error), null, 2),
    ]) {
      const heard = await listen(modelOf(provider, async () => answer(half + end, 50)));
      expect(heard).toMatchObject({ kind: 'rate-limited', finish: undefined });
      expect(heard.text).not.toBe('');
    }
  });

  it('shows nothing of a piece that ends in an error', async () => {
    const half = stream.slice(0, stream.indexOf('\n\n', stream.length / 2) + 2);
    const heard = await hear(provider, `${half}data: {"error":{"message":"x"}}\n\n`);
    expect(heard).toMatchObject({ text: '', kind: 'failed' });
    expect(heard.parts).toEqual([expect.objectContaining({ type: 'response', servedModel })]);
  });

  it.each([
    [400, 'bad-request'],
    [401, 'refused-key'],
    [404, 'unknown-model'],
    [413, 'too-large'],
    [429, 'rate-limited'],
    [302, 'failed'],
    [500, 'failed'],
  ])('status %i is %s, and its failure quotes nobody', async (status, kind) => {
    const body = JSON.stringify({ error: { message: 'My secret is a red kite.' } });
    const headers = { location: 'http://elsewhere.test/', 'x-request-id': 'req_7' };
    const { thrown } = await hear(provider, body, { status, headers });
    expect(thrown).toMatchObject({ details: { kind, status, requestId: 'req_7' } });
    expect(thrown).not.toHaveProperty('cause');
    expect(`${thrown} ${JSON.stringify(thrown)} ${(thrown as Error).stack}`).not.toContain('red kite');
  });

  it('an unreachable vendor is failed, with the code of the transport', async () => {
    const refused = new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    const { thrown } = await listen(modelOf(provider, () => Promise.reject(refused)));
    expect(thrown).toMatchObject({ details: { kind: 'failed', code: 'ECONNREFUSED', status: null } });
  });

  it('has the vendor stop when nobody listens any more', async () => {
    const cancelled = vi.fn();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(stream.slice(0, stream.length / 2))),
      cancel: cancelled,
    });
    const parts = modelOf(provider, async () => new Response(body)).stream(
      SAMPLE_REQUEST,
      new AbortController().signal,
    );
    for await (const _ of parts) break;
    expect(cancelled).toHaveBeenCalledOnce();
  });

  it.each(['before', 'while asking', 'while reading'])(
    'throws its signal’s reason when it fires %s',
    async (moment) => {
      const cancellation = new AbortController();
      const fetch = vi.fn<Fetch>(async (_, init) => {
        if (moment === 'while asking') cancellation.abort();
        init?.signal?.throwIfAborted();
        const body = new ReadableStream({
          pull(controller) {
            cancellation.abort();
            controller.error(init?.signal?.reason);
          },
        });
        return new Response(body);
      });
      if (moment === 'before') cancellation.abort();
      const { thrown } = await listen(modelOf(provider, fetch), cancellation.signal);
      expect(thrown).toBe(cancellation.signal.reason);
      expect(fetch).toHaveBeenCalledTimes(moment === 'before' ? 0 : 1);
    },
  );

  it('reads no more than it must of an answer without end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(120));
      },
    });
    const { thrown } = await listen(modelOf(provider, async () => new Response(endless)));
    expect(thrown).toMatchObject({ details: { kind: 'failed', code: 'answer_too_long' } });
    expect(sent).toBeLessThan(6 * 1024 * 1024);
  });

  it('never follows a redirect with the key', async () => {
    const fetch = vi.fn<Fetch>(async () => answer('', undefined, { status: 307 }));
    await listen(modelOf(provider, fetch));
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', redirect: 'manual' });
    expect(fetch).toHaveBeenCalledOnce();
  });
});

const chat = (delta: object, finish: string | null = null, rest: object = {}): string =>
  `data: ${JSON.stringify({ id: 'a', model: 'm', choices: [{ index: 0, delta, finish_reason: finish }], ...rest })}\n\n`;
const gemini = (document: object): string => `data: ${JSON.stringify(document)}\n\n`;

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
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await heard).toMatchObject({ text: 'Whole.', finish: { reason: 'stop', usage: null }, kind: null });
    } finally {
      vi.useRealTimers();
    }
  });
});
