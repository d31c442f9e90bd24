import type { Passage } from '../knowledge/passage.ts';
import type { ComposedReply, ReplyMaterial } from '../models/reply-material.ts';
import type { Choice } from './choice.ts';
import type { Conversation } from './conversation.ts';
import { answerReply, shortAnswerReply } from './guide/answers.ts';
import { careReply, withCare } from './guide/care.ts';
import { informativeStems, isTold, lastTold } from './guide/elaborate.ts';
import { emergencyReply } from './guide/emergency.ts';
import { aboutUsReply, bareRemarkReply, mannersReply, remarkReply, wordlessReply } from './guide/manners.ts';
import { elaborateReply } from './guide/more.ts';
import { outcomeReply, withOutcome } from './guide/outcome.ts';
import { ageReply } from './guide/of-age.ts';
import { orderReply, productReply } from './guide/products.ts';
import { goesOn, isNear, isOfCare, isTellable, nearness, speaksTo } from './guide/relevance.ts';
import { isUrgent } from './guide/safety-lines.ts';
import { askedAs, nearbyOf, openingOf, tell, thinksLittleOfSelf } from './guide/telling.ts';
import type { GuideTurn } from './guide/turn.ts';
import {
  asksDiagnosis,
  asksPromise,
  chosen,
  freshOrNothing,
  hasAnswered,
  isAsking,
  isOnTopic,
  said,
  spoken,
} from './guide/turn.ts';
import { weighedPassages } from './guide/weighed.ts';
import * as say from './guide/wordings.ts';
import { remarkOf } from './remark.ts';
import type { Piece } from './writing.ts';
import { WEIGHT, write } from './writing.ts';

/** A guide's reply: an answer from the best passage with its source, or an honest word that there is none. */
export function composeGuide(material: ReplyMaterial, conversation: Conversation, choice: Choice): ComposedReply {
  const turn = turnOf(material, conversation, choice);
  return withCare(turn, replyTo(turn));
}

/** A remark of so few telling words goes on with the talk, and opens nothing new. */
const FEW_WORDS = 2;

function replyTo(turn: GuideTurn): ComposedReply {
  const reply = firstOf(STEPS, turn);
  if (reply !== null) return withOutcome(turn, reply);
  const told = toldReply(turn);
  if (told !== null) return told;
  const isHard = thinksLittleOfSelf(turn.material.message);
  if (!isHard && !isAsking(turn) && hasAnswered(turn) && informativeStems(turn.material.message).length <= FEW_WORDS)
    return followUpReply(turn);
  if (isOnTopic(turn)) return notFoundReply(turn);
  const nearest = nearestOf(turn);
  if (nearest !== null && (isOfCare(turn) || isHard)) return tell(turn, nearest, leadTo(turn, nearest));
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
  const weighed = { ...material, passages: weighedPassages(material) };
  return { material: weighed, conversation, choice, remark: remarkOf(material.message) };
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
  careReply,
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
  careReply,
  outcomeReply,
  aboutUsReply,
  bareRemarkReply,
  orderReply,
  mannersReply,
  wordlessReply,
  elaborateReply,
  ageReply,
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
  const nearest = nearestOf(turn);
  if (nearest !== null) return tell(turn, nearest, asks ? leadTo(turn, nearest) : '');
  const near = passages.find(({ passage }) => isNear(passage, message) && !isTold(passage, conversation))?.passage;
  // Who tells of trouble gets what helps it; a title to say yes to is for a question that the notes may not have.
  if (!asks && near !== undefined && isTroubleOf(turn, near)) return tell(turn, near);
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

/** Whether what is told is trouble with hair, and the passage is of its kind. */
function isTroubleOf({ material: { products } }: GuideTurn, { tags, safety }: Passage): boolean {
  const concerns: readonly string[] = products?.need.concerns ?? [];
  return safety === null && concerns.some((concern) => tags.includes(concern.replaceAll('_', '-')));
}

/** A passage found first needs less of a message's words in it than one that stands further down. */
const LEAST_OF_FIRST = 0.2;

/**
 * The untold passage that has most of the message's words in how it is asked for; null when none has enough of them. Of a
 * child's hair, one that is written of children goes first.
 */
function nearestOf(turn: GuideTurn): Passage | null {
  const { message, passages, products } = turn.material;
  const isOfChild = (products?.need.constraints.ageYears ?? GROWN_YEARS) < GROWN_YEARS;
  const isOfHair =
    turn.material.summary.topics.includes('hair') || isOfCare(turn) || (products?.need.concerns.length ?? 0) > 0;
  const near = passages
    .filter(({ passage }) => !isTold(passage, turn.conversation) && !isUrgent(passage.safety))
    .map(({ passage }, place) => {
      const share = nearness(passage, message);
      const forChild = isOfChild && passage.tags.includes('children');
      const isEnough =
        isTellable(passage, message) ||
        (isOfHair && share > 0 && (forChild || (place === 0 && share >= LEAST_OF_FIRST)));
      // Surely near: by how near. Else as search ranked them.
      const rank = (isTellable(passage, message) ? SURELY + share : 0) + (forChild ? FOR_A_CHILD : 0) - place * A_PLACE;
      return { passage, rank, isEnough };
    })
    .filter(({ isEnough }) => isEnough)
    .sort((one, other) => other.rank - one.rank);
  return near[0]?.passage ?? null;
}
const GROWN_YEARS = 13;
/** Weights of what ranks passages that are no sure answers. */
const SURELY = 2;
const FOR_A_CHILD = 1.5;
const A_PLACE = 0.1;

/** Has nearly all of a message's words in how it is asked for: then nothing has to be said of its being only near. */
const LEAST_OF_EXACT = 0.75;

/** That what follows is only near, unless it plainly is what was asked, or kindness comes first. */
function leadTo(turn: GuideTurn, passage: Passage): string {
  const { message } = turn.material;
  if (thinksLittleOfSelf(message) || nearness(passage, message) >= LEAST_OF_EXACT) return '';
  return freshOrNothing(turn, 'nearest', say.NEAREST);
}

/** In the middle of a talk, what was told last and has every word of this message: asked of that, and no search needed. */
function toldReply(turn: GuideTurn): ComposedReply | null {
  const { material, conversation } = turn;
  const told = lastTold(
    material.passages.map(({ passage }) => passage),
    conversation,
  );
  const stems = informativeStems(material.message);
  if (told === null || stems.length === 0) return null;
  const known = new Set(informativeStems(`${told.answer} ${told.body}`));
  return stems.every((stem) => known.has(stem)) ? tell(turn, told) : null;
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
  if (thinksLittleOfSelf(material.message)) return spoken(turn, 'kind', say.KIND_TO_SELF_ASKING);
  const { mood } = material.summary;
  const isHard = mood !== null && mood.polarity === 'negative' && mood.confidence >= say.LEAST_CONFIDENCE.negative;
  return spoken(turn, 'followed', isHard || HARD.test(material.message) ? say.FOLLOWED_HARD : say.FOLLOWED);
}

/** Plain words for trouble that make no mood of their own. */
const HARD = /\b(worse|awful|ugh|terrible|still (not|isn'?t|won'?t)|tired of|sick of|nothing (works|helps))\b/i;

function offTopicReply(turn: GuideTurn): ComposedReply {
  if (thinksLittleOfSelf(turn.material.message)) return spoken(turn, 'kind', say.KIND_TO_SELF_ASKING);
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
