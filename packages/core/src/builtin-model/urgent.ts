import type { ReplyMaterial } from '../models/reply-material.ts';
import { isUrgent } from './guide/safety-lines.ts';
import { withoutFalseAlarm } from './guide/weighed.ts';
import { urgentReply } from './languages/languages.ts';

/**
 * Whether a guide is asked for help that can't wait. The words for that are an editor's and not a vendor's: the model of
 * this process gives them, the same each time and at once.
 */
export function needsUrgentHelp({
  assistant,
  message,
  passages,
}: Pick<ReplyMaterial, 'message' | 'passages'> & {
  readonly assistant: Pick<ReplyMaterial['assistant'], 'kind'>;
}): boolean {
  if (assistant.kind !== 'guide') return false;
  return (
    urgentReply(message) !== null ||
    withoutFalseAlarm(message, passages).some(({ answers, passage: { safety } }) => answers && isUrgent(safety))
  );
}
