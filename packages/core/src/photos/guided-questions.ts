import type { PhotosDefinition } from '../assistants/photos-definition.ts';
import type { HairSaying } from '../hair-profile/read-hair.ts';
import { clean, plain } from '../understanding/text.ts';

export type GuidedQuestion = PhotosDefinition['questions'][number];

interface Spoken {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** The guided question that the assistant's last message put; null when it put none. */
export function questionPut(history: readonly Spoken[], { questions }: PhotosDefinition): GuidedQuestion | null {
  const last = history.at(-1);
  if (last?.role !== 'assistant') return null;
  return questions.find(({ question }) => last.text.includes(question)) ?? null;
}

/** The next one: about what is not known, and that was not put in this conversation. Null when there is none. */
export function nextQuestion(
  history: readonly Spoken[],
  knownFields: ReadonlySet<string>,
  { questions }: PhotosDefinition,
): GuidedQuestion | null {
  const said = history.filter(({ role }) => role === 'assistant');
  return (
    questions.find(
      ({ field, question }) => !knownFields.has(field) && !said.some(({ text }) => text.includes(question)),
    ) ?? null
  );
}

/** What a message is to a guided question. */
export type GuidedAnswer =
  /** Understood; `saying` is null where there is nothing to keep, such as a comfortable scalp. */
  | { readonly kind: 'answered'; readonly saying: HairSaying | null }
  /** Can't or won't tell this one. */
  | { readonly kind: 'passed' }
  /** Wants no more of them. */
  | { readonly kind: 'stopped' }
  /** Speaks of something else. */
  | { readonly kind: 'elsewhere' };

/** Said to a question that was put, in one's own words. */
const CONFIDENCE = 0.8;
const LONGEST_QUOTE = 300;
/** Whoever answers a small test does so in a few words; a longer message speaks of more. */
const MOST_WORDS_OF_AN_ANSWER = 30;
const STOPS =
  /\b(?:stop|enough|no more|quit|(?:lets )?(?:leave|end) (?:it|this)|im done|thats (?:it|all|enough)|dont (?:want|feel like)|not now|later|never ?mind|cancel|no thanks?)\b/;
const PASSES =
  /\b(?:not sure|unsure|dont know|dunno|idk|no idea|cant (?:tell|say|see|check|do)|skip|next|pass|hard to (?:tell|say)|havent (?:tried|checked)|havent got|dont have)\b/;
const ASKS = /\?|^(?:how|what|why|which|when|can|should|could|do|does|is|are)\b/;

/** Reads an answer to a guided question. Pure. */
export function readGuidedAnswer(text: string, { field, answers }: GuidedQuestion): GuidedAnswer {
  const cleaned = clean(text.slice(0, 1_000));
  const read = plain(cleaned).replace(/[,;:()"!]+/g, ' ');
  const words = read === '' ? 0 : read.split(/\s+/).length;
  // "I want to stop the shedding" goes elsewhere; a bare "stop" stops.
  if (STOPS.test(read) && words <= 8) return { kind: 'stopped' };
  if (ASKS.test(read) || words > MOST_WORDS_OF_AN_ANSWER) return { kind: 'elsewhere' };
  if (PASSES.test(read)) return { kind: 'passed' };
  const found = answers.find(({ pattern }) => pattern.test(read));
  if (found === undefined) return words <= 2 ? { kind: 'passed' } : { kind: 'elsewhere' };
  if (found.value === null) return { kind: 'answered', saying: null };
  const quote = text.trim().slice(0, LONGEST_QUOTE).toWellFormed();
  return { kind: 'answered', saying: { field, value: found.value, holds: true, quote, confidence: CONFIDENCE } };
}
