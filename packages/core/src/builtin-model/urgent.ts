import type { Passage } from '../knowledge/passage.ts';
import type { ReplyMaterial } from '../models/reply-material.ts';
import { urgentReply } from './languages/languages.ts';

/** What can't wait: a swallowed product, a burn, a reaction that goes on. */
const URGENT: ReadonlySet<Passage['safety']> = new Set(['urgent_care', 'urgent_poison_control', 'stop_use']);

/**
 * Whether a guide is asked for help that can't wait. The words for that are an editor's and not a vendor's: the model of
 * this process gives them, the same each time and at once.
 */
export function needsUrgentHelp({
  assistant,
  message,
  passages,
}: Pick<ReplyMaterial, 'assistant' | 'message' | 'passages'>): boolean {
  if (assistant.kind !== 'guide') return false;
  return (
    urgentReply(message) !== null || passages.some(({ answers, passage: { safety } }) => answers && URGENT.has(safety))
  );
}
