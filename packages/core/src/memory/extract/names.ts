import { properCase } from '../../understanding/name-casing.ts';
import {
  DESCRIPTIONS_OF_ORIGIN,
  FUNCTION_WORDS,
  GIVEN_NAMES,
  isOrdinary,
  WORD_NAMES,
} from '../../understanding/name-words.ts';
import { relationOf } from './relations.ts';
import { comparableName, type Line, type Mentioned, subjectFor, type Token } from './tokens.ts';

export const TIME_WORDS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter diwali eid halloween thanksgiving ramadan mondays fridays english spanish french german hindi italian chinese japanese'.split(
    ' ',
  ),
);

/** Verbs and other words that stand where a lower-case name could: "my sister said". */
const NEVER_LOWER_NAME =
  /(?:ed|ing|ly|ied|'s|n't|nt)$|^(?:said|will|is|iz|an|da|wit|wanna|gonna|luvs|luv|got|hav|haz|cums|cud|wud|was|wos)$/;

/** "mi mamá trabaja": the ordinary words of another language are all unusual in English, and say nothing of a name. */
const AFTER_FOREIGN_RELATION =
  /(?<!\p{L})(?:mis?|nuestr[ao]s?|minha|meu|mi[ao]|mon|ma|mes|mein(?:e[rm]?)?|mer[aie]|hamar[aie])\s+\p{L}+\s*$/iu;

