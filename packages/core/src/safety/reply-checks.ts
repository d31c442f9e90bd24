import { breaksRule, linesOf, type ReplyRule, type ReplyToCheck } from './reply-rule.ts';
import { BOUNDING_RULES, FORM_RULES } from './reply-rules-form.ts';
import { HARM_RULES } from './reply-rules-harm.ts';
import { HEALTH_RULES } from './reply-rules-health.ts';
import { MINOR_RULES } from './reply-rules-minors.ts';
import { SELF_RULES } from './reply-rules-self.ts';

export type { ReplyToCheck, ShownPassage } from './reply-rule.ts';

const ALL_RULES = [...BOUNDING_RULES, ...SELF_RULES, ...HARM_RULES, ...HEALTH_RULES, ...FORM_RULES] as const;
const FOR_MINORS = MINOR_RULES satisfies readonly ReplyRule[];

/** Stable: logs and counts go by it. */
export type ReplyRuleName = (typeof ALL_RULES)[number]['name'] | (typeof FOR_MINORS)[number]['name'];

/** Every rule, in the order they are tried; the first is what bounds a reply's length, and with it the others' work. */
export const REPLY_RULES: readonly ReplyRule<ReplyRuleName>[] = ALL_RULES;

export type ReplyVerdict = { readonly ok: true } | { readonly ok: false; readonly rule: ReplyRuleName };

/**
 * Whether a model's finished reply may be shown as the assistant's own; if not, the first rule it breaks, whose name may
 * be logged. Pure: rules alone, English and some Spanish, any text, never throws. Precise rather than complete, since a
 * false alarm costs a good reply: what a prompt should already prevent is caught here when it plainly failed to.
 */
export function checkReply(reply: ReplyToCheck): ReplyVerdict {
  const [bound, ...rules] = REPLY_RULES;
  const unread = { ...reply, lines: '', messageLines: '' };
  if (bound !== undefined && breaksRule(bound, unread)) return { ok: false, rule: bound.name };
  const read = { ...reply, lines: linesOf(reply.text), messageLines: linesOf(reply.message) };
  const applied: readonly ReplyRule<ReplyRuleName>[] = reply.isMinor === true ? [...rules, ...FOR_MINORS] : rules;
  const broken = applied.find((rule) => breaksRule(rule, read));
  return broken === undefined ? { ok: true } : { ok: false, rule: broken.name };
}
