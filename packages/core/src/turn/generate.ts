import { type ChainContext, type ChainResult, runChain } from '../models/chain.ts';
import type { LanguageModel } from '../models/language-model.ts';
import type { LiveReply } from './live-replies.ts';
import type { TurnPlan } from './plan.ts';

/** Who speaks when the words are decided without a model. */
export const SCRIPTED_MODEL = { id: 'rapport/scripted', provider: 'rapport' } as const;

/**
 * Step 7: the reply, shown as it is written. What `plan` put before and after a model's words is shown with them and
 * is part of the reply.
 */
export async function generate(
  plan: TurnPlan,
  models: readonly LanguageModel[],
  live: LiveReply,
  replyId: string,
  context: ChainContext,
): Promise<ChainResult | { readonly outcome: 'scripted'; readonly text: string }> {
  live.startText(replyId);
  if (plan.kind === 'scripted') {
    live.text(plan.text);
    live.endText();
    return { outcome: 'scripted', text: plan.text };
  }
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
  const result = await runChain(models, plan.request, sink, context);
  if (result.outcome === 'completed' && plan.after !== '') live.text(plan.after);
  live.endText();
  if (result.outcome === 'completed') {
    return { ...result, reply: { ...result.reply, text: `${plan.before}${result.reply.text}${plan.after}` } };
  }
  return { ...result, partialText: `${result.partialText === '' ? '' : plan.before}${result.partialText}` };
}
