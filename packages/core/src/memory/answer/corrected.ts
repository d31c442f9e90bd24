import type { Evidence, Fact } from '../fact.ts';
import { type Restated, respeltIn, restatedIn } from '../restated.ts';

/**
 * What was told as it stands after what was said later: "padel with Annalise", then "sorry, Annelise, with an e", is read with
 * the right name. What puts a message right is the one after it in its conversation, or a later one that was found as well. Only
 * the reading changes: message and quote stay as they were written. Pure.
 */
export function corrected(told: { readonly evidence: readonly Evidence[]; readonly facts: readonly Fact[] }): {
  readonly evidence: readonly Evidence[];
  readonly facts: readonly Fact[];
} {
  const found = told.evidence.map((one) => ({ one, corrections: correctionsOf(one, told.evidence) }));
  return {
    evidence: found.map(({ one, corrections }) =>
      corrections.length === 0 ? one : { ...one, text: putRight(one.text, corrections) },
    ),
    facts: told.facts.map((fact) => {
      const corrections = found.flatMap(({ one, corrections: ofMessage }) =>
        one.text.includes(fact.quote) ? ofMessage : [],
      );
      return corrections.length === 0 ? fact : { ...fact, quote: putRight(fact.quote, corrections) };
    }),
  };
}

function correctionsOf(one: Evidence, among: readonly Evidence[]): readonly Restated[] {
  const later = among
    .filter((other) => other.saidAt > one.saidAt && other.messageId !== one.messageId)
    .sort((first, second) => first.saidAt.getTime() - second.saidAt.getTime())
    .map(({ text }) => text);
  const corrections: Restated[] = [];
  for (const said of new Set([...(one.after === null ? [] : [one.after]), ...later])) {
    const read = putRight(one.text, corrections);
    const restated = restatedIn(said, read) ?? respeltIn(said, [read]);
    if (restated !== null) corrections.push({ ...restated, right: asDate(restated.right) });
  }
  return corrections;
}

/** "The 19th of October" is read out as other dates are. */
const asDate = (words: string): string => words.replace(/^(\d{1,2})(?:st|nd|rd|th)(?: of)? (\p{L}+)$/u, '$1 $2');

/** The last place of what was wrong is the one that is put right; a name is wrong wherever it stands. */
function putRight(text: string, corrections: readonly Restated[]): string {
  return corrections.reduce((read, { wrong, right }) => {
    if (/^\p{Lu}\p{Ll}/u.test(wrong)) return read.replaceAll(wrong, () => right);
    const place = read.toLowerCase().lastIndexOf(wrong.toLowerCase());
    return place < 0 ? read : `${read.slice(0, place)}${right}${read.slice(place + wrong.length)}`;
  }, text);
}
