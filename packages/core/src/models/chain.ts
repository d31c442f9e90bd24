import type { Citation } from '@rapport/wire';
import type { Clock } from '../runtime.ts';
import type { FinishReason, LanguageModel, ModelRequest, TokenUsage } from './language-model.ts';

/** What became of one attempt. Only `completed` is a reply; `cancelled` is the person's own doing. */
export type AttemptOutcome =
  | 'completed'
  | 'empty'
  | 'filtered'
  | 'truncated'
  | 'rate-limited'
  | 'refused-key'
  | 'timed-out'
  | 'failed'
  | 'cut'
  | 'cancelled';

/** One attempt as the ledger keeps it. Times in milliseconds; `firstTokenMs` is null when no text came. */
export interface Attempt {
  readonly model: string;
  readonly servedModel: string | null;
  readonly provider: string;
  readonly outcome: AttemptOutcome;
  readonly firstTokenMs: number | null;
  readonly totalMs: number;
  readonly usage: TokenUsage;
  readonly startedAt: Date;
}

/** Three clocks and a deadline, in milliseconds. `turn` bounds all attempts together. */
export interface Deadlines {
  readonly firstToken: number;
  readonly idle: number;
  readonly attempt: number;
  readonly turn: number;
}

/** Where a reply's text goes while it is written. */
export interface ReplySink {
  text(delta: string): void;
  /** An attempt died after it had shown text: what was shown is void, the next attempt follows. */
  replace(): void;
}

/** What the chain's user gives it: the person's signal, time, and whom to tell when an attempt comes to nothing. */
export interface ChainContext {
  /** Fires when the person cancels. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  /** Told of each attempt that was no reply, with what the model threw, if it threw. */
  readonly onFailedAttempt: (attempt: Attempt, thrown: unknown) => void;
}

export interface GeneratedReply {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
}

/** `reply` is exactly one complete attempt; a cancelled or exhausted chain gives what the last one had shown. */
export type ChainResult =
  | {
      readonly outcome: 'completed';
      readonly reply: GeneratedReply;
      readonly model: LanguageModel;
      readonly attempts: readonly Attempt[];
    }
  | {
      readonly outcome: 'cancelled';
      readonly partialText: string;
      readonly model: LanguageModel | null;
      readonly attempts: readonly Attempt[];
    }
  | { readonly outcome: 'exhausted'; readonly partialText: string; readonly attempts: readonly Attempt[] };

/** Less than this is no time to ask a vendor anything. */
const SHORTEST_ATTEMPT_MS = 5;
/** What a model in this process may take when the turn's time is over: the person has waited long enough. */
const LOCAL_MODEL_MS = 5_000;
const NO_USAGE: TokenUsage = { input: 0, cachedInput: 0, output: 0, reasoning: 0 };

/**
 * Tries the models in order until one completes: the platform's only retry loop. A failure before the first visible
 * character is silent; one after it voids what was shown. Never throws for what a model does.
 */
export async function runChain(
  models: readonly LanguageModel[],
  request: ModelRequest,
  sink: ReplySink,
  context: ChainContext,
): Promise<ChainResult> {
  const attempts: Attempt[] = [];
  const endOfTurn = context.clock.monotonicMs() + context.deadlines.turn;
  let shown = '';
  for (const model of models) {
    const remaining = Math.max(endOfTurn - context.clock.monotonicMs(), model.isLocal ? LOCAL_MODEL_MS : 0);
    if (remaining < SHORTEST_ATTEMPT_MS) continue;
    if (shown !== '') {
      shown = '';
      sink.replace();
    }
    const result = await runAttempt(model, request, remaining, context, (delta) => {
      shown += delta;
      sink.text(delta);
    });
    attempts.push(result.attempt);
    if (result.attempt.outcome === 'completed') {
      return { outcome: 'completed', reply: result.reply, model, attempts };
    }
    context.onFailedAttempt(result.attempt, result.thrown);
    if (result.attempt.outcome === 'cancelled') return { outcome: 'cancelled', partialText: shown, model, attempts };
  }
  return { outcome: 'exhausted', partialText: shown, attempts };
}

