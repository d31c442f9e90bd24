import { readName } from '../understanding/names.ts';
import { agendaAnswer } from './answer/agenda.ts';
import { ageAnswer } from './answer/ages.ts';
import { type AnswerContext, type Found, found, MAX_ANSWER_WORDS } from './answer/context.ts';
import { countAnswer } from './answer/counting.ts';
import { corrected } from './answer/corrected.ts';
import { reactionAnswer } from './answer/diet.ts';
import { closestTold, onlyTold, toldWhole } from './answer/closest.ts';
import { isDoubtful, isUnsure } from './answer/doubt.ts';
import { everythingKnown } from './answer/everything.ts';
import { fromFacts, membersFromFacts, whoFromFacts } from './answer/from-facts.ts';
import { gathered, type MeaningOf } from './answer/gather.ts';
import { namesOfRelation, whatCalled, whoIsNamed } from './answer/names-of.ts';
import { amountAnswer, durationAnswer, frequencyAnswer } from './answer/numbers.ts';
import { asSentence, atMost, copies, inOtherWords, notTold } from './answer/phrasing.ts';
import { howItWent, polarAnswer } from './answer/polar.ts';
import { rosterAnswer } from './answer/roster.ts';
import { feelingAnswer, jobSaid, wasDone, whatAnswer, whyAnswer } from './answer/what-and-why.ts';
import { MOVED, whenAnswer, whenBySituation, whereAnswer } from './answer/where-and-when.ts';
import { whoAnswer } from './answer/who.ts';
import type { Evidence, Fact, FactQuery, MemoryAnswer } from './fact.ts';
import type { Wanted } from './question-reading.ts';
import { sayStatement } from './slots.ts';

export interface QuestionToMemory {
  readonly question: string;
  /** What `readQuestion` read of it. */
  readonly query: FactQuery;
  /** The name the person goes by; null when unknown. */
  readonly name: string | null;
  /** Facts that the query's slots, relations and names find, superseded ones too, and the latest; any order. */
  readonly facts: readonly Fact[];
  /** The person's own messages that search found for `query.searchText`; any order. */
  readonly evidence: readonly Evidence[];
  /** The conversation so far, oldest first, without the question. The assistant's words are context, never a source. */
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  readonly now: Date;
  /** IANA name, such as `Europe/Madrid`. */
  readonly timeZone: string;
  /** Decides between wordings: the same seed gives the same answer. */
  readonly seed: string;
  /** A text's vector of length 1, for a second look by meaning where words find nothing; that look is left out without it. */
  readonly meaningOf?: MeaningOf;
}

/**
 * Answers a question about the person from what they told: typed facts first, then the sentence of their messages that
 * answers, else an honest "you haven't told me". At most 25 words (60 for "what do you know about me?"), in the second
 * person, never seven words in a row of theirs. Pure; never throws.
 */
export function answerFromMemory(asked: QuestionToMemory): MemoryAnswer {
  const input = { ...asked, ...corrected(asked) };
  const strict = gathered(input, false);
  const look = (context: AnswerContext): Found | null => surest(context, strict, input);
  const first = look(strict);
  const context = first === null ? gathered(input, true) : strict;
  const answer =
    first ?? look(context) ?? closest(strict, input) ?? found(notTold(context.reading, input.seed), [], [], true);
  const most = context.reading.wanted === 'everything' ? 60 : MAX_ANSWER_WORDS;
  const text = copies(answer.text, context.pool.messages)
    ? asSentence(inOtherWords(answer.text, context.pool.messages))
    : answer.text;
  return {
    text: asSentence(atMost(text, most)),
    abstains: answer.abstains,
    usedFactIds: [...new Set(answer.facts.map(({ id }) => id))],
    usedMessageIds: [...new Set(answer.passages.flatMap(({ messageId }) => (messageId === null ? [] : [messageId])))],
  };
}

/** Times that a sentence that tells of another thing is left out and the next best one asked. */
const MOST_DOUBTS = 2;

/** The first answer that is not about another thing; told as all that is known where it may lack what was asked. */
function surest(context: AnswerContext, strict: AnswerContext, { meaningOf }: QuestionToMemory): Found | null {
  let look = context;
  for (let doubts = 0; doubts <= MOST_DOUBTS; doubts += 1) {
    const answer = findAnswer(look);
    if (answer === null) return null;
    if (!isDoubtful(answer, strict, meaningOf))
      return isUnsure(answer, strict, meaningOf) ? onlyTold(answer, strict) : toldWhole(answer, strict);
    const doubted = new Set(answer.passages);
    look = { ...look, ranked: look.ranked.filter(({ passage }) => !doubted.has(passage)) };
  }
  return null;
}

