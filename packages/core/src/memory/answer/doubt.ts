import type { Term } from '../question-reading.ts';
import { type AnswerContext, type Found, isGrammar } from './context.ts';
import { lemmaOf } from './lemma.ts';
import { kindOfMember, membersOf, nearness } from './meanings.ts';
import { outcomeOf } from './outcomes.ts';
import type { Passage } from './passages.ts';
import { type MeaningOf, nearnessOf } from './gather.ts';
import { NAMED_KINDS, type Relevance } from './relevance.ts';
import { subjectAt } from './subjects.ts';
import { CLOCK } from './where-and-when.ts';
import { predicateAt } from './who.ts';
import { isSameLemma } from './words.ts';

/** Whether what was found tells something near what was asked and not that: then an honest "you haven't told me" is due. */
export function isDoubtful(answer: Found, context: AnswerContext, meaningOf: MeaningOf | undefined): boolean {
  const [passage] = answer.passages;
  if (answer.abstains || passage === undefined || answer.facts.length > 0) return false;
  const relevance = context.ranked.find(
    (one) => one.passage.message === passage.message && one.passage.sentence === passage.sentence,
  );
  if (relevance === undefined) return false;
  const lacking = relevance.unmatched.filter(({ weight }) => weight >= 0.7);
  return DOUBTS.some((doubt) => doubt({ relevance, lacking, answer, context, meaningOf }));
}

interface Doubted {
  readonly relevance: Relevance;
  /** Words of the question that neither the sentence nor those around it have. */
  readonly lacking: readonly Term[];
  readonly answer: Found;
  readonly context: AnswerContext;
  readonly meaningOf: MeaningOf | undefined;
}

/**
 * Whether a sentence told in answer may lack what was asked: no somebody for "who", no number for "how much", for "which arm"
 * nothing that says which. It is then told as what is known, not as the answer.
 */
