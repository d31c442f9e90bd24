import { asksForMore } from '../../knowledge/conversation-query.ts';
import type { Passage } from '../../knowledge/passage.ts';
import type { ComposedReply } from '../../models/reply-material.ts';
import type { Piece } from '../writing.ts';
import { countWords, MOST_WORDS_IN_DETAIL, WEIGHT, write } from '../writing.ts';
import { bodyFor, isTold, lastTold } from './elaborate.ts';
import { citationsOf, nearbyOf, safetyOf, suggestionsOf, tell, titleOf } from './telling.ts';
import type { GuideTurn } from './turn.ts';
import { chosen, isAnswerable, isAnswerToUs, spoken } from './turn.ts';
import * as say from './wordings.ts';

/** Of a body at once: what can be read in one go; "tell me more" brings the rest. */
const MOST_WORDS_OF_BODY = 110;

/** "Tell me more", "why?", or yes to our own offer of more. */
export function elaborateReply(turn: GuideTurn): ComposedReply | null {
  const { material, conversation } = turn;
  const { intent } = material.summary;
  const offered = (offers: readonly string[]) =>
    intent === 'agree' && offers.some((offer) => offer === conversation.lastQuestion);
  const passages = material.passages.map((found) => found.passage);
  // "She has 4a hair", said to an offer, is no yes and no no: what was offered is still the nearest there is.
  if (
    offered(say.NEARBY_QUESTIONS) ||
    (isAnswerToUs(turn) && say.NEARBY_QUESTIONS.includes(conversation.lastQuestion ?? ''))
  ) {
    const named = passages.find((passage) => conversation.lastReply?.includes(`"${titleOf(passage)}"`));
    if (named !== undefined) return tell(turn, named);
  }
  if (!asksForMore(material.message, intent) && !offered(say.MORE_OFFERS)) return null;
  const passage = lastTold(passages, conversation);
  if (passage !== null) return elaborate(turn, passage);
  // "How exactly do I detangle?" is a question of its own, whatever it asks more of.
  return isAnswerable(turn) ? null : spoken(turn, 'elaborate', say.NOTHING_TO_ELABORATE);
}

/** More of a passage, focused on what was asked; when it is spent, that and what is near. */
function elaborate(turn: GuideTurn, passage: Passage): ComposedReply {
  const { material, conversation, choice } = turn;
  const question = `${conversation.personSaid.at(-1) ?? ''} ${material.message}`;
  const body = bodyFor(passage, question, conversation, MOST_WORDS_OF_BODY);
  const endsHere = countWords(body) < MOST_WORDS_OF_BODY / 4;
  const other = material.passages.find(
    (found) => found.passage.id !== passage.id && !isTold(found.passage, conversation),
  );
  const pieces: Piece[] = [
    { text: body === '' ? '' : choice.one('more', conversation.freshest(say.MORE_OPENERS)), weight: WEIGHT.extra },
    { text: body, weight: WEIGHT.essential },
    { text: safetyOf(turn, passage, body), weight: WEIGHT.essential },
    { text: endsHere ? chosen(turn, 'no-more', say.NO_MORE) : '', weight: WEIGHT.essential },
    { text: endsHere ? nearbyOf(turn, other?.passage) : '', weight: WEIGHT.extra },
  ];
  return {
    text: write(pieces, Math.min(MOST_WORDS_IN_DETAIL, turn.material.fit.longest ?? MOST_WORDS_IN_DETAIL)),
    citations: citationsOf([passage]),
    suggestions: suggestionsOf(turn, passage, { more: false }),
  };
}
