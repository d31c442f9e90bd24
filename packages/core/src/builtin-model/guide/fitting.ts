import type { Passage } from '../../knowledge/passage.ts';
import type { Piece } from '../writing.ts';
import { countWords, MOST_WORDS, sentences, WEIGHT } from '../writing.ts';
import { informativeStems } from './elaborate.ts';
import { isAnswered } from './known-answers.ts';
import { isMedical } from './safety-lines.ts';
import type { GuideTurn } from './turn.ts';

/** The longest reply that fits the person, in words. Where health is at stake nothing is shortened for style. */
export function mostWordsFor({ material }: GuideTurn, passage: Passage): number {
  return isMedical(passage.safety) ? MOST_WORDS : (material.fit.mostWords ?? MOST_WORDS);
}

/** Room that a brief answer leaves beside itself, for a note and a question, in words. */
const WORDS_BESIDE_BRIEF = 15;

/** The answer in the depth that fits: what speaks to the question for who wants it brief, else as an editor wrote it. */
export function answerFor(turn: GuideTurn, passage: Passage, mostWords: number): string {
  const { depth } = turn.material.fit;
  if (depth !== 'brief' || passage.safety !== null) return passage.answer;
  return sentencesFor(passage.answer, turn.material.message, Math.min(mostWords, MOST_WORDS) - WORDS_BESIDE_BRIEF);
}

/**
 * As many sentences as fit into `mostWords`, in their order: those that share words with the question before the others,
 * and the earlier before the later. At least one.
 */
function sentencesFor(answer: string, question: string, mostWords: number): string {
  const asked = new Set(informativeStems(question));
  const ranked = sentences(answer)
    .map((text, place) => ({
      text,
      place,
      shared: new Set(informativeStems(text).filter((stem) => asked.has(stem))).size,
    }))
    .sort((one, other) => other.shared - one.shared || one.place - other.place);
  const kept: typeof ranked = [];
  for (const sentence of ranked) {
    const words = [...kept, sentence].reduce((sum, { text }) => sum + countWords(text), 0);
    if (kept.length === 0 || words <= mostWords) kept.push(sentence);
  }
  return kept
    .sort((one, other) => one.place - other.place)
    .map(({ text }) => text)
    .join(' ');
}

/** Whether the reasons belong to the answer at once. */
export const wantsReasons = ({ material }: GuideTurn, passage: Passage, room: number): boolean =>
  material.fit.depth === 'deep' && room >= FEWEST_WORDS_OF_REASONS && !isMedical(passage.safety);

/** In less room than this there is a list's fragment and no reason. */
const FEWEST_WORDS_OF_REASONS = 25;

/** A line that sets the tone, once in a conversation; none where health is at stake or something warmer was said. */
export function toneOf(turn: GuideTurn, passage: Passage, opening: string): string {
  const { fit } = turn.material;
  if (opening !== '' || fit.openings.length === 0 || passage.safety !== null) return '';
  if (fit.openings.some((line) => turn.conversation.hasSaid(line))) return '';
  return turn.choice.one('tone', fit.openings);
}

/** The first term of an answer that a newcomer may not know, in plain words; each once in a conversation. */
export function glossFor({ material, conversation }: GuideTurn, told: string): Piece {
  const found = material.fit.glossary.find(
    ({ term, meaning }) =>
      holdsTerm(told, term) && !told.includes(meaning) && !conversation.hasSaid(glossOf(term, meaning)),
  );
  return { text: found === undefined ? '' : glossOf(found.term, found.meaning), weight: WEIGHT.question + 1 };
}

const glossOf = (term: string, meaning: string): string =>
  `(${term[0]?.toUpperCase()}${term.slice(1)} means ${meaning}.)`;

function holdsTerm(told: string, term: string): boolean {
  return ` ${told.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `.includes(` ${term} `);
}

/**
 * What to do next at the person's stage, once in a conversation while they are there: it gives way to the note and the
 * answer, and goes before a question. Nothing where health is at stake.
 */
export function nextStepFor({ material, conversation, choice }: GuideTurn, passage: Passage): Piece {
  const { nextSteps } = material.fit;
  const isDue =
    nextSteps.length > 0 && passage.safety === null && !nextSteps.some((step) => conversation.hasSaid(step));
  return { text: isDue ? choice.one('next-step', nextSteps) : '', weight: WEIGHT.question + 1 };
}

/**
 * What is not known of them and would change this very advice: one question, once in a conversation; else nothing. It goes
 * before a next step and an explanation, since the next advice hangs on it.
 */
export function profileQuestionFor({ material, conversation }: GuideTurn, passage: Passage): Piece {
  const weight = WEIGHT.question + 2;
  if (isMedical(passage.safety)) return { text: '', weight };
  const { questions } = material.fit;
  if (questions.some(({ question }) => conversation.hasSaid(question))) return { text: '', weight };
  const told = [...conversation.personSaid, material.message];
  const found = questions.find(
    ({ question, topics }) =>
      topics.some((topic) => passage.tags.slice(0, 2).includes(topic)) && !isAnswered(question, told),
  );
  return { text: found?.question ?? '', weight };
}

/** Words left for the reasons beside an answer. */
export const roomFor = (mostWords: number, answer: string, around: number): number =>
  Math.max(0, mostWords - countWords(answer) - around);