export function isUnsure(answer: Found, context: AnswerContext, meaningOf: MeaningOf | undefined): boolean {
  const [passage] = answer.passages;
  if (answer.abstains || passage === undefined || answer.facts.length > 0) return false;
  const length = answer.text.split(/\s+/).length;
  const isSentence = length >= SENTENCE;
  const relevance = context.ranked.find(
    (one) => one.passage.message === passage.message && one.passage.sentence === passage.sentence,
  );
  if (relevance === undefined) return false;
  const { reading } = context;
  const { text, passages } = answer;
  const any = (holds: (one: Passage) => boolean): boolean => passages.some(holds);
  switch (reading.wanted) {
    case 'when':
      return ASKS_CLOCK.test(reading.text)
        ? !CLOCK.test(text)
        : isSentence && !any(({ dates, text: told }) => dates.length > 0 || SITUATION.test(told));
    case 'who':
    case 'whose':
      return (
        isSentence &&
        !/^that's you\b/i.test(text) &&
        !(reading.names.length > 0 && /^who(?:'s|s| is| was)\b/i.test(reading.text)) &&
        !any((one) => hasSomeone(one, context))
      );
    case 'where':
      return isSentence && (ASKS_WHICH_PLACE.test(reading.text) ? !hasNewTitle(answer, reading) : !any(hasPlace));
    case 'count':
    case 'amount':
    case 'duration':
      return isSentence && !any(({ numbers }) => numbers.length > 0) && !COUNTED.test(text);
    case 'frequency':
      return isSentence && !any(({ dates, text: told }) => dates.length > 0 || OFTEN.test(told));
    case 'why':
      return length > 2 && passages.length === 1 && !REASON.test(passage.text.slice(0, -1));
    case 'polar':
      return /^(?:yes|no)\b/i.test(text) && length > 3 && lacksPredicate(relevance, context, meaningOf);
    case 'what':
      return length > 2 && isUnsureWhat(relevance, answer, context, meaningOf);
    default:
      return false;
  }
}

/** Words from which on an answer is a sentence told, not the thing itself. */
const SENTENCE = 4;
const COUNTED = /\d|\b(?:no|none|never|since|every|one|two|three|four|five|six|seven|eight|nine|ten)\b/i;
const ASKS_CLOCK = /^(?:at )?what time\b/i;
const SITUATION = /\b(?:when|after|before|since|until|till|while|during|every|age|at \d|once|still)\b/i;
const OFTEN = /\b(?:always|never|often|sometimes|times|every|each|once|twice|most|usually|daily|weekly|weekends?)\b/i;
const REASON =
  /\b(?:because|cause|cuz|coz|cos|so|since|as|after|for|due|thanks|why|to|from|too|turns? out|when|reason|with|by|wanted|needed?|couldn'?t|can'?t|didn'?t)\b|[,;:\u2014-]|\. /i;
const ASKS_WHICH_PLACE = /^(?:(?:in|at|to|from) )?(?:what|which) /i;

function hasSomeone({ people, words }: Passage, { reading }: AnswerContext): boolean {
  const names = reading.names.map(lemmaOf);
  return (
    people.some(
      ({ name, relation }) =>
        !(name !== null && names.includes(lemmaOf(name.toLowerCase()))) &&
        !(name === null && relation !== null && reading.relations.includes(relation)),
    ) ||
    words.some(({ lower }) =>
      /^(?:people|everyone|everybody|someone|nobody|folks?|lads?|girls?|boys?|guys?|team|couple|crew|gang|family|myself|alone|man|woman|guy|lady|mates?)$/.test(
        lower,
      ),
    )
  );
}

const hasPlace = (passage: Passage): boolean =>
  passage.places.length > 0 ||
  /\b(?:in|at|on|under|behind|beside|near|by|from|inside|outside|above|below|abroad|upstairs|downstairs|online|home|away)\b/i.test(
    withoutDates(passage),
  ) ||
  passage.words.some(({ isCapital, lower }, index) => index > 0 && isCapital && !/^i(?:'|$)/.test(lower));

/** A name of its own in the answer that the question hasn't. */
function hasNewTitle({ passages }: Found, { words: asked }: AnswerContext['reading']): boolean {
  return passages.some(({ words, dates, people }) =>
    words.some(
      ({ isCapital, lower, lemma }, index) =>
        isCapital &&
        index > 0 &&
        !/^i(?:'|$)/.test(lower) &&
        !asked.some((word) => word.lemma === lemma) &&
        ![...dates, ...people].some(({ from, to }) => index >= from && index < to),
    ),
  );
}

/** "Is my camera broken?", of what camera it is: whether the last word asked is nowhere near. */
function lacksPredicate(
  { passage, unmatched }: Relevance,
  { reading, pool }: AnswerContext,
  meaningOf: MeaningOf | undefined,
): boolean {
  const [last] = reading.terms.filter(({ weight, isAdjunct }) => weight >= 0.45 && !isAdjunct).slice(-1);
  if (last === undefined || reading.terms.length < 2 || !unmatched.includes(last) || last.relation !== null)
    return false;
  return pool.passages
    .filter(({ message }) => message >= passage.message && message <= passage.message + 2)
    .every((one) => !isNearAny(last, one, reading.words, meaningOf) && outcomeOf(one.text) === null);
}

/** "Which arm …?", "what grade …?", "what do I play?": whether the very thing asked for is missing. */
function isUnsureWhat(
  relevance: Relevance,
  answer: Found,
  { reading }: AnswerContext,
  meaningOf: MeaningOf | undefined,
): boolean {
  const { passage, matched } = relevance;
  const { focus } = reading;
  // "Which Dave …?" is told by what sets him apart.
  if (reading.words.some(({ lemma, lower }) => lemma === focus && reading.names.includes(lower))) return false;
  const isIn = (term: Term): boolean => answer.passages.some((one) => isNearAny(term, one, reading.words, meaningOf));
  if (focus === null || !ASKS_NOUN.test(reading.text)) {
    // What is done has to be told; where and with whom may have been said before.
    const doing = reading.terms.filter(
      ({ lemma, relation, weight, isAdjunct }) =>
        weight >= 1 && !isAdjunct && relation === null && !reading.names.map(lemmaOf).includes(lemma),
    );
    if (doing.length > 0 && !doing.some(isIn)) return true;
    const news = answer.passages.some((one) =>
      one.words.some(
        ({ lower, lemma, relation }) =>
          !isGrammar(lower) &&
          !reading.terms.some((term) => term.lemma === lemma || (relation !== null && term.relation === relation)),
      ),
    );
    return !news;
  }
  const members = membersOf(focus);
  if (members !== null && answer.passages.some(({ words }) => words.some(({ lemma }) => members.has(lemma))))
    return false;
  if (hasNewTitle(answer, reading)) return false;
  if (NAMED_KINDS.has(focus)) return !/"/.test(passage.text);
  if (members !== null && !passage.lemmas.has(focus)) return true;
  const at = passage.words.findIndex(({ lemma }) => lemma === focus);
  if (at >= 0) {
    // "A physics exam", "year 9", "grade: B": a word beside the noun that says which.
    const before = passage.words[at - 1];
    const after = passage.words[at + 1];
    const says = (word: typeof before): boolean =>
      word !== undefined &&
      !isGrammar(word.lower) &&
      !LEAST_TELLING.test(word.lower) &&
      !matched.includes(passage.words.indexOf(word));
    return !(
      (before?.gap === '' && says(before)) ||
      /[:-]/.test(passage.words[at]?.gap ?? '') ||
      /^(?:is|was|are|were|called|of|about|about|number|\d.*)$/.test(after?.lower ?? '')
    );
  }
  const noun = reading.words.find(({ lemma }) => lemma === focus)?.lower ?? focus;
  return !passage.words.some(({ lower }) => meaningOf !== undefined && nearnessOf(meaningOf, noun, lower) >= NEAR);
}

/** Says nothing of which one it is. */
const LEAST_TELLING =
  /^(?:new|old|big|little|good|nice|lovely|whole|other|same|first|last|next|some|any|no|only|another|more|most|see|saw|seeing|bought|buy|buying|broke|break|got|get|getting|read|wrote|went|going|to|took|take|made|make|started|start|have|having|want|wanted|need|lost|found|again|hard|stupid|bloody|fucking|damn|poor|own)$/;
const ASKS_NOUN =
  /^(?:what|which) (?!is\b|are\b|was\b|were\b|do\b|does\b|did\b|am\b|has\b|have\b|had\b|will\b|would\b|can\b|could\b)\p{L}/iu;

const DOUBTS: readonly ((doubted: Doubted) => boolean)[] = [
  isOfAnother,
  isOfSomeoneElse,
  countsAnother,
  doesToAnother,
  saysNothingAbout,
  saysNoPlace,
  namesNoMember,
];

/** Dinner is asked for and lunch was told: another of a kind is no answer. */
function isOfAnother({ relevance: { passage }, context: { reading } }: Doubted): boolean {
  if (reading.wanted === 'polar') return false;
  return reading.terms.some(({ lemma }) => {
    if (passage.lemmas.has(lemma)) return false;
    const kind = kindOfMember(lemma);
    const others = kind === null ? null : membersOf(kind);
    return others !== null && passage.words.some((word) => others.has(word.lemma));
  });
}

/** "What am I allergic to?", of a friend's allergy. */
function isOfSomeoneElse({ relevance, context }: Doubted): boolean {
  const { reading, pool } = context;
  if (!STATE_OF_SELF.test(reading.text) || reading.names.length + reading.relations.length > 0) return false;
  const { passage } = relevance;
  if (passage.words.some(({ lower }) => FIRST_PERSON.test(lower))) return false;
  const predicate = predicateAt(relevance, context);
  // "Doc says it's my thyroid, starting tablets": behind a mark nobody else need be meant.
  const [other] = passage.people;
  if (other !== undefined && passage.words.slice(other.to, predicate).some(({ gap }) => /[,;:.]/.test(gap)))
    return false;
  const spoken = subjectAt(passage, predicate, pool);
  return (
    spoken.kind === 'other' &&
    (spoken.person === null ? passage.people.some(({ to }) => to <= predicate) : passage.people.includes(spoken.person))
  );
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
function doesToAnother({
  lacking,
  context: { reading },
  relevance: { passage, matched },
  meaningOf,
}: Doubted): boolean {
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
    !/\b(?:about|on|called|titled|into|story|topic|subject|explores?|looks? at|follows?)\b/i.test(withoutDates(passage))
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

/** "What religion am I?", where none is named. */
function namesNoMember({ answer, context: { reading } }: Doubted): boolean {
  if (reading.focus === null || !CLOSED.has(reading.focus) || reading.wanted !== 'what') return false;
  const members = membersOf(reading.focus);
  return members !== null && answer.passages.every(({ words }) => !words.some(({ lemma }) => members.has(lemma)));
}

/** Kinds whose members the table has nearly all of. */
const CLOSED: ReadonlySet<string> = new Set(['religion', 'faith', 'season', 'month', 'colour', 'color'].map(lemmaOf));

function withoutDates({ text, words, dates }: Passage): string {
  return [...dates]
    .reverse()
    .reduce(
      (rest, { from, to }) => rest.slice(0, words[from]?.start ?? 0) + rest.slice(words[to - 1]?.end ?? rest.length),
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
      nearness({ lemma, relation }, word) > 0 ||
      isSameLemma(lemma, word.lemma) ||
      (meaningOf !== undefined && nearnessOf(meaningOf, lower, word.lower) >= NEAR),
  );
}
