import { suggestionsBeside } from '../builtin-model/guide/telling.ts';
import type { CacheKey } from '../cache/cache-key.ts';
import type { CachedReply, ReplyCache } from '../cache/reply-cache.ts';
import { decideStoring } from '../cache/storing-decision.ts';
import { type ChainContext, type ChainResult, runChain } from '../models/chain.ts';
import type { LanguageModel, ModelRequest } from '../models/language-model.ts';
import { isUnanswered } from '../hand-off/unanswered.ts';
import { citationsOfReply } from '../prompts/citations.ts';
import type { PromptRecord } from '../prompts/prompt-record.ts';
import type { LiveReply } from './live-replies.ts';
import type { TurnPlan } from './plan.ts';

/** Who speaks when the words are decided without a model. */
export const SCRIPTED_MODEL = { id: 'rapport/scripted', provider: 'rapport' } as const;

/** What became of step 7, with what the reply cache had to do with it. */
export type GenerateResult = (
  | ChainResult
  | { readonly outcome: 'scripted'; readonly text: string }
  | { readonly outcome: 'cached'; readonly reply: CachedReply }
) & {
  readonly cache: { readonly result: 'exact' | 'near' | 'miss' | 'uncacheable'; readonly reason: string | null } | null;
  /** From what the prompt was made that was answered, or asked last; null when no vendor was to read one. */
  readonly promptRecord: PromptRecord | null;
};

export interface GenerateContext extends Omit<ChainContext, 'shrink'> {
  readonly cache: ReplyCache;
}

/**
 * Step 7: the reply, shown as it is written: the words the plan has, one that was given before, or attempt after attempt.
 * What `plan` put before and after a model's words is shown with them and is part of the reply, never of what is kept.
 */
export async function generate(
  plan: TurnPlan,
  models: readonly LanguageModel[],
  live: LiveReply,
  replyId: string,
  context: GenerateContext,
): Promise<GenerateResult> {
  live.startText(replyId);
  if (plan.kind === 'scripted') {
    live.text(plan.text);
    live.endText();
    return { outcome: 'scripted', text: plan.text, cache: null, promptRecord: null };
  }
  const asked = plan.withoutVendors === null ? models : models.filter(({ isLocal }) => isLocal);
  if (!plan.cache.cacheable) {
    const result = await ask(plan, asked, live, replyId, context);
    return { ...result, cache: { result: 'uncacheable', reason: plan.cache.reason } };
  }
  const { key } = plan.cache;
  const startMs = context.clock.monotonicMs();
  const found = await context.cache.lookup(key, context.signal);
  if (found.kind === 'hit') {
    const text = `${plan.before}${found.reply.text}${tailOf(plan, found.reply.text)}`;
    live.text(text);
    live.endText();
    const cache = { result: found.match, reason: null };
    return { outcome: 'cached', reply: { ...found.reply, text }, cache, promptRecord: null };
  }
  // Waiting for another's reply was part of the turn's time.
  const turn = context.deadlines.turn - (context.clock.monotonicMs() - startMs);
  let kept: CachedReply | null = null;
  try {
    const limited = { ...context, deadlines: { ...context.deadlines, turn } };
    const result = await ask(plan, asked, live, replyId, limited, (completed) => {
      kept = replyToKeep(completed, key, models, context);
    });
    return { ...result, cache: { result: 'miss', reason: null } };
  } finally {
    found.settle(kept);
  }
}

/** What is said after a model's words: what the plan has, and the offer of people where they were no answer. */
function tailOf({ after, offer }: GeneratePlan, reply: string): string {
  return offer !== null && isUnanswered(reply) ? `\n\n${offer}${after}` : after;
}

type GeneratePlan = Extract<TurnPlan, { readonly kind: 'generate' }>;
type Completed = Extract<ChainResult, { readonly outcome: 'completed' }>;

async function ask(
  plan: GeneratePlan,
  models: readonly LanguageModel[],
  live: LiveReply,
  replyId: string,
  context: Omit<ChainContext, 'shrink'>,
  onCompleted: (completed: Completed) => void = () => undefined,
): Promise<ChainResult & { readonly promptRecord: PromptRecord | null }> {
  let attempt = 1;
  if (plan.before !== '') live.text(plan.before);
  const sink = {
    text: (delta: string) => live.text(delta),
    replace() {
      attempt += 1;
      live.replaceText(`${replyId}-${attempt}`);
      if (plan.before !== '') live.text(plan.before);
    },
  };
  const records = new Map([[plan.request, plan.promptRecord]]);
  const shrink = (request: ModelRequest): ModelRequest | null => {
    const smaller = plan.shrink(request);
    if (smaller !== null) records.set(smaller.request, smaller.record);
    return smaller?.request ?? null;
  };
  const result = await runChain(models, plan.request, sink, { ...context, shrink });
  if (result.outcome !== 'completed') {
    live.endText();
    // What a whole reply may not say, half of one is not kept with either.
    const partial = context.check(result.partialText) === null ? result.partialText : '';
    const partialText = `${partial === '' ? '' : plan.before}${partial}`;
    return { ...result, partialText, promptRecord: plan.promptRecord };
  }
  const tail = tailOf(plan, result.reply.text);
  if (tail !== '') live.text(tail);
  live.endText();
  const promptRecord = records.get(result.request) ?? null;
  const cited = withCitations(result, promptRecord);
  onCompleted(cited);
  const text = `${plan.before}${cited.reply.text}${tail}`;
  return { ...cited, reply: { ...cited.reply, text }, promptRecord };
}

/**
 * A vendor's model marks no sources and suggests nothing: what its reply drew on is found by comparing it with the
 * passages it was given, and what one might say next hangs on what was asked.
 */
function withCitations(result: Completed, record: PromptRecord | null): Completed {
  if (result.model.isLocal || result.reply.citations.length > 0) return result;
  const given = new Set(record?.passages.used ?? []);
  const { passages, summary } = result.request.material;
  const cited = citationsOfReply(
    result.reply.text,
    passages.filter(({ passage }) => given.has(passage.id)),
    summary.language,
  );
  const suggestions = suggestionsBeside(passages, cited);
  return { ...result, reply: { ...result.reply, citations: cited, suggestions } };
}

/** What another person may be given of a reply; null when it is not worth keeping. */
function replyToKeep(
  { outcome, reply, model, request }: Completed,
  key: CacheKey,
  models: readonly LanguageModel[],
  { clock }: GenerateContext,
): CachedReply | null {
  // A vendor's word on what may harm, or without a passage behind it, is for the one who asked and no other.
  if (!model.isLocal && (reply.citations.length === 0 || !key.allowsNear)) return null;
  const cited = new Set(reply.citations.map(({ id }) => id));
  const drawnOn = request.material.passages.map(({ passage }) => passage).filter(({ id }) => cited.has(id));
  const decision = decideStoring({
    outcome,
    text: reply.text,
    isLocalModel: model.isLocal,
    hasVendors: models.some(({ isLocal }) => !isLocal),
    sources: drawnOn.flatMap(({ sources }) => sources.map(({ url }) => url)),
  });
  if (!decision.stored) return null;
  const safety = drawnOn.flatMap((passage) => passage.safety ?? []);
  return { ...reply, safety, model: model.id, provider: model.provider, storedAt: clock.now() };
}
