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

/** Keys and hashes; words in Latin letters, cut as code is cut (`camelCase`); other letters; digits; emoji; space; signs. */
const PIECES =
  /((?=[A-Za-z+/_=]{0,200}\d)[A-Za-z0-9+/_=]{24,})|([A-Z\u00c0-\u00de]?(?:[a-z\u00df-\u024f\u1e00-\u1eff]|[\u0300-\u036f])+|[A-Z\u00c0-\u00de]+)|([\p{L}\p{M}])|(\p{N})|(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{RI}|\p{DI})|(\n+|[^\S\n]{2,})|([^\s\p{L}\p{M}\p{N}]{1,2})/gu;

/** The same pieces of a text in ASCII, each by itself, which is several times as fast: most of what is written is that. */
const ASCII = /^[\0-\x7f]*$/;
const ASCII_KEY = /(?=[A-Za-z+/_=]{0,200}\d)[A-Za-z0-9+/_=]{24,}/g;
const ASCII_WORD = /[A-Z]?[a-z]+|[A-Z]+/g;
const ASCII_REST = /\d|\n+|[^\S\n]{2,}|[^\sA-Za-z\d]{1,2}/g;

/** Estimates the tokens of a text: 0 for an empty one, else a whole number above 0. Linear in its length. */
export function estimateTokens(text: string): number {
  const { words, tokens } = ASCII.test(text) ? piecesOfAscii(text) : piecesOf(text);
  let tokensOfWords = 0;
  let functionWords = 0;
  for (const word of words) {
    tokensOfWords += tokensOfWord(word);
    if (word.length < 5 && FUNCTION_WORDS.has(word.toLowerCase())) functionWords += 1;
  }
  const isCommon = functionWords >= LEAST_FUNCTION_WORDS * words.length;
  return Math.ceil(tokens + tokensOfWords * (isCommon ? 1 : LESS_COMMON));
}

/** A text's words in Latin letters, and the tokens of all else. */
interface Pieces {
  readonly words: readonly string[];
  readonly tokens: number;
}

function piecesOfAscii(text: string): Pieces {
  let tokens = 0;
  const withoutKeys = text.replace(ASCII_KEY, (key) => {
    tokens += key.length / SIGNS_PER_TOKEN_OF_KEYS;
    return ' ';
  });
  const words = withoutKeys.match(ASCII_WORD) ?? [];
  return { words, tokens: tokens + (withoutKeys.match(ASCII_REST)?.length ?? 0) };
}

function piecesOf(text: string): Pieces {
  const words: string[] = [];
  let tokens = 0;
  for (const [piece, key, word, letter, , emoji] of text.matchAll(PIECES)) {
    if (word !== undefined) {
      words.push(word);
      tokens += accentsOf(word) * ACCENTED_LETTER;
    } else if (letter !== undefined) tokens += tokensOfLetter(letter);
    else if (emoji !== undefined) tokens += EMOJI;
    else tokens += key === undefined ? 1 : piece.length / SIGNS_PER_TOKEN_OF_KEYS;
  }
  return { words, tokens };
}

function tokensOfWord(word: string): number {
  if (word.length > LONGEST_OF_PROSE) return word.length / LETTERS_PER_TOKEN_OF_NOISE;
  const whole = word.length > 1 && word === word.toUpperCase() ? WHOLE_SHOUTED_WORD : WHOLE_WORD;
  return 1 + Math.max(0, word.length - whole) / LETTERS_PER_FURTHER_TOKEN;
}

function accentsOf(word: string): number {
  return word.match(/[^A-Za-z]/g)?.length ?? 0;
}

function tokensOfLetter(letter: string): number {
  for (const [script, tokens] of TOKENS_PER_LETTER) if (script.test(letter)) return tokens;
  return OTHER_LETTER;
}