/** A name that begins at a token: up to three capitals, or one known or unusual word in lower case. */
export function nameAt(
  { text, tokens, isShouting }: Line,
  index: number,
  where: 'asked' | 'set' | 'beside' | 'alone',
): { readonly name: string; readonly end: number; readonly next: number } | null {
  const first = tokens[index];
  if (first === undefined) return null;
  const bare = first.text.replace(/'s$/i, '');
  const lower = bare.toLowerCase();
  if (FUNCTION_WORDS.has(lower) || TIME_WORDS.has(lower) || /\d/.test(bare) || bare.length > 30) return null;
  if (DESCRIPTIONS_OF_ORIGIN.has(lower) && !GIVEN_NAMES.has(lower) && !WORD_NAMES.has(lower)) return null;
  const isCapital = /^\p{Lu}/u.test(bare) && !isShouting;
  if (isCapital && where === 'alone' && relationOf(lower) !== null) return null;
  if (isCapital) {
    let next = index + 1;
    let end = first.start + bare.length;
    // In Hindi the place follows the name: "meri behen Pooja Jaipur mein".
    const most = /\bmer[aie]\b/i.test(text.slice(0, first.start)) ? 1 : 3;
    while (where !== 'alone' && bare === first.text && next < index + most) {
      const token = tokens[next];
      if (token === undefined || text.slice(end, token.start) !== ' ' || !/^\p{Lu}\p{Ll}/u.test(token.text)) break;
      const part = token.text.replace(/'s$/i, '');
      if (FUNCTION_WORDS.has(part.toLowerCase()) || TIME_WORDS.has(part.toLowerCase())) break;
      end = token.start + part.length;
      next += 1;
      if (part !== token.text) break;
    }
    return { name: properCase(text.slice(first.start, end)), end, next };
  }
  if (where === 'alone') return null;
  const isKnown =
    (GIVEN_NAMES.has(lower) && lower !== 'said' && lower !== 'will') || (where === 'asked' && WORD_NAMES.has(lower));
  const isUnusual =
    lower.length >= 3 &&
    !AFTER_FOREIGN_RELATION.test(text.slice(0, first.start)) &&
    !isOrdinary(lower) &&
    !NEVER_LOWER_NAME.test(lower) &&
    !isVerbLike(tokens, index);
  if (!isKnown && !isUnusual && !(where === 'asked' && lower.length >= 2 && !NEVER_LOWER_NAME.test(lower))) return null;
  return { name: properCase(bare), end: first.start + bare.length, next: index + 1 };
}

/** "my granma bakd me a cake": an unusual word before an object is a misspelt verb, no name. */
function isVerbLike(tokens: readonly Token[], index: number): boolean {
  return /^(?:me|my|a|an|the|him|her|it|us|you|to|that|at|in|for|about|up|out)$/.test(tokens[index + 1]?.lower ?? '');
}

/** "Linda, my boss", "Lu is my roommate", "Ana (my sister)". */
export function nameBefore(
  line: Line,
  index: number,
): { readonly name: string; readonly from: number; readonly start: number } | null {
  const { text, tokens } = line;
  let from = index - 1;
  const link = tokens[from]?.lower ?? '';
  if (/^(?:is|was|es|are)$/.test(link)) from -= 1;
  const token = tokens[from];
  if (token === undefined) return null;
  const hasLink = from < index - 1 || /'s$/.test(token.text);
  const between = text.slice(token.end, tokens[index]?.start ?? 0);
  if (!hasLink && !/^\s*[,(–—-]\s*$/.test(between)) return null;
  if (!hasLink && line.used.has(from)) return null;
  const name = nameAt(line, from, 'alone');
  if (name === null || (isOrdinary(name.name.toLowerCase()) && !WORD_NAMES.has(name.name.toLowerCase()))) return null;
  return { name: name.name, from, start: token.start };
}

const PLACE_LEADS =
  /^(?:in|to|from|at|near|around|visiting|visit|towards|toward|leaving|for|left|of|via|through|the|into|across|en|a|de|à|nach|aus|mein|se)$/;

const SOCIAL_LEADS =
  /^(?:with|and|met|saw|seeing|told|called|texted|phoned|rang|visited|visiting|meeting|hugged|love|miss|missed|missing|to|from|for|at|about|of|than|dating|asked|helped|helping|invited|like|by|know|hate|kissed|married|marrying|named|thanked|dumped|congratulated)$/;

/** Names that stand without a relation: "Maria yelled", "met up with Priyanka and Lou". Places and brands are no people. */
export function readNames(line: Line, found: Mentioned[]): void {
  const { text, tokens, used, isShouting } = line;
  if (isShouting) return;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || used.has(index)) continue;
    const name = nameAt(line, index, 'alone');
    if (name === null) continue;
    const lower = comparableName(name.name);
    const lead = tokens[index - 1]?.lower ?? '';
    const isKnownName = GIVEN_NAMES.has(name.name.toLowerCase());
    if (
      !isKnownName &&
      isOrdinary(lower) &&
      !(WORD_NAMES.has(lower) && index > 0 && /^(?:with|and|met|saw)$/.test(lead))
    )
      continue;
    if (name.name.length < 2 || /^\p{Lu}{2,}$/u.test(token.text)) continue;
    const isPlaceLed = PLACE_LEADS.test(lead) && !/^(?:for|of|from|to|at|a|the)$/.test(lead);
    const isVerbAfter =
      /^(?:is|was|has|had|said|says|told|left|joined|yelled|called|texted|got|moved|hates|loves|likes|lives|works|apologi[sz]ed|came|comes|made|makes|gave|and|will|won't|can't|keeps|never|always|just|didn't|doesn't|isn't|died|passed|invited|asked|wants|thinks|turned|who|broke|bought|helped|finally|also|still)$/.test(
        tokens[index + 1]?.lower ?? '',
      ) || /'s$/.test(token.text);
    const isSocial = SOCIAL_LEADS.test(lead) && !PLACE_LEADS.test(lead);
    const isListed = found.some(
      (one) => one.by === 'name' && /^\s*(?:,|and|&|, and)\s*$/.test(text.slice(one.end, token.start)),
    );
    if (isPlaceLed || !(isKnownName || (index === 0 && isVerbAfter && !isOrdinary(lower)) || isSocial || isListed))
      continue;
    // "Burna Boy", "Royal Infirmary": a run of capitals is a name of something, unless it begins with a given name.
    const next = tokens[index + 1];
    const isRun =
      next !== undefined &&
      text.slice(token.end, next.start) === ' ' &&
      /^\p{Lu}\p{Ll}/u.test(next.text) &&
      !TIME_WORDS.has(next.lower);
    if (isRun && !isKnownName) {
      index += 1;
      continue;
    }
    used.add(index);
    found.push({ subject: subjectFor(null, name.name), start: token.start, end: name.end, apart: null, by: 'name' });
  }
}
