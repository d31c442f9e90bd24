import type { FoundPassage, Passage } from '../knowledge/passage.ts';
import type { Choice } from './choice.ts';
import type { Conversation } from './conversation.ts';
import { bodyFor, isTold, lastTold } from './guide/elaborate.ts';
import { isAnswered } from './guide/known-answers.ts';
import { SAFETY_LINES } from './guide/safety-lines.ts';
import * as say from './guide/wordings.ts';
import type { ComposedReply, ReplyMaterial } from './material.ts';
import type { Remark } from './remark.ts';
import { remarkOf } from './remark.ts';
import { countWords, fill, MOST_WORDS, MOST_WORDS_IN_DETAIL, type Piece, plain, WEIGHT, write } from './writing.ts';

interface Turn {
  readonly material: ReplyMaterial;
  readonly conversation: Conversation;
  readonly choice: Choice;
  readonly remark: Remark | null;
  /** Whether the message is about what the brand is about. */
  readonly onTopic: boolean;
}

/** A guide's reply: an answer from the best passage with its source, or an honest word that there is none. */
export function composeGuide(material: ReplyMaterial, conversation: Conversation, choice: Choice): ComposedReply {
  const turn: Turn = {
    material,
    conversation,
    choice,
    remark: remarkOf(material.message),
    onTopic: isOnTopic(material),
  };
  for (const step of STEPS) {
    const reply = step(turn);
    if (reply !== null) return reply;
  }
  return unknownReply(turn);
}

/** The kinds of message, the more certain first. What none of them takes is not known or not about hair. */
const STEPS: readonly ((turn: Turn) => ComposedReply | null)[] = [
  mannersReply,
  elaborateReply,
  orderReply,
  productReply,
  answerReply,
  remarkReply,
  shortAnswerReply,
];

function mannersReply(turn: Turn): ComposedReply | null {
  const { material, conversation, remark } = turn;
  if (remark === 'workings') return spoken(turn, 'workings', say.WORKINGS);
  switch (material.summary.intent) {
    case 'farewell':
      return { ...spoken(turn, 'farewell', say.FAREWELLS), suggestions: [] };
    case 'thanks':
      return answering(turn) ? null : spoken(turn, 'thanks', say.THANKS);
    case 'greeting':
      return answering(turn)
        ? null
        : spoken(turn, 'greeting', conversation.personSaid.length > 0 ? say.GREETED_AGAIN : say.GREETINGS);
    case 'identity':
      return spoken(turn, 'identity', say.IDENTITY);
    case 'memory-command':
      return spoken(turn, 'memory-command', say.MEMORY_COMMANDS);
    case 'recall': {
      const { preferredName } = material;
      if (/\bname\b/i.test(material.message) && preferredName !== null)
        return said(`You're ${preferredName}, as far as I know.`);
      return answering(turn) ? null : spoken(turn, 'recall', say.RECALL_UNKNOWN);
    }
    default:
      return null;
  }
}

const WANTS_DETAIL =
  /\b(in (full |more |great )?detail|detailed|step[- ]by[- ]step|in depth|explain (fully|everything)|full (guide|explanation)|everything about|long answer|walk me through)\b/i;

