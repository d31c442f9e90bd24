import { isListed } from './name-words.ts';

/**
 * A message without the disguises that carry words past a filter: markup inside words, letters of other alphabets that look
 * Latin, marks stacked over letters, digits for letters (`d1e`), separators inside words (`un-alive`), spaced letters
 * (`k i l l`) and words run together (`killmyself`). It is an additional reading: the message as written is read as well, and
 * a token changes only when an everyday word or a word of crisis comes out, so that `4C hair`, `I w8ed` and `J. R.` stay.
 * Takes cleaned text; linear in its length; returns its argument when nothing is disguised.
 */
export function undisguised(cleaned: string): string {
  const letters = joinedLetters(latinLetters(withoutMarkup(cleaned)));
  return withoutBreaks(withoutNumberWords(letters.replace(TOKEN, readToken)));
}

/** Elements that stand inside a line of text: taking them out must not part a word. */
const INLINE_TAG =
  /<\/?(?:a|abbr|b|big|code|del|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|tt|u)(?: [^<>]{0,200})?\/?>/gi;
const OTHER_TAG = /<[/a-z][^<>]{0,200}>/gi;
const COMMENT = /<!--[^<>]{0,200}-->/g;
const NUMERIC_REFERENCE = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;
const INVISIBLE_REFERENCE = /&(?:shy|zwj|zwnj);/gi;

function withoutMarkup(text: string): string {
  return text
    .replace(COMMENT, '')
    .replace(INLINE_TAG, '')
    .replace(OTHER_TAG, ' ')
    .replace(INVISIBLE_REFERENCE, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(NUMERIC_REFERENCE, (reference, hexadecimal: string | undefined, decimal: string | undefined) => {
      const codePoint = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint).toWellFormed() : reference;
    });
}

/** Pairs of a letter and the Latin letter it looks like, after Unicode's confusables (UTS #39), lower case. */
const LOOK_ALIKES = new Map(
  // Cyrillic, Greek, small capitals, then Latin and Armenian variants.
  `аa вb сc ԁd еe ѐe ёe ғf ԍg һh іi їi јj кk ӏl мm нh пn оo рp ԛq гr ѕs тt уy үy ѵv ԝw шw хx ьb
   αa βb ςc δd εe ηn ιi κk λl μu νv οo ρp σo τt υu ωw χx γy ζz
   ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz
   ɑa ɐa ɓb ƈc đd ɗd ǝe ɛe ƒf ɡg ɠg ħh ɦh ıi ɨi ɩi ʝj ƙk łl ɭl ɱm ŋn ɲn øo ɵo ƥp ʠq ɾr ʂs ŧt ƭt ʋu ʌv ɯw ƴy ƶz օo սu հh ոn`
    .split(/\s+/)
    .map((pair) => {
      const [letter = '', latin = ''] = pair;
      return [letter, latin] as const;
    }),
);
const OTHER_ALPHABET = /[\u00c0-\u024f\u0250-\u02af\u0370-\u052f\u0530-\u058f\u1d00-\u1d7f\ua720-\ua7ff]/gu;
/** Letters in circles, in squares and as flags, which no normalisation form turns into letters: the code point of each A. */
const ENCLOSED = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
const ENCLOSED_A = [0x1f1e6, 0x1f170, 0x1f150] as const;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Words that are Latin to the eye, in Latin letters without marks; a word stays when a letter of it looks like none. */
function latinLetters(text: string): string {
  const visible = text.replace(/\p{DI}+/gu, '').replace(ENCLOSED, (letter) => {
    const codePoint = letter.codePointAt(0) ?? 0;
    const first = ENCLOSED_A.find((start) => codePoint >= start) ?? codePoint;
    return String.fromCharCode(97 + codePoint - first);
  });
  if (!/\p{sc=Latin}/u.test(visible)) return text;
  return visible.replace(WORD, (word) => {
    const bare = word.normalize('NFD').replace(/\p{Mn}/gu, '');
    const latin = bare.toLowerCase().replace(OTHER_ALPHABET, (letter) => LOOK_ALIKES.get(letter) ?? letter);
    return /^[a-z0-9]+$/.test(latin) && latin !== word.toLowerCase() ? latin : word;
  });
}

/** At least three single letters with a separator between each two: `k m s`, `d.i.e`, `k i l l  m y s e l f`. */
const SPACED_LETTERS = /(?<![\p{L}\p{N}'])[a-z](?:[\s.\-_·•*|,/\\~+]{1,3}[a-z0-9@$!](?![\p{L}\p{N}'])){2,}/giu;

function joinedLetters(text: string): string {
  return text.replace(SPACED_LETTERS, (run) => {
    const letters = run.replace(/[^a-z0-9@$!]/gi, '').toLowerCase();
    return wordsWithin(letters)?.join(' ') ?? letters;
  });
}

/** A word with the signs that may stand for its letters, or with separators inside it. */
const TOKEN = /[a-z0-9@$|+](?:[a-z0-9@$|!+*._\-/]{0,60}[a-z0-9@$|+])?/gi;
/** Words of crisis that a list of everyday English leaves out. */
const CRISIS_WORDS = new Set(
  'i a suicide suicidal suicides unalive unalived unaliving kms kill killing die dying dead death myself overdose overdosing selfharm wanna gonna'.split(
    ' ',
  ),
);
/** The words of two letters that count: the list of everyday English has abbreviations too, which any run can be cut into. */
const SHORT_WORDS = new Set(
  'am an as at be by do go he hi if id im in is it me my no of on or so to up us we'.split(' '),
);

