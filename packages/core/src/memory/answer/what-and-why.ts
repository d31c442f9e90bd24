import { readMood } from '../../understanding/mood.ts';
import {
  type AnswerContext,
  clausesOfPassage,
  type Found,
  found,
  isGrammar,
  relevant,
  relevantWithBeside,
  retold,
  retoldAround,
  shortOf,
  told,
  withSequel,
} from './context.ts';
import { isOccupation } from '../extract/occupations.ts';
import { lemmaOf } from './lemma.ts';
import { membersOf, nearness } from './meanings.ts';
import type { Passage } from './passages.ts';
import { asSentence, saidToThem } from './phrasing.ts';
import { howItWent } from './polar.ts';
import { later, type Relevance } from './relevance.ts';
import { memberIn } from './spans.ts';
import { subjectAt } from './subjects.ts';

const BECAUSE =
  /\b(?:because|cause|cuz|coz|'cause|since|as it|so that|due to|thanks to|that's why|thats why|porque|kyunki)\b/i;

/** "Why …?": the reason after "because", the clause beside the one asked about, or the sentence that goes on about it. */
export function whyAnswer(context: AnswerContext): Found | null {
  const candidates = relevant(context, 0.45);
  const withReason = candidates.find(({ passage }) => BECAUSE.test(passage.text));
  // Why something was or was done stands where it was told first.
  const [best] = candidates;
  const first = /^why (?:was|were|did|didn'?t|wasn'?t)\b/i.test(context.reading.text)
    ? [...candidates]
        .filter(({ score }) => score >= (best?.score ?? 0) - 0.15)
        .sort((one, other) => later(other.passage, one.passage))[0]
    : best;
  if (withReason !== undefined && (first === undefined || withReason.score >= first.score - 0.25)) {
    const at = BECAUSE.exec(withReason.passage.text);
    const rest = withReason.passage.text.slice((at?.index ?? 0) + (at?.[0].length ?? 0));
    const reason = saidToThem(rest.replace(/^\s*(?:of )?/i, ''));
    if (reason !== '')
      return found(asSentence(`because ${shortOf(reason, context.pool.messages)}`), [withReason.passage]);
  }
  const reveals = context.pool.passages.find(
    (passage) =>
      /\b(?:turns out|turned out|the reason|that's why|apparently)\b/i.test(passage.text) &&
      candidates.some((other) => Math.abs(other.passage.message - passage.message) <= 1),
  );
  if (reveals !== undefined) return found(asSentence(retold(reveals, context)), [reveals]);
  if (first === undefined) return null;
  const { passage, matched } = first;
  const clauses = clausesOfPassage(passage);
  // A bare "why not?" has no word of the sentence: what is asked about stands first.
  const home = Math.max(
    0,
    clauses.findIndex(({ start, end }) => matched.some((index) => index >= start && index < end)),
  );
  const next = clauses.slice(home + 1).find((clause) => givesReason(passage, clause));
  if (clauses.length > 1 && next !== undefined) {
    const text = passage.text.slice(passage.words[next.start]?.start, passage.words[next.end - 1]?.end);
    return found(
      asSentence(shortOf(`because ${saidToThem(text.replace(/^(?:so|and|as|but)\s+/i, ''))}`, context.pool.messages)),
      [passage],
    );
  }
  // "Miguel and I are done. He cheated.": what follows a bare statement explains it.
  const place = context.pool.passages.indexOf(passage);
  const after = context.pool.passages[place + 1];
  const before = context.pool.passages[place - 1];
  const sibling = after?.message === passage.message ? after : before?.message === passage.message ? before : undefined;
  if (sibling !== undefined && told(first) <= 1) return found(asSentence(retold(sibling, context)), [passage, sibling]);
  return found(asSentence(retold(passage, context)), [passage]);
}

/** Whether a clause says enough to be a reason: "though" says nothing. */
function givesReason({ words }: Passage, { start, end }: { start: number; end: number }): boolean {
  return (
    words
      .slice(start, end)
      .filter(
        ({ lower }) => !isGrammar(lower) && !/^(?:though|tho|anyway|lol|haha|ugh|sadly|luckily|too|again)$/.test(lower),
      ).length >= 1
  );
}

/** "How did I feel …?": the sentence of that message, or the next, that carries a mood. */
export function feelingAnswer(context: AnswerContext): Found | null {
  const candidates = relevant(context, 0.4);
  for (const { passage } of candidates) {
    const near = context.pool.passages
      .filter(
        ({ message, sentence }) => message === passage.message || (message === passage.message + 1 && sentence === 0),
      )
      .sort((one, other) => Number(other === passage) - Number(one === passage) || one.message - other.message);
    const moody =
      near.find(({ text, message }) => message === passage.message && FELT_OUTRIGHT.test(text)) ??
      near.find(({ text, message }) => message === passage.message && FELT.test(text)) ??
      near.find(({ text }) => readMood(text) !== null);
    if (moody !== undefined) return found(asSentence(retold(moody, context)), [moody]);
  }
  const [first] = candidates;
  return first === undefined ? null : found(asSentence(retoldAround(first, context)), [first.passage]);
}

const AS_A = /\b(?:as|was) (?:an? |the )?(?<job>[\p{L} -]{3,40}?)(?=$|[,.!;:]| at | in | for | and | with | until )/giu;

/** "What was my job?", of "40 years as a bus driver". */
export function jobSaid(context: AnswerContext): Found | null {
  if (
    !/^what (?:was|were|is|did|do) (?:my (?:old |last |previous |former )?(?:job|work|profession|career)|i do (?:for (?:a living|work)|before))\b/i.test(
      context.reading.text,
    )
  )
    return null;
  for (const passage of [...context.pool.passages].reverse()) {
    const job = [...passage.text.matchAll(AS_A)].map(({ groups }) => groups?.job ?? '').find(isOccupation);
    if (job !== undefined && subjectAt(passage, passage.words.length - 1, context.pool).kind === 'self')
      return found(asSentence(job), [passage]);
  }
  return null;
}

/** A feeling by its name; "the house feels huge" is none. */
const FELT_OUTRIGHT =
  /\b(?:gutted|proud|sad|happy|angry|furious|thrilled|nervous|anxious|scared|relieved|excited|devastated|heartbroken|embarrassed|ashamed|jealous|lonely|exhausted|over the moon|buzzing|chuffed|terrified|annoyed|disappointed|grateful|overwhelmed|stressed|calm|guilty|bawling|sobbing|in tears|in bits|crying|welling up|emotional|heartbroken|homesick|furious)\b/i;
const FELT =
  /\b(?:feel(?:s|ing)?|felt|gutted|proud|sad|happy|angry|furious|thrilled|nervous|anxious|scared|relieved|excited|devastated|heartbroken|embarrassed|ashamed|jealous|lonely|exhausted|destroyed|over the moon|buzzing|chuffed|terrified|weird|annoyed|disappointed|cried|crying)\b/i;

/** "What …?" and all that fits nothing narrower: the thing asked for, in the sentence that holds it. */
export function whatAnswer(context: AnswerContext): Found | null {
  const { reading } = context;
  if (
    /\b(?:results?|outcome|verdict|diagnosis|happen(?:ed)?|come of|became of|become of|end up)\b/i.test(reading.text)
  ) {
    const outcome = howItWent(context);
    if (outcome !== null) return outcome;
  }
  const { focus } = reading;
  const timed = /^what(?:'s| is| was) (?:my|our|the) (?:\p{L}+ )?(?:time|score|final score|result|pb)$/iu.test(
    reading.text,
  )
    ? context.pool.passages.findLast(({ numbers }) => numbers.some(({ value }) => Number.isNaN(value)))
    : undefined;
  const score = timed?.numbers.find(({ value }) => Number.isNaN(value));
  if (timed !== undefined && score !== undefined) return found(asSentence(score.text), [timed]);
  if (
    /\b(?:ha(?:ve|s)(?: got)?|got|diagnosed with|wrong with .+|suffer(?:s|ing)? from|ill with|sick with)$/i.test(
      reading.text,
    ) ||
    /\bwrong with\b/i.test(reading.text)
  ) {
    const isTheirs = reading.names.length === 0 && reading.relations.length === 0;
    const ill = (isTheirs ? context.ranked : relevantWithBeside(context, 0.4)).find(
      ({ passage }) =>
        memberIn(passage.words, lemmaOf('condition')) >= 0 &&
        (!isTheirs ||
          subjectAt(passage, memberIn(passage.words, lemmaOf('condition')), context.pool).kind === 'self' ||
          /(?:doctor|doc|finally|diagnos)/i.test(passage.text)),
    );
    const [told] = isTheirs ? [] : relevant(context, 0.4);
    const since =
      told === undefined || ill !== undefined
        ? undefined
        : context.pool.passages.find(
            ({ message, words, people }) =>
              message > told.passage.message &&
              message <= told.passage.message + 3 &&
              people.length === 0 &&
              memberIn(words, lemmaOf('condition')) >= 0,
          );
    if (told !== undefined && since !== undefined)
      return found(asSentence(retold(since, context)), [told.passage, since]);
    if (ill !== undefined)
      return found(asSentence(retoldAround(ill, context, [memberIn(ill.passage.words, lemmaOf('condition'))])), [
        ill.passage,
      ]);
  }
  const candidates = relevant(context);
  const members = focus === null ? null : membersOf(focus);
  if (focus !== null && members !== null) {
    const withMember = context.ranked.find(
      ({ passage, score, unmatched }) =>
        memberIn(passage.words, focus) >= 0 &&
        score >= 0.5 &&
        score >= (candidates[0]?.score ?? 0) - 0.15 &&
        unmatched.every(({ lemma, weight }) => lemma === focus || weight < 1 || reading.terms.length > 2),
    );
    if (withMember !== undefined)
      return found(asSentence(retoldAround(withMember, context, [memberIn(withMember.passage.words, focus)])), [
        withMember.passage,
      ]);
  }
  const fitting = candidates.filter(({ unmatched, passage }) =>
    isCovered(
      unmatched.map(({ lemma }) => lemma),
      focus,
      passage,
      context,
    ),
  );
  const [near] = preferred(fitting, context);
  const first = near === undefined ? undefined : (ofTheDoing(near, context) ?? near);
  if (first === undefined) return null;
  const revealed = revealedAfter(first, context);
  if (revealed !== null) return found(asSentence(retold(revealed, context)), [first.passage, revealed]);
  const sequel = withSequel(first, context);
  if (sequel !== null) return found(asSentence(retold(sequel, context)), [first.passage, sequel]);
  return found(asSentence(retoldAround(first, context)), [first.passage]);
}

const ASKS_DONE = /^what did (?:i|we|they|he|she) (?:all )?(?:do|get up to|end up doing)\b/i;
const DONE =
  /\b(?:went|took|had|did|ate|saw|made|got|played|watched|spent|gave|came|drove|cooked|danced|drank|\p{L}{3,}ed)\b/iu;

/** "What did we do for my birthday?", where the day was told beforehand and what was done soon after. */
export function wasDone(context: AnswerContext): Found | null {
  if (!ASKS_DONE.test(context.reading.text)) return null;
  const [first] = relevant(context);
  if (first === undefined || DONE.test(first.passage.text)) return null;
  const place = context.pool.passages.indexOf(first.passage);
  const after = context.pool.passages
    .slice(place + 1, place + 4)
    .find(({ text, message }) => message <= first.passage.message + 2 && DONE.test(text));
  return after === undefined ? null : found(asSentence(retold(after, context)), [first.passage, after]);
}

/** "What did we eat after the graduation?": the sentence that says what was eaten, not the one that only tells of the graduation. */
function ofTheDoing(first: Relevance, { reading, ranked }: AnswerContext): Relevance | null {
  const doing = reading.terms.filter(({ isAdjunct }) => !isAdjunct);
  if (doing.length === 0 || doing.length === reading.terms.length) return null;
  const does = ({ passage }: Relevance): boolean =>
    doing.some((term) => passage.words.some((word) => nearness(term, word) > 0));
  if (does(first)) return null;
  return (
    ranked.find(
      (one) =>
        does(one) &&
        one.score >= 0.45 &&
        one.passage.message >= first.passage.message &&
        one.passage.message <= first.passage.message + 2,
    ) ?? null
  );
}

const UNKNOWN =
  /\b(?:something|someone|a surprise|a secret|guess what|no idea what|don'?t know what|waiting to (?:hear|find out))\b/i;
const REVEALS =
  /^(?:(?:so|ok|well|turns out|and|it turns out|update|yep|omg|haha|lol)[,:!. ]+)*(?:it|that|they|the \p{L}+|he|she)(?:'s| was| is| were|'re| are| turned out to be)\b/iu;

/** "They found something in his stomach." "It was a sock": what was not known then is said soon after. */
function revealedAfter({ passage }: Relevance, { pool }: AnswerContext): Passage | null {
  if (!UNKNOWN.test(passage.text)) return null;
  const place = pool.passages.indexOf(passage);
  return (
    pool.passages
      .slice(place + 1, place + 5)
      .find(({ text, message }) => message <= passage.message + 3 && REVEALS.test(text) && !UNKNOWN.test(text)) ?? null
  );
}

/** The best, or of those as good the latest where what holds now is asked. */
function preferred(candidates: readonly Relevance[], { reading }: AnswerContext): readonly Relevance[] {
  const [first] = candidates;
  if (first === undefined) return [];
  const equals = candidates.filter(({ score, direct }) => score >= first.score - 0.05 && direct >= first.direct - 0.1);
  return [...equals].sort((one, other) => (reading.asksBefore ? -1 : 1) * later(one.passage, other.passage));
}

/** Whether what the sentence lacks of the question can be missing: a general noun, not the very thing asked for. */
function isCovered(
  unmatched: readonly string[],
  focus: string | null,
  passage: Passage,
  { reading }: AnswerContext,
): boolean {
  const favourite = lemmaOf('favourite');
  if (reading.terms.some(({ lemma }) => lemma === favourite)) return unmatched.length === 0;
  if (focus === null) return unmatched.length < Math.max(1, reading.terms.length - 1) || unmatched.length === 0;
  if (!unmatched.includes(focus)) return true;
  if (GENERAL.has(focus)) return true;
  return reading.terms.length > 2 && unmatched.length === 1 && passage.words.length > 0 && membersOf(focus) === null;
}

const GENERAL = new Set(
  'piec type style thing stuff news plan problem advice kind sort part place idea good bad role big'.split(' '),
);
