import type { SynonymGroup } from '../knowledge/vocabulary.ts';
import { isListed } from '../understanding/name-words.ts';
import { EXPANSIONS, FILLERS, HEADS_OF_ADVICE, LEAD, REWRITES, TAIL } from './same-question-words.ts';

/** A question as it is compared: how it asks, then every word that may tell it from another, in order. */
export type QuestionReading = readonly string[];

/** Shorter words are one letter from too many others. */
const SHORTEST_MISSPELT = 5;
const SHORTEST_INFLECTED = 4;

/** Names of substances are a letter apart: lauryl is no slip for lauroyl. */
const CHEMICAL = /(?:yl|ols?|eth|[ai]tes?|ides?|ones?|ium|enes?|oses?|ic)$/;

/** British spellings as American ones, so that both are read alike. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph(?=[ai]t)/, 'f'],
  [/([bdlmnptv])our(?=$|s$|ed$|ing$|i|e)/, '$1or'],
  [/is(?=e$|es$|ed$|er$|ers$|ing$|ation$)/, 'iz'],
  [/^grey/, 'gray'],
  [/tre(?=s?$)/, 'ter'],
];

/**
 * Says whether two normalised English questions ask the same. Strict: it knows politeness, contractions, plurals, British
 * and American spelling, abbreviations, slips of the keyboard and which half of a question comes first; any other word
 * more, less or different makes two questions of it. A brand's synonyms find passages on a subject ("dandruff", "dry
 * scalp") and do not mean the same, so only abbreviations are taken from them.
 */
export class SameQuestion {
  readonly #shortForms: ReadonlyMap<string, string>;
  readonly #groupOfWord = new Map<string, string>();
  readonly #known = new Set<string>();

  constructor(synonyms: readonly SynonymGroup[]) {
    this.#shortForms = shortFormsOf(synonyms);
    for (const group of synonyms) {
      for (const form of [group.term, ...group.forms]) {
        const parts = form.toLowerCase().split(/[^\p{L}\p{N}]+/u);
        for (const part of parts) this.#known.add(part);
        if (parts.length === 1) this.#groupOfWord.set(form.toLowerCase(), group.term);
      }
    }
  }

  /** @param question as `normaliseQuestion` leaves it. Linear in its length. */
  read(question: string): QuestionReading {
    const expanded = question
      .replace(/[^\p{L}\p{N}%+]+/gu, ' ')
      .trim()
      .split(' ')
      .map((word) => EXPANSIONS.get(word) ?? word)
      .join(' ');
    let text = withoutManners(expanded);
    for (const [pattern, head] of REWRITES) text = text.replace(pattern, ` ${head} `).replace(/ {2,}/g, ' ').trim();
    for (const [short, long] of this.#shortForms) {
      if (` ${text} `.includes(` ${short} `)) text = ` ${text} `.replaceAll(` ${short} `, ` ${long} `);
    }
    const terms = text.split(' ').filter((word) => word !== '' && !FILLERS.has(word));
    return alternativesInOrder(withoutShould(headFirst(terms)));
  }

  /** A reading as one text for an embedder: what two that are the same may still differ in is taken off. */
  textOf(reading: QuestionReading): string {
    return reading.map((term) => inflectionless(respelt(term))).join(' ');
  }

  /** Whether two readings ask the same: word for word, where "washday" is "wash day" and "detangel" is "detangle". */
  isSame(one: QuestionReading, other: QuestionReading): boolean {
    let left = 0;
    let right = 0;
    while (left < one.length && right < other.length) {
      const [first = '', second = ''] = [one[left], other[right]];
      if (this.#isSameWord(first, second)) {
        left += 1;
        right += 1;
      } else if (first + (one[left + 1] ?? '') === second) {
        left += 2;
        right += 1;
      } else if (second + (other[right + 1] ?? '') === first) {
        left += 1;
        right += 2;
      } else return false;
    }
    return left === one.length && right === other.length;
  }

