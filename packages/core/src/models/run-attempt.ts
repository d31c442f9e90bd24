import type { Citation } from '@rapport/wire';
import { estimateTokens } from '../prompts/token-estimate.ts';
import type { Clock } from '../runtime.ts';
import type { Attempt, AttemptOutcome, UsageSource } from './attempt.ts';
import { AttemptGuard } from './attempt-guard.ts';
import type { FinishReason, LanguageModel, ModelRequest, TokenUsage } from './language-model.ts';
import { type FailureDetails, ModelFailure } from './model-failure.ts';
import type { ReplyFilter } from './reply-filter.ts';

/** The clocks of one attempt, in milliseconds: until the first text, between texts, for all of it, and what the turn has left. */
export interface AttemptClocks {
  readonly firstToken: number;
  readonly idle: number;
  readonly total: number;
  readonly turn: number;
}

export interface AttemptResult {
  readonly attempt: Attempt;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
  /** What the model threw; undefined when it threw nothing. */
  readonly thrown: unknown;
  /** True when it was over because the turn was: others had used up the time. */
  readonly ranOutOfTurn: boolean;
}

/** What an attempt needs besides what it asks. */
export interface AttemptContext {
  readonly clock: Clock;
  /** Fires when the person cancels. */
  readonly signal: AbortSignal;
  /** The name of the rule that a vendor's whole reply breaks; null when it may be given to a person. */
  readonly check: (text: string) => string | null;
  /** Makes the filter of one attempt's words, whichever model writes them; null or absent: all is shown as it comes. */
  readonly filter?: ((model: Pick<LanguageModel, 'isLocal'>) => ReplyFilter) | null;
}

const NO_USAGE: TokenUsage = { input: 0, cachedInput: 0, output: 0, reasoning: 0 };

interface Progress {
  /** What was shown: what the model wrote, less what a filter left out. */
  text: string;
  /** What the model wrote. */
  written: string;
  citations: readonly Citation[];
  suggestions: readonly string[];
  firstTokenMs: number | null;
  servedModel: string | null;
  requestId: string | null;
  /** True once the vendor has begun to answer. */
  answered: boolean;
  /** What the vendor has counted so far. */
  usage: TokenUsage | null;
  finish: { readonly reason: FinishReason; readonly usage: TokenUsage | null } | null;
}

/** Asks one model once and says what became of it. Never throws for what a model does. */
export async function runAttempt(
  model: LanguageModel,
  request: ModelRequest,
  clocks: AttemptClocks,
  { clock, signal, check, filter: createFilter }: AttemptContext,
  show: (delta: string) => void,
): Promise<AttemptResult> {
  const startedAt = clock.now();
  const start = clock.monotonicMs();
  const guard = new AttemptGuard(signal);
  guard.within('turn', clocks.turn);
  guard.within('attempt', clocks.total);
  guard.within('progress', clocks.firstToken);
  const progress: Progress = {
    text: '',
    written: '',
    citations: [],
    suggestions: [],
    firstTokenMs: null,
    servedModel: null,
    requestId: null,
    answered: false,
    usage: null,
    finish: null,
  };
  const filter = createFilter?.(model) ?? null;
  const say = (text: string): void => {
    if (text === '') return;
    progress.text += text;
    show(text);
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
          progress.written += part.text;
          say(filter === null ? part.text : filter.push(part.text));
          guard.within('progress', clocks.idle);
          break;
        case 'sources':
          ({ citations: progress.citations, suggestions: progress.suggestions } = part);
          break;
        case 'usage':
          progress.usage = part.usage;
          break;
        case 'finish':
          progress.finish = part;
          // Of a reply that was cut or stopped, the sentence that has no end is not shown.
          if (filter !== null && part.reason !== 'length' && part.reason !== 'filter') say(filter.end());
          break;
      }
    }
  } catch (error) {
    thrown = error;
  } finally {
    guard.end();
  }
  const failure = thrown instanceof ModelFailure ? thrown.details : null;
  const judged = outcomeOf({ cancelled: signal.aborted, timedOut: guard.timedOutBy !== null, thrown, ...progress });
  const broken =
    (judged === 'completed' || judged === 'empty') && !model.isLocal
      ? filter?.isSpoiled === true
        ? 'ungrounded-claims'
        : judged === 'completed'
          ? check(progress.text)
          : null
      : null;
  const outcome = broken === null ? judged : 'filtered';
  return {
    attempt: {
      model: model.id,
      servedModel: progress.servedModel,
      provider: model.provider,
      outcome,
      failureCode: broken === null ? codeOf(failure) : `our-rule ${broken}`,
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
    ranOutOfTurn: outcome === 'timed-out' && guard.timedOutBy === 'turn',
  };
}

/** The vendor's code, else its status. */
function codeOf(failure: FailureDetails | null): string | null {
  return failure?.code ?? (failure?.status == null ? null : `HTTP ${failure.status}`);
}

/** Something to read: zero-width and control characters are nothing, whatever `trim` says. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

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
  return VISIBLE.test(attempt.text) ? 'completed' : 'empty';
}

/** More is no count of tokens: ten times the largest context there is. */
const MOST_TOKENS = 20_000_000;

/** Whether a vendor's count can be one: a nonsense number is estimated instead, and never spends a budget. */
function isSound({ input, cachedInput, output, reasoning }: TokenUsage): boolean {
  return (
    [input, cachedInput, output, reasoning].every((count) => Number.isInteger(count) && count >= 0) &&
    input <= MOST_TOKENS &&
    output <= MOST_TOKENS &&
    cachedInput <= input &&
    reasoning <= output
  );
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
  // A vendor that finished without a count we believe is estimated, whatever it said before.
  const reported = progress.finish === null ? (failure?.usage ?? progress.usage) : progress.finish.usage;
  if (reported !== null && isSound(reported)) return { usage: reported, usageSource: 'reported' };
  const refused = !progress.answered && failure !== null && failure.kind !== 'cut';
  if (refused) return { usage: NO_USAGE, usageSource: 'none' };
  const usage = { ...NO_USAGE, input: request.estimatedInputTokens, output: estimateTokens(progress.written) };
  return { usage, usageSource: 'estimated' };
}
