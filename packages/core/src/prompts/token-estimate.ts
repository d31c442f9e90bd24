/**
 * Tokens of a text without any vendor's tokenizer: a sum over its words and signs by script, each weighed so that the
 * whole errs on the high side. Vendors count differently, so an exact figure of one would be a guess for the next.
 *
 * The weights were set against the o200k tokenizer, which OpenAI's open models share, on chat, prose and code in 22
 * languages: about 10 % too many for English prose, 5 to 70 % for other languages, code and emoji, at most 4 % too few.
 * `token-estimate.test.ts` holds the counts.
 */

/** Tokens per letter of scripts whose words a tokenizer cuts; what is not listed counts `OTHER_LETTER`. */
const TOKENS_PER_LETTER: readonly (readonly [RegExp, number])[] = [
  [/\p{sc=Han}/u, 1.05],
  [/\p{sc=Hiragana}|\p{sc=Katakana}/u, 0.9],
  [/\p{sc=Hangul}/u, 0.8],
  [/\p{sc=Cyrillic}/u, 0.4],
  [/\p{sc=Arabic}/u, 0.48],
  [/\p{sc=Hebrew}|\p{sc=Greek}/u, 0.5],
  [/\p{sc=Devanagari}/u, 0.45],
  [/\p{sc=Thai}/u, 0.55],
  [/\p{sc=Bengali}|\p{sc=Gujarati}|\p{sc=Tamil}|\p{sc=Telugu}|\p{sc=Kannada}|\p{sc=Malayalam}/u, 0.5],
];
const OTHER_LETTER = 2.4;
/** An emoji, and each joiner, skin tone and variation of it. */
const EMOJI = 2.4;

/** A common word this long, in letters, is one token. */
const WHOLE_WORD = 6;
const WHOLE_SHOUTED_WORD = 3;
const LETTERS_PER_FURTHER_TOKEN = 4.2;
/** Letters with accents mostly stand by themselves. */
const ACCENTED_LETTER = 0.55;
/** Words longer than any in prose, and keys and hashes, fall into small pieces. */
const LONGEST_OF_PROSE = 18;
const LETTERS_PER_TOKEN_OF_NOISE = 1.8;
const SIGNS_PER_TOKEN_OF_KEYS = 1.25;

/** Function words of the Latin-script languages that tokenizers know best; other languages and slang have few of them. */
const FUNCTION_WORDS = new Set(
  'the a an and to of is in it i my that for from have are we they your you on with was but so me or if not as at be this do de la el que en los las se por un una con es para le les et des je du qui ne pas au der die und ich zu das o e um uma os em'.split(
    ' ',
  ),
);
const LEAST_FUNCTION_WORDS = 0.2;
/** What a word of a less common language costs more. */
const LESS_COMMON = 1.5;

/** Words in Latin letters, cut as code is cut (`camelCase`); other letters; digits; emoji; space; signs. */
const PIECES =
  /([A-Z\u00c0-\u00de]?(?:[a-z\u00df-\u024f\u1e00-\u1eff]|[\u0300-\u036f])+|[A-Z\u00c0-\u00de]+)|([\p{L}\p{M}])|(\p{N})|(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{RI}|\p{DI})|(\n+|[^\S\n]{2,})|([^\s\p{L}\p{M}\p{N}]{1,2})/gu;
const ASCII = /^[\0-\x7f]*$/;
/** A longer run of a key's signs, with a digit among them, is a key or a hash. */
const SHORTEST_KEY = 24;
const KEY_SIGN = /[A-Za-z0-9+/_=]/;
/** Characters that are read; what a longer text's beginning takes stands for the rest. */
const MOST_READ = 65_536;

/**
 * Estimates the tokens of a text: 0 for an empty one, else a whole number above 0. Linear in its length up to 65,536
 * characters; a longer one is taken to go on as it begins.
 */
export function estimateTokens(text: string): number {
  const tally = { tokens: 0, tokensOfWords: 0, words: 0, functionWords: 0 };
  const read = text.length <= MOST_READ ? text : text.slice(0, MOST_READ);
  if (ASCII.test(read)) countAround(read, tally, (from, to) => countAscii(read, from, to, tally));
  else countAround(read, tally, (from, to) => countAny(read.slice(from, to), tally));
  const isCommon = tally.functionWords >= LEAST_FUNCTION_WORDS * tally.words;
  const tokens = tally.tokens + tally.tokensOfWords * (isCommon ? 1 : LESS_COMMON);
  return Math.ceil(read === text ? tokens : tokens * (text.length / read.length));
}

/** A text's words in Latin letters, and the tokens of all else. */
interface Tally {
  tokens: number;
  tokensOfWords: number;
  words: number;
  functionWords: number;
}

