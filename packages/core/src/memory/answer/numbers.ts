import { distanceTo, leadOf } from './ages.ts';
import { type AnswerContext, type Found, found, relevant, relevantWithBeside } from './context.ts';
import type { Passage } from './passages.ts';
import { asSentence } from './phrasing.ts';
import { later, linkDistance, type Relevance } from './relevance.ts';
import type { NumberSpan } from './spans.ts';
import { subjectAt } from './subjects.ts';
import { numberOf, numberWord } from './words.ts';

/** "How much have I saved?", "what's my rent?": the amount beside the words of the question, the latest of a story. */
export function amountAnswer(context: AnswerContext): Found | null {
  const { reading } = context;
  const asksWas = /^(?:how much|what) was\b/i.test(reading.text);
  const asksEnd = reading.asksNow || /\b(?:so far|saved|end|left|now|have i|have we)\b/i.test(reading.text);
  const scored = relevantWithBeside(context, 0.35).flatMap((relevance) => {
    const { passage } = relevance;
    return passage.numbers
      .filter(({ kind }) => kind === 'money' || kind === 'count')
      .map((number) => {
        const distance = linkDistance(relevance, number.from);
        const lead = passage.words[number.from - 1]?.lower ?? '';
        const isSource = lead === 'from';
        const reached = /^(?:got|to|at|have|now|is|was|down|up)$/.test(lead);
        return {
          number,
          passage,
          score:
            relevance.score -
            distance * 0.02 +
            (number.kind === 'money' ? 0.1 : 0) +
            (isSource === (reading.asksBefore || (asksWas && FROM_TO.test(passage.text))) ? 0.05 : -0.2) +
            (asksEnd ? passage.message * 0.05 + (reached ? 0.15 : 0) : 0),
        };
      });
  });
  const story = storyAmounts(context);
  const [best] = [...scored, ...story].sort(
    (one, other) => other.score - one.score || later(one.passage, other.passage),
  );
  if (best === undefined) return null;
  return found(asSentence(measured(best.number, best.passage)), [best.passage]);
}

/** "From 950 to 1,100": what it was, and what it is. */
const FROM_TO = /\bfrom [£$€]?[\d.,]+k? (?:\p{L}+ )?to [£$€]?[\d.,]+/iu;

const MEASURE =
  /^(?:kilos?|kgs?|kilograms?|grams?|lbs?|pounds?|stone|ounces?|oz|cms?|centimetres?|metres?|meters?|kms?|kilometres?|miles?|feet|ft|inch(?:es)?|litres?|liters?|pints?|percent|%|calories|hours?|minutes?)$/;
const PER = /^(?:a|an|per|each|every)$/;
const PERIOD = /^(?:hour|day|night|week|fortnight|month|year|person|head)$/;

/** An amount with what it is measured in: "82 kilos", "900 a month". */
function measured({ text, to }: NumberSpan, { words }: Passage): string {
  const at = (index: number): string => words[index]?.lower ?? '';
  const unit = MEASURE.test(at(to)) ? 1 : 0;
  const period = PER.test(at(to + unit)) && PERIOD.test(at(to + unit + 1)) ? 2 : 0;
  const further = words.slice(to, to + unit + period).map(({ raw }) => raw);
  return [text, ...further].join(' ');
}

/** Amounts of messages that go on with a story without its words: "Up to 1,450!". */
function storyAmounts(context: AnswerContext): { number: NumberSpan; passage: Passage; score: number }[] {
  const [first] = relevant(context, 0.5);
  if (
    first === undefined ||
    (!context.reading.asksNow && !/\b(?:so far|saved|in the end|have i|have we)\b/i.test(context.reading.text))
  )
    return [];
  return context.pool.passages
    .filter(
      ({ message, words }) =>
        message > first.passage.message && message <= first.passage.message + 3 && words.length <= 10,
    )
    .flatMap((passage) =>
      passage.numbers
        .filter(({ kind, unit }) => kind === 'money' || unit === null || passage.words.length <= 4)
        .map((number) => ({ number, passage, score: 1.3 + passage.message * 0.05 })),
    );
}

