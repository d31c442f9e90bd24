import { GIVEN_NAMES } from '../../understanding/name-words.ts';
import { type AnswerContext, type Found, found, relevant, relevantWithBeside, retoldAround } from './context.ts';
import { lemmaOf } from './lemma.ts';
import type { Passage } from './passages.ts';
import { asSentence, phraseToThem } from './phrasing.ts';
import { dayCased, placeCased } from './proper-case.ts';
import { later, linkDistance, type Relevance } from './relevance.ts';
import type { PlaceSpan } from './spans.ts';
import { subjectAt } from './subjects.ts';
import { labelOf } from './who.ts';

/** Says that home is another place now. */
export const MOVED =
  /\b(?:moved|moving in|landed|home now|own place|new place|new flat|new home|settled|relocated|(?:got|have|picked up) (?:the|our|my) keys|keys to)\b/i;

/** "Where …?": the place beside the words of the question; for what holds now the latest, for what held the one left. */
export function whereAnswer(context: AnswerContext): Found | null {
  const { reading } = context;
  const asksFrom =
    /\bfrom\b|\bgrow up\b|\bgrew up\b|\bborn\b|\bleave\b|\bleft\b/i.test(reading.text) &&
    !/\bmoved? to\b/i.test(reading.text);
  const asksLiving = /\b(?:live|living|based|move|moved|work|working)\b/i.test(reading.text);
  const asksHome = /\b(?:live|living|based)\b/i.test(reading.text) && !/\bwill\b|going to|\bsoon\b/i.test(reading.text);
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
          (reading.asksBefore && wasAt(place, relevance) ? 0.4 : 0) +
          turn -
          (isOfOther(place, relevance, context) ? 0.5 : 0) +
          (asksLiving && !reading.asksBefore && isNowAt(place, relevance) ? 0.35 : 0) +
          (asksHome && !reading.asksBefore && relevance.passage.message > 0 && MOVED.test(relevance.passage.text)
            ? 0.3
            : 0),
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
  const [best, second] = candidates
    .filter(
      ({ place, relevance }) =>
        !(asksLiving && !reading.asksBefore && wasAt(place, relevance)) &&
        !(asksHome && willBeAt(place, relevance)) &&
        !relevance.passage.words.slice(place.from, place.to).some((word) => asked.has(word.lemma) && word.isCapital) &&
        // "Signed up to a pottery course" doesn't say where the course is.
        !(asked.has(relevance.passage.words[place.to - 1]?.lemma ?? '') && /^(?:to|for)$/.test(place.lead)),
    )
    .sort((one, other) => other.score - one.score || later(one.relevance.passage, other.relevance.passage));
  const foundAt =
    best === undefined || !/^where (?:was|is|were|are|did)\b/i.test(reading.text)
      ? null
      : foundSince(best.relevance.passage, context);
  if (foundAt !== null) return foundAt;
  if (
    best !== undefined &&
    isClose(best, second) &&
    !reading.asksBefore &&
    !asksLiving &&
    !asksFrom &&
    best.place.to + 1 < (second?.place.from ?? 0)
  )
    return found(asSentence(retoldAround(best.relevance, context, [best.place.to - 1, (second?.place.to ?? 1) - 1])), [
      best.relevance.passage,
    ]);
  if (best !== undefined) {
    const { place, relevance } = best;
    const lead = /^(?:in|at|near|on|outside|around|under|behind|past|above)$/.test(place.lead)
      ? place.lead
      : place.lead === 'to' && GOES.test(reading.text)
        ? 'to'
        : asksFrom || place.lead === ''
          ? ''
          : 'in';
    const text = placeCased(phraseToThem(place.text));
    const whole = relevance.passage.places.find(
      (other) =>
        other.to + 1 === place.from && /^(?:in|at|near|en)$/.test(place.lead) && /^(?:in|at|near|en)$/.test(other.lead),
    );
    if (whole !== undefined)
      return found(
        asSentence(`${whole.lead === 'at' ? 'at' : 'in'} ${placeCased(phraseToThem(whole.text))} in ${text}`),
        [relevance.passage],
      );
    const also = relevance.passage.places.find(
      (other) => other !== place && other.from === place.to + 1 && /^(?:in|at|near|on)$/.test(other.lead),
    );
    return found(
      asSentence(`${lead} ${text}${also === undefined ? '' : ` ${also.lead} ${placeCased(phraseToThem(also.text))}`}`),
      [relevance.passage],
    );
  }
  const journey = GOES_WHERE.test(reading.text) ? journeyTo(context) : null;
  if (journey !== null) return journey;
  const listed = ASKS_PLACES.test(reading.text) ? placesListed(context) : null;
  if (listed !== null) return listed;
  // A sentence that has no more of the question than whom it asks about says nothing of where they are at home.
  const asksOnlyWho = reading.terms.every(
    ({ lemma, relation }) => relation !== null || reading.names.map(lemmaOf).includes(lemma),
  );
  const [first] = asksOnlyWho && ABIDING.test(reading.text) ? [] : relevant(context);
  return first === undefined ? null : found(asSentence(retoldAround(first, context)), [first.passage]);
}

