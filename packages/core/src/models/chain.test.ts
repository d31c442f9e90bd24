import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { AttemptOutcome } from './attempt.ts';
import { type ChainContext, runChain } from './chain.ts';
import type { FinishReason, LanguageModel, ModelPart, ModelRequest } from './language-model.ts';
import { ModelFailure } from './model-failure.ts';
import { type ModelGate, OPEN_GATE } from './model-gate.ts';

const request = {
  instructions: '',
  messages: [],
  images: [],
  maxOutputTokens: 100,
  estimatedInputTokens: 50,
  streaming: true,
} as Partial<ModelRequest> as ModelRequest;
const usage = { input: 7, cachedInput: 1, output: 3, reasoning: 0 };
const text = (value: string): ModelPart => ({ type: 'text', text: value });
const finish = (reason: FinishReason = 'stop'): ModelPart => ({ type: 'finish', reason, usage });
const never = new Promise<never>(() => undefined);

/** A model that yields parts; an error among them is thrown, a promise is waited for and the signal ignored. */
function model(id: string, parts: readonly (ModelPart | Error | Promise<unknown>)[]): LanguageModel {
  return {
    id,
    provider: 'test',
    isLocal: false,
    seesImages: false,
    async *stream() {
      for (const part of parts) {
        if (part instanceof Error) throw part;
        if (part instanceof Promise) await part;
        else yield part;
      }
    },
  };
}

function context(overrides: Partial<ChainContext> = {}): ChainContext {
  return {
    signal: new AbortController().signal,
    clock: { now: () => new Date(0), monotonicMs: () => performance.now() },
    deadlines: { firstToken: 40, idle: 40, attempt: 5_000, turn: 5_000 },
    gate: OPEN_GATE,
    check: () => null,
    shrink: () => null,
    onFailedAttempt: () => undefined,
    ...overrides,
  };
}

/** A reader that does what a client does: shows deltas and drops them when told. */
function reader() {
  const seen = { text: '', replacements: 0 };
  return {
    seen,
    text: (delta: string) => {
      seen.text += delta;
    },
    replace: () => {
      seen.text = '';
      seen.replacements += 1;
    },
  };
}

const good = model('test/good', [text('Whole '), text('reply.'), finish()]);

describe('outcomes of one attempt', () => {
  const cases: readonly (readonly [string, readonly (ModelPart | Error | Promise<unknown>)[], AttemptOutcome])[] = [
    ['text and a finish', [text('Hi'), finish()], 'completed'],
    ['a finish without text', [finish()], 'empty'],
    ['only white space', [text('  \n'), finish()], 'empty'],
    ['only what nobody can see', [text('\u200b\u2060\u0000\ufeff'), finish()], 'empty'],
    ['nothing at all', [], 'cut'],
    ['text without a finish', [text('Hi')], 'cut'],
    ['an error at once', [new Error('refused')], 'failed'],
    ['an error after text', [text('Hi'), new Error('reset')], 'failed'],
    ['a filter', [text('Hi'), finish('filter')], 'filtered'],
    ['the token limit', [text('Hi'), finish('length')], 'truncated'],
    ['thoughts that ate the whole limit', [finish('length')], 'truncated'],
    ['a refused key', [new ModelFailure('test/first', { kind: 'refused-key', status: 401 })], 'refused-key'],
    ['a busy vendor', [new ModelFailure('test/first', { kind: 'rate-limited', status: 429 })], 'rate-limited'],
    ['a request too long', [new ModelFailure('test/first', { kind: 'too-large', status: 413 })], 'too-large'],
    ['no such model', [new ModelFailure('test/first', { kind: 'unknown-model', status: 404 })], 'unknown-model'],
    ['a malformed request', [new ModelFailure('test/first', { kind: 'bad-request', status: 400 })], 'bad-request'],
    ['a refusal by policy', [new ModelFailure('test/first', { kind: 'filtered', status: 400 })], 'filtered'],
    ['a vendor that broke off after text', [text('Hi'), new ModelFailure('test/first', { kind: 'cut' })], 'cut'],
    ['an error of the vendor after it had finished', [text('Hi'), finish(), new Error('reset')], 'failed'],
    ['silence from the start', [never], 'timed-out'],
    ['silence after text', [text('Hi'), never], 'timed-out'],
  ];
  it.each(cases)('%s → the outcome is right and the next model answers', async (_, parts, outcome) => {
    const sink = reader();
    const result = await runChain([model('test/first', parts), good], request, sink, context());
    expect(result.attempts[0]?.outcome).toBe(outcome);
    expect(result.outcome).toBe('completed');
    expect(sink.seen.text).toBe(outcome === 'completed' ? 'Hi' : 'Whole reply.');
  });
});

