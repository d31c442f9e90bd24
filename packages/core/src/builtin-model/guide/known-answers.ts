import { sentences } from '../writing.ts';

/**
 * What a guide's question asks for, and how a person will have told it already. A question whose answer stands in the
 * conversation is not asked.
 */
const ASKED: readonly { readonly asks: RegExp; readonly told: RegExp }[] = [
  { asks: /\bporos/i, told: /\b(low|high|normal|medium|lo|hi)[- ]?po(r\w*)?\b/i },
  {
    asks: /\b(hair type|curl type|curl pattern|texture|type of hair|kind of (hair|curls?))\b/i,
    told: /\b([1234][abc]|type [1234]|coil(y|s)|kink(y|s)|curl(y|s)|wav(y|es)|straight)\b/i,
  },
  {
    asks: /\bhow often\b.*\b(wash|shampoo|cleans)|\bwash(ing)? (schedule|day)\b|\bwhen did you last (wash|shampoo)/i,
    told: /\b(wash|shampoo|co-?wash)\w*\b.{0,40}\b(every|once|twice|daily|weekly|a week|a month|days?|biweekly)\b|\b(every|once|twice)\b.{0,25}\bwash/i,
  },
  {
    asks: /\bhow long (is|'s) (your|the) hair\b|\bwhat length\b/i,
    told: /\b(inch(es)?|twa|shoulder|collarbone|waist|chin|ear|short|long|bra strap|bsl|apl)\b/i,
  },
  {
    asks: /\b(relaxed|relaxer|chemical|colou?red|bleached|dyed)\b/i,
    told: /\b(relaxe[rd]|perm(ed)?|bleach(ed)?|dyed|colou?red|virgin|texturi[sz]ed|no (chemicals|color|relaxer))\b/i,
  },
  {
    asks: /\b(heat|flat iron|blow[- ]dry)\b/i,
    told: /\b(flat iron|straighten|blow[- ]?(dry|out)|silk press|no heat|never use heat|heat)\b/i,
  },
  {
    asks: /\b(braids|protective style|wig|weave|ponytail|pulling)\b/i,
    told: /\b(braids?|cornrows|wigs?|weave|sew[- ]in|ponytail|bun|twists|locs|crochet)\b/i,
  },
  {
    asks: /\bhow long (has|have|ago)\b|\bwhen did\b|\bsince when\b/i,
    told: /\b(for|since|past|last) (a |an |about |the |the last )?(\d+|two|three|few|couple|several)? ?(days?|weeks?|months?|years?)\b|\bthis (week|month|year)\b|\b(yesterday|last (night|week|month|year))\b/i,
  },
  {
    asks: /\b(how old|age)\b/i,
    told: /\b\d+ ?(-| )?(months?|years?|yo|y\/o|yr)( |-)?(old)?\b|\b(she|he|they)('s|s|'re| is| are| just turned| turned)? (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\b/i,
  },
  {
    asks: /\b(how much time|how many minutes|how long do you have|minutes (do you|can you))\b/i,
    told: /\b\d+ ?(minutes?|mins?|hours?|hrs?)\b|\bno time\b/i,
  },
  { asks: /\b(sleep|night|bed|bonnet|pillow)/i, told: /\b(bonnet|satin|silk|pillowcase|scarf)\b/i },
];

/** Whether the person has already told what the question asks. */
export function isAnswered(question: string, said: readonly string[]): boolean {
  return ASKED.some(({ asks, told }) => asks.test(question) && said.some((text) => told.test(text)));
}

const ASKED_TO_REMEMBER = /^(please )?(remember|note|keep in mind)( that)?,? /i;

/** The person's own sentence that answers a question about their hair ("what is my hair type?"), the latest; or null. */
export function toldBefore(question: string, said: readonly string[]): string | null {
  for (const { asks, told } of ASKED) {
    if (!asks.test(question)) continue;
    const sentence = said.flatMap(sentences).findLast((text) => told.test(text) && !text.endsWith('?'));
    if (sentence !== undefined) return sentence.replace(ASKED_TO_REMEMBER, '').replace(/["“”]/g, "'");
  }
  return null;
}