/** Whether two readings of one sentence are about as good: then the sentence is told, which has both. */
export function isClose(
  best: { readonly score: number; readonly relevance: Relevance },
  second: { readonly score: number; readonly relevance: Relevance } | undefined,
): boolean {
  return (
    second !== undefined && second.relevance.passage === best.relevance.passage && best.score - second.score < TOO_CLOSE
  );
}

const TOO_CLOSE = 0.1;

const GOES_WHERE =
  /^where (?:did|have|has|was|were|am|are|is) (?:i|we) (?:just |actually )?(?:go|gone|going|been|back from|come back from|travel\w*|off to|headed|heading|fly\w*|visit\w*)\b/i;
const JOURNEY =
  /\b(?:[Bb]ack from|[Ww]ent to|[Bb]een to|[Tt]rip to|[Ff]l(?:ew|y|ying) to|[Oo]ff to|[Vv]isit(?:ed|ing)?|[Hh]eading to|[Gg]oing to|[Dd]rove to|(?:[Ww]eekend|[Ww]eek|[Hh]oliday|[Hh]olidays|[Ff]ortnight|[Dd]ays?) in) (?<place>(?:the )?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2})/u;

/** "Where did I go?", of "back from Tbilisi": the question has no word to look for but the going. */
function journeyTo({ pool, reading }: AnswerContext): Found | null {
  const isAhead = /\b(?:am|are|is) (?:i|we) (?:going|off|fly\w*|travel\w*|head\w*|visit\w*)/i.test(reading.text);
  const passage = pool.passages.findLast(({ text }) => {
    const journey = JOURNEY.exec(text)?.[0];
    return journey !== undefined && !(isAhead && /^(?:back|went|been|flew|visited|drove)/i.test(journey));
  });
  const place = passage === undefined ? undefined : JOURNEY.exec(passage.text)?.groups?.place;
  return passage === undefined || place === undefined ? null : found(asSentence(`to ${place}`), [passage]);
}

