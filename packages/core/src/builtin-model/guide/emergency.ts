import type { ComposedReply } from '../../models/reply-material.ts';
import { isTold, lastTold } from './elaborate.ts';
import { isBestOfItself } from './relevance.ts';
import { sendsToHelp, tellsOfWorse } from './safety-lines.ts';
import { tell } from './telling.ts';
import type { GuideTurn } from './turn.ts';
import { isAsking, spoken } from './turn.ts';
import * as say from './wordings.ts';

/** So many replies after it, an emergency is still what is on someone's mind. */
const REPLIES_OF_AN_EMERGENCY = 3;

/** Someone who can help has been reached. */
const IN_GOOD_HANDS =
  /\b(called|calling|on the (way|phone|line)|coming|they said|(at|to|in) the (er|hospital|doctor'?s?|clinic)|ambulance|paramedics?|spoke (to|with)|talked to|doctor (is|says|said)|better now|(is|are) (fine|ok|okay) now)\b/i;

/** May be the first of something: only who is asked by telephone can tell. */
const IN_DOUBT =
  /\b(sleepy|drowsy|dizzy|limp|floppy|pale|vomit\w*|threw up|throwing up|puk\w+|cough\w*|drool\w*|gagg\w*|rash|stomach|won'?t (eat|drink)|cr(y|ies|ying) (a lot|nonstop)|hot|fever)\b/i;

/** Someone who was just sent to emergency help goes on about it: nothing of hair until it is over. */
export function emergencyReply(turn: GuideTurn): ComposedReply | null {
  const { material, conversation } = turn;
  const replies = material.history.filter(({ role }) => role === 'assistant').map(({ text }) => text);
  if (!replies.slice(-REPLIES_OF_AN_EMERGENCY).some(sendsToHelp)) return null;
  if (tellsOfWorse(material.message)) return spoken(turn, 'worse', say.EMERGENCY_WORSE);
  if (IN_DOUBT.test(material.message) && !IN_GOOD_HANDS.test(material.message))
    return spoken(turn, 'signs', say.EMERGENCY_SIGNS);
  const best = material.passages[0];
  const asksElse = isAsking(turn) && best?.answers === true && !isTold(best.passage, conversation);
  if (asksElse || isBestOfItself(turn)) return null;
  const { intent } = material.summary;
  if (intent === 'thanks' || intent === 'farewell') return spoken(turn, 'emergency-thanks', say.EMERGENCY_THANKS);
  const passages = material.passages.map((found) => found.passage);
  if (IN_GOOD_HANDS.test(material.message)) return spoken(turn, 'emergency', say.EMERGENCY_HANDED_ON);
  const told = lastTold(passages, conversation);
  if (told !== null) return tell(turn, told);
  return sendsToHelp(conversation.lastReply) ? spoken(turn, 'emergency', say.EMERGENCY_CONTINUED) : null;
}
