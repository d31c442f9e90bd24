import { asksForMore } from '../knowledge/conversation-query.ts';
import type { Passage } from '../knowledge/passage.ts';
import type { Choice } from './choice.ts';
import type { Conversation } from './conversation.ts';
import { bodyFor, informativeStems, isTold, lastTold } from './guide/elaborate.ts';
import { askedAs, citationsOf, nearbyOf, openingOf, safetyOf, suggestionsOf, tell, titleOf } from './guide/telling.ts';
import type { GuideTurn } from './guide/turn.ts';
import {
  asksDiagnosis,
  asksPromise,
  chosen,
  freshOrNothing,
  isAnswerable,
  isAnswerToUs,
  isOnTopic,
  said,
  spoken,
} from './guide/turn.ts';
import * as say from './guide/wordings.ts';
import type { ComposedReply, ReplyMaterial } from '../models/reply-material.ts';
import { remarkOf } from './remark.ts';
import type { Piece } from './writing.ts';
import { countWords, firstSentences, MOST_WORDS_IN_DETAIL, WEIGHT, write } from './writing.ts';

/** A guide's reply: an answer from the best passage with its source, or an honest word that there is none. */
export function composeGuide(material: ReplyMaterial, conversation: Conversation, choice: Choice): ComposedReply {
  const turn: GuideTurn = { material, conversation, choice, remark: remarkOf(material.message) };
  for (const step of STEPS) {
    const reply = step(turn);
    if (reply !== null) return reply;
  }
  return isOnTopic(turn) ? notFoundReply(turn) : offTopicReply(turn);
}

/** The kinds of message, the more certain first. What none of them takes is not known or not about the subject. */
const STEPS: readonly ((turn: GuideTurn) => ComposedReply | null)[] = [
  orderReply,
  mannersReply,
  wordlessReply,
  elaborateReply,
  productReply,
  answerReply,
  remarkReply,
  shortAnswerReply,
];

function mannersReply(turn: GuideTurn): ComposedReply | null {
  const { material, conversation, remark } = turn;
  if (remark === 'workings') return spoken(turn, 'workings', say.WORKINGS);
  switch (material.summary.intent) {
    case 'farewell':
      return spoken(turn, 'farewell', say.FAREWELLS);
    case 'thanks':
      return isAnswerable(turn) ? null : spoken(turn, 'thanks', say.THANKS);
    case 'greeting':
      if (isAnswerable(turn) || (remark !== null && remark !== 'test')) return null;
      return spoken(turn, 'greeting', conversation.personSaid.length > 0 ? say.GREETED_AGAIN : say.GREETINGS);
    case 'identity':
      return remark === 'capabilities'
        ? spoken(turn, 'capabilities', say.CAPABILITIES)
        : spoken(turn, 'identity', say.IDENTITY);
    case 'memory-command':
      return spoken(turn, 'memory-command', say.MEMORY_COMMANDS);
    case 'recall':
      if (/\bname\b/i.test(material.message) && material.preferredName !== null) {
        return said(`You're ${material.preferredName}, as far as I know.`);
      }
      return isAnswerable(turn) ? null : spoken(turn, 'recall', say.RECALL_UNKNOWN);
    default:
      return null;
  }
}

/** Of a body at once: what can be read in one go; "tell me more" brings the rest. */
const MOST_WORDS_OF_BODY = 110;

/** "Tell me more", "why?", or yes to our own offer of more. */
function elaborateReply(turn: GuideTurn): ComposedReply | null {
  const { material, conversation } = turn;
  const { intent } = material.summary;
  const offered = (offers: readonly string[]) =>
    intent === 'agree' && offers.some((offer) => offer === conversation.lastQuestion);
  const passages = material.passages.map((found) => found.passage);
  if (offered(say.NEARBY_QUESTIONS)) {
    const named = passages.find((passage) => conversation.lastReply?.includes(`"${titleOf(passage)}"`));
    if (named !== undefined) return tell(turn, named);
  }
  if (!asksForMore(material.message, intent) && !offered(say.MORE_OFFERS)) return null;
  const passage = lastTold(passages, conversation);
  if (passage !== null) return elaborate(turn, passage);
  // "How exactly do I detangle?" is a question of its own, whatever it asks more of.
  return isAnswerable(turn) ? null : spoken(turn, 'elaborate', say.NOTHING_TO_ELABORATE);
}

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
    text: write(pieces, MOST_WORDS_IN_DETAIL),
    citations: citationsOf([passage]),
    suggestions: suggestionsOf(turn, passage, { more: false }),
  };
}

