import type { ReplyMaterial } from '../models/reply-material.ts';
import type { CareNote } from '../understanding/body-signs.ts';
import { readsHarmless } from '../understanding/body-sign-wording.ts';
import { careInMind, careNotesOf } from '../understanding/care-in-mind.ts';

/**
 * What belongs beside a reply as a note: what the person's body calls for, told now or earlier in the conversation, and what
 * the passages call for that the reply was drawn from. One that cites none is taken to rest on the best that answers.
 */
export function notesBeside(
  { message, history, passages }: Pick<ReplyMaterial, 'message' | 'history' | 'passages'>,
  cited: readonly { readonly id: string }[],
): readonly CareNote[] {
  const ids = new Set(cited.map(({ id }) => id));
  const drawnFrom = passages.filter(({ passage }) => ids.has(passage.id)).map(({ passage }) => passage);
  const earlier = history.filter(({ role }) => role === 'user').map(({ text }) => text);
  const care = careInMind(message, earlier);
  const isPlain = care.now.length + care.before.length === 0 && readsHarmless(message);
  return careNotesOf(care, isPlain ? [] : drawnFrom);
}
