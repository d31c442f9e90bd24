import { type AnswerContext, type Found, found } from './context.ts';
import { lemmaOf } from './lemma.ts';
import { isRelationFor } from './meanings.ts';
import type { Passage } from './passages.ts';
import { asSentence } from './phrasing.ts';
import { later, linkDistance, type Relevance } from './relevance.ts';
import type { NumberSpan, PersonSpan } from './spans.ts';
import { type SpokenOf, subjectAt } from './subjects.ts';
import { numberOf, numberWord } from './words.ts';

/** "How old is …?", "how old was I when …?": an age said, or worked out from one said. */
export function ageAnswer(context: AnswerContext): Found | null {
  const { reading, pool } = context;
  const isPast = /\bwas i\b|\bwere we\b|\bi was\b/i.test(reading.text);
  const candidates = context.ranked.flatMap((relevance) =>
    relevance.passage.numbers.flatMap((number) => {
      const age = ageOf(number, relevance.passage);
      return age === null ? [] : [{ age, number, relevance }];
    }),
  );
  if (isPast) {
    // "how old was I when I moved": the age beside "when" or "at", in the sentence that speaks of it.
    const then = candidates.find(
      ({ number, relevance }) =>
        relevance.score >= 0.5 && /^(?:at|was|when|aged|age|since|turned)$/.test(leadOf(number, relevance.passage)),
    );
    return then === undefined ? null : found(`You were ${then.age}.`, [then.relevance.passage]);
  }
  const asksWas = /\b(?:was|were)\b/i.test(reading.text);
  const aboutSelf = /\b(?:am i|i am|i'm|my age|i turning)\b/i.test(reading.text);
  const fitting = candidates
    .filter(({ number, relevance }) => {
      const lead = leadOf(number, relevance.passage);
      if (/^(?:when|at|since)$/.test(lead) || (/^(?:was|were)$/.test(lead) && !asksWas)) return false;
      const spoken = subjectAt(relevance.passage, number.from, pool);
      const appositive = relevance.passage.people.find(({ to }) => to === number.from);
      if (isOfOther(spoken, appositive, context)) return false;
      if (aboutSelf)
        return spoken.kind === 'self' && (appositive === undefined || /\bi'?m\b/i.test(relevance.passage.text));
      return relevance.score >= 0.5 && (appositive !== undefined || spoken.kind === 'other' || relevance.direct > 0);
    })
    .map((candidate) => ({
      ...candidate,
      score:
        candidate.relevance.score -
        distanceTo(candidate.number, candidate.relevance) * 0.02 +
        (CORRECTS.test(candidate.relevance.passage.text) ? 0.4 : 0),
    }))
    .sort((one, other) => other.score - one.score || later(one.relevance.passage, other.relevance.passage));
  const grown = aboutSelf ? grownAge(context) : null;
  if (grown !== null) return grown;
  if (aboutSelf && fitting.length === 0) return relativeAge(context);
  const [best] = aboutSelf
    ? [...fitting].sort((one, other) => later(one.relevance.passage, other.relevance.passage))
    : fitting;
  if (best === undefined) return null;
  const { passage } = best.relevance;
  const turning = /\bturn/i.test(reading.text);
  if (aboutSelf) return found(turning ? `${best.age}: you told me so.` : `You're ${best.age}.`, [passage]);
  const who = spokenSubject(context);
  return found(
    asSentence(
      who === null
        ? `${best.age}`
        : turning
          ? `${who} is turning ${best.age}`
          : `${who} ${/\bwas\b/i.test(reading.text) ? 'was' : 'is'} ${best.age}`,
    ),
    [passage],
  );
}

/** "A teacher for 11 years, started when I was 23", "I was 19 when I had my son, he's 11 now": the years since an age. */
function grownAge({ pool }: AnswerContext): Found | null {
  for (const passage of [...pool.passages].reverse()) {
    if (!/\b(?:when i was|i was)\b/i.test(passage.text)) continue;
    const then = passage.numbers.find(
      (number) =>
        number.value <= 115 &&
        /\b(?:when )?i was (?:about |just |only )?$/i.test(passage.text.slice(0, passage.words[number.from]?.start)),
    );
    const since = passage.numbers.find(
      (number) =>
        number !== then &&
        ((number.kind === 'duration' && /years?/i.test(number.text) && /\b(?:for|been)\b/i.test(passage.text)) ||
          (number.kind === 'age' &&
            /\bwhen (?:i|we) (?:had|got|adopted|met|gave birth)\b/i.test(passage.text) &&
            subjectAt(passage, number.from, pool).kind === 'other')),
    );
    if (then === undefined || since === undefined || Number.isNaN(then.value + since.value)) continue;
    return found(`You're ${then.value + since.value}: ${then.value} then, and ${since.value} years on.`, [passage]);
  }
  return null;
}

/** "My sister is 31, I'm four years younger." */
function relativeAge({ pool }: AnswerContext): Found | null {
  for (const passage of [...pool.passages].reverse()) {
    const times = /\bi'?m (twice|double|half) \p{L}[\p{L}' ]{2,30} age\b/iu.exec(passage.text)?.[1]?.toLowerCase();
    const theirs = passage.numbers.find(({ kind }) => kind === 'age');
    if (times !== undefined && theirs !== undefined)
      return found(`${times === 'half' ? theirs.value / 2 : theirs.value * 2}: ${times} of ${theirs.value}.`, [
        passage,
      ]);
    const match = /\bi'?m (\p{L}+|\d{1,2}) years? (younger|older)\b/iu.exec(passage.text);
    const difference = match === null ? null : numberOf((match[1] ?? '').toLowerCase());
    const other = passage.numbers.find(({ kind }) => kind === 'age');
    if (match === null || difference === null || other === undefined) continue;
    const age = match[2]?.toLowerCase() === 'younger' ? other.value - difference : other.value + difference;
    return found(asSentence(`${age}: ${numberWord(difference)} years ${match[2]?.toLowerCase()} than ${other.value}`), [
      passage,
    ]);
  }
  return null;
}

/** How people announce that what follows puts something right. */
const CORRECTS = /\b(?:wrong|actually|correction|i meant|mixed up|messed up|oops|sorry|my bad|turns out|update)\b/i;

/** Whether a sentence's age is somebody's whom the question does not ask about. */
function isOfOther(
  spoken: SpokenOf,
  appositive: PersonSpan | undefined,
  { reading, acquaintances }: AnswerContext,
): boolean {
  if (reading.names.length === 0 && reading.relations.length === 0) return false;
  const person = appositive ?? (spoken.kind === 'other' ? spoken.person : null);
  if (person === null || person === undefined) return false;
  const lemmas = reading.names.map(lemmaOf);
  const own = person.name === null ? [] : person.name.toLowerCase().split(/\s+/).map(lemmaOf);
  if (own.some((lemma) => lemmas.includes(lemma))) return false;
  const relations =
    person.relation === null
      ? acquaintances
          .filter(({ name }) => name !== null && own.includes(lemmaOf(name.toLowerCase())))
          .map(({ relation }) => relation)
      : [person.relation];
  if (reading.relations.some((asked) => relations.some((relation) => isRelationFor(asked, relation)))) return false;
  return !acquaintances.some(
    ({ name, relation }) =>
      name !== null &&
      lemmas.includes(lemmaOf(name.toLowerCase())) &&
      relations.includes(relation) &&
      person.name === null,
  );
}

/** The subject of the question, said to the person: `Your grandma`, `Leif`; null for a pronoun. */
function spokenSubject({ reading }: AnswerContext): string | null {
  const match =
    /\b(?:is|was|old are|are)\s+((?:my|our)\s+)?(\p{L}[\p{L}'-]*(?:\s\p{L}[\p{L}'-]*)?)(?:\s+(?:now|turning|again|today))?$/iu.exec(
      reading.text,
    );
  if (match === null || /^(?:he|she|it|they|i|we)\b/i.test(match[2] ?? '')) return null;
  return `${match[1] === undefined ? '' : 'your '}${(match[2] ?? '').replace(/\s+turning$/i, '')}`;
}

