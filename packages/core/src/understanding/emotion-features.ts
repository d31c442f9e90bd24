import { phraseMarks } from './emotion-phrases.ts';
import { clean } from './text.ts';

/** Characters of a message that are read for its emotions. */
const MAX_EMOTION_READ = 2000;

/** What a text shows, each thing once, by a 32-bit hash: how much it counts. The squares of all sum to 1. */
export type Features = ReadonlyMap<number, number>;

/** Kinds of features; each begins another hash, so that the word `at` is not the letters `at`. */
const KINDS = {
  word: 1,
  pair: 2,
  triple: 3,
  letters: 4,
  negated: 5,
  style: 6,
  mood: 7,
  negatedLetters: 8,
  named: 9,
} as const;

/** Letters overlap each other and count less each; what our own word lists say counts more. */
const LETTERS_VALUE = 0.5;
const MOOD_VALUE = 2;

/** The data set's masks ([NAME]), words, numbers, emoji, faces, and the stops that carry tone. */
const TOKEN =
  /\[\w+\]|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*|\p{N}+|\p{Extended_Pictographic}|<3|[:;=][-'o]?[()[\]dp/\\|]|\^_?\^|!+|\?+|\.{2,}|[.,;:()*"/]/gu;
const LETTER = /^\p{L}/u;
const ELONGATED = /(\p{L})\1{2,}/gu;
const SHOUTED = /(?<!\p{L})\p{Lu}{3,}(?!\p{L})/u;
const CLAUSE_END = /^[.,;:!?()]/;
const NEGATOR =
  /^(?:not|no|never|nothing|nobody|neither|nor|without|hardly|barely|cannot|\p{L}+n't|(?:do|does|did|is|was|are|were|ai|ca|could|wo|would|should|have|has|had)nt)$/u;
/** Words after a negator that it turns, within its clause. */
const NEGATION_REACH = 3;
const SHORTEST_LETTERS = 3;
const LONGEST_LETTERS = 5;
/** Longer words are addresses and noise; their beginning tells enough. */
const LONGEST_WORD = 24;
/** Lengths are told apart by doublings, up to 63 tokens. */
const LONGEST_DOUBLING = 6;

/**
 * The features of a text: words, pairs and triples, letters within words, negated words, elongation, capitals, length and
 * the moods of our word lists. Pure; reads the first 2,000 characters, in time linear in them.
 */
export function featuresOf(text: string): Features {
  const cleaned = clean(text.slice(0, MAX_EMOTION_READ));
  const found = new Map<number, number>();
  const shortened = cleaned.toLowerCase().replace(ELONGATED, '$1$1');
  const tokens = shortened.match(TOKEN) ?? [];
  if (tokens.length === 0) return found;
  addTokens(found, tokens);
  for (const mark of phraseMarks(cleaned)) found.set(hashOf(KINDS.mood, [mark]), MOOD_VALUE);
  if (shortened.length < cleaned.length) found.set(hashOf(KINDS.style, ['elongated']), 1);
  if (SHOUTED.test(cleaned)) found.set(hashOf(KINDS.style, ['shouted']), 1);
  const doublings = Math.min(LONGEST_DOUBLING, Math.ceil(Math.log2(tokens.length + 1)));
  found.set(hashOf(KINDS.style, ['length', String(doublings)]), 1);
  return scaled(found);
}

function addTokens(found: Map<number, number>, tokens: readonly string[]): void {
  let beforePrevious = '';
  let previous = '^';
  let negates = 0;
  for (const written of tokens) {
    const token = written.startsWith('[') ? '[]' : written;
    const isWord = LETTER.test(token);
    // "Not funny" must not count as funny: what is negated is another word, letters and all.
    const isNegated = isWord && negates > 0;
    found.set(hashOf(isNegated ? KINDS.negated : KINDS.word, [token]), 1);
    found.set(hashOf(KINDS.pair, [previous, token]), 1);
    found.set(hashOf(KINDS.triple, [beforePrevious, previous, token]), 1);
    if (isWord) addLetters(found, token, isNegated ? KINDS.negatedLetters : KINDS.letters);
    if (NEGATOR.test(token)) negates = NEGATION_REACH;
    else if (CLAUSE_END.test(token)) negates = 0;
    else if (isWord) negates -= 1;
    beforePrevious = previous;
    previous = token;
  }
  found.set(hashOf(KINDS.pair, [previous, '$']), 1);
}

/** Runs of three to five letters of a word with its edges marked: they tell misspelt and inflected words. */
function addLetters(found: Map<number, number>, word: string, kind: number): void {
  const marked = `<${word.slice(0, LONGEST_WORD)}>`;
  for (let start = 0; start + SHORTEST_LETTERS <= marked.length; start += 1) {
    const end = Math.min(marked.length, start + LONGEST_LETTERS);
    let hash = hashStep(HASH_START, kind);
    for (let at = start; at < end; at += 1) {
      hash = hashStep(hash, marked.charCodeAt(at));
      if (at - start + 1 >= SHORTEST_LETTERS) found.set(hashEnd(hash), LETTERS_VALUE);
    }
  }
}

function scaled(found: ReadonlyMap<number, number>): Features {
  let squares = 0;
  for (const value of found.values()) squares += value * value;
  const scale = 1 / Math.sqrt(squares);
  return new Map([...found].map(([key, value]) => [key, value * scale]));
}

/** FNV-1a over UTF-16 code units (Fowler, Noll and Vo), with a last mixing as of MurmurHash3's finaliser. */
const HASH_START = 0x811c9dc5;

function hashOf(kind: number, parts: readonly string[]): number {
  let hash = hashStep(HASH_START, kind);
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 1) hash = hashStep(hash, part.charCodeAt(at));
    hash = hashStep(hash, 0);
  }
  return hashEnd(hash);
}

/** A feature of another kind, such as a rule's word on the message, by a name that no text can write. */
export function namedFeature(name: string): number {
  return hashOf(KINDS.named, [name]);
}

function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function hashEnd(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
