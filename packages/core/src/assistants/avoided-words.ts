import type { AvoidedWords } from './voice-definition.ts';

/** Where a reply says what the assistant doesn't, and what is said there instead. Places in the text it was found in. */
export interface AvoidedHit {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

/** What may stand although it holds words to avoid. */
export interface AllowedText {
  /** Names that are told as they are, such as those of products. */
  readonly names: readonly string[];
  /** What the person said themselves: between quotation marks, their words are told back as they were. */
  readonly saidByPerson: readonly string[];
}

export const NOTHING_ALLOWED: AllowedText = { names: [], saidByPerson: [] };

/** A table of words to avoid, compiled once for an assistant. */
export interface AvoidedTable {
  /** The most words that a phrase or an exception of it has. */
  readonly longestWords: number;
  find(text: string, allowed: AllowedText): readonly AvoidedHit[];
}

const WORD_EDGE = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' } as const;
/** Between the words of a phrase: spaces, a hyphen, and marks of emphasis, as in "**good** hair". */
const BETWEEN = '[\\s\\u00a0*_~-]+';
const OPENING_QUOTE = /["“«]/;
const CLOSING_QUOTE = /["”»]/;

/** Compiles words to avoid. Longer phrases come before the shorter ones that they hold. */
export function compileAvoided(avoid: readonly AvoidedWords[]): AvoidedTable {
  const phrases = avoid
    .flatMap(({ words, instead }) => words.map((words) => ({ words, instead })))
    .sort((one, other) => other.words.length - one.words.length);
  const insteadOf = new Map(phrases.map(({ words, instead }) => [plain(words), instead]));
  const exceptions = avoid.flatMap(({ exceptIn }) => exceptIn);
  const pattern = patternOf(phrases.map(({ words }) => words));
  const except = patternOf(exceptions);
  return {
    longestWords: Math.max(1, ...[...phrases.map(({ words }) => words), ...exceptions].map(countWords)),
    find(text, { names, saidByPerson }) {
      if (pattern === null) return [];
      const kept = [...placesOf(except, text), ...placesOf(patternOf(names), text)];
      const hits: AvoidedHit[] = [];
      for (const match of text.matchAll(pattern)) {
        const phrase = match.groups?.phrase ?? '';
        const end = match.index + match[0].length;
        const start = end - phrase.length;
        if (kept.some((place) => place.start <= start && end <= place.end)) continue;
        if (isTheirQuotation(text, start, end, saidByPerson)) continue;
        const instead = capitalised(insteadOf.get(plain(phrase)) ?? '', phrase);
        const article = articleFor(match.groups?.article, instead);
        // Emphasis that began before the phrase and ended within it goes with it.
        const open = /[*_]/.test(phrase) ? '' : (match.groups?.open ?? '');
        hits.push({ start: match.index, end, instead: `${article}${open}${instead}` });
      }
      return hits;
    },
  };
}

/** A text with every word to avoid replaced. */
export function withoutAvoided(table: AvoidedTable, text: string, allowed: AllowedText = NOTHING_ALLOWED): string {
  return replaceHits(text, table.find(text, allowed));
}

/** A text with its hits, in their order, replaced. */
export function replaceHits(text: string, hits: readonly AvoidedHit[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, instead } of hits) {
    out += text.slice(from, start) + instead;
    from = end;
  }
  return out + text.slice(from);
}

function patternOf(phrases: readonly string[]): RegExp | null {
  if (phrases.length === 0) return null;
  const alternatives = phrases.map((phrase) =>
    phrase
      .split(/[\s-]+/)
      .map(wordPattern)
      .join(BETWEEN),
  );
  // The article goes with what it stands before, so that "an unmanageable mane" does not become "an hard mane".
  const article = `(?:${WORD_EDGE.before}(?<article>an?)(?<space>\\s+))?`;
  return new RegExp(
    `${article}(?<open>[*_]{0,3})${WORD_EDGE.before}(?<phrase>${alternatives.join('|')})${WORD_EDGE.after}`,
    'giu',
  );
}

const wordPattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]");

function placesOf(pattern: RegExp | null, text: string): { readonly start: number; readonly end: number }[] {
  if (pattern === null) return [];
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Fewer words before it in the quotation make no quotation of a sentence: one word in quotation marks is the assistant's. */
const LEAST_WORDS_QUOTED = 2;

/** Whether what stands from the last opening quotation mark to `end` is what the person said, word for word. */
function isTheirQuotation(text: string, start: number, end: number, saidByPerson: readonly string[]): boolean {
  let opened = -1;
  for (let place = 0; place < start; place += 1) {
    const character = text.charAt(place);
    if (opened !== -1 && CLOSING_QUOTE.test(character)) opened = -1;
    else if (OPENING_QUOTE.test(character)) opened = place;
  }
  if (opened === -1 || countWords(text.slice(opened + 1, start).trim()) < LEAST_WORDS_QUOTED) return false;
  const quoted = plain(text.slice(opened + 1, end));
  return saidByPerson.some((said) => plain(said).includes(quoted));
}

/** In the capitals of what it replaces: "GOOD HAIR" is shouted, "Good hair" begins a sentence. */
function capitalised(instead: string, replaced: string): string {
  const letters = replaced.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return instead.toUpperCase();
  const first = letters.charAt(0);
  return first !== first.toLowerCase() ? `${instead.charAt(0).toUpperCase()}${instead.slice(1)}` : instead;
}

function articleFor(article: string | undefined, instead: string): string {
  if (article === undefined) return '';
  const form = /^[aeiou]/i.test(instead) ? 'an' : 'a';
  return `${article.startsWith('A') ? `A${form.slice(1)}` : form} `;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s\u00a0*_~-]+/g, ' ');

const countWords = (phrase: string): number => phrase.split(/[\s-]+/).filter((word) => word !== '').length;
