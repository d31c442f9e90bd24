import { setTimeout as delay } from 'node:timers/promises';
import type { Citation } from '@rapport/wire';
import type { Attempt } from './attempt.ts';
import type { LanguageModel, ModelRequest } from './language-model.ts';
import { type FailureDetails, ModelFailure } from './model-failure.ts';
import type { Admission, ModelGate } from './model-gate.ts';
import { CONSEQUENCES, type Consequence, situationOf } from './outcomes.ts';
import { type AttemptContext, type AttemptResult, runAttempt } from './run-attempt.ts';

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

/** What the chain's user gives it: the person's signal, time, who may be asked, and whom to tell of what came to nothing. */
export interface ChainContext extends AttemptContext {
  readonly deadlines: Deadlines;
  /** Says which models may be asked now, and learns from every attempt. */
  readonly gate: ModelGate;
  /** The same request with a smaller prompt, for a vendor that says it is too large; null when it can't get smaller. */
  readonly shrink: (request: ModelRequest) => ModelRequest | null;
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
      /** True when it was not the first choice that answered, or not at its first try. */
      readonly fallback: boolean;
      /** What it answered: the request as given, or a smaller one. */
      readonly request: ModelRequest;
      readonly attempts: readonly Attempt[];
    }
  | {
      readonly outcome: 'cancelled';
      readonly partialText: string;
      readonly model: LanguageModel | null;
      readonly attempts: readonly Attempt[];
    }
  | { readonly outcome: 'exhausted'; readonly partialText: string; readonly attempts: readonly Attempt[] };

/** With less than this left, or a quarter of what a first word may take, a vendor is not asked: it would be billed for nothing. */
const SHORTEST_ATTEMPT_MS = 1_000;
/** What a model in this process may take when the turn's time is over: the person has waited long enough. */
const LOCAL_MODEL_MS = 5_000;
/** A vendor's "try again in" up to this is waited for when no other vendor is left; a longer one is the person's time. */
const LONGEST_WAIT_MS = 2_000;
/** Models that failed in passing are asked once more only while the turn is this young. */
const SECOND_LAP_WITHIN_MS = 10_000;

/**
 * Tries the models in order until one completes: the platform's only retry loop. A failure before the first visible
 * character is silent; one after it voids what was shown. Vendors that failed in passing are asked once more, if the
 * person has not waited long, before a model of this process answers. Never throws for what a model does.
 */
export async function runChain(
  models: readonly LanguageModel[],
  request: ModelRequest,
  sink: ReplySink,
  context: ChainContext,
): Promise<ChainResult> {
  return new ChainRun(models, request, sink, context).run();
}

class ChainRun {
  readonly #vendors: readonly LanguageModel[];
  readonly #locals: readonly LanguageModel[];
  readonly #request: ModelRequest;
  readonly #sink: ReplySink;
  readonly #context: ChainContext;
  readonly #attempts: Attempt[] = [];
  readonly #start: number;
  #shown = '';

  constructor(models: readonly LanguageModel[], request: ModelRequest, sink: ReplySink, context: ChainContext) {
    const able = models.filter((model) => model.isLocal || request.images.length === 0 || model.seesImages);
    this.#vendors = able.filter((model) => !model.isLocal);
    this.#locals = able.filter((model) => model.isLocal);
    this.#request = request;
    this.#sink = sink;
    this.#context = context;
    this.#start = context.clock.monotonicMs();
  }

