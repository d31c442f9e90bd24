import { readMood } from '../../understanding/mood.ts';
import {
  clausesOfPassage,
  type AnswerContext,
  type Found,
  found,
  relevant,
  relevantWithBeside,
  told,
  withSequel,
  retold,
  retoldAround,
  shortOf,
} from './context.ts';
import { lemmaOf } from './lemma.ts';
import { membersOf } from './meanings.ts';
import type { Passage } from './passages.ts';
import { asSentence, phraseToThem, saidToThem } from './phrasing.ts';
import { later, linkDistance, type Relevance } from './relevance.ts';
import { memberIn, type PlaceSpan } from './spans.ts';
import { howItWent } from './polar.ts';
import { subjectAt } from './subjects.ts';
import { labelOf } from './who.ts';

/** "Where …?": the place beside the words of the question; for what holds now the latest, for what held the one left. */
export function whereAnswer(context: AnswerContext): Found | null {
  const { reading } = context;
  const asksFrom =
    /\bfrom\b|\bgrow up\b|\bgrew up\b|\bborn\b|\bleave\b|\bleft\b/i.test(reading.text) &&
    !/\bmoved? to\b/i.test(reading.text);
  const asksLiving = /\b(?:live|living|based|move|moved|work|working)\b/i.test(reading.text);
  const candidates = relevantWithBeside(context, 0.5).flatMap((relevance, order) =>
    relevance.passage.places.map((place) => {
      const turn = relevance.passage.message * (reading.asksBefore ? -0.12 : asksLiving ? 0.2 : 0);
      return {
        place,
        relevance,
        score:
          relevance.score -
          order * 0.02 +
          placeFit(place, relevance, asksFrom || reading.asksBefore) +
          turn -
          (isOfOther(place, relevance, context) ? 0.3 : 0) +
          (asksLiving && !reading.asksBefore && isNowAt(place, relevance) ? 0.35 : 0),
      };
    }),
  );
  const company = context.ranked.find(
    ({ passage, enough, matched }) =>
      enough >= 0.5 &&
      matched.some(
        (index) =>
          /^(?:sta[iy]|live|crash|sleep)/.test(passage.words[index]?.lemma ?? '') &&
          passage.words[index + 1]?.lower === 'with',
      ),
  );
  const host = company?.passage.people.find(({ lead }) => lead === 'with');
  if (company !== undefined && host !== undefined && /\bstay|\bcrash|\bsleep/i.test(reading.text))
    return found(asSentence(`with ${labelOf(host, company.passage, context)}`), [company.passage]);
  const asked = new Set(reading.terms.map(({ lemma }) => lemma));
  const [best] = candidates
    .filter(
      ({ place, relevance }) =>
        !relevance.passage.words.slice(place.from, place.to).some((word) => asked.has(word.lemma) && word.isCapital),
    )
    .sort((one, other) => other.score - one.score || later(one.relevance.passage, other.relevance.passage));
  if (best !== undefined) {
    const { place, relevance } = best;
    const lead = /^(?:in|at|near|on|outside|around|under|behind|past|above)$/.test(place.lead)
      ? place.lead
      : asksFrom || place.lead === ''
        ? ''
        : 'in';
    const text = phraseToThem(place.text);
    const whole = relevance.passage.places.find(
      (other) =>
        other.to + 1 === place.from && /^(?:in|at|near|en)$/.test(place.lead) && /^(?:in|at|near|en)$/.test(other.lead),
    );
    if (whole !== undefined)
      return found(asSentence(`${whole.lead === 'at' ? 'at' : 'in'} ${phraseToThem(whole.text)} in ${text}`), [
        relevance.passage,
      ]);
    const also = relevance.passage.places.find(
      (other) => other !== place && other.from === place.to + 1 && /^(?:in|at|near|on)$/.test(other.lead),
    );
    return found(asSentence(`${lead} ${text}${also === undefined ? '' : ` ${also.lead} ${phraseToThem(also.text)}`}`), [
      relevance.passage,
    ]);
  }
  const [first] = relevant(context);
  return first === undefined ? null : found(asSentence(retoldAround(first, context)), [first.passage]);
}

/** Whether the sentence places somebody else than the question asks about. */
function isOfOther(place: PlaceSpan, { passage }: Relevance, { reading, pool }: AnswerContext): boolean {
  const spoken = subjectAt(passage, place.from, pool);
  if (reading.byPerson) return spoken.kind === 'other' && spoken.person !== null;
  if (reading.names.length === 0 && reading.relations.length === 0) return false;
  return spoken.kind === 'self' && passage.people.length === 0;
}

/** "born in Lagos, now freezing in Oslo": whether "now" stands in the place's own stretch. */
function isNowAt(place: PlaceSpan, { passage }: Relevance): boolean {
  for (let index = place.from - 1; index >= Math.max(0, place.from - 6); index -= 1) {
    const word = passage.words[index];
    if (word === undefined || /[,;.!?]/.test(word.gap)) break;
    if (/^(?:now|currently|finally)$/.test(word.lower)) return true;
  }
  return (
    /^(?:now|these|currently|nowadays)$/.test(passage.words[place.to]?.lower ?? '') &&
    !/[,;.!?]/.test(passage.words[place.to - 1]?.gap ?? '')
  );
}

