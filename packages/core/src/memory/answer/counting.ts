import { denies, thoseOf } from './acquaintances.ts';
import { type AnswerContext, type Found, found, relevant, relevantWithBeside, retoldAround } from './context.ts';
import { lemmaOf } from './lemma.ts';
import { nearness } from './meanings.ts';
import type { Passage } from './passages.ts';
import { asSentence, listed } from './phrasing.ts';
import { later, linkDistance, type Relevance } from './relevance.ts';
import type { NumberSpan } from './spans.ts';
import { subjectAt } from './subjects.ts';
import { numberOf, numberWord, type Word } from './words.ts';

/** "How many cats do I have?", "how many goals did I score?". */
export function countAnswer(context: AnswerContext): Found | null {
  const { reading } = context;
  const focus = reading.words.find(({ lemma }) => lemma === reading.focus);
  const relation = focus?.relation ?? null;
  const isOwn =
    /\b(?:do|have|did) (?:i|we)\b.*\bha(?:ve|d)\b|\bi have\b|\bhave (?:i|we)(?: got)?$/i.test(reading.text) &&
    reading.names.length === 0;
  if (relation !== null || /^(?:nieces?|nephews?|siblings?)$/.test(focus?.lower ?? '')) {
    const kin = kinCount(context, relation ?? '');
    if (kin !== null && isOwn) return kin;
  }
  const pool = relevantWithBeside(context, 0.4);
  const scored = pool.flatMap((relevance) =>
    relevance.passage.numbers
      .filter(({ kind }) => kind !== 'money' && kind !== 'age')
      .map((number) => ({
        number,
        relevance,
        score:
          relevance.score +
          fitOf(number, focus ?? null, relevance, reading.text) +
          (reading.asksNow || /\bso far\b/i.test(reading.text) ? relevance.passage.message * 0.15 : 0),
      })),
  );
  const [best] = scored.sort(
    (one, other) => other.score - one.score || later(one.relevance.passage, other.relevance.passage),
  );
  if (best !== undefined && best.score >= 0.6) {
    const { number, relevance } = best;
    if (Number.isNaN(number.value)) return found(asSentence(number.text), [relevance.passage]);
    const word =
      number.kind === 'ordinal'
        ? numberWord(number.value)
        : number.text.match(/^\d/)
          ? number.text
          : numberWord(number.value);
    const digits = number.value <= 12 && !/^\d/.test(word) ? `${word} (${number.value})` : word;
    return found(asSentence(digits), [relevance.passage]);
  }
  const [first] = relevant(context);
  if (first !== undefined && /\b(?:no|none|never|don'?t|didn'?t|not|zero)\b/i.test(first.passage.text))
    return found(asSentence(`none: ${retoldAround(first, context)}`), [first.passage]);
  return null;
}

const AIM = /\b(?:goal|aim|target|want|plan|hope|trying|challenge)\b/i;

/** "goal is 30": a number that is aimed at. */
function isAimAt(number: NumberSpan, { words }: Passage): boolean {
  return AIM.test(
    words
      .slice(Math.max(0, number.from - 3), number.from)
      .map(({ lower }) => lower)
      .join(' '),
  );
}

/** How well a number fits what is counted: its unit is of the noun asked for, or it stands beside the words that matched. */
function fitOf(
  number: NumberSpan,
  focus: { lemma: string; relation: string | null } | null,
  { passage, matched }: Relevance,
  question: string,
): number {
  const unit = passage.words.slice(number.to, number.to + 3);
  const asksAim = AIM.test(question);
  const near = focus === null ? 0 : Math.max(0, ...unit.map((word) => nearness(focus, word)));
  const distance = linkDistance({ passage, matched }, number.from);
  const times =
    /times?/.test(focus?.lemma ?? '') &&
    (number.kind === 'ordinal' || /^(?:once|twice)$/i.test(number.text) || number.unit === lemmaOf('times'));
  return (
    (isAimAt(number, passage) === asksAim ? 0.05 : -0.7) +
    (times ? 0.4 : 0) +
    near * 0.35 -
    distance * 0.02 -
    (number.kind === 'duration' ? 0.25 : 0) -
    (number.kind === 'ordinal' && !times ? 0.25 : 0)
  );
}

