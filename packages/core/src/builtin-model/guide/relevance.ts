import type { Passage } from '../../knowledge/passage.ts';
import { informativeStems } from './elaborate.ts';
import type { GuideTurn } from './turn.ts';
import { hasAnswered } from './turn.ts';

/** Whether a passage is near enough to be offered: a word of the message is in how it is titled or asked for. */
export function isNear(passage: Passage, message: string): boolean {
  const words = new Set(informativeStems([passage.title, ...passage.questions].join(' ')));
  return informativeStems(message).some((stem) => words.has(stem));
}

/** Of a message's telling words, so many at least must be in how a passage is titled or asked for, to be told unasked. */
const LEAST_SHARE = 0.5;

/** How much of what a message says is in how a passage is titled, asked for and filed: 0 to 1. */
export function nearness(passage: Passage, message: string): number {
  const words = new Set(
    informativeStems([passage.title, ...passage.questions, ...passage.tags].join(' ').replaceAll('-', ' ')),
  );
  const stems = [...new Set(informativeStems(message))];
  return stems.length === 0 ? 0 : stems.filter((stem) => words.has(stem)).length / stems.length;
}

/** Whether a passage that is no sure answer is near enough to be told as the nearest there is. */
export const isTellable = (passage: Passage, message: string): boolean => nearness(passage, message) >= LEAST_SHARE;

/** Whether the best passage answers the words of the message themselves, and not only what went before them. */
export function isBestOfItself({ material }: GuideTurn): boolean {
  const best = material.passages[0];
  return best?.answers === true && isNear(best.passage, material.message);
}

/** "Two hours", "since March", "yes": an answer that has no word in common with what it is about. */
const MEASURE =
  /\b(\d+|an?|two|three|four|five|six|few|several|last|since|every|once|twice) ?(minutes?|hours?|days?|weeks?|months?|years?|inch(es)?|times|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring)\b|^(both|neither|either|all over|everywhere)\b/i;

/** Whether an answer to our question is about the passage that the question belongs to. */
export function speaksTo(passage: Passage, message: string): boolean {
  const words = new Set(
    informativeStems([passage.title, ...passage.questions, passage.next, passage.answer, passage.body].join(' ')),
  );
  return MEASURE.test(message) || informativeStems(message).some((stem) => words.has(stem));
}

/** Words that point at what was talked of before. */
const POINTS_BACK = /\b(it|its|it's|this|that|they|them|she|her|he|him|his|those|these|one|my)\b/i;

/** Whether a message without a word of the subject still goes on with what was answered before. */
export function goesOn(turn: GuideTurn): boolean {
  const { message } = turn.material;
  return (
    hasAnswered(turn) && (POINTS_BACK.test(message) || OF_CARE.test(message) || informativeStems(message).length <= 1)
  );
}

/** What is done to hair, and with what: in the middle of a talk about it, such a word goes on with that talk. */
const OF_CARE =
  /\b(?:wash\w*|rins\w*|comb\w*|brush\w*|styl\w*|twist\w*|retwist\w*|braid\w*|trim\w*|cut\w*|chop\w*|dry\w*|wet|oils?|gels?|lint|sweat\w*|workouts?|gym|sleep\w*|bonnet|scarf|caps?|vitamins?|biotin|supplements?|grow\w*|shed\w*|break\w*|ends|roots|length|heat|steam|products?|masks?|lice|gr[ae]y\w*|bald\w*|colou?r\w*|dyed?|relax\w*|formaldehyde|smooth\w*|surfactants?|preservatives?|ph|locs?)\b/i;

/** Whether a message speaks of care of hair in words that name no hair. */
export const isOfCare = ({ material }: GuideTurn): boolean => OF_CARE.test(material.message);
