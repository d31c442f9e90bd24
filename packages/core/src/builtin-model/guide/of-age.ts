import { tellsAge } from '../../knowledge/conversation-query.ts';
import type { ComposedReply } from '../../models/reply-material.ts';
import type { Piece } from '../writing.ts';
import { WEIGHT, write } from '../writing.ts';
import { bodyBlocks } from './elaborate.ts';
import { citationsOf, suggestionsOf } from './telling.ts';
import { chosen, freshOrNothing, type GuideTurn, said } from './turn.ts';
import * as say from './wordings.ts';

/** A part of a passage that is for some ages: "2 to 4: conditioner every wash". In years. */
const FOR_AGES = /^(\d{1,2}) to (\d{1,2}): (.+)$/s;

/** To a child's age alone, what a passage on children has for that age; null where it is no such message or there is none. */
export function ageReply(turn: GuideTurn): ComposedReply | null {
  const { message, passages, products } = turn.material;
  const age = products?.need.constraints.ageYears ?? null;
  if (age === null || !tellsAge(message)) return null;
  for (const { passage } of passages) {
    if (!passage.tags.includes('children')) continue;
    const part = bodyBlocks(passage.body)
      .map((block) => FOR_AGES.exec(block))
      .find((found) => found !== null && Number(found[1]) <= age && age <= Number(found[2]));
    const text = part?.[3];
    if (text === undefined || turn.conversation.hasSaid(text)) continue;
    const pieces: Piece[] = [
      { text: freshOrNothing(turn, 'answered', say.ANSWERED_US), weight: WEIGHT.warmth },
      { text: `At ${age}: ${text}`, weight: WEIGHT.essential },
      { text: chosen(turn, 'after-answer', say.AFTER_ANSWER), weight: WEIGHT.question },
    ];
    const suggestions = suggestionsOf(turn, passage, { more: true });
    return { ...said(write(pieces)), citations: citationsOf([passage]), suggestions };
  }
  return null;
}