describe('what a person sees', () => {
  it('hears nothing of an attempt that died before its first character', async () => {
    const sink = reader();
    await runChain([model('test/first', [new Error('down')]), good], request, sink, context());
    expect(sink.seen).toEqual({ text: 'Whole reply.', replacements: 0 });
  });

  it('is told to drop what an attempt had shown, once for each that had', async () => {
    const sink = reader();
    const dying = model('test/dying', [text('Half')]);
    await runChain([dying, model('test/silent', [new Error('down')]), dying, good], request, sink, context());
    expect(sink.seen).toEqual({ text: 'Whole reply.', replacements: 2 });
  });

  it('gets exactly one complete attempt, wherever the first was cut', async () => {
    const letters = Array.from('A reply of some length.', (letter) => text(letter));
    for (let cut = 0; cut < letters.length; cut++) {
      const sink = reader();
      const result = await runChain([model('test/cut', letters.slice(0, cut)), good], request, sink, context());
      expect(result.outcome === 'completed' && result.reply.text).toBe('Whole reply.');
      expect(sink.seen.text).toBe('Whole reply.');
    }
  });
});

describe('the clocks', () => {
  it('a model that hangs and ignores its signal is left behind', async () => {
    const result = await runChain([model('test/deaf', [never]), good], request, reader(), context());
    expect(result.outcome).toBe('completed');
  });

  it('a model that drips is ended by the clock of the whole attempt', async () => {
    const dripping: LanguageModel = {
      id: 'test/drip',
      provider: 'test',
      isLocal: false,
      seesImages: false,
      async *stream() {
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          yield text('.');
        }
      },
    };
    const deadlines = { firstToken: 1_000, idle: 1_000, attempt: 60, turn: 5_000 };
    const result = await runChain([dripping, good], request, reader(), context({ deadlines }));
    expect(result.attempts[0]?.outcome).toBe('timed-out');
    expect(result.outcome).toBe('completed');
  });

  it('no attempt begins after the turn is over', async () => {
    const deadlines = { firstToken: 100, idle: 1_000, attempt: 1_000, turn: 30 };
    const result = await runChain([model('test/hang', [never]), good], request, reader(), context({ deadlines }));
    expect(result.outcome).toBe('exhausted');
    expect(result.attempts).toHaveLength(1);
  });

  it('the model in this process still answers when the turn is over', async () => {
    const deadlines = { firstToken: 100, idle: 1_000, attempt: 1_000, turn: 30 };
    const models = [
      model('test/hang', [never]),
      model('test/late', [text('Too late'), finish()]),
      { ...good, isLocal: true },
    ];
    const result = await runChain(models, request, reader(), context({ deadlines }));
    expect(result.outcome === 'completed' && result.reply.text).toBe('Whole reply.');
    expect(result.attempts).toHaveLength(2);
  });
});