const ORDER =
  /\b(my order|order (number|status|history)|track(ing)? (number|my)|refund|return (policy|an item|my|this|it)|shipp(ing|ed)|deliver(y|ed)|my (account|password|subscription|payment)|cancel my|customer (service|care|support)|discount code|promo code|coupon|invoice)\b/i;

function orderReply(turn: GuideTurn): ComposedReply | null {
  return ORDER.test(turn.material.message) ? spoken(turn, 'orders', say.ORDERS) : null;
}

/** Asks what it costs or where to get it: nothing that general advice would answer. */
const BUYING =
  /\b(price[ds]?|how much (is|are|does|do|for)|cost of|costs?\b.*\?|in stock|sold out|where (can|do) i (buy|get|find) (your|the|it|this)|buy (your|from you)|do you (sell|carry|stock|offer)|you guys (sell|have|make)|bundles?|free samples?)\b/i;
/** Asks what a product of the brand is, holds or does: facts that only a catalogue has. */
const PRODUCT =
  /\b((do|does|are|is|can|would|will) your (?!hair|scalp|head|curls)|your (products?|shampoos?|conditioners?|oils?|leave[- ]ins?|masks?|gels?|line|range|brand|collection|website|store)|which (one )?of your|(which|what) (shampoo|conditioner|oil|gel|products?|leave[- ]in|mask|brand|cream|butter)s? (should|do|would|can) (i|you|we)|(in|of|about|with|from) your (?!hair|scalp|head|curls|experience|opinion|knowledge|notes|view)\w+|vegan|cruelty[- ]free)\b/i;
/** The most of a passage's answer that fits beside the word that nothing is on file, in words. */
const MOST_WORDS_OF_ADVICE = 48;

function productReply(turn: GuideTurn): ComposedReply | null {
  const { material, conversation } = turn;
  const { message, assistant } = material;
  const buys = BUYING.test(message);
  const namesBrand = message.toLowerCase().includes(assistant.brand.toLowerCase());
  if (!buys && !PRODUCT.test(message) && !(namesBrand && material.summary.asks !== null)) return null;
  const best = material.passages[0];
  const passage = best?.answers === true && !buys && !isTold(best.passage, conversation) ? best.passage : null;
  const notOnFile = { text: chosen(turn, 'catalogue', say.NO_CATALOGUE_ENTRY), weight: WEIGHT.essential };
  if (passage === null) {
    const question = freshOrNothing(turn, 'category', say.CATEGORY_QUESTIONS);
    return said(write([notOnFile, { text: question, weight: WEIGHT.question }]));
  }
  const advice = firstSentences(passage.answer, MOST_WORDS_OF_ADVICE);
  const pieces: Piece[] = [
    notOnFile,
    { text: turn.choice.one('advice', say.CATEGORY_ADVICE), weight: WEIGHT.extra },
    { text: advice, weight: WEIGHT.essential - 1 },
    { text: safetyOf(turn, passage, advice), weight: WEIGHT.essential },
  ];
  return {
    text: write(pieces),
    citations: citationsOf([passage]),
    suggestions: suggestionsOf(turn, passage, { more: true }),
  };
}

function answerReply(turn: GuideTurn): ComposedReply | null {
  const { material, conversation } = turn;
  if (isAnswerToUs(turn)) {
    const passages = material.passages.map((found) => found.passage);
    const named = passages.find((passage) => isNamedIn(passage, material.message) && !isTold(passage, conversation));
    const passage = named ?? lastTold(passages, conversation);
    if (passage !== null) return tell(turn, passage);
  }
  const best = material.passages[0];
  return best?.answers === true ? tell(turn, best.passage) : null;
}

/** Whether the message holds a word that the passage is titled by ("low" → low-porosity care). */
function isNamedIn(passage: Passage, message: string): boolean {
  const named = new Set(informativeStems(`${passage.title} ${passage.id.replaceAll('-', ' ')}`));
  return informativeStems(message).some((stem) => named.has(stem));
}