/** "How long …?", "how many years …?": a length said, or the years between two ages or since a year. */
export function durationAnswer(context: AnswerContext): Found | null {
  const { reading } = context;
  const unitAsked = /how many (years|months|weeks|days|hours|minutes|nights)/i.exec(reading.text)?.[1]?.toLowerCase();
  const candidates = relevantWithBeside(context, 0.45);
  for (const relevance of candidates) {
    const { passage } = relevance;
    const length = passage.numbers
      .filter(
        ({ kind, text }) =>
          (kind === 'duration' || (kind === 'age' && /\p{L}/u.test(text))) &&
          (unitAsked === undefined || text.toLowerCase().includes(unitAsked.slice(0, -1))),
      )
      .sort((one, other) => distanceTo(one, relevance) - distanceTo(other, relevance))[0];
    if (
      length !== undefined &&
      !/\b(?:ago|in)\b/i.test(`${passage.words[length.from - 1]?.lower ?? ''} ${passage.words[length.to]?.lower ?? ''}`)
    )
      return found(asSentence(length.text), [passage]);
    const since = sinceYears(relevance, context);
    if (since !== null) return since;
    const ago = passage.dates.find(({ text }) => /\bago$/i.test(text));
    if (ago !== undefined)
      return found(asSentence(`about ${ago.text.replace(/\s*ago$/i, '')}, when you told me`), [passage]);
    const date = passage.dates[0];
    if (
      date !== undefined &&
      unitAsked === undefined &&
      /\b(?:since|from|start|began)/i.test(
        `${passage.words[date.from - 1]?.lower ?? ''} ${date.text} ${passage.text.match(/\bsince\b/i)?.[0] ?? ''}`,
      )
    )
      return found(
        asSentence(/^(?:since|from)\b/i.test(date.text) ? date.text : `since ${date.text.replace(/^(?:in|on) /i, '')}`),
        [passage],
      );
  }
  return null;
}

const STOPPED = /\b(?:stopped|quit|gave (?:it )?up|left|ended|until|till|til|finished)\b[^.;!?]{0,20}$/i;

/** Years between then and now: from the age then and the age now, or from the year. */
function sinceYears({ passage }: Relevance, context: AnswerContext): Found | null {
  const year = /\b(?:since|in|from) ((?:19|20)\d\d)\b/i.exec(passage.text)?.[1];
  const nowYear = Number(
    new Intl.DateTimeFormat('en-CA', { timeZone: context.timeZone, year: 'numeric' }).format(context.now),
  );
  if (year !== undefined && nowYear > Number(year)) {
    const years = nowYear - Number(year);
    return found(`About ${years === 1 ? 'a year' : `${numberWord(years)} (${years}) years`}, since ${year}.`, [
      passage,
    ]);
  }
  const then = passage.numbers.find(
    (number) =>
      /^(?:at|was|when|aged)$/.test(leadOf(number, passage)) && (number.kind === 'age' || number.kind === 'count'),
  );
  if (then === undefined) return null;
  // "From six and stopped at 18": both ends are told.
  const end = passage.numbers.find(
    (number) =>
      number !== then &&
      number.value > then.value &&
      number.value <= 115 &&
      STOPPED.test(passage.text.slice(0, passage.words[number.from]?.start)),
  );
  if (end !== undefined && Number.isFinite(end.value))
    return found(`${end.value - then.value} years: from ${then.value} to ${end.value}.`, [passage]);
  const current = ageNow(context, then);
  if (current === null || current.value <= then.value) return null;
  return found(
    `${current.value - then.value} years: from ${then.value} to ${current.value}.`,
    current.passage === null ? [passage] : [passage, current.passage],
    current.facts,
  );
}

function ageNow(
  context: AnswerContext,
  then: NumberSpan,
): { value: number; passage: Passage | null; facts: AnswerContext['facts'] } | null {
  const fact = context.facts.find(
    ({ slot, subject, status }) => slot === 'age' && subject.key === 'self' && status === 'active',
  );
  const known = fact?.value === undefined || fact.value === null ? null : numberOf(fact.value.toLowerCase());
  if (fact !== undefined && known !== null) return { value: known, passage: null, facts: [fact] };
  for (const passage of [...context.pool.passages].reverse()) {
    const age = passage.numbers.find(
      (number) =>
        number.kind === 'age' &&
        number !== then &&
        number.value !== then.value &&
        subjectAt(passage, number.from, context.pool).kind === 'self',
    );
    if (age !== undefined) return { value: age.value, passage, facts: [] };
  }
  return null;
}

const OFTEN = /^(?:every|each|once|twice|daily|weekly|monthly|yearly|fortnightly|three times|four times|\d)|s$/i;

/** "How often …?": the rhythm said. */
export function frequencyAnswer(context: AnswerContext): Found | null {
  for (const { passage } of relevant(context, 0.45)) {
    const rhythm = passage.dates.find(({ text }) => OFTEN.test(text));
    if (rhythm !== undefined) return found(asSentence(rhythm.text.replace(/^on /i, 'on ')), [passage]);
  }
  return null;
}
