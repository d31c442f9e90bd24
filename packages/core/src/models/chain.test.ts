import { describe, expect, it, vi } from 'vitest';
import { type AttemptOutcome, type ChainContext, runChain } from './chain.ts';
import type { FinishReason, LanguageModel, ModelPart, ModelRequest } from './language-model.ts';

const request = {
  instructions: '',
  messages: [],
  maxOutputTokens: 100,
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
    ['nothing at all', [], 'cut'],
    ['text without a finish', [text('Hi')], 'cut'],
    ['an error at once', [new Error('refused')], 'failed'],
    ['an error after text', [text('Hi'), new Error('reset')], 'failed'],
    ['a filter', [text('Hi'), finish('filter')], 'filtered'],
    ['the token limit', [text('Hi'), finish('length')], 'truncated'],
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
    const deadlines = { firstToken: 1_000, idle: 1_000, attempt: 1_000, turn: 30 };
    const result = await runChain([model('test/hang', [never]), good], request, reader(), context({ deadlines }));
    expect(result.outcome).toBe('exhausted');
    expect(result.attempts).toHaveLength(1);
  });

  it('the model in this process still answers when the turn is over', async () => {
    const deadlines = { firstToken: 1_000, idle: 1_000, attempt: 1_000, turn: 30 };
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
