import type { Term } from '../question-reading.ts';
import { type AnswerContext, type Found, isGrammar } from './context.ts';
import { lemmaOf } from './lemma.ts';
import { kindOfMember, membersOf, nearness } from './meanings.ts';
import type { Passage } from './passages.ts';
import type { MeaningOf } from './gather.ts';
import { nearnessOf } from './gather.ts';
import type { Relevance } from './relevance.ts';
import { subjectAt } from './subjects.ts';
import { predicateAt } from './who.ts';

/** Whether what was found tells something near what was asked and not that: then an honest "you haven't told me" is due. */
export function isDoubtful(answer: Found, context: AnswerContext, meaningOf: MeaningOf | undefined): boolean {
  const [passage] = answer.passages;
  if (answer.abstains || passage === undefined || answer.facts.length > 0) return false;
  const relevance = context.ranked.find(
    (one) => one.passage.message === passage.message && one.passage.sentence === passage.sentence,
  );
  if (relevance === undefined) return false;
  const lacking = relevance.unmatched.filter(({ weight }) => weight >= 0.7);
  return (
    DOUBTS.some((doubt) => doubt({ relevance, lacking, answer, context, meaningOf })) 
  );
}

interface Doubted {
  readonly relevance: Relevance;
  /** Words of the question that neither the sentence nor those around it have. */
  readonly lacking: readonly Term[];
  readonly answer: Found;
  readonly context: AnswerContext;
  readonly meaningOf: MeaningOf | undefined;
}

const DOUBTS: readonly ((doubted: Doubted) => boolean)[] = [
  isOfAnother,
  isOfSomeoneElse,
  countsAnother,
  doesToAnother,
  saysNothingAbout,
  saysNoPlace,
  namesNoMember,
  tellsNoneOfIt,
];

/** Dinner is asked for and lunch was told: another of a kind is no answer. */
function isOfAnother({ relevance: { passage }, lacking, context: { reading } }: Doubted): boolean {
  if (reading.wanted === 'polar') return false;
  return lacking.some(({ lemma }) => {
    const kind = kindOfMember(lemma);
    const others = kind === null ? null : membersOf(kind);
    return others !== null && passage.words.some((word) => word.lemma !== lemma && others.has(word.lemma));
  });
}

/** "What am I allergic to?", of a friend's allergy. */
function isOfSomeoneElse({ relevance, context }: Doubted): boolean {
  const { reading, pool } = context;
  if (!STATE_OF_SELF.test(reading.text) || reading.names.length + reading.relations.length > 0) return false;
  const { passage } = relevance;
  if (passage.words.some(({ lower }) => FIRST_PERSON.test(lower))) return false;
  const spoken = subjectAt(passage, predicateAt(relevance, context), pool);
  return spoken.kind === 'other' && spoken.person !== null && passage.people.includes(spoken.person);
}

const STATE_OF_SELF = /^(?:what|which)\b.{0,30}\b(?:am|do|can|can't|don't) i\b/i;
const FIRST_PERSON = /^(?:i|i'm|im|i've|ive|i'd|i'll|me|we|we're|we've|us)$/;

/** "How many ducks do I have?", of three eggs. */
function countsAnother({ lacking, context: { reading }, relevance: { passage }, meaningOf }: Doubted): boolean {
  if (reading.wanted !== 'count' || reading.focus === null) return false;
  return lacking.some(
    (term) =>
      term.lemma === reading.focus &&
      term.relation !== 'child' &&
      term.relation !== 'sibling' &&
      !isNearAny(term, passage, reading.words, meaningOf),
  );
}

/** "Who fixed the roof?", of who fixed the gate: it was done to another thing. */
function doesToAnother({ lacking, context: { reading }, relevance: { passage, matched }, meaningOf }: Doubted): boolean {
  if (reading.wanted !== 'who') return false;
  const object = OBJECT.exec(reading.text)?.groups?.noun?.toLowerCase();
  const term = object === undefined ? undefined : lacking.find(({ lemma }) => lemma === lemmaOf(object));
  if (term === undefined || isNearAny(term, passage, reading.words, meaningOf)) return false;
  return matched.some((index) => /^(?:the|my|our|a|an|his|her|their)$/.test(passage.words[index + 1]?.lower ?? ''));
}

