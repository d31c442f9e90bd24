import { OFFER_MARK } from './wording.ts';

/** Answers in a row that were none, after which people are offered. */
export const MOST_UNANSWERED = 3;

/** How a guide says that it has no answer: the built-in model's own words and those of vendors' models told to be honest. */
const HAS_NOTHING =
  /\b(?:(?:i|my notes|they|we) (?:don'?t|do not) (?:have|cover) (?:that|this|it|a good answer|an answer|anything (?:on|about)|information|details|enough|any (?:notes|information|details))|(?:that'?s|this is|it'?s) not in my notes|not (?:on file|in what i'?ve been given)|have (?:no|nothing) (?:on file|in my notes)|i(?:'m| am) not able to (?:answer|find)|i can'?t (?:answer|find) (?:that|this)|couldn'?t find (?:that|this|anything))/i;

/** Whether a reply says that it has no answer. */
export const isUnanswered = (reply: string): boolean => HAS_NOTHING.test(reply.slice(0, 600).replace(/[’‘]/g, "'"));

/**
 * How many of the assistant's last replies in a row had no answer, since people were last offered. `history` is oldest
 * first.
 */
export function unansweredInRow(
  history: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[],
): number {
  let count = 0;
  for (const { role, text } of history.toReversed()) {
    if (role !== 'assistant') continue;
    if (!isUnanswered(text) || text.includes(OFFER_MARK)) break;
    count += 1;
  }
  return count;
}