/** Counts of people and animals: said outright, denied, worked out ("youngest of five"), or by counting who was named. */
function kinCount(context: AnswerContext, relation: string): Found | null {
  const { reading, pool, acquaintances } = context;
  const focus = reading.words.find(({ lemma }) => lemma === reading.focus);
  const asksNieces = /\b(?:nieces?|nephews?)\b/i.test(reading.text);
  for (const passage of [...pool.passages].reverse()) {
    if (passage.isHypothetical) continue;
    if (focus !== undefined && denies(passage, focus))
      return found(`None: you told me you don't have any ${focus.raw}.`, [passage]);
    const counted = focus === undefined || asksNieces ? null : countedKin(passage, focus);
    if (counted !== null) return found(asSentence(numberPhrase(counted)), [passage]);
    const number = passage.numbers.find(({ kind, from, to }) => {
      if (kind !== 'count' || focus === undefined) return false;
      const parent = passage.words[from - 2]?.relation;
      if (
        passage.words[from - 1]?.lower === 'of' &&
        (parent === 'father' || parent === 'mother' || parent === 'parent') &&
        relation === 'child'
      )
        return true;
      const unit = passage.words.slice(to, to + 3).find((word) => word.relation !== null);
      const before = passage.words[from - 1]?.lower ?? '';
      if (
        asksNieces &&
        (before === 'to' || before === 'of') &&
        passage.words.slice(0, from).some((word) => word.relation === 'aunt' || word.relation === 'uncle')
      )
        return true;
      return (
        unit !== undefined &&
        nearness(focus, unit) >= 0.9 &&
        subjectAt(passage, from, pool).kind === 'self' &&
        (passage.words[to + 0] === unit || passage.words[to + 1] === unit || passage.words[to + 2] === unit)
      );
    });
    if (number !== undefined) return found(asSentence(numberPhrase(number.value)), [passage]);
    const siblings =
      /\b(?:youngest|oldest|eldest|middle|second|third|one|\d(?:st|nd|rd|th))(?: child| kid| one)? of (\p{L}+|\d+)/iu.exec(
        passage.text,
      );
    const total = siblings === null ? null : numberOf((siblings[1] ?? '').toLowerCase());
    if (relation === 'sibling' && total !== null && total > 1)
      return found(asSentence(`${numberPhrase(total - 1)}, since you're one of ${siblings?.[1] ?? total}`), [passage]);
  }
  const both = focus === undefined ? null : addedUp(context);
  if (both !== null) return both;
  const named = thoseOf(relation, acquaintances).filter(({ isCurrent }) => isCurrent);
  const names = [...new Set(named.flatMap(({ name }) => (name === null ? [] : [name])))];
  const sources = named.flatMap(({ passage }) => (passage === null ? [] : [passage]));
  const facts = named.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  if (names.length > 0)
    return found(asSentence(`${numberPhrase(names.length)} that I know of: ${listed(names)}`), sources, facts);
  return named.length > 0 ? found('One that I know of.', sources, facts) : null;
}

/** "Three sisters and a brother": what is counted of the relation asked for, the wider one added up; null when nothing is. */
function countedKin(passage: Passage, focus: Word): number | null {
  if (!/\b(?:i have|i've|ive|i got|we have|we've|have|got|there'?s|there are)\b/i.test(passage.text)) return null;
  let total = 0;
  passage.words.forEach((word, index) => {
    if (word.relation === null || nearness(focus, word) < 0.9) return;
    const lead = passage.words[index - 1];
    const further = passage.words[index - 2];
    const value =
      countOf(lead) ??
      (lead !== undefined && /^(?:older|younger|little|big|step|twin|half)$/.test(lead.lower)
        ? countOf(further)
        : null);
    total += value ?? 0;
  });
  return total > 0 ? total : null;
}

const countOf = (word: Word | undefined): number | null =>
  word === undefined ? null : /^(?:an?|one)$/.test(word.lower) ? 1 : numberOf(word.lower);

/** "Three boys, one girl": what is counted in parts, when children are asked for. */
function addedUp({ reading, pool }: AnswerContext): Found | null {
  if (!/\b(?:kids?|child(?:ren)?)\b/i.test(reading.text)) return null;
  for (const passage of [...pool.passages].reverse()) {
    const parts = passage.numbers.filter(
      ({ to, kind }) => kind === 'count' && /^(?:boys?|girls?|sons?|daughters?)$/.test(passage.words[to]?.lower ?? ''),
    );
    if (parts.length === 0 || /\bi'?m\b.{0,20}\bof\b|\bsiblings?\b/i.test(passage.text)) continue;
    const total = parts.reduce((sum, { value }) => sum + value, 0);
    const list = listed(parts.map(({ to, text }) => `${text.toLowerCase()} ${passage.words[to]?.lower ?? ''}`));
    return found(asSentence(`${numberPhrase(total)}: ${list}`), [passage]);
  }
  return null;
}

function numberPhrase(value: number): string {
  return value <= 12 ? `${numberWord(value)} (${value})` : String(value);
}