const OBJECT = /^who \p{L}+ (?:the|my|our|a|an|his|her|their) (?:\p{L}+ )?(?<noun>\p{L}+)$/iu;

/** "What is my thesis about?", of its deadline. */
function saysNothingAbout({ context: { reading }, relevance: { passage, matched } }: Doubted): boolean {
  // "A custody hearing": the word before the noun says what it is about.
  const isDescribed = matched.some((index) => {
    const before = passage.words[index - 1];
    return before !== undefined && before.gap === '' && !isGrammar(before.lower);
  });
  return (
    !isDescribed &&
    reading.wanted === 'what' &&
    /\babout$/i.test(reading.text) &&
    /\b(?:is|are|was|were|'s)\b/i.test(reading.text) &&
    !/\b(?:about|on|called|titled|into|story|topic|subject|explores?|looks? at|follows?)\b/i.test(
      withoutDates(passage),
    )
  );
}

/** "Where is he deployed?", of till when: a sentence without any place. */
function saysNoPlace({ answer, context: { reading } }: Doubted): boolean {
  return (
    reading.wanted === 'where' &&
    answer.passages.every(
      (passage) =>
        passage.places.length === 0 &&
        !/\b(?:in|at|on|under|behind|beside|near|by|from|to|inside|outside|above|below|next|off|over|down|up|round|around|through|into|between|across|against|along|home|here|there|abroad|upstairs|downstairs|online|nowhere|everywhere|left|lost|past|away|with)\b(?! (?:him|her|them|me|us|it|you)\b)/i.test(
          withoutDates(passage),
        ) &&
        !passage.words.some(
          (word, index) =>
            index > 0 &&
            word.isCapital &&
            !/^i(?:'|$)/.test(word.lower) &&
            !reading.names.includes(word.lower) &&
            !passage.dates.some(({ from, to }) => index >= from && index < to),
        ) &&
        passage.people.every(({ lead }) => lead !== 'with'),
    )
  );
}

/** "What does he grow?", of whoever has a farm: of what is asked nothing is told, nor near it. */
function tellsNoneOfIt({ lacking, answer, context: { reading }, meaningOf }: Doubted): boolean {
  if (reading.wanted !== 'what' || !reading.isFollowUp) return false;
  const own = reading.terms.filter(({ weight }) => weight >= 1);
  return (
    own.length > 0 &&
    own.every((term) => lacking.includes(term)) &&
    answer.passages.every((passage) => own.every((term) => !isNearAny(term, passage, reading.words, meaningOf)))
  );
}

/** "What religion am I?", where none is named. */
function namesNoMember({ answer, context: { reading } }: Doubted): boolean {
  if (reading.focus === null || !CLOSED.has(reading.focus) || reading.wanted !== 'what') return false;
  const members = membersOf(reading.focus);
  return (
    members !== null && answer.passages.every(({ words }) => !words.some(({ lemma }) => members.has(lemma)))
  );
}

/** Kinds whose members the table has nearly all of. */
const CLOSED: ReadonlySet<string> = new Set(['religion', 'faith', 'season', 'month', 'colour', 'color'].map(lemmaOf));

function withoutDates({ text, words, dates }: Passage): string {
  return [...dates]
    .reverse()
    .reduce(
      (rest, { from, to }) =>
        rest.slice(0, words[from]?.start ?? 0) + rest.slice(words[to - 1]?.end ?? rest.length),
      text,
    );
}

/** How near in meaning a word has to be to stand for one that was asked for. Set by trial on our labelled conversations. */
const NEAR = 0.34;

function isNearAny(
  { lemma, relation }: Term,
  { words }: Passage,
  asked: readonly { lemma: string; lower: string }[],
  meaningOf: MeaningOf | undefined,
): boolean {
  const lower = asked.find((word) => word.lemma === lemma)?.lower ?? lemma;
  return words.some(
    (word) =>
      nearness({ lemma, relation }, word) > 0 || (meaningOf !== undefined && nearnessOf(meaningOf, lower, word.lower) >= NEAR),
  );
}

