import type { FoundPassage, Passage } from '../../knowledge/passage.ts';
import type { ComposedReply } from '../../models/reply-material.ts';
import type { Piece } from '../writing.ts';
import { capitalize, countWords, fill, MOST_WORDS_IN_DETAIL, sentences, WEIGHT, write } from '../writing.ts';
import { avoidedIn } from './avoided.ts';
import { besideAnswer } from './beside.ts';
import { bodyFor, informativeStems, isTold } from './elaborate.ts';
import { isAnswered } from './known-answers.ts';
import {
  answerFor,
  glossFor,
  mostWordsFor,
  nextStepFor,
  profileQuestionFor,
  roomFor,
  toneOf,
  wantsReasons,
} from './fitting.ts';
import { isMedical, isUrgent, SAFETY_LINES } from './safety-lines.ts';
import type { GuideTurn } from './turn.ts';
import { asksDiagnosis, asksPromise, freshOrNothing, isAnswerToUs, isAsking, justAnswered } from './turn.ts';
import * as say from './wordings.ts';

const WANTS_DETAIL =
  /\b(in (full |more |great )?detail|detailed|step[- ]by[- ]step|in depth|explain (fully|everything)|full (guide|explanation)|everything about|long answer|walk me through)\b/i;

/** Room that a reply keeps beside a passage's words, for its opening, its note and its question. */
const WORDS_AROUND = 25;

/** Tells a passage: its answer, its safety note and one question; or what else it holds when the answer was told before. */
export function tell(turn: GuideTurn, passage: Passage, lead = ''): ComposedReply {
  const { material, conversation, choice } = turn;
  const repeated = isTold(passage, conversation);
  const detailed = WANTS_DETAIL.test(material.message);
  const inDetail = Math.min(MOST_WORDS_IN_DETAIL, material.fit.longest ?? MOST_WORDS_IN_DETAIL);
  const mostWords = detailed ? inDetail : mostWordsFor(turn, passage);
  const answer = repeated ? '' : detailed ? passage.answer : answerFor(turn, passage, mostWords);
  const room = roomFor(mostWords, answer, WORDS_AROUND);
  const more =
    repeated || detailed || wantsReasons(turn, passage, room)
      ? bodyFor(passage, material.message, conversation, room)
      : '';
  const restated = repeated ? restatedFor(passage, material.message, more) : '';
  const body = restated === '' ? more : restated;
  const urgent = isUrgent(passage.safety);
  const again =
    restated !== '' ? [''] : body === '' ? say.NO_MORE : isAnswerToUs(turn) || urgent ? [''] : say.SAID_ALREADY;
  const opening = openingOf(turn, passage);
  const note = { text: safetyOf(turn, passage, `${answer} ${body}`), weight: WEIGHT.essential };
  const question = profileQuestionFor(turn, passage);
  const pieces: Piece[] = [
    // Of help that is urgent, what to do comes first, also the second time.
    ...(urgent && repeated ? [{ text: urgentLine(turn, passage), weight: WEIGHT.essential }] : []),
    { text: avoidedIn(turn, `${passage.title} ${answer} ${body}`), weight: WEIGHT.essential },
    { text: opening, weight: isKindness(turn, passage, opening) ? WEIGHT.essential : WEIGHT.warmth },
    { text: toneOf(turn, passage, opening), weight: WEIGHT.extra },
    { text: scrupleOf(turn, passage), weight: WEIGHT.essential - 1 },
    { text: lead, weight: WEIGHT.essential },
    { text: repeated ? choice.one('again', conversation.freshest(again)) : '', weight: WEIGHT.essential },
    { text: answer, weight: WEIGHT.essential },
    { text: body, weight: WEIGHT.essential },
    glossFor(turn, `${answer} ${body}`),
    nextStepFor(turn, passage),
    ...(urgent && repeated ? [] : [note]),
    { text: isMedical(passage.safety) || repeated ? '' : besideAnswer(turn), weight: WEIGHT.warmth },
    question.text === '' ? { text: nextQuestion(turn, passage, body !== ''), weight: WEIGHT.question } : question,
  ];
  return {
    text: write(pieces, mostWords),
    citations: citationsOf([passage]),
    suggestions: suggestionsOf(turn, passage, { more: !detailed && !repeated }),
  };
}

/**
 * Whether an opening has to stand: it meets someone who thinks little of themselves, or who tells that they are fed up. Where
 * health is at stake, nothing that has to be said makes room for it.
 */
function isKindness(turn: GuideTurn, { safety }: Passage, opening: string): boolean {
  if (say.KIND_TO_SELF.includes(opening)) return true;
  return safety === null && !isAsking(turn) && Object.values(say.EMPATHY).some((lines) => lines.includes(opening));
}

/** The sentences of an answer that was told which speak to a new question, where the rest of the passage has nothing on it. */
function restatedFor({ answer }: Passage, question: string, more: string): string {
  const asked = new Set(informativeStems(question));
  const speaks = (text: string) => informativeStems(text).some((stem) => asked.has(stem));
  if (asked.size === 0 || speaks(more)) return '';
  return sentences(answer).filter(speaks).slice(0, MOST_RESTATED).join(' ');
}
const MOST_RESTATED = 2;

/** A longer message may answer us and may not, and thanking for what was no answer is worse than not thanking. */
const MOST_WORDS_OF_A_BARE_ANSWER = 4;

/** A mood at least this sure is put into words before a question is answered; below it the answer comes first. */
const LEAST_CONFIDENCE_BEFORE_AN_ANSWER = 0.5;

