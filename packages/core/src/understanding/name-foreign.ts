import { type Candidate, calledBy, captureName } from './name-candidates.ts';
import { FOREIGN_STOP, NAME_BEFORE, SPACED, SPACED_TAIL, UNCASED_STOP, UNSPACED } from './name-languages.ts';
import { BARE, STATED, WANTED } from './name-leads.ts';
import { type Segment, wordIndex } from './name-segments.ts';
import { DESCRIPTIONS_OF_ORIGIN, FUNCTION_WORDS, GIVEN_NAMES, isOrdinary, WORD_NAMES } from './name-words.ts';

const ARTICLES =
  /^(?:der|pure|die|das|o|a|el|la|le|los|ο|η|τον|την|einfach|maar|nur|simplemente|solo|sólo|juste|simplement|es|is|ist|è|é|e|ay|ni|apenas|só|po|hai|mr|adalah|si|übrigens|eigentlich|auch|doch|aber|jetzt|waise|toh|bhi|sab|log|bas|sirf|sabhi|actually|genau|bitte|lieber|gerne|gern|plutôt|s'il|porfa|mejor|maar|liever|quoi|donc|pues|entonces|então|allora|ya|eben)$/u;

/** Reads a name given in another language with spaces between words. */
export function readForeign(segment: Segment, asked: boolean, candidates: Candidate[]): void {
  for (const { language, sure, weak } of SPACED) {
    for (const [pattern, certain] of [
      [sure, true],
      [weak, false],
    ] as const) {
      if (pattern === undefined || (!asked && !certain)) continue;
      // `matchAll` copies the pattern, which costs more than to find nothing.
      if (segment.joined.search(pattern) === -1) continue;
      for (const match of segment.joined.matchAll(pattern)) {
        if (match.index + match[0].length >= segment.joined.length) continue;
        const phrase = match[0].trim();
        if (!asked && !phrase.includes(' ') && !UNASKED_SINGLE.has(phrase)) continue;
        const name = foreignName(segment, wordIndex(segment.joined, match.index + match[0].length), certain, language);
        if (name === null) continue;
        const strength = NICKNAME_LEADS.test(phrase) ? WANTED : certain ? STATED + 2 : BARE;
        candidates.push({ name, strength });
      }
    }
  }
}

const UNASKED_SINGLE = new Set(['llámame', 'llamame', 'chiamami', 'appelle-moi', 'naitwa', 'namaku', 'اسمي', 'שמי']);
const NICKNAME_LEADS =
  /ll[aá]m[ae]|dime|dicen|decir|digas|appel|nenn|sag|chame|chamar|chiama|noem|kall|kutsu|mów|říkej|zovi|spune|зови|зват|просто|можно|викай|φώναζ|ناد|صدا|תקרא|mujhe|panggil|tawag|gọi|bana|prefiero/u;

function foreignName(segment: Segment, from: number, certain: boolean, language: string): string | null {
  let index = from;
  while (index < segment.words.length - 1 && ARTICLES.test(segment.words[index]?.lower ?? '')) index += 1;
  const word = segment.words[index];
  if (word === undefined || SPACED_TAIL.test(word.lower) || /\d/.test(word.lower) || word.lower.length > 24)
    return null;
  if (FOREIGN_STOP.has(word.lower) || UNCASED_STOP.has(word.lower) || DESCRIPTIONS_OF_ORIGIN.has(word.lower))
    return null;
  if (word.text === word.lower && word.lower.toUpperCase() !== word.lower) {
    const isKnown = GIVEN_NAMES.has(word.lower);
    if (!certain && !isKnown) return null;
    if (!isKnown && (FUNCTION_WORDS.has(word.lower) || isOrdinary(word.lower)) && !WORD_NAMES.has(word.lower))
      return null;
  } else if (FUNCTION_WORDS.has(word.lower)) return null;
  const capture = captureName(segment, index, 'asks', language === 'tr' || language === 'az' ? 'tr' : undefined);
  if (capture === null || word.lower.toUpperCase() === word.lower) {
    return word.lower.toUpperCase() === word.lower ? word.text : null;
  }
  const parts = capture.name.split(' ');
  const isWrittenSmall = word.text === word.lower;
  const name = isWrittenSmall ? (parts[0] ?? capture.name) : capture.name;
  return calledBy(stripSuffix(name, language));
}

/** Case endings that belong to the sentence, not to the name. */
function stripSuffix(name: string, language: string): string {
  return language === 'hu' ? name.replace(/n[ae]k$/u, '') : name;
}

/** Reads a name that stands before the words that give it: "sneha naam hai mera", "main simran hoon". */
export function readNameBefore(segment: Segment, candidates: Candidate[]): void {
  for (const { pattern, language } of NAME_BEFORE) {
    const match = segment.joined.match(pattern);
    if (match?.index === undefined || match[1] === undefined) continue;
    const at = wordIndex(segment.joined, segment.joined.indexOf(match[1], match.index));
    const name = foreignName(segment, at, true, language);
    if (name !== null) candidates.push({ name, strength: STATED + 2 });
  }
}

/** Reads a name given in a script without spaces or with suffixes. */
export function readUnspaced(sentence: string, asked: boolean, candidates: Candidate[]): void {
  for (const { pattern, sure } of UNSPACED) {
    if (!sure && !asked) continue;
    const name = sentence.trim().match(pattern)?.[1]?.trim();
    if (name === undefined || name === '' || UNCASED_STOP.has(name) || isOrdinary(name.toLowerCase())) continue;
    candidates.push({ name, strength: sure ? STATED + 2 : BARE });
    return;
  }
}