describe('whose fault it was', () => {
  it('a model that was left too little of the turn is not blamed, and one with nothing left is not asked', async () => {
    const reported: [string, string][] = [];
    const gate: ModelGate = {
      ...OPEN_GATE,
      report: ({ id }, { outcome }, { breaker }) => void reported.push([`${id} ${outcome}`, breaker]),
    };
    const deadlines = { firstToken: 60, idle: 1_000, attempt: 1_000, turn: 100 };
    const hung = (id: string) => model(id, [never]);
    await runChain(
      [hung('test/first'), hung('test/second'), hung('test/third'), { ...good, isLocal: true }],
      request,
      reader(),
      context({ gate, deadlines }),
    );
    expect(reported).toEqual([
      ['test/first timed-out', 'failure'],
      ['test/second timed-out', 'unknown'],
    ]);
  });
});

describe('a person who cancels', () => {
  it('ends the chain, keeps what was shown and asks no further model', async () => {
    const cancellation = new AbortController();
    const next = vi.fn(() => good.stream(request, cancellation.signal));
    const sink = {
      text: () => cancellation.abort(),
      replace: () => undefined,
    };
    const talking = model('test/talking', [text('Some words'), never]);
    const result = await runChain(
      [talking, { ...good, stream: next }],
      request,
      sink,
      context({ signal: cancellation.signal }),
    );
    expect(result).toMatchObject({ outcome: 'cancelled', partialText: 'Some words' });
    expect(next).not.toHaveBeenCalled();
  });

  it('before anything began gets an empty, cancelled reply', async () => {
    const result = await runChain([good], request, reader(), context({ signal: AbortSignal.abort() }));
    expect(result).toMatchObject({ outcome: 'cancelled', partialText: '' });
  });
});

describe('the ledger', () => {
  it('has an entry for every attempt, failed ones too, with the tokens each reported', async () => {
    const reported: AttemptOutcome[] = [];
    const result = await runChain(
      [model('test/a', [new Error('down')]), model('test/b', [text('x'), finish('filter')]), good],
      request,
      reader(),
      context({ onFailedAttempt: ({ outcome }) => reported.push(outcome) }),
    );
    expect(result.attempts.map(({ model: id, outcome }) => [id, outcome])).toEqual([
      ['test/a', 'failed'],
      ['test/b', 'filtered'],
      ['test/good', 'completed'],
    ]);
    expect(result.attempts.map((attempt) => attempt.usage.output)).toEqual([0, 3, 3]);
    expect(result.attempts[0]?.firstTokenMs).toBeNull();
    expect(reported).toEqual(['failed', 'filtered']);
  });
});