interface AttemptResult {
  readonly attempt: Attempt;
  readonly reply: GeneratedReply;
  readonly thrown: unknown;
}

async function runAttempt(
  model: LanguageModel,
  request: ModelRequest,
  remainingMs: number,
  context: ChainContext,
  show: (delta: string) => void,
): Promise<AttemptResult> {
  const { clock, deadlines, signal } = context;
  const startedAt = clock.now();
  const start = clock.monotonicMs();
  const guard = new AttemptGuard(signal);
  guard.within('attempt', Math.min(deadlines.attempt, remainingMs));
  guard.within('progress', Math.min(deadlines.firstToken, remainingMs));
  let text = '';
  let citations: readonly Citation[] = [];
  let suggestions: readonly string[] = [];
  let firstTokenMs: number | null = null;
  let finish: { reason: FinishReason; usage: TokenUsage; servedModel?: string } | null = null;
  let thrown: unknown;
  try {
    for await (const part of guard.race(model.stream(request, guard.signal))) {
      if (part.type === 'text') {
        if (part.text === '') continue;
        firstTokenMs ??= clock.monotonicMs() - start;
        text += part.text;
        show(part.text);
        guard.within('progress', deadlines.idle);
      } else if (part.type === 'sources') {
        ({ citations, suggestions } = part);
      } else {
        finish = part;
      }
    }
  } catch (error) {
    thrown = error;
  } finally {
    guard.end();
  }
  const outcome = outcomeOf({ cancelled: signal.aborted, timedOut: guard.timedOut, thrown, finish, text });
  return {
    attempt: {
      model: model.id,
      servedModel: finish?.servedModel ?? null,
      provider: model.provider,
      outcome,
      firstTokenMs: firstTokenMs === null ? null : Math.round(firstTokenMs),
      totalMs: Math.round(clock.monotonicMs() - start),
      usage: finish?.usage ?? NO_USAGE,
      startedAt,
    },
    reply: { text, citations, suggestions },
    thrown,
  };
}

function outcomeOf(attempt: {
  cancelled: boolean;
  timedOut: boolean;
  thrown: unknown;
  finish: { reason: FinishReason } | null;
  text: string;
}): AttemptOutcome {
  if (attempt.finish === null) {
    if (attempt.cancelled) return 'cancelled';
    if (attempt.timedOut) return 'timed-out';
    return attempt.thrown === undefined ? 'cut' : 'failed';
  }
  if (attempt.thrown !== undefined) return attempt.cancelled ? 'cancelled' : 'failed';
  if (attempt.finish.reason === 'filter') return 'filtered';
  if (attempt.text.trim() === '') return 'empty';
  return attempt.finish.reason === 'length' ? 'truncated' : 'completed';
}

/**
 * Ends an attempt when the person cancels or a clock runs out, also when the model ignores its signal: a vendor that
 * hangs must not hold the turn.
 */
class AttemptGuard {
  readonly #controller = new AbortController();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #person: AbortSignal;
  readonly #ended: Promise<never>;
  timedOut = false;

  constructor(person: AbortSignal) {
    this.#person = person;
    person.addEventListener('abort', this.#abort, { once: true });
    this.#ended = new Promise((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason), { once: true });
    });
    // Nobody may be waiting when it fires.
    this.#ended.catch(() => undefined);
    if (person.aborted) this.#abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts or restarts one of the attempt's clocks. */
  within(clock: string, milliseconds: number): void {
    clearTimeout(this.#timers.get(clock));
    this.#timers.set(
      clock,
      setTimeout(() => {
        this.timedOut = true;
        this.#controller.abort(new DOMException('The attempt took too long', 'TimeoutError'));
      }, milliseconds),
    );
  }

  async *race<Part>(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
    const iterator = parts[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await Promise.race([iterator.next(), this.#ended]);
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      // Not awaited: a generator stuck in its own await would never answer.
      iterator.return?.()?.then(undefined, () => undefined);
    }
  }

  end(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#person.removeEventListener('abort', this.#abort);
  }

  readonly #abort = (): void => this.#controller.abort(this.#person.reason);
}
