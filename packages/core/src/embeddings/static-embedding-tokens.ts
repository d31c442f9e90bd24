/** Numbers of the pieces a text is made of, in its order; what the vocabulary can't spell is left out. */
export type Tokenizer = (text: string) => readonly number[];

/** Characters read of one text: the longest message the wire contract accepts. */
const MOST_CHARACTERS = 8_000;
/** Longer words are no words: BERT's own tokenizer gives up on them too. */
const LONGEST_WORD = 100;
/** Marks a piece that goes on with a word. */
const CONTINUES = '##';

const PLAIN = /^[\x20-\x7e\n]*$/;
const MARKS = /\p{Mn}+/gu;
/** Tab and line breaks part words; every other control, format and private character is as if it weren't there. */
const INVISIBLE = /(?![\t\n\r])[\p{C}\ufffd]+/gu;
/** ASCII's symbols count as punctuation with BERT, and each Chinese character is a word. */
const SINGLE = String.raw`!-/:-@\[-\x60{-~\p{P}\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2fa1f}`;
const WORD = new RegExp(`[${SINGLE}]|[^${SINGLE}\\s]+`, 'gu');

/**
 * WordPiece as BERT's uncased models have it (Devlin et al. 2019; `BasicTokenizer` and `WordpieceTokenizer` of
 * https://github.com/google-research/bert/blob/master/tokenization.py): lower case without accents, punctuation apart,
 * then the longest pieces of the vocabulary from the left. Takes any string, never throws, linear in its first 8,000
 * characters.
 *
 * @param vocabulary pieces; each one's place is its number.
 */
export function createTokenizer(vocabulary: readonly string[]): Tokenizer {
  const beginnings = new Map<string, number>();
  const continuations = new Map<string, number>();
  let longest = 1;
  for (const [number, piece] of vocabulary.entries()) {
    const continues = piece.startsWith(CONTINUES) && piece.length > CONTINUES.length;
    const letters = continues ? piece.slice(CONTINUES.length) : piece;
    (continues ? continuations : beginnings).set(letters, number);
    longest = Math.max(longest, letters.length);
  }

  const addPieces = (word: string, tokens: number[]): void => {
    const before = tokens.length;
    let start = 0;
    while (start < word.length) {
      const pieces = start === 0 ? beginnings : continuations;
      let end = Math.min(word.length, start + longest);
      let token = pieces.get(word.slice(start, end));
      while (token === undefined && end > start + 1) {
        end -= 1;
        token = pieces.get(word.slice(start, end));
      }
      if (token === undefined) {
        // One letter that nothing spells makes the whole word unknown.
        tokens.length = before;
        return;
      }
      tokens.push(token);
      start = end;
    }
  };

  return (text) => {
    const tokens: number[] = [];
    for (const [word] of folded(text).matchAll(WORD)) {
      const whole = beginnings.get(word);
      if (whole !== undefined) tokens.push(whole);
      else if (word.length <= LONGEST_WORD) addPieces(word, tokens);
    }
    return tokens;
  };
}

function folded(text: string): string {
  const read = text.slice(0, MOST_CHARACTERS);
  if (PLAIN.test(read)) return read.toLowerCase();
  // An accent may be a character of its own only once it is taken apart.
  return read.toWellFormed().replace(INVISIBLE, '').toLowerCase().normalize('NFD').replace(MARKS, '');
}