function isWord(letters: string): boolean {
  return CRISIS_WORDS.has(letters) || (letters.length > 2 ? isListed(letters) : SHORT_WORDS.has(letters));
}

function readToken(token: string): string {
  const lower = token.toLowerCase();
  if (isWord(lower) || /^[0-9]+$/.test(lower)) return token;
  if (/^[a-z]+$/.test(lower)) return runTogether(lower)?.join(' ') ?? token;
  const whole = wordFor(lower) ?? unmasked(lower);
  if (whole !== null) return whole;
  const pieces = lower.split(/[._\-/*|+]+/);
  const joined = pieces.join('');
  const apart = pieces.map((piece) => (isWord(piece) ? piece : wordFor(piece)));
  if (pieces.length > 1) {
    const word = wordFor(joined);
    if (word !== null) return word;
    if (apart.every((piece) => piece !== null)) return apart.join(' ');
  }
  return runTogether(lettersFor(joined, 'i'))?.join(' ') ?? token;
}

/** Words that a crisis run together holds (`iwanttodie`, `killmyself`) and that names and compounds do not. */
const OF_ONESELF = /^(?:my|myself|want|wanna|life|suicide)$/;
const SHORTEST_RUN = 7;

/** The words of letters run together, if they speak of oneself: `Killian` and `skipping` are not cut. */
function runTogether(letters: string): string[] | null {
  if (letters.length < SHORTEST_RUN || !/^[a-z]+$/.test(letters)) return null;
  const words = wordsWithin(letters);
  return words?.some((word) => OF_ONESELF.test(word)) ? words : null;
}

/** Words that people mask with asterisks. */
const MASKED = [
  'kill',
  'killing',
  'die',
  'dying',
  'dead',
  'death',
  'suicide',
  'suicidal',
  'overdose',
  'unalive',
] as const;

/** `k*ll`, `su*c*de`: each asterisk stands for a letter after the first. */
function unmasked(token: string): string | null {
  if (!/^[a-z][a-z*]*\*[a-z*]*$/.test(token)) return null;
  const fits = (word: string): boolean =>
    word.length === token.length && [...token].every((sign, index) => sign === '*' || sign === word[index]);
  return /[a-z].*[a-z]/.test(token) ? (MASKED.find(fits) ?? null) : null;
}

/** Letters that a digit or a sign stands for; `1`, `!` and `|` are an i or an l. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '+': 't',
};

function lettersFor(token: string, upright: 'i' | 'l'): string {
  return token.replace(/[03457@$+]/g, (sign) => LEET[sign] ?? sign).replace(/[1!|]/g, upright);
}

/** The word that letters, digits and signs spell; null when they spell none or hold no letter. */
function wordFor(token: string): string | null {
  if (!/[a-z]/.test(token)) return null;
  for (const upright of ['i', 'l'] as const) {
    const letters = lettersFor(token, upright);
    if (isWord(letters)) return letters;
  }
  return null;
}

const NUMBER_FOR_I =
  /(?<![\p{L}\p{N}.,:$€£])[1|](?= (?:want|wanna|will|am|wish|cant|can't|dont|don't|need|hate|should)\b)/giu;
const NUMBER_FOR_TO = /(?<=\b(?:want|wanted|going|need|ready|about|trying|tried) )(?:2|70)(?= [a-z])/gi;

/** "1 want 2 die": a number before or after a word of wishing is the word it sounds or looks like. */
function withoutNumberWords(text: string): string {
  return text.replace(NUMBER_FOR_I, 'i').replace(NUMBER_FOR_TO, 'to');
}

/** Words cut at odd places: `sui cidal`, `ki ll my self`. "k ill be there" is none, and "to di e" takes its "to". */
const BROKEN = ['suicide', 'suicidal', 'unalive', 'myself'].map(
  (word) => [new RegExp(`\\b${[...word].join(' ?')}\\b`, 'gi'), word] as const,
);
const BROKEN_VERBS = [
  [/\bk ?i ?l ?l(?= myself\b)/gi, 'kill'],
  [/(?<=\bto )(?:d ?i ?e)\b/gi, 'die'],
] as const;

function withoutBreaks(text: string): string {
  return [...BROKEN, ...BROKEN_VERBS].reduce((read, [pattern, word]) => {
    return read.replace(pattern, (found) => (found.includes(' ') ? word : found));
  }, text);
}

const LONGEST_PIECE = 14;

/** The fewest everyday words that run together into these letters; null when some letter belongs to none. */
function wordsWithin(letters: string): string[] | null {
  const best: ({ readonly cost: number; readonly start: number } | undefined)[] = [{ cost: 0, start: 0 }];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_PIECE); start < end; start += 1) {
      const before = best[start];
      const cost = (before?.cost ?? 0) + 1;
      if (before === undefined || cost >= (best[end]?.cost ?? Number.POSITIVE_INFINITY)) continue;
      if (isWord(letters.slice(start, end))) best[end] = { cost, start };
    }
  }
  if (best[letters.length] === undefined) return null;
  const words: string[] = [];
  for (let end = letters.length; end > 0; end = best[end]?.start ?? 0) words.push(letters.slice(best[end]?.start, end));
  return words.reverse();
}