/** The word before a number; `when` for "when I was 12". */
export function leadOf(number: NumberSpan, passage: Passage): string {
  const before = passage.words[number.from - 1]?.lower ?? '';
  const owner = passage.words[number.from - 3]?.lower ?? '';
  return before === 'was' && owner === 'when' ? 'when' : before;
}

/** The age that a number says, as a word or digits; null when it says none. */
function ageOf(number: NumberSpan, { words }: Passage): string | null {
  const { kind, value } = number;
  if (kind === 'age')
    return Number.isNaN(value)
      ? null
      : number.text.replace(/ (?:years?|yrs?|months?|weeks?)$/i, (unit) =>
          /month|week/i.test(unit) ? `${unit} old` : '',
        );
  // "Our dog Rusty died. 15 years.": a life by itself.
  if (kind === 'duration' && words.length <= 4 && /years?/i.test(number.text)) return String(value);
  // "for her 85th": a birthday.
  if (
    kind === 'ordinal' &&
    value > 0 &&
    (words[number.to]?.lemma === lemmaOf('birthday') ||
      words[number.from - 1]?.isPossessive === true ||
      /^(?:her|his|my|their)$/.test(words[number.from - 1]?.lower ?? ''))
  )
    return String(value);
  const before = words[number.from - 1]?.lower ?? '';
  if (kind === 'count' && value <= 115 && before === 'at' && number.unit === null) return number.text;
  if (
    kind === 'count' &&
    value <= 115 &&
    words.slice(Math.max(0, number.from - 3), number.from).some(({ lower }) => lower === 'when')
  )
    return number.text;
  if (
    kind === 'count' &&
    value <= 115 &&
    words[number.from - 1]?.isCapital === true &&
    (words[number.from - 1]?.gap === ',' || words[number.from - 1]?.gap === '(')
  )
    return number.text;
  return null;
}

/** How far a number stands from the words that matched. */
export function distanceTo(number: NumberSpan, { passage, matched }: Relevance): number {
  return linkDistance({ passage, matched }, number.from);
}
