/**
 * Reading aids that every part of understanding shares: one way to clean a message and one way to cut it.
 * All work is linear in the length of the text and bounded by `MAX_READ`.
 */

/** Characters read of one message: the longest message the wire contract accepts. */
export const MAX_READ = 8000;

/** Zero-width characters, soft hyphens, bidirectional controls, fillers and byte-order marks: they hide words from a reader. */
const INVISIBLE =
  /\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufff8\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]/gu;
/** Joiners, variation selectors and tags mean something in emoji and in Indic scripts; after these letters they only hide. */
const INVISIBLE_AFTER_LETTER = /(?<=\p{sc=Latin}|\p{sc=Cyrillic}|\p{sc=Greek}|[\u0300-\u036f])\p{DI}+/gu;
/** Letters, digits and enclosed letters in another form: fullwidth, mathematical, ligatures. Not the ordinals and marks of names. */
const COMPATIBLE = /(?:(?![ªº™℠])[\p{L}\p{N}\p{M}\p{So}])+/gu;
const SINGLE_QUOTES = /[\u2018\u2019\u201b\u02bc\u00b4`]/g;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb]/g;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * The text as rules read it: letters and digits in NFKC (punctuation keeps its form, which sentences are cut by), straight
 * quotes, no invisible or control characters, lone surrogates replaced, bounded.
 */
export function clean(text: string): string {
  return (
    text
      .slice(0, MAX_READ)
      .toWellFormed()
      .replace(INVISIBLE, '')
      .normalize('NFC')
      .replace(INVISIBLE_AFTER_LETTER, '')
      .replace(COMPATIBLE, (letters) => letters.normalize('NFKC'))
      // One ligature can stand for eighteen letters.
      .slice(0, MAX_READ)
      .toWellFormed()
      .replace(SINGLE_QUOTES, "'")
      .replace(DOUBLE_QUOTES, '"')
      .replace(CONTROL, ' ')
  );
}

/** Lower case without apostrophes, with runs of white space as one space: `I don't` becomes `i dont`. */
export function plain(cleaned: string): string {
  return cleaned
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Contractions that spell another word once their apostrophe is gone: I'll, he'll, she'll, we'll, we're, we'd, she'd, who're. */
const AMBIGUOUS_CONTRACTION = /\b(i|he|she|we|who)'(ll|re|d)\b/gi;
const CONTRACTED: Readonly<Record<string, string>> = { ll: 'will', re: 'are', d: 'would' };
/** Written without its apostrophe: "ill write to her", "tonight ill cook"; an illness ends its clause or names its course. */
const BARE_ILL =
  /(?=ill )(?<=(?:^|[.!?,;:\n]|\b(?:and|but|so|or|then|maybe|perhaps|because|cause|if|think|guess|hope|bet|promise|ok|okay|yes|yeah|well|anyway|tonight|tomorrow|today|later|now|when|until|say|said|sure|probably))\s*)ill(?= (?!(?:again|with|from|since|today|right|lately|too|health|for|and|or|but|because|now|all|in|at|after|these|this|as|of|people|person|feeling)\b)[a-z])/gi;

/** Cleaned text with the contractions written out that would read as other words: `I'll` becomes `I will`, not `ill`. */
export function unambiguous(cleaned: string): string {
  return cleaned
    .replace(AMBIGUOUS_CONTRACTION, (contraction, subject: string, verb: string) =>
      // "I'd" becomes "id", which rules know and no everyday word is.
      subject.toLowerCase() === 'i' && verb.toLowerCase() === 'd'
        ? contraction
        : `${subject} ${CONTRACTED[verb.toLowerCase()] ?? verb}`,
    )
    .replace(BARE_ILL, 'I will');
}

/** Titles and abbreviations whose full stop does not end a sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|rev|fr|sr|jr|st|vs|etc|e\.g|i\.e|\p{L})$/iu;

/** Cuts cleaned text into sentences, keeping their end marks. A full stop after a title or an initial does not cut. */
export function sentences(cleaned: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of cleaned.matchAll(/[.!?…。！？؟।]+["')\]]*(?=\s|$)|[。！？।]+|\n+/gu)) {
    const end = match.index + match[0].length;
    const isAbbreviation =
      match[0] === '.' && ABBREVIATION.test(cleaned.slice(Math.max(start, match.index - 6), match.index));
    if (isAbbreviation && end < cleaned.length) continue;
    const sentence = cleaned.slice(start, end).trim();
    if (sentence !== '') parts.push(sentence);
    start = end;
  }
  const rest = cleaned.slice(start).trim();
  if (rest !== '') parts.push(rest);
  return parts;
}

/** Letters, digits and the marks that stand inside words: apostrophes, hyphens and the full stops of initials. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['.\-\u2010\u2011][\p{L}\p{N}\p{M}]+)*(?:(?<=(?:^|[^\p{L}])\p{L})\.)?/gu;

/** The words of a text, as written. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