/** "Tell me more", "why?", or yes to our own offer of more. */
function elaborateReply(turn: Turn): ComposedReply | null {
  const { material, conversation, choice } = turn;
  const { intent } = material.summary;
  const agreedToMore = intent === 'agree' && say.MORE_OFFERS.some((offer) => conversation.lastQuestion === offer);
  const agreedToNearby =
    intent === 'agree' && say.NEARBY_QUESTIONS.some((offer) => conversation.lastQuestion === offer);
  const passages = material.passages.map((found) => found.passage);
  if (agreedToNearby) {
    const offered = passages.find((passage) => conversation.lastReply?.includes(`"${passage.title}"`));
    if (offered !== undefined) return tell(turn, offered);
  }
  if (intent !== 'elaborate' && !agreedToMore) return null;
  const passage = lastTold(passages, conversation);
  if (passage === null) {
    // "How exactly do I detangle?" is a question of its own, whatever it asks more of.
    return answering(turn) ? null : spoken(turn, 'elaborate', say.NOTHING_TO_ELABORATE);
  }
  const question = `${conversation.personSaid.at(-1) ?? ''} ${material.message}`;
  const body = bodyFor(passage, question, conversation, MOST_WORDS_IN_DETAIL - 30);
  if (body === '') {
    const other = material.passages.find((found) => found.passage.id !== passage.id)?.passage;
    return {
      text: write([
        { text: choice.one('no-more', conversation.freshest(say.NO_MORE)), weight: WEIGHT.essential },
        { text: nearbyOf(turn, other), weight: WEIGHT.extra },
      ]),
      citations: citationsOf([passage]),
      suggestions: suggestionsOf(turn, passage, { more: false }),
    };
  }
  return {
    text: write(
      [
        { text: choice.one('more', conversation.freshest(say.MORE_OPENERS)), weight: WEIGHT.extra },
        { text: body, weight: WEIGHT.essential },
        { text: safetyOf(turn, passage, body), weight: WEIGHT.essential },
      ],
      MOST_WORDS_IN_DETAIL,
    ),
    citations: citationsOf([passage]),
    suggestions: suggestionsOf(turn, passage, { more: false }),
  };
}

const ORDER =
  /\b(my order|order (number|status|history)|track(ing)? (number|my)|refund|return (policy|an item|my|this|it)|shipp(ing|ed)|deliver(y|ed)|my (account|password|subscription|payment)|cancel my|customer (service|care|support)|discount code|promo code|coupon|invoice)\b/i;

function orderReply(turn: Turn): ComposedReply | null {
  return ORDER.test(turn.material.message) ? spoken(turn, 'orders', say.ORDERS) : null;
}

/** Asks for what only a catalogue knows: prices, stock, or what a product of the brand is or holds. */
const PRODUCT =
  /\b(price|prices|priced|how much (is|are|does|do|for)|cost of|costs?\b.*\?|in stock|sold out|where (can|do) i (buy|get|find) (your|the|it|this)|buy (your|from you)|(do|does|are|is|can|would|will) (your|sienna'?s?)\b|(your|the brand'?s) (products?|shampoos?|conditioners?|oils?|leave[- ]ins?|line|range|bundles?|brand|collection|website|store)|do you (sell|carry|have|make|offer) (a |an |any )?\w+|which (one )?of your|you guys (sell|have|make)|bundles?|free samples?|vegan|cruelty[- ]free)\b/i;

function productReply(turn: Turn): ComposedReply | null {
  const { material, conversation, choice } = turn;
  const namesBrand = material.message.toLowerCase().includes(material.assistant.brand.toLowerCase());
  if (!PRODUCT.test(material.message) && !(namesBrand && /\?|\b(buy|price|product|ingredient)/i.test(material.message)))
    return null;
  const best = material.passages[0];
  const passage = best?.answers === true && !isTold(best.passage, conversation) ? best.passage : null;
  const pieces: Piece[] = [
    {
      text: filled(turn, choice.one('catalogue', conversation.freshest(say.NO_CATALOGUE_ENTRY))),
      weight: WEIGHT.essential,
    },
  ];
  if (passage === null) {
    const questions = conversation.fresh(say.CATEGORY_QUESTIONS);
    pieces.push({ text: questions.length === 0 ? '' : choice.one('category', questions), weight: WEIGHT.question });
  } else {
    const room = MOST_WORDS - 40;
    const advice = countWords(passage.answer) > 50 ? bodyOrAnswer(passage.answer, room + 15) : passage.answer;
    pieces.push(
      { text: choice.one('advice', say.CATEGORY_ADVICE), weight: WEIGHT.extra },
      { text: advice, weight: WEIGHT.essential - 1 },
      { text: safetyOf(turn, passage, advice), weight: WEIGHT.essential - 1 },
    );
  }
  return {
    text: write(pieces),
    citations: passage === null ? [] : citationsOf([passage]),
    suggestions: passage === null ? [] : suggestionsOf(turn, passage, { more: true }),
  };
}

