import type { ComposedReply, ReplyMaterial } from '../models/reply-material.ts';
import type { Choice } from './choice.ts';
import type { Conversation } from './conversation.ts';
import { answerReply, shortAnswerReply } from './guide/answers.ts';
import { informativeStems, isTold, lastTold } from './guide/elaborate.ts';
import { emergencyReply } from './guide/emergency.ts';
import { aboutUsReply, bareRemarkReply, mannersReply, remarkReply, wordlessReply } from './guide/manners.ts';
import { elaborateReply } from './guide/more.ts';
import { outcomeReply, withOutcome } from './guide/outcome.ts';
import { orderReply, productReply } from './guide/products.ts';
import { goesOn, isNear, speaksTo } from './guide/relevance.ts';
import { askedAs, nearbyOf, openingOf, tell } from './guide/telling.ts';
import type { GuideTurn } from './guide/turn.ts';
import { asksDiagnosis, asksPromise, chosen, freshOrNothing, isAsking, isOnTopic, said, spoken } from './guide/turn.ts';
import * as say from './guide/wordings.ts';
import { remarkOf } from './remark.ts';
import type { Piece } from './writing.ts';
import { WEIGHT, write } from './writing.ts';

/** A guide's reply: an answer from the best passage with its source, or an honest word that there is none. */
export function composeGuide(material: ReplyMaterial, conversation: Conversation, choice: Choice): ComposedReply {
  const turn = turnOf(material, conversation, choice);
  const reply = firstOf(STEPS, turn);
  if (reply !== null) return withOutcome(turn, reply);
  if (isOnTopic(turn)) return notFoundReply(turn);
  return goesOn(turn) ? followUpReply(turn) : offTopicReply(turn);
}

/** What a guide has to say to the words alone of a message that came with pictures, or null when they say nothing without them. */
export function composeGuideWords(
  material: ReplyMaterial,
  conversation: Conversation,
  choice: Choice,
): ComposedReply | null {
  const turn = turnOf(material, conversation, choice);
  const { message } = material;
  const reply = firstOf(STEPS_OF_SUBSTANCE, turn);
  return reply ?? (asksDiagnosis(message) || asksPromise(message) ? notFoundReply(turn) : null);
}

function turnOf(material: ReplyMaterial, conversation: Conversation, choice: Choice): GuideTurn {
  return { material, conversation, choice, remark: remarkOf(material.message) };
}

type Step = (turn: GuideTurn) => ComposedReply | null;

function firstOf(steps: readonly Step[], turn: GuideTurn): ComposedReply | null {
  for (const step of steps) {
    const reply = step(turn);
    if (reply !== null) return reply;
  }
  return null;
}

/** Asks what the assistant is or keeps, or leaves: met by itself, whatever came with it. */
const plainMannersReply: Step = (turn) =>
  ['identity', 'farewell', 'memory-command'].includes(turn.material.summary.intent) ? mannersReply(turn) : null;

/** The steps that answer something, of all below in their order. */
const STEPS_OF_SUBSTANCE: readonly Step[] = [
  emergencyReply,
  outcomeReply,
  aboutUsReply,
  orderReply,
  plainMannersReply,
  productReply,
  answerReply,
];

/** The kinds of message, the more certain first. What none of them takes is not known or not about the subject. */
const STEPS: readonly Step[] = [
  emergencyReply,
  outcomeReply,
  aboutUsReply,
  bareRemarkReply,
  orderReply,
  mannersReply,
  wordlessReply,
  elaborateReply,
  productReply,
  answerReply,
  remarkReply,
  shortAnswerReply,
];

/** About the subject, and not in the notes: says so, offers what is near, or asks what would help to find it. */
function notFoundReply(turn: GuideTurn): ComposedReply {
  const { material, conversation } = turn;
  const { message, passages } = material;
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
  const asks = isAsking(turn);
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
    suggestions: near === undefined ? [] : [askedAs(near)],
  };
}

/** Goes on with what was answered, and no passage speaks to it: more of the last one, or an honest question about it. */
function followUpReply(turn: GuideTurn): ComposedReply {
  const { material, conversation } = turn;
  const passages = material.passages.map((found) => found.passage);
  const told = lastTold(passages, conversation);
  if (told !== null && speaksTo(told, material.message)) return tell(turn, told);
  if (isAsking(turn)) {
    const isWordless = informativeStems(material.message).length === 0;
    return told !== null && isWordless ? tell(turn, told) : notFoundReply(turn);
  }
  const { mood } = material.summary;
  const isHard = mood !== null && mood.polarity === 'negative' && mood.confidence >= say.LEAST_CONFIDENCE.negative;
  return spoken(turn, 'followed', isHard || HARD.test(material.message) ? say.FOLLOWED_HARD : say.FOLLOWED);
}

/** Plain words for trouble that make no mood of their own. */
const HARD = /\b(worse|awful|ugh|terrible|still (not|isn'?t|won'?t)|tired of|sick of|nothing (works|helps))\b/i;

function offTopicReply(turn: GuideTurn): ComposedReply {
  const { mood, asks, intent } = turn.material.summary;
  if (asks === null && intent === 'share' && mood !== null && mood.confidence >= say.LEAST_CONFIDENCE[mood.polarity]) {
    if (mood.polarity === 'negative' || mood.polarity === 'mixed') return spoken(turn, 'life-hard', say.LIFE_HARD);
    if (mood.polarity === 'positive') return spoken(turn, 'life-good', say.LIFE_GOOD);
  }
  // "How do I start?", "what should I do?": nothing in it is off the subject.
  const { message } = turn.material;
  if (informativeStems(message).length === 0 && !/\d/.test(message)) return spoken(turn, 'clarify', say.CLARIFY);
  return spoken(turn, 'off-topic', isAsking(turn) ? say.OFF_TOPIC : say.LIFE_OTHER);
}
