import { wordSet } from '../../understanding/name-words.ts';
import { ENDERS, type NumberSpan, type Span, spanOf } from './spans.ts';
import { numberOf, ordinalOf, type Word } from './words.ts';

const MONEY_UNITS = wordSet(
  'euro euros pound pounds quid dollar dollars buck bucks rupee rupees grand eur gbp usd kr kroner yen lakh',
);
const DURATION_UNITS = wordSet(
  'minute minutes min mins hour hours hr hrs day days night nights week weeks fortnight month months year years yr yrs decade decades mnth mnths mth mths wk wks',
);

/** The numbers a sentence says with what they count. Numbers of a date are left out. */
export function numbersIn(sentence: string, words: readonly Word[], dates: readonly Span[]): NumberSpan[] {
  const found: NumberSpan[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || dates.some(({ from, to, text }) => index >= from && index < to && !/ago$/.test(text)))
      continue;
    const next = words[index + 1];
    const ordinal = ordinalOf(word.lower);
    if (ordinal !== null) {
      if (word.lower !== 'second' || next !== undefined)
        found.push({ ...spanOf(words, index, index + 1), value: ordinal, unit: next?.lemma ?? null, kind: 'ordinal' });
      continue;
    }
    const isArticle = (word.lower === 'a' || word.lower === 'an') && DURATION_UNITS.has(next?.lower ?? '');
    // "The big 5-0": a round birthday.
    const round =
      words[index - 1]?.lower === 'big' ? /^(?<tens>[2-9])-?(?:0|oh)$/.exec(word.lower)?.groups?.tens : undefined;
    if (round !== undefined) {
      found.push({
        ...spanOf(words, index, index + 1),
        text: `${round}0`,
        value: Number(round) * 10,
        unit: null,
        kind: 'age',
      });
      continue;
    }
    const value = isArticle ? 1 : numberOf(word.lower);
    // "7lb 9", "50mg": a number that carries its measure.
    const measured =
      value === null
        ? /^(?<size>\d+(?:\.\d+)?)(?:lbs?|kgs?|g|oz|st|cm|mm|m|km|mg|ml|ft)$/.exec(word.lower)?.groups?.size
        : undefined;
    if (measured !== undefined) {
      const further =
        /^(?:lbs?|st|ft)$/.test(word.lower.replace(/^[\d.]+/, '')) &&
        next !== undefined &&
        /^\d{1,2}(?:oz|lbs?|in)?$/.test(next.lower) &&
        word.gap === '';
      found.push({
        ...spanOf(words, index, index + (further ? 2 : 1)),
        value: Number(measured),
        unit: null,
        kind: 'count',
      });
      if (further) index += 1;
      continue;
    }
    if (value === null) {
      // "three sisters and a brother": one of a kind.
      const result = /^\d+(?:[-:.–]\d+)+$/.test(word.lower);
      if (result)
        found.push({ ...spanOf(words, index, index + 1), value: Number.NaN, unit: next?.lemma ?? null, kind: 'count' });
      continue;
    }
    if (word.lower === 'one' && !DURATION_UNITS.has(next?.lower ?? '') && !MONEY_UNITS.has(next?.lower ?? '')) {
      // "this one", "no one", "the good one" count nothing; "one sister" does.
      if (
        next === undefined ||
        ENDERS.has(next.lower) ||
        /^(?:the|this|that|no|which|every|any|some|first|last|middle|old|new|little|big|good|bad|only|right|wrong|young|older|younger|best|worst|same|other|another)$/.test(
          words[index - 1]?.lower ?? '',
        )
      )
        continue;
    }
    const sign = sentence.slice(Math.max(0, word.start - 1), word.start);
    const after = sentence.slice(word.end, word.end + 1);
    const isMoney = /[£$€₹¥]/.test(sign) || /[£$€₹¥]/.test(after) || MONEY_UNITS.has(next?.lower ?? '');
    if (isMoney) {
      const hasUnit = MONEY_UNITS.has(next?.lower ?? '');
      const text = /[£$€₹¥]/.test(sign)
        ? sign + word.raw
        : hasUnit
          ? `${word.raw} ${next?.raw ?? ''}`
          : word.raw + (/[£$€₹¥]/.test(after) ? after : '');
      found.push({ from: index, to: index + (hasUnit ? 2 : 1), text, value, unit: next?.lemma ?? null, kind: 'money' });
      continue;
    }
    if (
      /^(?:more|full|whole|long|solid|straight)$/.test(next?.lower ?? '') &&
      DURATION_UNITS.has(words[index + 2]?.lower ?? '')
    ) {
      found.push({
        ...spanOf(words, index, index + 3),
        value,
        unit: words[index + 2]?.lemma ?? null,
        kind: 'duration',
      });
      continue;
    }
    if (DURATION_UNITS.has(next?.lower ?? '')) {
      const old = words[index + 2]?.lower === 'old';
      found.push({
        ...spanOf(words, index, index + 2),
        value,
        unit: next?.lemma ?? null,
        kind: old ? 'age' : 'duration',
      });
      continue;
    }
    const isAge = isAgeAt(words, index, value);
    const unitAt = countedAt(words, index + 1);
    found.push({ ...spanOf(words, index, index + 1), value, unit: unitAt, kind: isAge ? 'age' : 'count' });
  }
  return found;
}

/** What a number counts: the next noun past its adjectives; null when the clause ends. */
function countedAt(words: readonly Word[], from: number): string | null {
  for (let index = from; index < Math.min(words.length, from + 3); index += 1) {
    const word = words[index];
    if (word === undefined || /[,;:.!?]/.test(words[index - 1]?.gap ?? '')) return null;
    if (word.lower === 'of') continue;
    if (ENDERS.has(word.lower)) return null;
    if (/s$/.test(word.lower) || index === Math.min(words.length, from + 3) - 1 || /[,;:.!?]/.test(word.gap))
      return word.lemma;
  }
  return words[from]?.lemma ?? null;
}

const AGE_LEADS = wordSet(
  "is was am are be i'm im he's she's hes shes it's its turned turning turns turn aged age being were hitting nearly almost only just at about now who's tiene",
);

/** "is 91", "I'm 27", "Harsha, 26, from", "turns 80", "when I was 12": a number in the range of ages that counts nothing. */
function isAgeAt(words: readonly Word[], index: number, value: number): boolean {
  if (!Number.isInteger(value) || value < 0 || value > 115) return false;
  if (/^(?:once|twice|thrice|both|couple|dozen|single)$/.test(words[index]?.lower ?? '')) return false;
  const next = words[index + 1];
  const before = words[index - 1];
  const own = words[index];
  const ends =
    next === undefined || ENDERS.has(next.lower) || /[,;:.!?)]/.test(own?.gap ?? '') || next.lower === 'help';
  if (next?.lower === 'yo' || next?.lower === 'year-old') return true;
  if (!ends || before === undefined) return false;
  if (AGE_LEADS.has(before.lower)) return !(before.lower === 'at' && !/^\d/.test(own?.lower ?? '') && value > 12);
  return before.gap === ',' && own?.gap === ',' && (before.isCapital || before.relation !== null);
}