describe('who is asked again', () => {
  const failing = (id: string, kind: ConstructorParameters<typeof ModelFailure>[1]['kind'], times: number) => {
    let calls = 0;
    return {
      ...good,
      id,
      calls: () => calls,
      async *stream() {
        calls += 1;
        if (calls <= times) throw new ModelFailure(id, { kind });
        yield text('Late but whole.');
        yield finish();
      },
    };
  };
  const local: LanguageModel = { ...model('rapport/local', [text('From here.'), finish()]), isLocal: true };

  it.each([
    ['failed', 2, 'Late but whole.'],
    ['cut', 2, 'Late but whole.'],
    ['rate-limited', 1, 'From here.'],
    ['refused-key', 1, 'From here.'],
    ['unknown-model', 1, 'From here.'],
    ['bad-request', 1, 'From here.'],
    ['filtered', 1, 'From here.'],
    ['too-large', 1, 'From here.'],
  ] as const)('after %s a vendor is asked %i times before this process answers', async (kind, calls, reply) => {
    const vendor = failing('test/vendor', kind, 1);
    const result = await runChain([vendor, local], request, reader(), context());
    expect(vendor.calls()).toBe(calls);
    expect(result.outcome === 'completed' && result.reply.text).toBe(reply);
  });

  it('never a third time', async () => {
    const vendor = failing('test/vendor', 'failed', 9);
    await runChain([vendor, local], request, reader(), context());
    expect(vendor.calls()).toBe(2);
  });

  it('not when the person has waited long', async () => {
    let now = 0;
    const vendor = failing('test/vendor', 'failed', 9);
    const slow: LanguageModel = {
      ...vendor,
      stream() {
        now += 11_000;
        return vendor.stream();
      },
    };
    const deadlines = { firstToken: 40, idle: 40, attempt: 5_000, turn: 60_000 };
    await runChain(
      [slow, local],
      request,
      reader(),
      context({ deadlines, clock: { now: () => new Date(0), monotonicMs: () => now } }),
    );
    expect(vendor.calls()).toBe(1);
  });

  it('waits out a short delay when no other vendor is left', async () => {
    let calls = 0;
    const limited: LanguageModel = {
      ...good,
      async *stream() {
        calls += 1;
        if (calls === 1) throw new ModelFailure('test/limited', { kind: 'rate-limited', retryAfterMs: 5 });
        yield* good.stream(request, new AbortController().signal);
      },
    };
    const result = await runChain([limited, local], request, reader(), context());
    expect(result.outcome === 'completed' && result.reply.text).toBe('Whole reply.');
  });

  it.each([
    ['the delay is long', 30_000, []],
    ['another vendor is there', 5, [good]],
  ] as const)('does not wait when %s', async (_, retryAfterMs, others) => {
    const stream = vi.fn(() => {
      throw new ModelFailure('test/limited', { kind: 'rate-limited', retryAfterMs });
    });
    await runChain([{ ...good, id: 'test/limited', stream }, ...others, local], request, reader(), context());
    expect(stream).toHaveBeenCalledTimes(1);
  });

  it('asks with a smaller prompt, not with the same, when a vendor says it is too large', async () => {
    const asked: number[] = [];
    const small: LanguageModel = {
      ...good,
      async *stream(given) {
        asked.push(given.estimatedInputTokens);
        if (given.estimatedInputTokens > 20) throw new ModelFailure('test/small', { kind: 'too-large', status: 413 });
        yield* good.stream(given, new AbortController().signal);
      },
    };
    const shrink = (given: ModelRequest) =>
      given.estimatedInputTokens < 10 ? null : { ...given, estimatedInputTokens: given.estimatedInputTokens / 2 };
    const result = await runChain([small, local], request, reader(), context({ shrink }));
    expect(asked).toEqual([50, 25, 12.5]);
    expect(result.outcome === 'completed' && result.reply.text).toBe('Whole reply.');
  });
});

describe('pictures', () => {
  const picture = { mediaType: 'image/jpeg' as const, data: new Uint8Array([1]) };
  it('go to models that see, and to the one of this process', async () => {
    const blind = vi.fn(() => good.stream(request, new AbortController().signal));
    const seeing = { ...good, id: 'test/seeing', seesImages: true };
    const result = await runChain(
      [{ ...good, id: 'test/blind', stream: blind }, seeing],
      { ...request, images: [picture] },
      reader(),
      context(),
    );
    expect(blind).not.toHaveBeenCalled();
    expect(result.outcome === 'completed' && [result.model.id, result.fallback]).toEqual(['test/seeing', false]);
  });
});

describe('our own rules', () => {
  it('a whole reply of a vendor that breaks one is void, and the next model answers; ours is not asked about', async () => {
    const sink = reader();
    const bad = model('test/bad', [text('I am Gemini.'), finish()]);
    const local = { ...model('rapport/local', [text('I am Gemini, too.'), finish()]), isLocal: true };
    const check = (reply: string) => (reply.includes('Gemini') ? 'vendor-identity' : null);
    const result = await runChain([bad, local], request, sink, context({ check }));
    expect(result.attempts[0]).toMatchObject({ outcome: 'filtered', failureCode: 'our-rule vendor-identity' });
    expect(sink.seen).toEqual({ text: 'I am Gemini, too.', replacements: 1 });
  });
});