function answerReply(turn: Turn): ComposedReply | null {
  const best = turn.material.passages[0];
  if (best === undefined || !best.answers || !answering(turn)) return null;
  return tell(turn, best.passage);
}

/** Tells a passage: its answer, its safety note and one question; or what else it holds when the answer was told before. */
function tell(turn: Turn, passage: Passage): ComposedReply {
  const { material, conversation, choice } = turn;
  const repeated = isTold(passage, conversation);
  const detailed = WANTS_DETAIL.test(material.message);
  const room = detailed ? MOST_WORDS_IN_DETAIL : MOST_WORDS;
  const body =
    repeated || detailed
      ? bodyFor(passage, material.message, conversation, (detailed ? room - countWords(passage.answer) : room) - 25)
      : '';
  const pieces: Piece[] = [{ text: openingOf(turn), weight: WEIGHT.warmth }, ...scruplesOf(turn, passage)];
  if (repeated) {
    const nothingLeft = body === '';
    pieces.push({
      text: choice.one('again', conversation.freshest(nothingLeft ? say.NO_MORE : say.SAID_ALREADY)),
      weight: WEIGHT.essential,
    });
  } else pieces.push({ text: passage.answer, weight: WEIGHT.essential });
  const told = repeated ? body : `${passage.answer} ${body}`;
  pieces.push(
    { text: body, weight: WEIGHT.essential },
    { text: safetyOf(turn, passage, told), weight: WEIGHT.essential },
    { text: nextQuestion(turn, passage, body !== ''), weight: WEIGHT.question },
  );
  return {
    text: write(pieces, room),
    citations: citationsOf([passage]),
    suggestions: suggestionsOf(turn, passage, { more: !detailed && !repeated }),
  };
}

/** One empathetic line for someone low, a glad one for good news, thanks for an answer to our question, or nothing. */
function openingOf({ material, conversation, choice }: Turn): string {
  const { mood, intent } = material.summary;
  if (mood !== null && mood.confidence >= say.LEAST_CONFIDENCE[mood.polarity]) {
    if (mood.polarity === 'positive' && intent === 'share') {
      const joy = conversation.fresh(say.JOY);
      return joy.length === 0 ? '' : choice.one('joy', joy);
    }
    if (mood.polarity === 'negative' || mood.polarity === 'mixed') {
      const kind = mood.polarity === 'mixed' ? 'mixed' : (say.EMPATHY_OF_MOOD[mood.primary] ?? 'other');
      const lines = conversation.fresh(say.EMPATHY[kind]);
      return lines.length === 0 ? '' : choice.one('empathy', lines);
    }
  }
  const repliesToUs =
    conversation.lastQuestion !== null && material.summary.asks === null && countWords(material.message) <= 8;
  const lines = repliesToUs ? conversation.fresh(say.ANSWERED_US) : [];
  return lines.length === 0 ? '' : choice.one('answered', lines);
}