function closest(strict: AnswerContext, input: QuestionToMemory): Found | null {
  const answer = closestTold(strict, input.meaningOf, justSpokenOf(input, strict));
  if (answer === null || isDoubtful(answer, strict, input.meaningOf)) return null;
  return isUnsure(answer, strict, input.meaningOf) ? onlyTold(answer, strict) : answer;
}

/** The messages that were spoken of in the questions and answers just before this one. */
function justSpokenOf({ history }: QuestionToMemory, { pool }: AnswerContext): ReadonlySet<number> {
  const before = history
    .slice(-LOOKED_BACK)
    .map(({ text }) => text.slice(-300))
    .join(' ')
    .toLowerCase();
  const said = new Set(before.match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  return new Set(
    pool.passages
      .filter(({ words }) => words.some(({ lower, isCapital }) => (isCapital || lower.length > 5) && said.has(lower)))
      .map(({ message }) => message),
  );
}

/** Messages of the conversation that a question may go on with. */
const LOOKED_BACK = 4;

type Finder = (context: AnswerContext) => Found | null;

/** Who looks for each kind of answer, in order; the first that finds one answers. */
const FINDERS: Readonly<Record<Wanted, readonly Finder[]>> = {
  everything: [everythingKnown],
  'own-name': [ownName],
  about: [toldAbout, agendaAnswer, namesOfRelation, whoIsNamed, fromFacts, whatAnswer],
  polar: [namesOfRelation, agendaAnswer, polarAnswer],
  who: [
    rosterAnswer,
    membersFromFacts,
    namesOfRelation,
    whoIsNamed,
    fromFacts,
    whoFromFacts,
    whatCalled,
    whoAnswer,
    whoElse,
  ],
  whose: [whoAnswer, whatAnswer],
  where: [movedSince, fromFacts, whereAnswer],
  when: [fromFacts, whenAnswer, whenBySituation],
  why: [whyAnswer],
  age: [laterOf(fromFacts, ageAnswer)],
  count: [fromFacts, countAnswer],
  amount: [fromFacts, amountAnswer, whatAnswer],
  duration: [durationAnswer],
  frequency: [frequencyAnswer, whatAnswer],
  feeling: [feelingAnswer],
  how: [feelingHow, whatAnswer],
  what: [
    agendaAnswer,
    namesOfRelation,
    fromFacts,
    reactionAnswer,
    jobSaid,
    whatCalled,
    wasDone,
    unlessName(whatAnswer),
  ],
};

/** A message after the fact that says where home is now outweighs it, where learning took no move from it. */
function movedSince(context: AnswerContext): Found | null {
  const { reading } = context;
  if (!/\b(?:live|living|based)\b/i.test(reading.text) || reading.names.length + reading.relations.length > 0)
    return null;
  const today: AnswerContext = { ...context, reading: { ...reading, asksBefore: false } };
  const known = fromFacts(today);
  const [fact] = known?.facts ?? [];
  const evidence = whereAnswer(today);
  const passage = evidence?.passages[0];
  if (fact === undefined || evidence === null || passage === undefined || passage.saidAt <= fact.saidAt) return null;
  if (!MOVED.test(passage.text)) return null;
  return reading.asksBefore ? found(sayStatement(fact, 'past'), [], [fact]) : evidence;
}

/** The one that rests on what was said last: a message that no fact was read from may put a fact right. */
function laterOf(one: Finder, other: Finder): Finder {
  return (context) => {
    const first = one(context);
    const second = other(context);
    if (first === null || second === null) return first ?? second;
    const when = ({ facts, passages }: Found): number =>
      Math.max(0, ...facts.map(({ saidAt }) => saidAt.getTime()), ...passages.map(({ saidAt }) => saidAt.getTime()));
    return when(second) > when(first) ? second : first;
  };
}

/** "What did I tell you about Paula?": what was said of her, not who she is. */
function toldAbout(context: AnswerContext): Found | null {
  return context.reading.asksTold ? whatAnswer(context) : null;
}

/** Where nobody is named, the sentence answers only if it has all that was asked and somebody in it. */
function whoElse(context: AnswerContext): Found | null {
  if (!/\b(?:who|whom)\b.*\b(?:else|all)\b/i.test(context.reading.text)) return null;
  return unlessName(whatAnswer)(context);
}

/** Where only a name answers, a sentence that has none does not. */
function unlessName(find: Finder): Finder {
  return (context) => (/\bnames?\b|\b(?:called|named)$/i.test(context.reading.text) ? null : find(context));
}

function findAnswer(context: AnswerContext): Found | null {
  for (const find of FINDERS[context.reading.wanted]) {
    const answer = find(context);
    if (answer !== null && answer.text.trim() !== '') return answer;
  }
  return null;
}

/** "How did mum's surgery go?": how the story ended is what is wanted. */
function feelingHow(context: AnswerContext): Found | null {
  return /\bgo\b|\bgoing\b|\bdoing\b|\bturn out\b|\bend\b|^how (?:was|were)\b/i.test(context.reading.text)
    ? howItWent(context)
    : null;
}

const REAL =
  /\b(?:real|full|actual|first|given|legal|hebrew|birth|middle) name(?:'s| is|:) (\p{Lu}[\p{L}'-]{1,30}(?: \p{Lu}[\p{L}'-]{1,30})?)/u;
const CALL =
  /\b(?:[Cc]alls? me|[Mm]y name(?:'s| is)|[Ii] go by|[Kk]nown as|[Ii]'?m called|[Ii]t'?s actually|[Aa]ctually it'?s|[Ii] prefer|[Nn]ame'?s|^[Aa]ctually,?) (\p{Lu}[\p{L}'-]{1,30}(?: \p{Lu}[\p{L}'-]{1,30})?)/u;

/** "It's Maximiliano on the forms". */
const ON_PAPER =
  /\b(?:[Ii]t'?s|[Ii]'?m|am|is) (\p{Lu}[\p{L}'-]{1,30}) (?:on|in) (?:the |my |all )?(?:forms?|passport|birth certificate|paper(?:s|work)?|id|documents?|licen[cs]e)\b/u;
/** "I'm Alexander but please just Sasha": the name in full, and the one to be called by. */
const IN_FULL =
  /\b[Ii]'?(?:m| am) (\p{Lu}[\p{L}'-]{1,30}),? but (?:please |everyone |everybody |people |friends |most people |you can |(?:my )?mates )*(?:just|calls? me|go by|goes by|i go by|prefer|i prefer|known as|i'm) (?:just )?(\p{Lu}[\p{L}'-]{1,30})/u;

function ownName({ reading, name, facts, pool }: AnswerContext): Found | null {
  const fact = facts.findLast(
    ({ slot, subject, status }) => slot === 'name' && subject.key === 'self' && status === 'active',
  );
  const both = pool.passages.findLast(({ text }) => IN_FULL.test(text));
  const asksReal = /\b(?:real|full|actual|given|legal|official|forms?|passport|papers?|documents?)\b/i.test(
    reading.text,
  );
  const formal = asksReal ? pool.passages.findLast(({ text }) => ON_PAPER.test(text)) : undefined;
  if (formal !== undefined) return found(`${ON_PAPER.exec(formal.text)?.[1] ?? ''}.`, [formal]);
  const real = asksReal ? pool.passages.findLast(({ text }) => REAL.test(text)) : undefined;
  if (real !== undefined) return found(`${REAL.exec(real.text)?.[1] ?? ''}.`, [real]);
  const full = both === undefined ? undefined : IN_FULL.exec(both.text);
  if (both !== undefined && full?.[1] !== undefined && full[2] !== undefined)
    return found(asksReal ? `${full[1]}.` : `You're ${full[2]}.`, [both]);
  const passage = pool.passages.findLast(
    ({ text }) => CALL.test(text) && readName(text, { asked: true }).kind === 'name',
  );
  const told = passage === undefined ? undefined : CALL.exec(passage.text)?.[1];
  const isNewer =
    fact === undefined ? name === null : name === fact.value && passage !== undefined && passage.saidAt > fact.saidAt;
  if (passage !== undefined && told !== undefined && isNewer) return found(`You're ${told}.`, [passage]);
  const called = name ?? fact?.value ?? null;
  return called === null ? null : found(`You're ${called}.`, [], fact === undefined ? [] : [fact]);
}
