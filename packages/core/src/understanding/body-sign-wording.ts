import type { SAFETY_NOTE_KINDS } from '@rapport/wire';
import { staticEmbedding } from '../embeddings/static-embedding.ts';
import { shippedStaticTable } from '../embeddings/static-table.ts';
import weights from './body-sign-wording.json' with { type: 'json' };
import { labelScorer } from './learnt-labels.ts';
import { messageFeatures } from './message-features.ts';

/** The label of messages that tell of nothing a body needs. */
export const NO_SIGN = 'none';

/**
 * How much a note must be ahead of none, in scores near 0 and 1. Of 120 messages by an author who saw no rule, 25 need a note:
 * rules and what passages call for noted 20 of them and 9 others, with these weights 22 and 7.
 */
const LEAST_LEAD = -0.1;

const SCORE = labelScorer(weights);
const meaningOf = (text: string): Float32Array => staticEmbedding(shippedStaticTable(), text);

/** So far behind none, a message reads like one that needs no note at all. */
const PLAIN_LEAD = -0.5;

/** A note as clients are told it. */
type CareNote = (typeof SAFETY_NOTE_KINDS)[number];

/**
 * The note that a message reads like it needs, by weights that `scripts/learn-labels.mjs` learnt. Null for most. Pure; takes
 * well below a millisecond.
 */
export function weighedNote(message: string): CareNote | null {
  const { note, lead } = weighed(message);
  return lead <= LEAST_LEAD ? null : note;
}

/** Whether a message reads like those that need no note, whatever the passage says that answers it. */
export const readsHarmless = (message: string): boolean => weighed(message).lead < PLAIN_LEAD;

function weighed(message: string): { readonly note: CareNote | null; readonly lead: number } {
  const scores = SCORE(messageFeatures(message, meaningOf, [], []));
  const [best] = [...scores].filter(([label]) => label !== NO_SIGN).sort(([, one], [, other]) => other - one);
  if (best === undefined) return { note: null, lead: -1 };
  return { note: best[0] as CareNote, lead: best[1] - (scores.get(NO_SIGN) ?? 0) };
}