  async run(): Promise<ChainResult> {
    const failedInPassing: LanguageModel[] = [];
    for (const [place, model] of this.#vendors.entries()) {
      const isLast = place === this.#vendors.length - 1;
      const { result, step } = await this.#askVendor(model, isLast && failedInPassing.length === 0);
      if (result !== null) return result;
      if (step === 'again') failedInPassing.push(model);
    }
    for (const model of failedInPassing) {
      if (this.#elapsed() > SECOND_LAP_WITHIN_MS) break;
      const { result } = await this.#askVendor(model, false);
      if (result !== null) return result;
    }
    for (const model of this.#locals) {
      const result = await this.#askLocal(model);
      if (result !== null) return result;
    }
    return { outcome: 'exhausted', partialText: this.#shown, attempts: this.#attempts };
  }

  /** One vendor's model: as often as its answers call for, which is once but for a short wait or a smaller prompt. */
  async #askVendor(
    model: LanguageModel,
    mayWait: boolean,
  ): Promise<{ readonly result: ChainResult | null; readonly step: Consequence['chain'] }> {
    let request: ModelRequest | null = this.#request;
    let waited = false;
    let step: Consequence['chain'] = 'next';
    while (request !== null && this.#hasTime() && !this.#context.signal.aborted) {
      const admission = await this.#context.gate.admit(model);
      if (admission.kind === 'refused') return { result: null, step: 'next' };
      const asked = await this.#attempt(model, request, admission);
      const failure = asked.thrown instanceof ModelFailure ? asked.thrown.details : null;
      const consequence = CONSEQUENCES[situationOf(asked.attempt.outcome, failure, asked.ranOutOfTurn)];
      this.#context.gate.report(model, asked.attempt, consequence, failure, admission);
      const result = this.#resultOf(model, request, asked);
      if (result !== null) return { result, step: consequence.chain };
      step = consequence.chain;
      if (step === 'shrink') {
        request = this.#context.shrink(request);
      } else if (step === 'wait' && mayWait && !waited && (await this.#wait(failure))) {
        waited = true;
        this.#context.gate.resume(model);
      } else break;
    }
    return { result: this.#context.signal.aborted ? this.#cancelled(model) : null, step };
  }

  async #askLocal(model: LanguageModel): Promise<ChainResult | null> {
    if (this.#context.signal.aborted) return this.#cancelled(model);
    return this.#resultOf(model, this.#request, await this.#attempt(model, this.#request, { kind: 'open' }));
  }

  async #attempt(model: LanguageModel, request: ModelRequest, admission: Admission): Promise<AttemptResult> {
    if (this.#shown !== '') {
      this.#shown = '';
      this.#sink.replace();
    }
    const { deadlines } = this.#context;
    // A trial that hangs is over soon; one that speaks, however slowly, has passed and is not cut short.
    const silence = admission.kind === 'probe' ? admission.withinMs : Number.POSITIVE_INFINITY;
    const clocks = {
      firstToken: Math.min(deadlines.firstToken, silence),
      idle: Math.min(deadlines.idle, silence),
      total: deadlines.attempt,
      turn: Math.max(this.#remaining(), model.isLocal ? LOCAL_MODEL_MS : 0),
    };
    const result = await runAttempt(model, request, clocks, this.#context, (delta) => {
      this.#shown += delta;
      this.#sink.text(delta);
    });
    this.#attempts.push(result.attempt);
    return result;
  }

  /** The end of the chain that an attempt means; null when the chain goes on. */
  #resultOf(
    model: LanguageModel,
    request: ModelRequest,
    { attempt, thrown, text, citations, suggestions }: AttemptResult,
  ): ChainResult | null {
    if (attempt.outcome === 'completed') {
      const first = this.#vendors[0] ?? this.#locals[0];
      return {
        outcome: 'completed',
        reply: { text, citations, suggestions },
        model,
        fallback: model !== first || this.#attempts.length > 1,
        request,
        attempts: this.#attempts,
      };
    }
    this.#context.onFailedAttempt(attempt, thrown);
    return attempt.outcome === 'cancelled' ? this.#cancelled(model) : null;
  }

  #cancelled(model: LanguageModel): ChainResult {
    return { outcome: 'cancelled', partialText: this.#shown, model, attempts: this.#attempts };
  }

  /** Waits as the vendor says, if that is short and the turn has the time. False when it was not waited. */
  async #wait(failure: FailureDetails | null): Promise<boolean> {
    const milliseconds = failure?.retryAfterMs ?? Number.POSITIVE_INFINITY;
    if (milliseconds > LONGEST_WAIT_MS || milliseconds >= this.#remaining()) return false;
    try {
      await delay(milliseconds, undefined, { signal: this.#context.signal });
      return true;
    } catch {
      return false;
    }
  }

  #hasTime(): boolean {
    return this.#remaining() >= Math.min(SHORTEST_ATTEMPT_MS, this.#context.deadlines.firstToken / 4);
  }

  #elapsed(): number {
    return this.#context.clock.monotonicMs() - this.#start;
  }

  #remaining(): number {
    return this.#context.deadlines.turn - this.#elapsed();
  }
}