  #isSameWord(one: string, other: string): boolean {
    if (one === other) return true;
    if (one.startsWith('=') || other.startsWith('=') || /\d/.test(one + other)) return false;
    if (inflectionless(respelt(one)) === inflectionless(respelt(other))) return !this.#areApart(one, other);
    if (this.#isKnown(one) === this.#isKnown(other) || CHEMICAL.test(one) || CHEMICAL.test(other)) return false;
    return isSlip(one, other);
  }

  /** "Loc" is a way to moisturise and "locs" are a style: a brand that lists both apart knows why. */
  #areApart(one: string, other: string): boolean {
    const [group, second] = [this.#groupOfWord.get(one), this.#groupOfWord.get(other)];
    return group !== undefined && second !== undefined && group !== second;
  }

  #isKnown(word: string): boolean {
    return this.#known.has(word) || isListed(word) || isListed(inflectionless(word));
  }
}

function withoutManners(text: string): string {
  let rest = text;
  for (;;) {
    const shorter = rest.replace(LEAD, '').replace(TAIL, '').trim();
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

/** "4c hair, how often should I wash it" asks what "how often should I wash 4c hair" does. */
function headFirst(terms: readonly string[]): string[] {
  const at = terms.findIndex((term) => term.startsWith('='));
  return at <= 0 ? [...terms] : [...terms.slice(at), ...terms.slice(0, at)];
}

/** "How often I should", "how often should I" and "how often do I" ask for one thing. */
function withoutShould(terms: readonly string[]): string[] {
  return HEADS_OF_ADVICE.has(terms[0] ?? '')
    ? terms.filter((term) => term !== '=should' && term !== 'should')
    : [...terms];
}

/** "Oil or butter" is "butter or oil", and the difference between two is theirs in either order. */
function alternativesInOrder(terms: readonly string[]): string[] {
  const ordered = [...terms];
  const compares = terms.includes('difference');
  for (let index = 1; index + 1 < ordered.length; index += 1) {
    const joint = ordered[index];
    if (joint !== 'or' && joint !== 'vs' && !(joint === 'and' && compares)) continue;
    const [before = '', after = ''] = [ordered[index - 1], ordered[index + 1]];
    if (before.startsWith('=') || before <= after) continue;
    ordered[index - 1] = after;
    ordered[index + 1] = before;
  }
  return ordered;
}

function respelt(word: string): string {
  return SPELLINGS.reduce((spelt, [pattern, american]) => spelt.replace(pattern, american), word);
}

/** A word in the singular. Nothing else is taken off: thinning hair is not thin, dyed hair not dye, a moisturizer no moisture. */
function inflectionless(word: string): string {
  if (word.length < SHORTEST_INFLECTED) return word;
  if (/(?:[^aeiou]ies)$/.test(word)) return word.replace(/ies$/, 'y');
  if (/(?:ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2);
  if (/[^su]s$/.test(word) && !/is$/.test(word)) return word.slice(0, -1).replace(/e$/, '');
  return word.replace(/e$/, '');
}

/** Two neighbouring letters swapped, or one left out, doubled or put in. A letter for another may be another word. */
function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < SHORTEST_MISSPELT || short[0] !== long[0] || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

/** Abbreviations among a group's forms: initials ("bc", "big chop") and clipped words ("lo po", "low porosity"). */
function shortFormsOf(groups: readonly SynonymGroup[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const group of groups) {
    const forms = [group.term, ...group.forms].map((form) => form.toLowerCase());
    for (const long of forms.filter((form) => form.includes(' '))) {
      for (const short of forms) {
        if (!found.has(short) && isShortFor(short, long)) found.set(short, found.get(long) ?? long);
      }
    }
  }
  return found;
}

function isShortFor(short: string, long: string): boolean {
  if (short.length >= long.length) return false;
  const parts = long.split(' ');
  if (short === parts.map((part) => part[0]).join('')) return true;
  const clipped = short.split(' ');
  const isStart = (part: string, index: number) => part.length >= 2 && parts[index]?.startsWith(part) === true;
  // "Heat damage" is no abbreviation of "heat damaged": one part at least has lost half of itself.
  const isHalf = (part: string, index: number) => part.length * 2 <= (parts[index]?.length ?? 0);
  return clipped.length === parts.length && clipped.every(isStart) && clipped.some(isHalf);
}
