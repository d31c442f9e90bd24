import type { Passage } from '../../knowledge/passage.ts';
import type { ComposedReply } from '../../models/reply-material.ts';
import type { Piece } from '../writing.ts';
import { capitalize, countWords, fill, MOST_WORDS, MOST_WORDS_IN_DETAIL, WEIGHT, write } from '../writing.ts';
import { bodyFor, isTold } from './elaborate.ts';
import { isAnswered } from './known-answers.ts';
import { SAFETY_LINES } from './safety-lines.ts';
import type { GuideTurn } from './turn.ts';
import { asksDiagnosis, asksPromise, freshOrNothing, isAnswerToUs } from './turn.ts';
import * as say from './wordings.ts';

const WANTS_DETAIL =
  /\b(in (full |more |great )?detail|detailed|step[- ]by[- ]step|in depth|explain (fully|everything)|full (guide|explanation)|everything about|long answer|walk me through)\b/i;

/** Room that a reply keeps beside a passage's words, for its opening, its note and its question. */
const WORDS_AROUND = 25;

/** Tells a passage: its answer, its safety note and one question; or what else it holds when the answer was told before. */
export function tell(turn: GuideTurn, passage: Passage): ComposedReply {
  const { material, conversation, choice } = turn;
  const repeated = isTold(passage, conversation);
  const detailed = WANTS_DETAIL.test(material.message);
  const mostWords = detailed ? MOST_WORDS_IN_DETAIL : MOST_WORDS;
  const answer = repeated ? '' : passage.answer;
  const room = mostWords - countWords(answer) - WORDS_AROUND;
  const body = repeated || detailed ? bodyFor(passage, material.message, conversation, room) : '';
  const again = body === '' ? say.NO_MORE : isAnswerToUs(turn) ? [''] : say.SAID_ALREADY;
  const pieces: Piece[] = [
    { text: openingOf(turn), weight: WEIGHT.warmth },
    { text: scrupleOf(turn, passage), weight: WEIGHT.essential - 1 },
    { text: repeated ? choice.one('again', conversation.freshest(again)) : '', weight: WEIGHT.essential },
    { text: answer, weight: WEIGHT.essential },
    { text: body, weight: WEIGHT.essential },
    { text: safetyOf(turn, passage, `${answer} ${body}`), weight: WEIGHT.essential },
    { text: nextQuestion(turn, passage, body !== ''), weight: WEIGHT.question },
  ];
  return {
    text: write(pieces, mostWords),
    citations: citationsOf([passage]),
    suggestions: suggestionsOf(turn, passage, { more: !detailed && !repeated }),
  };
}

/** A longer message may answer us and may not, and thanking for what was no answer is worse than not thanking. */
const MOST_WORDS_OF_A_BARE_ANSWER = 4;

/** One empathetic line for someone low, a glad one for good news, thanks for an answer to our question, or nothing. */
export function openingOf(turn: GuideTurn): string {
  const { mood, intent } = turn.material.summary;
  if (mood !== null && mood.confidence >= say.LEAST_CONFIDENCE[mood.polarity]) {
    if (mood.polarity === 'positive' && intent === 'share') return freshOrNothing(turn, 'joy', say.JOY);
    if (mood.polarity === 'negative' || mood.polarity === 'mixed') {
      const kind = mood.polarity === 'mixed' ? 'mixed' : (say.EMPATHY_OF_MOOD[mood.primary] ?? 'other');
      return freshOrNothing(turn, 'empathy', say.EMPATHY[kind]);
    }
  }
  const isBareAnswer = isAnswerToUs(turn) && countWords(turn.material.message) <= MOST_WORDS_OF_A_BARE_ANSWER;
  return isBareAnswer ? freshOrNothing(turn, 'answered', say.ANSWERED_US) : '';
}

/** What must be said before an answer about illness: that it is no diagnosis, or that nothing is promised. */
function scrupleOf(turn: GuideTurn, passage: Passage): string {
  const { message } = turn.material;
  if (asksDiagnosis(message) && !/can'?t (diagnose|tell)/i.test(passage.answer)) {
    return freshOrNothing(turn, 'diagnosis', say.NO_DIAGNOSIS);
  }
  if (asksPromise(message) && !/promise|guarantee|may (not )?(return|grow)|scar/i.test(passage.answer)) {
    return freshOrNothing(turn, 'promise', say.NO_PROMISE);
  }
  return '';
}

/** The note that must accompany a passage, unless what is told says it already. */
export function safetyOf({ choice }: GuideTurn, passage: Passage, told: string): string {
  if (passage.safety === null) return '';
  const note = SAFETY_LINES[passage.safety];
  return note.said.test(told) ? '' : choice.one('safety', note.lines);
}

/** The passage's own question, unless it was asked or answered; then an offer of more, unless that was made. */
function nextQuestion(turn: GuideTurn, passage: Passage, detailed: boolean): string {
  const { material, conversation } = turn;
  const told = [...conversation.personSaid, material.message];
  if (!conversation.hasSaid(passage.next) && !isAnswered(passage.next, told)) return passage.next;
  return detailed ? '' : freshOrNothing(turn, 'offer', say.MORE_OFFERS);
}

/** 'The closest I have is "Hard water". Would that help?', or nothing when there is none to offer or it was offered. */
export function nearbyOf(turn: GuideTurn, passage: Passage | undefined): string {
  if (passage === undefined || turn.conversation.hasSaid(titleOf(passage))) return '';
  const line = fill(turn.choice.one('nearby', say.NEARBY), { title: titleOf(passage) });
  const question = freshOrNothing(turn, 'nearby-question', say.NEARBY_QUESTIONS);
  return question === '' ? line : `${line} ${question}`;
}

/** A title as it is quoted within a sentence: without quotes and the mark of a question of its own. */
export function titleOf(passage: Passage): string {
  return passage.title.replace(/["“”?]/g, '').trim();
}

/** Each passage with the address of its first source. */
export function citationsOf(passages: readonly Passage[]): ComposedReply['citations'] {
  return passages.map((passage) => {
    const url = passage.sources[0]?.url;
    return { id: passage.id, title: passage.title, ...(url === undefined ? {} : { url }) };
  });
}

/** What one might say next: for more of this, or what the next best passages answer. Three at most. */
export function suggestionsOf(turn: GuideTurn, passage: Passage, offer: { readonly more: boolean }): string[] {
  const others = turn.material.passages
    .filter((found) => found.passage.id !== passage.id && !isTold(found.passage, turn.conversation))
    .map((found) => askedAs(found.passage));
  return [...(offer.more ? ['Tell me more about that'] : []), ...others].slice(0, 3);
}

/** How a person would ask for the passage: its first whole question, or its first phrase with a capital. */
export function askedAs(passage: Passage): string {
  const question = passage.questions.find((phrasing) => phrasing.endsWith('?')) ?? passage.questions[0];
  return capitalize(question ?? passage.title);
}
