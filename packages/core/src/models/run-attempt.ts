import type { Citation } from '@rapport/wire';
import { estimateTokens } from '../prompts/token-estimate.ts';
import type { Clock } from '../runtime.ts';
import type { Attempt, AttemptOutcome, UsageSource } from './attempt.ts';
import { AttemptGuard } from './attempt-guard.ts';
import type { FinishReason, LanguageModel, ModelRequest, TokenUsage } from './language-model.ts';
import { ModelFailure } from './model-failure.ts';

/** The clocks of one attempt, in milliseconds: until the first text, between texts, and for all of it. */
export interface AttemptClocks {
  readonly firstToken: number;
  readonly idle: number;
  readonly total: number;
}

export interface AttemptResult {
  readonly attempt: Attempt;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
  /** What the model threw; undefined when it threw nothing. */
  readonly thrown: unknown;
}

const NO_USAGE: TokenUsage = { input: 0, cachedInput: 0, output: 0, reasoning: 0 };

interface Progress {
  text: string;
  citations: readonly Citation[];
  suggestions: readonly string[];
  firstTokenMs: number | null;
  servedModel: string | null;
  requestId: string | null;
  /** True once the vendor has begun to answer. */
  answered: boolean;
  finish: { readonly reason: FinishReason; readonly usage: TokenUsage | null } | null;
}

/** Asks one model once and says what became of it. Never throws for what a model does. */
export async function runAttempt(
  model: LanguageModel,
  request: ModelRequest,
  clocks: AttemptClocks,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  show: (delta: string) => void,
): Promise<AttemptResult> {
  const startedAt = clock.now();
  const start = clock.monotonicMs();
  const guard = new AttemptGuard(signal);
  guard.within('attempt', clocks.total);
  guard.within('progress', Math.min(clocks.firstToken, clocks.total));
  const progress: Progress = {
    text: '',
    citations: [],
    suggestions: [],
    firstTokenMs: null,
    servedModel: null,
    requestId: null,
    answered: false,
    finish: null,
  };
  let thrown: unknown;
  try {
    for await (const part of guard.race(model.stream(request, guard.signal))) {
      progress.answered = true;
      switch (part.type) {
        case 'response':
          progress.servedModel = part.servedModel ?? null;
          progress.requestId = part.requestId ?? null;
          break;
        case 'text':
          if (part.text === '') break;
          progress.firstTokenMs ??= clock.monotonicMs() - start;
          progress.text += part.text;
          show(part.text);
          guard.within('progress', clocks.idle);
          break;
        case 'sources':
          ({ citations: progress.citations, suggestions: progress.suggestions } = part);
          break;
        case 'finish':
          progress.finish = part;
          break;
      }
    }
  } catch (error) {
    thrown = error;
  } finally {
    guard.end();
  }
  const failure = thrown instanceof ModelFailure ? thrown.details : null;
  const outcome = outcomeOf({ cancelled: signal.aborted, timedOut: guard.timedOut, thrown, ...progress });
  return {
    attempt: {
      model: model.id,
      servedModel: progress.servedModel,
      provider: model.provider,
      outcome,
      failureCode: failure?.code ?? (failure?.status == null ? null : `HTTP ${failure.status}`),
      vendorRequestId: progress.requestId ?? failure?.requestId ?? null,
      firstTokenMs: progress.firstTokenMs === null ? null : Math.round(progress.firstTokenMs),
      totalMs: Math.round(clock.monotonicMs() - start),
      ...usageOf(model, request, progress, thrown),
      startedAt,
    },
    text: progress.text,
    citations: progress.citations,
    suggestions: progress.suggestions,
    thrown,
  };
}

function outcomeOf(attempt: {
  readonly cancelled: boolean;
  readonly timedOut: boolean;
  readonly thrown: unknown;
  readonly finish: { readonly reason: FinishReason } | null;
  readonly text: string;
}): AttemptOutcome {
  if (attempt.finish === null || attempt.thrown !== undefined) {
    if (attempt.cancelled) return 'cancelled';
    if (attempt.timedOut) return 'timed-out';
    if (attempt.thrown === undefined) return 'cut';
    return attempt.thrown instanceof ModelFailure ? attempt.thrown.details.kind : 'failed';
  }
  if (attempt.finish.reason === 'filter') return 'filtered';
  // Before blank text: a model that spent all it had on thoughts ran into the limit.
  if (attempt.finish.reason === 'length') return 'truncated';
  return attempt.text.trim() === '' ? 'empty' : 'completed';
}

/** The vendor's count where there is one; an estimate where it began and never said; nothing where it refused. */
function usageOf(
  model: LanguageModel,
  request: ModelRequest,
  progress: Progress,
  thrown: unknown,
): { readonly usage: TokenUsage; readonly usageSource: UsageSource } {
  if (model.isLocal) return { usage: NO_USAGE, usageSource: 'none' };
  const failure = thrown instanceof ModelFailure ? thrown.details : null;
  const reported = progress.finish?.usage ?? failure?.usage ?? null;
  if (reported !== null) return { usage: reported, usageSource: 'reported' };
  const refused = !progress.answered && failure !== null && failure.kind !== 'cut';
  if (refused) return { usage: NO_USAGE, usageSource: 'none' };
  const usage = { ...NO_USAGE, input: request.estimatedInputTokens, output: estimateTokens(progress.text) };
  return { usage, usageSource: 'estimated' };
}