const DIAGNOSIS =
  /\b(do i have|have i got|is (it|this|that) (alopecia|ringworm|psoriasis|eczema|lupus|cancer|an infection|infected|contagious|serious|a fungus|seb\w*|lice)|diagnos\w*|what('?s| is) wrong with my (scalp|hair|skin)|what disease)\b/i;
const PROMISE =
  /\b(cure[ds]?|guarantee[ds]?|regrow(n|th|s|ing)?|grow(s|ing)? back|reverse (baldness|alopecia|hair loss)|permanent(ly)? (fix|cure)|for sure (grow|work))\b/i;

/** What must be said before an answer about illness: that it is no diagnosis, and that nothing is promised. */
function scruplesOf({ material, conversation, choice }: Turn, passage: Passage): Piece[] {
  const pieces: Piece[] = [];
  if (DIAGNOSIS.test(material.message) && !/can'?t (diagnose|tell)/i.test(passage.answer)) {
    const lines = conversation.fresh(say.NO_DIAGNOSIS);
    if (lines.length > 0) pieces.push({ text: choice.one('diagnosis', lines), weight: WEIGHT.essential - 1 });
  } else if (
    PROMISE.test(material.message) &&
    !/promise|guarantee|may (not )?(return|grow)|scar/i.test(passage.answer)
  ) {
    const lines = conversation.fresh(say.NO_PROMISE);
    if (lines.length > 0) pieces.push({ text: choice.one('promise', lines), weight: WEIGHT.essential - 1 });
  }
  return pieces;
}

function safetyOf({ choice }: Turn, passage: Passage, told: string): string {
  if (passage.safety === null) return '';
  const { said: saidAlready, lines } = SAFETY_LINES[passage.safety];
  return saidAlready.test(told) ? '' : choice.one('safety', lines);
}

/** The passage's own question, unless it was asked or answered; then an offer of more, unless that was made. */
function nextQuestion({ material, conversation, choice }: Turn, passage: Passage, detailed: boolean): string {
  const told = [...conversation.personSaid, material.message];
  if (!conversation.hasSaid(passage.next) && !isAnswered(passage.next, told)) return passage.next;
  if (detailed) return '';
  const offers = conversation.fresh(say.MORE_OFFERS);
  return offers.length === 0 ? '' : choice.one('offer', offers);
}

function remarkReply(turn: Turn): ComposedReply | null {
  const { remark } = turn;
  if (remark === null || remark === 'workings') return null;
  if (remark === 'unsure') return spoken(turn, 'unsure', say.UNSURE);
  if (remark === 'filler') return spoken(turn, 'filler', say.FILLERS);
  if (remark === 'capabilities') return spoken(turn, 'capabilities', say.CAPABILITIES);
  return spoken(turn, remark, say.SMALL_TALK[remark]);
}

function shortAnswerReply(turn: Turn): ComposedReply | null {
  const { intent } = turn.material.summary;
  if (intent === 'agree') return spoken(turn, 'agree', say.AGREED);
  if (intent === 'decline') return spoken(turn, 'decline', say.DECLINED);
  const { conversation, material, onTopic } = turn;
  const repliesToUs =
    conversation.lastQuestion !== null && material.summary.asks === null && countWords(material.message) <= 6;
  if (!repliesToUs || !onTopic) return null;
  return {
    ...said(
      write([
        { text: turn.choice.one('answered', conversation.freshest(say.ANSWERED_US)), weight: WEIGHT.essential },
        { text: turn.choice.one('clarify', conversation.freshest(say.CLARIFY)), weight: WEIGHT.essential },
      ]),
    ),
  };
}

/** Nothing answers: not in the notes, or not about hair at all. */
function unknownReply(turn: Turn): ComposedReply {
  const { material, conversation, choice, onTopic } = turn;
  if (!onTopic) return offTopicReply(turn);
  const pieces: Piece[] = [{ text: openingOf(turn), weight: WEIGHT.warmth }];
  if (DIAGNOSIS.test(material.message) || PROMISE.test(material.message)) {
    pieces.push(
      {
        text: choice.one('diagnosis', DIAGNOSIS.test(material.message) ? say.NO_DIAGNOSIS : say.NO_PROMISE),
        weight: WEIGHT.essential,
      },
      { text: choice.one('see', say.SEE_SOMEONE), weight: WEIGHT.essential },
    );
    return said(write(pieces));
  }
  const asking = material.summary.asks !== null || material.summary.intent === 'question';
  const near = material.passages.find((found) => !isTold(found.passage, conversation));
  if (!asking && near === undefined)
    return said(
      write([...pieces, { text: choice.one('clarify', conversation.freshest(say.CLARIFY)), weight: WEIGHT.essential }]),
    );
  pieces.push({ text: choice.one('not-found', conversation.freshest(say.NOT_FOUND)), weight: WEIGHT.essential });
  const nearby = nearbyOf(turn, near?.passage);
  const questions = conversation.fresh(say.NOT_FOUND_QUESTIONS);
  if (nearby !== '') pieces.push({ text: nearby, weight: WEIGHT.question });
  else if (questions.length > 0)
    pieces.push({ text: choice.one('not-found-question', questions), weight: WEIGHT.question });
  return {
    text: write(pieces),
    citations: [],
    suggestions: material.passages
      .slice(0, 3)
      .flatMap((found) => found.passage.questions.slice(0, 1))
      .map(asSaid),
  };
}

function offTopicReply(turn: Turn): ComposedReply {
  const { mood, asks } = turn.material.summary;
  if (asks === null && mood !== null && mood.confidence >= say.LEAST_CONFIDENCE[mood.polarity]) {
    if (mood.polarity === 'negative' || mood.polarity === 'mixed') return spoken(turn, 'life-hard', say.LIFE_HARD);
    if (mood.polarity === 'positive') return spoken(turn, 'life-good', say.LIFE_GOOD);
  }
  return spoken(turn, 'off-topic', say.OFF_TOPIC);
}

/** 'The closest I have is "Hard water". Would that help?', or nothing when there is no passage to offer. */
function nearbyOf({ conversation, choice }: Turn, passage: Passage | undefined): string {
  if (passage === undefined || conversation.hasSaid(passage.title)) return '';
  const line = fill(choice.one('nearby', say.NEARBY), { title: passage.title });
  return `${line} ${choice.one('nearby-question', say.NEARBY_QUESTIONS)}`;
}

function answering({ material }: Turn): boolean {
  return material.passages[0]?.answers === true;
}

/** Words of the brand's focus stand in the message, or the understanding found the topic, or something answers. */
function isOnTopic(material: ReplyMaterial): boolean {
  const { summary, passages, message, assistant } = material;
  if (passages[0]?.answers === true) return true;
  const focusWords = plain(assistant.focus)
    .split(' ')
    .filter((word) => word.length >= 4 && !/^(care|natural|about|with)$/.test(word));
  const spokenWords = ` ${plain(message)} `;
  return summary.topics.includes('hair') || focusWords.some((word) => spokenWords.includes(` ${word} `));
}

function citationsOf(passages: readonly Passage[]): ComposedReply['citations'] {
  return passages.map((passage) => {
    const url = passage.sources[0]?.url;
    return { id: passage.id, title: passage.title, ...(url === undefined ? {} : { url }) };
  });
}

/** What one might say next: for more of this, or what the next best passages answer. */
function suggestionsOf({ material, conversation }: Turn, passage: Passage, offer: { more: boolean }): string[] {
  const others = material.passages
    .filter((found: FoundPassage) => found.passage.id !== passage.id && !isTold(found.passage, conversation))
    .flatMap((found) => found.passage.questions.slice(0, 1))
    .map(asSaid);
  return [...(offer.more ? ['Tell me more about that'] : []), ...others].slice(0, 3);
}

/** A passage's question as a button: a capital first. */
function asSaid(question: string): string {
  return question.charAt(0).toUpperCase() + question.slice(1);
}

function spoken(turn: Turn, key: string, table: readonly string[]): ComposedReply {
  return said(
    write([{ text: filled(turn, turn.choice.one(key, turn.conversation.freshest(table))), weight: WEIGHT.essential }]),
  );
}

function said(text: string): ComposedReply {
  return { text, citations: [], suggestions: [] };
}

function filled({ material, conversation, choice }: Turn, wording: string): string {
  const { assistant, preferredName } = material;
  const usesName =
    preferredName !== null && !conversation.lastReply?.includes(preferredName) && choice.chance('name', 0.5);
  return fill(wording, {
    assistant: assistant.name,
    brand: assistant.brand,
    focus: assistant.focus,
    disclosure: assistant.disclosure,
    name: usesName ? `, ${preferredName}` : '',
  });
}

function bodyOrAnswer(text: string, mostWords: number): string {
  const kept = text.match(/[^.!?]+[.!?]+/g) ?? [text];
  let spokenSoFar = '';
  for (const sentence of kept) {
    const longer = `${spokenSoFar}${sentence}`;
    if (spokenSoFar !== '' && countWords(longer) > mostWords) break;
    spokenSoFar = longer;
  }
  return spokenSoFar;
}