/** Counts keys and hashes, and has what stands between them counted. */
function countAround(text: string, tally: Tally, countPart: (from: number, to: number) => void): void {
  let counted = 0;
  let start = 0;
  let digits = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const kind = at < text.length ? kindAt(text, at) : OTHER;
    if (kind >= IN_KEYS) {
      if (kind === DIGIT) digits += 1;
      continue;
    }
    if (digits > 0 && at - start >= SHORTEST_KEY) {
      countPart(counted, start);
      tally.tokens += (at - start) / SIGNS_PER_TOKEN_OF_KEYS;
      counted = at;
    }
    start = at + 1;
    digits = 0;
  }
  countPart(counted, text.length);
}

/** What a character of ASCII is; those from `IN_KEYS` on stand in keys. */
const OTHER = 0;
const SIGN = 1;
const SPACE = 2;
const LINE_END = 3;
const IN_KEYS = 4;
const SIGN_OF_KEYS = 4;
const DIGIT = 5;
const LOWER = 6;
const UPPER = 7;
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (KINDS[code] ?? OTHER) : OTHER;
}

function kindOf(character: string): number {
  if (character === '\n') return LINE_END;
  if (/\s/.test(character)) return SPACE;
  if (/[A-Z]/.test(character)) return UPPER;
  if (/[a-z]/.test(character)) return LOWER;
  if (/\d/.test(character)) return DIGIT;
  return KEY_SIGN.test(character) ? SIGN_OF_KEYS : SIGN;
}

/** Most of what is written is ASCII, so it is read without cutting it: several times as fast as {@link countAny}. */
function countAscii(text: string, from: number, to: number, tally: Tally): void {
  let at = from;
  while (at < to) {
    const start = at;
    const kind = kindAt(text, at);
    at += 1;
    if (kind === DIGIT) tally.tokens += 1;
    else if (kind === LOWER || kind === UPPER) {
      const rest = kind === UPPER && !(at < to && kindAt(text, at) === LOWER) ? UPPER : LOWER;
      while (at < to && kindAt(text, at) === rest) at += 1;
      countWord(at - start, rest === UPPER && at - start > 1, packed(text, start, at), tally);
    } else if (kind === SPACE || kind === LINE_END) {
      while (at < to && kindAt(text, at) === kind) at += 1;
      if (kind === LINE_END || at - start > 1) tally.tokens += 1;
    } else {
      while (at < to && isSign(kindAt(text, at))) at += 1;
      tally.tokens += Math.ceil((at - start) / 2);
    }
  }
}

const isSign = (kind: number): boolean => kind === SIGN || kind === SIGN_OF_KEYS;

function countAny(text: string, tally: Tally): void {
  for (const [, word, letter, , emoji] of text.matchAll(PIECES)) {
    if (word !== undefined) {
      const isShouted = word.length > 1 && word === word.toUpperCase();
      countWord(word.length, isShouted, packed(word, 0, word.length), tally);
      tally.tokens += accentsOf(word) * ACCENTED_LETTER;
    } else if (letter !== undefined) tally.tokens += tokensOfLetter(letter);
    else if (emoji !== undefined) tally.tokens += EMOJI;
    else tally.tokens += 1;
  }
}

function countWord(length: number, isShouted: boolean, key: number, tally: Tally): void {
  tally.words += 1;
  tally.tokensOfWords += tokensOfWord(length, isShouted);
  if (PACKED_FUNCTION_WORDS.has(key)) tally.functionWords += 1;
}

/** Five bits a letter, alike for both cases; 0 for what is longer than any function word or has other letters. */
function packed(text: string, from: number, to: number): number {
  if (to - from > LONGEST_FUNCTION_WORD) return 0;
  let key = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) return 0;
    key = key * 32 + (code & 31);
  }
  return key;
}

const LONGEST_FUNCTION_WORD = 4;
const PACKED_FUNCTION_WORDS: ReadonlySet<number> = new Set(
  [...FUNCTION_WORDS].map((word) => packed(word, 0, word.length)),
);

function tokensOfWord(length: number, isShouted: boolean): number {
  if (length > LONGEST_OF_PROSE) return length / LETTERS_PER_TOKEN_OF_NOISE;
  const whole = isShouted ? WHOLE_SHOUTED_WORD : WHOLE_WORD;
  return 1 + Math.max(0, length - whole) / LETTERS_PER_FURTHER_TOKEN;
}

function accentsOf(word: string): number {
  return word.match(/[^A-Za-z]/g)?.length ?? 0;
}

function tokensOfLetter(letter: string): number {
  for (const [script, tokens] of TOKENS_PER_LETTER) if (script.test(letter)) return tokens;
  return OTHER_LETTER;
}
