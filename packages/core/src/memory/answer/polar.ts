import {
  type AnswerContext,
  type Found,
  found,
  isGrammar,
  isStoryOfItsOwn,
  relevant,
  retold,
  retoldAround,
  withSequel,
} from './context.ts';
import { dietSays, mayEat } from './diet.ts';
import { haveOne, statusSays } from './having.ts';
import { lemmaOf } from './lemma.ts';
import { membersOf, WIDER } from './meanings.ts';
import { outcomeOf } from './outcomes.ts';
import type { Passage } from './passages.ts';
import { asSentence } from './phrasing.ts';
import { later, type Relevance } from './relevance.ts';
import { subjectAt } from './subjects.ts';
import { verdictOf } from './verdict.ts';
import { predicateAt } from './who.ts';

const BEFELL =
  /\b(?:got (?:\p{L}+ ?(?:off|up|into)|stolen|nicked|hit|hurt|bitten|stuck|lost|fired|sacked)|broke|lost|fell|died|crashed|stole|smashed|burnt|burned|dropped|cracked|ripped|tore|exploded|collapsed|flooded|ran away|(?:had|has had|'s had) an? (?:stroke|fall|accident|heart attack|crash))\b/iu;

/** "How did the surgery go?", "what were the results?": how the story ended, without yes or no. */
export function howItWent(context: AnswerContext): Found | null {
  const [first] = relevant(context, 0.45);
  // "What happened to my car?": the sentence that tells what befell it, not how all was well in the end.
  if (first !== undefined && /\bhappen(?:ed)?\b/i.test(context.reading.text) && BEFELL.test(first.passage.text))
    return found(asSentence(retoldAround(first, context)), [first.passage]);
  // "Gave my speech. Voice cracked but everyone laughed": how it went is told right after.
  const next =
    first === undefined ? undefined : context.pool.passages[context.pool.passages.indexOf(first.passage) + 1];
  if (
    first !== undefined &&
    next !== undefined &&
    /^how (?:did|was|were)\b/i.test(context.reading.text) &&
    outcomeOf(first.passage.text) === null &&
    next.message === first.passage.message &&
    next.words.length <= 20
  )
    return found(asSentence(retold(next, context)), [first.passage, next]);
  const sequel = first === undefined ? null : withSequel(first, context);
  if (first !== undefined && sequel !== null)
    return found(asSentence(retold(sequel, context)), [first.passage, sequel]);
  const answer = stateAnswer(context);
  return answer === null ? null : { ...answer, text: asSentence(answer.text.replace(/^(?:yes|no), /i, '')) };
}

export function polarAnswer(context: AnswerContext): Found | null {
  return dietSays(context) ?? statusSays(context) ?? mayEat(context) ?? haveOne(context) ?? stateAnswer(context);
}

/** How much the very words of a question count beside what is near them, where a yes or no hangs on it. Set by trial. */
const DIRECT_SHARE = 0.4;

/** How much it counts that the sentence has the question's verbs and nouns themselves. Set by trial. */
const OUTRIGHT_SHARE = 0.2;

/** What it costs that a sentence says of another what is asked of the person. Set by trial. */
const OF_OTHER = 0.25;

/** "Can I drive?", of "my wife does all the driving". */
function isOfOther(one: Relevance, context: AnswerContext): boolean {
  return (
    context.reading.byPerson &&
    context.reading.relations.length + context.reading.names.length === 0 &&
    subjectAt(one.passage, Math.max(0, predicateAt(one, context)), context.pool).kind === 'other'
  );
}

/** Share of the question's words, names left out, that stand in the sentence as they are. */
function saidOutright({ passage }: Relevance, { reading }: AnswerContext): number {
  const own = reading.terms.filter(
    ({ lemma, relation }) => relation === null && !reading.names.map(lemmaOf).includes(lemma),
  );
  return own.length === 0 ? 0 : own.filter(({ lemma }) => passage.lemmas.has(lemma)).length / own.length;
}

/** Everything else: how the story that the question is about stands at its end. */
function stateAnswer(context: AnswerContext): Found | null {
  // "Are my parents together?": of sentences as near, the one that speaks of them in so many words.
  const weight = (one: Relevance): number =>
    one.score +
    one.direct * DIRECT_SHARE +
    saidOutright(one, context) * OUTRIGHT_SHARE -
    (isOfOther(one, context) ? OF_OTHER : 0);
  const candidates = [...relevant(context, 0.45)].sort((one, other) =>
    Math.abs(weight(other) - weight(one)) < 1e-9
      ? (context.reading.asksBefore ? -1 : 1) * later(one.passage, other.passage)
      : weight(other) - weight(one),
  );
  const [first] = candidates;
  if (first === undefined) return null;
  if (first.passage.isHypothetical)
    return found(asSentence(`not that you've told me, only this: ${retoldAround(first, context)}`), [first.passage]);
  if (isWished(first, context))
    return found(asSentence(`not that you've told me, only this: ${retoldAround(first, context)}`), [first.passage]);
  const mismatch = otherSubject(first, candidates, context);
  if (mismatch !== null) return mismatch;
  const last = lastOfStory(first, candidates, context);
  const missing = last === null ? missingThing(first, context) : null;
  if (missing !== null) return missing;
  const verdict = verdictOf(first, last, context);
  const shown = last ?? first.passage;
  const clause = last === null ? retoldAround(first, context) : retold(last, context, 18);
  if (verdict === null) return found(asSentence(clause), [shown]);
  return found(
    asSentence(`${verdict ? 'yes' : 'no'}, ${clause}`),
    last === null || last === first.passage ? [first.passage] : [first.passage, last],
  );
}

const WISH =
  /\b(?:wanna|want(?:s|ed)? to|wants?|wish|hop(?:e|es|ing) to|would (?:like|love) to|'d (?:like|love) to|dream(?:s|ing)? of|might|may|could)\b/i;

/** "Do I play guitar?", of "I wanna learn guitar": wanting to is not doing it. */
function isWished(first: Relevance, context: AnswerContext): boolean {
  const at = predicateAt(first, context);
  const { words, text } = first.passage;
  const lead = text.slice(words[Math.max(0, at - 4)]?.start ?? 0, words[Math.max(0, at)]?.start ?? 0);
  return (
    !/\b(?:want|wish|hope|plan|think|might|may|could|would|going to learn)\b/i.test(context.reading.text) &&
    WISH.test(lead)
  );
}

const FOLLOWS = 4;

/** The last sentence that goes on with the story: of the same words, or a short one soon after that says how it went. */
function lastOfStory(
  first: Relevance,
  candidates: readonly Relevance[],
  { pool, reading }: AnswerContext,
): Passage | null {
  const close = new Set(
    candidates.filter(({ score, direct }) => score >= first.score - 0.35 && direct > 0.2).map(({ passage }) => passage),
  );
  const after = pool.passages.filter(
    ({ message, sentence }) =>
      message > first.passage.message || (message === first.passage.message && sentence > first.passage.sentence),
  );
  const asked = new Set([...first.passage.lemmas, ...reading.words.map(({ lemma }) => lemma)]);
  const telling = after.filter((passage) => {
    if (passage.isHypothetical || outcomeOf(passage.text) === null) return false;
    if (close.has(passage)) return true;
    const isSoon = passage.message <= first.passage.message + FOLLOWS;
    const namesOther = passage.people.some(
      ({ name }) =>
        name !== null &&
        !reading.names.includes(name.toLowerCase()) &&
        !first.passage.people.some((one) => one.name === name),
    );
    return isSoon && passage.words.length <= 16 && !namesOther && goesOn(passage, asked);
  });
  return telling.at(-1) ?? null;
}

/** Words that lead back to what was told before: "it went fine", "they said no", "false alarm". */
const LEADS_BACK =
  /^(?:(?:and|so|but|well|yay+|omg|update|ugh|oh|ok|good news|bad news|turns out|in the end|finally|i|we|just|ok so)[,:!. ]+)*(?:it|it's|its|that|they|they've|he|he's|she|she's|this|all)\b/i;
/** Words of a sentence that need nothing to lead back. */
const BRIEF_WORDS = 6;

/** Whether a sentence soon after goes on with what is asked about: it begins no story of its own, and is short or leads back. */
function goesOn(passage: Passage, asked: ReadonlySet<string>): boolean {
  if (isStoryOfItsOwn(passage, asked)) return false;
  return (
    passage.words.length <= BRIEF_WORDS ||
    LEADS_BACK.test(passage.text) ||
    outcomeOf(passage.text.split(/\s+/).slice(0, 4).join(' ')) !== null ||
    passage.words.some(({ lemma, lower }) => lower.length > 3 && !isGrammar(lower) && asked.has(lemma))
  );
}

/** "Do I have arthritis?" when it is the father who has: it is said whose it is. */
function otherSubject(first: Relevance, candidates: readonly Relevance[], context: AnswerContext): Found | null {
  const { reading, pool } = context;
  if (!/^(?:am|do|did|have|was|were|can|don'?t) (?:i|we)\b/i.test(reading.text)) return null;
  const at = predicateAt(first, context);
  const own = candidates.some(
    (one) => subjectAt(one.passage, Math.max(0, predicateAt(one, context)), pool).kind === 'self',
  );
  if (own) return null;
  const spoken = subjectAt(first.passage, Math.max(0, at), pool);
  if (
    spoken.kind === 'self' ||
    first.passage.words.slice(0, Math.max(0, at)).some(({ lower }) => /^(?:me|us|we|i)$/.test(lower))
  )
    return null;
  return found(asSentence(`not you, that you've told me: ${retoldAround(first, context)}`), [first.passage]);
}

/** The sentence speaks of the same doing and another thing: "do I speak Italian?" where Dutch was told. */
function missingThing(first: Relevance, context: AnswerContext): Found | null {
  const { reading } = context;
  // "Did I get the job?", where only the interview was told: how it came out is not known.
  const [doing] = reading.terms;
  if (
    doing !== undefined &&
    first.unmatched.includes(doing) &&
    ACHIEVED.has(doing.lemma) &&
    /^(?:did|have|has|was|were) /i.test(reading.text) &&
    outcomeOf(first.passage.text) === null
  )
    return found(
      asSentence(`you haven't told me how it came out, only this: ${retoldAround(first, context)}`),
      [first.passage],
      [],
      true,
    );
  const missing = first.unmatched.filter(({ weight }) => weight >= 1);
  // "Did I adopt the parrot?", of "decided against the parrot": what came of it is told, in other words.
  const cameToNothing = /^(?:bad|over)$/.test(outcomeOf(first.passage.text) ?? '');
  if (cameToNothing && reading.terms.length > 1 && missing.length === 1 && missing[0] === doing) return null;
  if (missing.length === 0) return null;
  // "Do I have a fear of spiders?", where moths were told: the noun it ends in is the very thing.
  const last = reading.terms.at(-1);
  if (
    last !== undefined &&
    missing.includes(last) &&
    reading.terms.length <= 3 &&
    /^(?:do|am|are|have|is|does|has) /i.test(reading.text) &&
    !reading.asksNow
  )
    return found(
      asSentence(`you haven't told me that, only this: ${retoldAround(first, context)}`),
      [first.passage],
      [],
      true,
    );
  const isKind = missing.some(
    ({ lemma }) =>
      Object.keys(WIDER).length > 0 && [...KIND_NAMES].some((kind) => membersOf(kind)?.has(lemma) === true),
  );
  if (!isKind && first.direct >= 0.5 && reading.terms.length > 2) return null;
  if (first.direct < 0.5 && !isKind) return null;
  return found(
    asSentence(`you haven't told me that, only this: ${retoldAround(first, context)}`),
    [first.passage],
    [],
    true,
  );
}

/** What one waits to hear of. */
const ACHIEVED: ReadonlySet<string> = new Set(
  'get pass win land accept hire promote beat qualify finish sell recover heal arrive'.split(' ').map(lemmaOf),
);

const KIND_NAMES = new Set(
  ['language', 'instrument', 'sport', 'food', 'drink', 'fruit', 'vegetable', 'herb', 'game', 'religion', 'hobby'].map(
    lemmaOf,
  ),
);
