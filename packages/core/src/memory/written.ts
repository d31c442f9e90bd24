import { turned } from '../understanding/gist.ts';
import { extractStatements } from './extract.ts';
import type { Fact } from './fact.ts';

/** What a memory in the person's own words says, as questions look for it. */
export type Written = Pick<Fact, 'subject' | 'slot' | 'value' | 'modality'>;

const SPEAKS_OF_SELF = /\b(?:i|i'?m|i'?ve|my|me|mine|we|our)\b/i;
/** Slots that hold a whole sentence: nothing that a question looks for by itself. */
const UNTYPED = new Set(['fact', 'event', 'plan', 'secret']);

/**
 * Reads "You work at Aldi" and "I have a cat called Tilly" as what was said would be read; null where the words say no one
 * typed thing.
 */
export function readWritten(text: string, now: Date): Written | null {
  const said = SPEAKS_OF_SELF.test(text) ? text : turned(text);
  const { statements } = extractStatements(
    { text: said, saidAt: now, timeZone: 'UTC', earlier: [], lastReply: null },
    [],
  );
  const typed = statements.filter(({ slot }) => !UNTYPED.has(slot));
  const [first] = typed;
  if (first === undefined || typed.length > 1) return null;
  const { subject, slot, value, modality } = first;
  return modality === 'asserted' || modality === 'negated' ? { subject, slot, value, modality } : null;
}