/** A message that is nothing but the remark: no context can make it a question. */
function wordlessReply(turn: GuideTurn): ComposedReply | null {
  switch (turn.remark) {
    case 'unsure':
      return spoken(turn, 'unsure', say.UNSURE);
    case 'filler':
      return spoken(turn, 'filler', say.FILLERS);
    case 'emoji':
    case 'gibberish':
    case 'laughter':
    case 'swearing':
    case 'test':
      return spoken(turn, turn.remark, say.SMALL_TALK[turn.remark]);
    default:
      return null;
  }
}

/** Whether a passage is near enough to be offered: a word of the message is in how it is titled or asked for. */
function isNear(passage: Passage, message: string): boolean {
  const words = new Set(informativeStems([passage.title, ...passage.questions].join(' ')));
  return informativeStems(message).some((stem) => words.has(stem));
}

function remarkReply(turn: GuideTurn): ComposedReply | null {
  const { remark } = turn;
  if (remark === null || remark === 'workings' || remark === 'unsure' || remark === 'filler') return null;
  if (remark === 'capabilities') return spoken(turn, 'capabilities', say.CAPABILITIES);
  return spoken(turn, remark, say.SMALL_TALK[remark]);
}

function shortAnswerReply(turn: GuideTurn): ComposedReply | null {
  const { intent } = turn.material.summary;
  if (intent === 'agree') return spoken(turn, 'agree', say.AGREED);
  if (intent === 'decline') return spoken(turn, 'decline', say.DECLINED);
  if (!isAnswerToUs(turn) || !isOnTopic(turn)) return null;
  const pieces: Piece[] = [
    { text: freshOrNothing(turn, 'answered', say.ANSWERED_US), weight: WEIGHT.warmth },
    { text: chosen(turn, 'clarify', say.CLARIFY), weight: WEIGHT.essential },
  ];
  return said(write(pieces));
}

/** About the subject, and not in the notes: says so, offers what is near, or asks what would help to find it. */
function notFoundReply(turn: GuideTurn): ComposedReply {
  const { material, conversation } = turn;
  const { message, summary, passages } = material;
  const opening = { text: openingOf(turn), weight: WEIGHT.warmth };
  if (asksDiagnosis(message) || asksPromise(message)) {
    const scruple = chosen(turn, 'scruple', asksDiagnosis(message) ? say.NO_DIAGNOSIS : say.NO_PROMISE);
    const pieces: Piece[] = [
      opening,
      { text: scruple, weight: WEIGHT.essential },
      { text: chosen(turn, 'see', say.SEE_SOMEONE), weight: WEIGHT.essential },
    ];
    return said(write(pieces));
  }
  const asks = summary.asks !== null || summary.intent === 'question' || summary.intent === 'ask-for-help';
  const near = passages.find(({ passage }) => isNear(passage, message) && !isTold(passage, conversation))?.passage;
  const offer = nearbyOf(turn, near);
  const question = freshOrNothing(turn, 'not-found-question', say.NOT_FOUND_QUESTIONS);
  const pieces: Piece[] = [
    opening,
    { text: asks ? chosen(turn, 'not-found', say.NOT_FOUND) : '', weight: WEIGHT.essential },
    { text: asks || offer !== '' ? offer : chosen(turn, 'clarify', say.CLARIFY), weight: WEIGHT.essential - 1 },
    { text: offer === '' ? question : '', weight: WEIGHT.question },
  ];
  return {
    text: write(pieces),
    citations: [],
    suggestions: passages.slice(0, 3).map((found) => askedAs(found.passage)),
  };
}

function offTopicReply(turn: GuideTurn): ComposedReply {
  const { mood, asks, intent } = turn.material.summary;
  if (asks === null && intent === 'share' && mood !== null && mood.confidence >= say.LEAST_CONFIDENCE[mood.polarity]) {
    if (mood.polarity === 'negative' || mood.polarity === 'mixed') return spoken(turn, 'life-hard', say.LIFE_HARD);
    if (mood.polarity === 'positive') return spoken(turn, 'life-good', say.LIFE_GOOD);
  }
  const isQuestion = asks !== null || intent === 'question' || intent === 'ask-for-help';
  return spoken(turn, 'off-topic', isQuestion ? say.OFF_TOPIC : say.LIFE_OTHER);
}
