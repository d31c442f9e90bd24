import type { ComposedReply, ReplyMaterial } from '../../models/reply-material.ts';
import type { Choice } from '../choice.ts';
import type { Conversation } from '../conversation.ts';
import type { Remark } from '../remark.ts';
import { countWords, fill, plain, WEIGHT, write } from '../writing.ts';

/** What every step of a guide's reply is asked with. */
export interface GuideTurn {
  readonly material: ReplyMaterial;
  readonly conversation: Conversation;
  readonly choice: Choice;
  readonly remark: Remark | null;
}

/** True when the best passage is good enough to answer from. */
export function isAnswerable({ material }: GuideTurn): boolean {
  return material.passages[0]?.answers === true;
}

/** Words of a brand's focus that say nothing about its subject. */
const EMPTY_FOCUS_WORDS = /^(care|natural|about|with|your|everyday)$/;

/** True when the message is about what the brand is about: something answers, or its subject is named. */
export function isOnTopic(turn: GuideTurn): boolean {
  const { summary, message, assistant } = turn.material;
  const subject = plain(assistant.focus)
    .split(' ')
    .filter((word) => word.length >= 4 && !EMPTY_FOCUS_WORDS.test(word));
  const spokenWords = ` ${plain(message)} `.replaceAll('s ', ' ');
  return (
    isAnswerable(turn) ||
    asksDiagnosis(message) ||
    asksPromise(message) ||
    summary.topics.includes('hair') ||
    subject.some((word) => spokenWords.includes(` ${word} `))
  );
}

const DIAGNOSIS =
  /\b(do i have|have i got|is (it|this|that) (alopecia|ringworm|psoriasis|eczema|lupus|cancer|an infection|infected|contagious|serious|a fungus|seb\w*|lice)|diagnos\w*|what('?s| is) wrong with my (scalp|hair|skin)|what disease)\b/i;
const PROMISE =
  /\b(cure[ds]?|guarantee[ds]?|regrow(n|th|s|ing)?|(grow|come)(s|ing)? back|reverse (baldness|alopecia|hair loss)|permanent(ly)? (fix|cure)|for sure (grow|work))\b/i;

/** "Do I have alopecia?": nobody can tell from here. */
export function asksDiagnosis(message: string): boolean {
  return DIAGNOSIS.test(message);
}

/** "Will it grow back?", "does it cure dandruff?": nobody may promise. */
export function asksPromise(message: string): boolean {
  return PROMISE.test(message);
}

const MOST_WORDS_OF_A_SHORT_ANSWER = 12;
/** Asks for something without a question mark. */
const REQUEST = /^(please )?(explain|tell|show|give|describe|list|help|teach|walk|compare|recommend|suggest)\b/i;

/** Whether the message is a short answer to the question that the assistant's last message ended with. */
export function isAnswerToUs({ material, conversation, remark }: GuideTurn): boolean {
  return (
    conversation.lastQuestion !== null &&
    remark === null &&
    material.summary.asks === null &&
    material.summary.intent === 'share' &&
    !REQUEST.test(material.message.trim()) &&
    countWords(material.message) <= MOST_WORDS_OF_A_SHORT_ANSWER
  );
}

/** A reply at least this long told something; shorter ones are small talk. In words. */
const LEAST_WORDS_OF_AN_ANSWER = 30;

/** Whether the assistant has answered something in this conversation, so that "it" and "my routine" may be about that. */
export function hasAnswered({ material }: GuideTurn): boolean {
  return material.history.some(
    ({ role, text }) => role === 'assistant' && countWords(text) >= LEAST_WORDS_OF_AN_ANSWER,
  );
}

/** Whether the assistant's last reply told something, so that its question is about that. */
export function justAnswered({ conversation }: GuideTurn): boolean {
  return conversation.lastReply !== null && countWords(conversation.lastReply) >= LEAST_WORDS_OF_AN_ANSWER;
}

/** "I'm pregnant, can I relax my hair": a question that nothing but its words marks. */
const UNMARKED_QUESTION =
  /^(what'?s|who'?s?|where'?s|when'?s|how'?s|why|which|whats|wat|wht|hw)\b|(^|[,.;!]\s*|\b(and|but|so|then|now) )(can|could|should|shall|is|are|do|does|did|will|would|how|what|why|when|where|which) (i|it|my|this|that|you|u|we|there|do|can|should|long|often|much|is|are)\b/i;

/** Whether the person wants something answered or done, with a question mark or without. */
export function isAsking({ material }: GuideTurn): boolean {
  const { asks, intent } = material.summary;
  if (asks !== null || intent === 'question' || intent === 'ask-for-help') return true;
  return REQUEST.test(material.message.trim()) || UNMARKED_QUESTION.test(material.message.trim());
}

/** A reply of one wording from a table. */
export function spoken(turn: GuideTurn, key: string, table: readonly string[]): ComposedReply {
  return said(write([{ text: chosen(turn, key, table), weight: WEIGHT.essential }]));
}

export function said(text: string): ComposedReply {
  return { text, citations: [], suggestions: [] };
}

/** One wording of a table, filled, that was not said yet if there is one, without a question that was asked before. */
export function chosen(turn: GuideTurn, key: string, table: readonly string[]): string {
  const { material, conversation, choice } = turn;
  const { assistant, preferredName } = material;
  const named = table.map((wording) =>
    fill(wording, {
      assistant: assistant.name,
      brand: assistant.brand,
      brands: assistant.brand.endsWith('s') ? `${assistant.brand}'` : `${assistant.brand}'s`,
      focus: assistant.focus,
      disclosure: assistant.disclosure,
      name: NAME_PLACE,
    }),
  );
  const unnamed = named.map((wording) => wording.replace(NAME_PLACE, ''));
  const wording = choice.one(key, conversation.freshest(unnamed));
  const saysName =
    preferredName !== null && !conversation.lastReply?.includes(preferredName) && choice.chance('name', 0.5);
  const place = saysName ? named[unnamed.indexOf(wording)] : undefined;
  return conversation.unasked(place === undefined ? wording : place.replace(NAME_PLACE, `, ${preferredName}`));
}

/** Stands where a name may go, until it is known whether it does; no text of a person holds it. */
const NAME_PLACE = '\u0001';

/** One fresh wording, or nothing when all were said: for lines that a reply can do without. */
export function freshOrNothing({ conversation, choice }: GuideTurn, key: string, table: readonly string[]): string {
  const wordings = conversation.fresh(table);
  return wordings.length === 0 ? '' : choice.one(key, wordings);
}