describe('the gate', () => {
  it('keeps the chain from a model whose breaker is open, and the next one is a fallback', async () => {
    const asked = vi.fn(() => good.stream(request, new AbortController().signal));
    const gate: ModelGate = { ...OPEN_GATE, admit: ({ id }) => ({ kind: id === 'test/broken' ? 'refused' : 'open' }) };
    const result = await runChain(
      [{ ...good, id: 'test/broken', stream: asked }, good],
      request,
      reader(),
      context({ gate }),
    );
    expect(asked).not.toHaveBeenCalled();
    expect(result.outcome === 'completed' && result.fallback).toBe(true);
    expect(result.attempts).toHaveLength(1);
  });

  it('gives a trial its own deadline: one that hangs is over then', async () => {
    const gate: ModelGate = { ...OPEN_GATE, admit: () => ({ kind: 'probe', withinMs: 15 }) };
    const deadlines = { firstToken: 5_000, idle: 5_000, attempt: 5_000, turn: 5_000 };
    const local = { ...good, isLocal: true };
    const result = await runChain(
      [model('test/hung', [never]), local],
      request,
      reader(),
      context({ gate, deadlines }),
    );
    expect(result.attempts.map(({ outcome }) => outcome)).toEqual(['timed-out', 'completed']);
  });

  it('lets a trial that speaks finish, however slowly', async () => {
    const gate: ModelGate = { ...OPEN_GATE, admit: () => ({ kind: 'probe', withinMs: 400 }) };
    const deadlines = { firstToken: 5_000, idle: 5_000, attempt: 5_000, turn: 5_000 };
    const slow: LanguageModel = {
      ...model('test/slow', []),
      async *stream() {
        for (const word of ['Slow ', 'but ', 'well.', ' So']) {
          await delay(120);
          yield text(word);
        }
        yield finish();
      },
    };
    const result = await runChain([slow, { ...good, isLocal: true }], request, reader(), context({ gate, deadlines }));
    expect(result.attempts.map(({ outcome }) => outcome)).toEqual(['completed']);
  });
});

describe('whose count the tokens are', () => {
  const local: LanguageModel = { ...model('rapport/local', [text('Hi.'), finish()]), isLocal: true };
  const cases: readonly (readonly [
    string,
    readonly (ModelPart | Error | Promise<unknown>)[],
    string,
    number,
    boolean,
  ])[] = [
    ['the vendor said', [text('Hi'), finish()], 'reported', 7, false],
    [
      'the vendor finished without saying',
      [text('Hi'), { type: 'finish', reason: 'stop', usage: null }],
      'estimated',
      50,
      true,
    ],
    ['it broke off after text', [text('Hi')], 'estimated', 50, true],
    [
      'what it said is no count',
      [text('Hi'), { type: 'finish', reason: 'stop', usage: { ...usage, output: 1e300 } }],
      'estimated',
      50,
      true,
    ],
    [
      'more was cached than there was',
      [text('Hi'), { type: 'finish', reason: 'stop', usage: { ...usage, cachedInput: 8 } }],
      'estimated',
      50,
      true,
    ],
    ['it broke off and had counted as it went', [{ type: 'usage', usage }, text('Hi')], 'reported', 7, false],
    ['it broke off before text', [new ModelFailure('test/a', { kind: 'cut' })], 'estimated', 50, false],
    ['it hung', [never], 'estimated', 50, false],
    ['it refused', [new ModelFailure('test/a', { kind: 'refused-key', status: 401 })], 'none', 0, false],
    [
      'it failed and said what it had counted',
      [new ModelFailure('test/a', { kind: 'failed', usage })],
      'reported',
      7,
      false,
    ],
  ];
  it.each(cases)('%s', async (_, parts, source, input, estimatesOutput) => {
    const result = await runChain([model('test/a', parts), local], request, reader(), context());
    expect(result.attempts[0]).toMatchObject({ usageSource: source, usage: { input } });
    if (estimatesOutput) expect(result.attempts[0]?.usage.output).toBeGreaterThan(0);
  });

  it('a model of this process uses nothing', async () => {
    const result = await runChain([local], request, reader(), context());
    expect(result.attempts[0]).toMatchObject({ usageSource: 'none', usage: { input: 0, output: 0 } });
  });
});