/** "FOUND IT. In the compost.": where a lost thing was in the end. */
function foundSince(lost: Passage, { pool }: AnswerContext): Found | null {
  if (!/\b(?:lost|lose|missing|can'?t find|misplaced|disappeared)\b/i.test(lost.text)) return null;
  const finding = pool.passages.find(
    ({ text, message }) =>
      message > lost.message && message <= lost.message + 4 && /\b(?:found|turned up)\b/i.test(text),
  );
  const where =
    finding === undefined
      ? undefined
      : pool.passages.find(({ message, places }) => message === finding.message && places.length > 0);
  const place = where?.places[0];
  return where === undefined || place === undefined
    ? null
    : found(asSentence(`${place.lead === '' ? 'in' : place.lead} ${phraseToThem(place.text)}`), [where]);
}

const ASKS_PLACES = /\b(?:cities|countries|places|towns|islands|stops)\b|\bvisit(?:ing|ed)?\b/i;
const PLACE_LIST =
  /(?<list>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?(?:(?:,? (?:and|then|&|and then) |, ?|\s?(?:→|->|>)\s?)\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)+)/u;

/** "Vienna, Ljubljana, then Split": a row of capitals that are nobody's names. */
function placesListed({ pool }: AnswerContext): Found | null {
  const passage = pool.passages.findLast(({ text }) => {
    const words = (PLACE_LIST.exec(text)?.groups?.list ?? '').match(/\p{Lu}[\p{L}'-]+/gu) ?? [];
    const given = words.filter((word) => GIVEN_NAMES.has(word.toLowerCase()));
    return words.length > 0 && given.length * 2 < words.length;
  });
  const list = passage === undefined ? undefined : PLACE_LIST.exec(passage.text)?.groups?.list;
  return passage === undefined || list === undefined ? null : found(asSentence(list), [passage]);
}

/** Where people are from and at home, at work: not told in passing of something else. */
const ABIDING = /\b(?:from|live|living|work|working|based|born)\b/i;

/** "Where is she moving?": to a place, not in one. */
const GOES = /\b(?:go|going|move|moving|moved|travell?ing|fly|flying|head|heading)\b/i;

/** Whether the sentence places somebody else than the question asks about. */
function isOfOther(place: PlaceSpan, { passage }: Relevance, { reading, pool }: AnswerContext): boolean {
  const spoken = subjectAt(passage, place.from, pool);
  if (reading.byPerson) return spoken.kind === 'other' && spoken.person !== null;
  if (reading.names.length === 0 && reading.relations.length === 0) return false;
  return spoken.kind === 'self' && passage.people.length === 0;
}

/** "I used to live in Pune", "leaving my job at Careem": the place of a time that is over. */
function wasAt(place: PlaceSpan, { passage }: Relevance): boolean {
  const before = passage.words.slice(Math.max(0, place.from - 8), place.from).map(({ lower }) => lower);
  return / used to |(?: old| last| previous| former) (?:job|work|place|role|company|employer|firm|school|flat|house|home|office)(?: was)?(?: at| in| with)? $| (?:leaving|left|quit|quitting) (?:my|the|our) (?:\S+ )?(?:job|work|post|role|position)(?: \S+)? /.test(
    ` ${before.join(' ')} `,
  );
}

/** "We're moving to York next month": the place of a time to come. */
function willBeAt(place: PlaceSpan, { passage }: Relevance): boolean {
  const before = passage.words.slice(Math.max(0, place.from - 6), place.from).map(({ lower }) => lower);
  return /(?:^| )(?:moving|relocating|emigrating|(?:going|gonna|will|want|plan|planning|hoping|about)(?: to)? (?:move|relocate|live))(?: |$)/.test(
    before.join(' '),
  );
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

/** A time of day by the clock. */
export const CLOCK =
  /\d ?(?:am|pm)\b|\d[:.]\d\d|\b(?:half|quarter) |\bo'?clock\b|\b(?:noon|midnight)\b|\bat (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|^\d{1,2} ?(?:-|to|till|until) ?\d/i;

const CHANGED =
  /\b(?:moved|changed|postponed|rescheduled|pushed|brought forward|rebooked|delayed|switched|shifted|instead)\b/i;

/** "When …?": the time beside the words of the question. */
export function whenAnswer(context: AnswerContext): Found | null {
  const asksClock = /^(?:(?:at )?what time|what'?s? the time)\b/i.test(context.reading.text);
  const asksYear = /^(?:in )?(?:what|which) year\b/i.test(context.reading.text);
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
          (asksClock ? (CLOCK.test(date.text) ? 0.3 : -0.2) : 0) +
          (asksYear ? (/\b(?:19|20)\d\d\b/.test(date.text) ? 0.3 : -0.2) : 0) +
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

const SITUATION =
  /\b(?:on (?:the|my) (?:train|bus|tube|commute|way (?:to|home|back|there)[^,.;!?]{0,20}|plane|sofa|couch|toilet|loo|treadmill)|(?:before|after|during|while|whenever|when|in between|between) [^,.;!?]{2,40}|in (?:bed|the (?:bath|shower|car))|over (?:breakfast|lunch|dinner|coffee)|at (?:lunch|breakfast|dinner|bedtime|night))/i;

/** "When do I read?", of "only on the train": what is done as a rule is timed by what else is done. */
export function whenBySituation(context: AnswerContext): Found | null {
  if (!/^when (?:do|does) \b/i.test(context.reading.text)) return null;
  const best = relevant(context).find(({ passage }) => SITUATION.test(passage.text));
  const words = best === undefined ? undefined : SITUATION.exec(best.passage.text)?.[0];
  return best === undefined || words === undefined ? null : found(asSentence(phraseToThem(words)), [best.passage]);
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
export function whenSaid(words: string, { saidAt }: Passage, { now, timeZone }: AnswerContext): string {
  const said = words.replace(/^(?:the )?(\d{1,2}(?:st|nd|rd|th))$/i, 'the $1');
  const turned = dayCased(phraseToThem(said));
  if (!RELATIVE.test(words)) return turned;
  const day = (date: Date): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long' }).format(date);
  return day(saidAt) === day(now) ? turned : `${turned} (you told me on ${day(saidAt)})`;
}