/** Thinks little of themselves, or is made to, for their hair. Whose words it takes no mood to hear. */
const THINKS_LITTLE_OF_SELF =
  /\b(?:feel(?:s|ing)? (?:so |really |like i'?m |like i look |just )*(?:ugly|hideous|unattractive|disgusting|ashamed|embarrassed|gross|like a (?:boy|man|mess))|(?:i'?m|i am|i look|makes me|look(?:ing)?) (?:so |really |feel |look )*(?:ugly|hideous|ashamed)|hate (?:my (?:hair|curls|texture|self|reflection)|how i look|looking)|(?:laugh(?:s|ed|ing)?|make fun|made fun|tease[sd]?|teasing|bull(?:y|ied)|mock(?:s|ed)?)\b[^.!?]{0,30}\b(?:at|of|me|my|it)|(?:don'?t|can'?t) (?:want to |stand to |even )*look (?:at myself|in the mirror)|(?:cry|crying|cried) (?:over|about|because of) my hair)\b/i;

/** Whether someone thinks little of themselves for their hair, or is made to. */
export const thinksLittleOfSelf = (message: string): boolean => THINKS_LITTLE_OF_SELF.test(message);

/**
 * One line before the substance, or nothing: empathy for someone low, gladness at news, thanks for an answer to our
 * question. A question is answered at once, unless it comes with grief about it; where help is urgent nothing precedes it.
 */
export function openingOf(turn: GuideTurn, passage: Passage | null = null): string {
  if (isUrgent(passage?.safety ?? null)) return '';
  if (thinksLittleOfSelf(turn.material.message)) {
    const kind = freshOrNothing(turn, 'kind', say.KIND_TO_SELF);
    if (kind !== '') return kind;
  }
  const isBareAnswer = isAnswerToUs(turn) && countWords(turn.material.message) <= MOST_WORDS_OF_A_BARE_ANSWER;
  if (isBareAnswer && justAnswered(turn)) {
    return isMedical(passage?.safety ?? null) ? '' : freshOrNothing(turn, 'answered', say.ANSWERED_US);
  }
  const { mood, intent } = turn.material.summary;
  if (mood === null || mood.confidence < say.LEAST_CONFIDENCE[mood.polarity]) return '';
  if (mood.polarity === 'negative' || mood.polarity === 'mixed') {
    const kind = mood.polarity === 'mixed' ? 'mixed' : (say.EMPATHY_OF_MOOD[mood.primary] ?? 'other');
    const isTheirOwn = /\b(i|i'm|im|i've|me|my)\b/i.test(turn.material.message);
    const grieves = kind === 'sad' && isTheirOwn && mood.confidence >= LEAST_CONFIDENCE_BEFORE_AN_ANSWER;
    return isAsking(turn) && !grieves ? '' : freshOrNothing(turn, 'empathy', say.EMPATHY[kind]);
  }
  const isNews = mood.polarity === 'positive' && intent === 'share' && !isAsking(turn);
  return isNews && !isMedical(passage?.safety ?? null) ? freshOrNothing(turn, 'joy', say.JOY) : '';
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

function urgentLine({ choice }: GuideTurn, { safety }: Passage): string {
  return safety === null ? '' : choice.one('safety', SAFETY_LINES[safety].lines);
}

/** The passage's own question, unless it was asked or answered; then an offer of more, unless that was made. */
function nextQuestion(turn: GuideTurn, passage: Passage, detailed: boolean): string {
  const { material, conversation } = turn;
  const told = [...conversation.personSaid, material.message, ...material.fit.known];
  if (!conversation.hasSaid(passage.next) && !isAnswered(passage.next, told)) return passage.next;
  return detailed || isMedical(passage.safety) ? '' : freshOrNothing(turn, 'offer', say.MORE_OFFERS);
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

/** What one might say next: for more of this, or what passages near it answer. Three at most, none where help is urgent. */
export function suggestionsOf(turn: GuideTurn, passage: Passage, offer: { readonly more: boolean }): string[] {
  if (isUrgent(passage.safety)) return [];
  const others = turn.material.passages
    .map((found) => found.passage)
    .filter((other) => other.id !== passage.id && isRelated(passage, other) && !isTold(other, turn.conversation))
    .map(askedAs);
  return [...(offer.more && !isMedical(passage.safety) ? ['Tell me more about that'] : []), ...others].slice(0, 3);
}

/** Whether two passages are about the same thing: they share the concern, or with it two topics at least. */
function isRelated(one: Passage, other: Passage): boolean {
  if (one.tags[0] === other.tags[0]) return true;
  return !isMedical(one.safety) && other.tags.filter((tag) => one.tags.includes(tag)).length >= 2;
}

/** How a person would ask for the passage: its first whole question, or its first phrase, with a capital. */
export function askedAs(passage: Passage): string {
  const question = passage.questions.find((phrasing) => phrasing.endsWith('?')) ?? passage.questions[0];
  return capitalize((question ?? passage.title).replace(/\?+$/, '?'));
}

/** What one might ask next beside a reply another model wrote: of what was found, what it did not draw on. */
export function suggestionsBeside(
  found: readonly FoundPassage[],
  cited: readonly { readonly id: string }[],
): readonly string[] {
  const used = new Set(cited.map(({ id }) => id));
  const first = found.find(({ passage }) => used.has(passage.id))?.passage;
  if (first === undefined) return [];
  return found
    .map(({ passage }) => passage)
    .filter((passage) => !used.has(passage.id) && isRelated(first, passage))
    .slice(0, MOST_BESIDE)
    .map(askedAs);
}

/** A vendor's reply has a question of its own: a third would crowd. */
const MOST_BESIDE = 2;