function placeFit(place: PlaceSpan, { matched, passage }: Relevance, asksFrom: boolean): number {
  const distance = linkDistance({ passage, matched }, place.from);
  const isSource = place.lead === 'from' || place.lead === 'leaving' || passage.words[place.from - 1]?.lower === 'left';
  const isStart = passage.words[place.from]?.isCapital === true ? 0.08 : 0;
  return (
    -distance * 0.03 +
    isStart +
    (asksFrom === isSource ? 0.15 : -0.15) +
    (/^(?:in|at|to|for)$/.test(place.lead) ? 0.05 : 0)
  );
}

const CHANGED =
  /\b(?:moved|changed|postponed|rescheduled|pushed|brought forward|rebooked|delayed|switched|shifted|instead)\b/i;

/** "When …?": the time beside the words of the question. */
export function whenAnswer(context: AnswerContext): Found | null {
  const candidates = relevantWithBeside(context, 0.42).flatMap((relevance, order) =>
    relevance.passage.dates.map((date) => {
      const distance = linkDistance(relevance, date.from);
      const isExact = /\d/.test(date.text) ? 0.05 : 0;
      return {
        date,
        relevance,
        score:
          relevance.score -
          order * 0.02 -
          distance * 0.015 +
          isExact +
          (CHANGED.test(relevance.passage.text) ? 0.35 : 0),
      };
    }),
  );
  const [best] = candidates.sort(
    (one, other) => other.score - one.score || later(one.relevance.passage, other.relevance.passage),
  );
  const moved = best === undefined ? undefined : movedTo(best.relevance, context);
  if (moved !== undefined) return found(asSentence(whenSaid(moved.dates[0]?.text ?? '', moved, context)), [moved]);
  if (best !== undefined) {
    const place = alsoAsked(context, best.relevance.passage);
    return found(asSentence(`${whenSaid(best.date.text, best.relevance.passage, context)}${place}`), [
      best.relevance.passage,
    ]);
  }
  const [first] = relevant(context);
  if (first === undefined) return null;
  const around = context.pool.passages.find(
    ({ message, dates }) => message === first.passage.message && dates.length > 0,
  );
  if (around !== undefined) return found(asSentence(whenSaid(around.dates[0]?.text ?? '', around, context)), [around]);
  // "when I was nine": an age is a time of life.
  const age = first.passage.text.match(/\bwhen (?:i|he|she) was [^,.;!?]{1,30}|\bat (?:the age of )?\d{1,2}\b/i)?.[0];
  if (age !== undefined) return found(asSentence(phraseToThem(age)), [first.passage]);
  return null;
}

/** "They moved it to Wednesday": a message soon after that gives what was dated another day. */
function movedTo({ passage }: Relevance, { pool, reading }: AnswerContext): Passage | undefined {
  if (reading.asksBefore) return undefined;
  return pool.passages.find(
    (other) =>
      other.message > passage.message &&
      other.message <= passage.message + 3 &&
      other.dates.length > 0 &&
      CHANGED.test(other.text) &&
      /\b(?:it|it's|that|this)\b/i.test(other.text) &&
      other.people.every(({ name }) => name === null),
  );
}

/** "When and where …?" wants the place as well. */
function alsoAsked({ reading }: AnswerContext, passage: Passage): string {
  if (!/\bwhere\b/i.test(reading.text) || passage.places.length === 0) return '';
  const [place] = passage.places;
  return place === undefined
    ? ''
    : `, ${/^(?:in|at|near|on)$/.test(place.lead) ? place.lead : 'in'} ${phraseToThem(place.text)}`;
}

const RELATIVE =
  /^(?:on )?(?:today|tonight|tonite|tomorrow|tmrw|tomoz|yesterday|last night|this (?:morning|evening|afternoon|week|weekend)|(?:last|next|this) \p{L}+|in .+ (?:days?|weeks?|months?)|.+ ago)/iu;

/** The time as it was said, with the day it was said where that day is past and the words lean on it ("last night"). */
function whenSaid(words: string, { saidAt }: Passage, { now, timeZone }: AnswerContext): string {
  const said = words.replace(/^(?:the )?(\d{1,2}(?:st|nd|rd|th))$/i, 'the $1');
  const turned = phraseToThem(said);
  if (!RELATIVE.test(words)) return turned;
  const day = (date: Date): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long' }).format(date);
  return day(saidAt) === day(now) ? turned : `${turned} (you told me on ${day(saidAt)})`;
}

const BECAUSE =
  /\b(?:because|cause|cuz|coz|'cause|since|as it|so that|due to|thanks to|that's why|thats why|porque|kyunki)\b/i;

/** "Why …?": the reason after "because", the clause beside the one asked about, or the sentence that goes on about it. */
export function whyAnswer(context: AnswerContext): Found | null {
  const candidates = relevant(context, 0.45);
  const withReason = candidates.find(({ passage }) => BECAUSE.test(passage.text));
  const [first] = candidates;
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
  const home = clauses.findIndex(({ start, end }) => matched.some((index) => index >= start && index < end));
  const next = clauses[home + 1];
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
      near.find(({ text, message }) => message === passage.message && FELT.test(text)) ??
      near.find(({ text }) => readMood(text) !== null);
    if (moody !== undefined) return found(asSentence(retold(moody, context)), [moody]);
  }
  const [first] = candidates;
  return first === undefined ? null : found(asSentence(retoldAround(first, context)), [first.passage]);
}

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
  const [first] = preferred(fitting, context);
  if (first === undefined) return null;
  const sequel = withSequel(first, context);
  if (sequel !== null) return found(asSentence(retold(sequel, context)), [first.passage, sequel]);
  return found(asSentence(retoldAround(first, context)), [first.passage]);
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
