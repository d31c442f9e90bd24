import { properCase } from './name-casing.ts';
import type { Segment, Word } from './name-segments.ts';
import {
  CALL_ME_TRICKS,
  DESCRIBING,
  DESCRIPTIONS_OF_ORIGIN,
  FUNCTION_WORDS,
  GIVEN_NAMES,
  HONORIFICS,
  isListed,
  isOrdinary,
  OCCUPATIONS,
  PARTICLES,
  TITLES,
  WORD_NAMES,
  wordSet,
} from './name-words.ts';

/**
 * How much the wording before a name says that a name follows.
 * `asks`: it can only be a name ("call me …"): everyday words are taken too, when they end the segment or carry a capital.
 * `describes`: it may be a description ("I'm …"): only words that read as names are taken.
 * `alone`: no wording at all: the whole segment must be a name, with nothing but a polite remainder.
 */
export type Slot = 'asks' | 'describes' | 'alone';

/** Words that may stand between the wording and the name: "call me just Bo". */
const FILLERS = wordSet(`
just please simply only plain oops whoops typo actually really uh um er erm ok okay well so oh ah hmm hm yeah yes yep yup sure no nope nah hi hey hello hiya
haha hahaha lol honestly sorry wait maybe probably usually mostly like technically officially legally also still always now that's thats hehe ha
alright right then and but ooh anyway thanks thx good either
`);

/** "Heyyy" and "hiii" are a hey and a hi. */
const isFiller = (lower: string): boolean =>
  FILLERS.has(lower) || /^(?:he+y+|hi+|yo+|hello+|ye+s+|oka+y+)$/.test(lower);

/** Words that may follow a name without belonging to it. */
const FOLLOWERS = wordSet(`
here please thanks thx ty thank with without no not and but btw by from for now again instead actually spelled spelt spelling pronounced
as in on at or if i'm im i it it's its is was because cause cuz since when then though tho too to who works will i'd id ill i'll
speaking lol haha obviously ok okay yeah cheers nice pls plz right what how you rather over than that's thats my so forever always only most would
`);

const NOT_LETTERS = /^[\p{N}.'-]+$/u;

/** Names that are everyday words but say nothing of a person or a day, so that "it's mark" is a name. */
const MEN_AND_WOMEN = wordSet('mark grant pat art will');

/** Letters struck at random: neighbours on the keyboard, or many letters and no vowel. */
function isMashed(lower: string): boolean {
  return (
    /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwert|wert[yz]|zxcv|xcvb|cvbn|vbnm/.test(lower) ||
    /^[b-df-hj-np-tv-xz]{6,}$/.test(lower)
  );
}

function hasCapital(word: Word): boolean {
  return word.text !== word.lower;
}

/** Whether the script of the word knows capitals; Chinese, Arabic or Hindi do not. */
function isCased(word: Word): boolean {
  return word.lower.toUpperCase() !== word.lower;
}

/** Whether a word reads as (part of) a name in this slot. `first`: it would be the name's first word. */
function readsAsName(word: Word, slot: Slot, first: boolean): boolean {
  const { lower } = word;
  if (FUNCTION_WORDS.has(lower) && !(word.text === 'Ty' && slot !== 'describes')) return false;
  if (NOT_LETTERS.test(lower) || /\d/.test(lower) || lower.length > 24) return false;
  if (/(\p{L})\1\1/u.test(lower) || isMashed(lower)) return false;
  if (lower.endsWith("'s") || lower.endsWith('.com')) return false;
  if (!isCased(word)) return true;
  const capital = hasCapital(word);
  const shouted = capital && word.text.length > 3 && word.text === word.text.toUpperCase();
  if (isInitials(word)) return true;
  if (GIVEN_NAMES.has(lower)) return capital || !DESCRIPTIONS_OF_ORIGIN.has(lower);
  if (slot === 'asks') {
    if (CALL_ME_TRICKS.has(lower)) return false;
    if (WORD_NAMES.has(lower)) return true;
    return capital && !shouted ? true : !isOrdinary(lower);
  }
  if (slot === 'describes' && lower === 'sunday') return false;
  if (MEN_AND_WOMEN.has(lower) && first) return true;
  if (WORD_NAMES.has(lower)) return (capital && !shouted) || slot === 'alone' ? true : first && !DESCRIBING.has(lower);
  if (DESCRIPTIONS_OF_ORIGIN.has(lower) || OCCUPATIONS.has(lower)) return false;
  if (!capital && slot === 'describes' && /[^e]ed$/.test(lower)) return false;
  return capital ? !isListed(lower) : !isOrdinary(lower);
}

/** One to three letters that cannot be spoken as a word, such as TJ; two-letter ones also in small letters. */
export function isInitials(word: { readonly text: string }): boolean {
  return /^(?:[A-Z]|[B-DF-HJ-NP-TV-XZ]{2,3}|[A-Z][JDKCT]|[b-df-hj-np-tv-xz][jdkct])$/.test(word.text);
}

/** Family names that come first, as in Kim Min-seo or Nguyen Thi Lan. */
const FAMILY_FIRST = wordSet(
  'kim lee park choi jung kang cho yoon jang lim han oh seo shin nguyen tran pham wang li zhang liu chen yang huang zhao wu zhou xu sun zhu lin tan lau chan wong goh teo ong chua yeo koh',
);

interface Capture {
  readonly name: string;
  /** Index of the first word after the name. */
  readonly next: number;
}

/**
 * Takes the name that starts at word `from` of a segment, or null when no name stands there.
 * `locale` guides the casing (Turkish dotted i).
 */
export function captureName(segment: Segment, from: number, slot: Slot, locale?: string): Capture | null {
  const { words } = segment;
  let index = from;
  while (index < words.length - 1 && isFiller(words[index]?.lower ?? '')) index += 1;
  const spelled = captureSpelled(segment, index);
  if (spelled !== null) return spelled;
  const start = index;
  while (index < words.length - 1 && HONORIFICS.has(words[index]?.lower ?? '') && isTitleUse(segment, index, slot))
    index += 1;
  const nameStart = index;
  const familyFirst = captureFamilyFirst(segment, nameStart);
  if (familyFirst !== null) return familyFirst;
  const titled = captureTitled(segment, start, nameStart);
  if (titled !== null && nameStart === start) return titled;
  while (index < nameStart + 2 && isParticle(segment, index)) index += 1;
  const bodyStart = index;
  while (index < words.length && index - bodyStart < 3) {
    const word = words[index];
    if (word === undefined || !readsAsName(word, slot, index === bodyStart)) break;
    const previous = words[index - 1];
    const isFirst = index === bodyStart;
    // "Kofi will do".
    if (!isFirst && word.lower === 'will' && !hasCapital(word)) break;
    // A second word continues a name only in the same dress: "Juan Carlos", "juan carlos", not "Anna wants".
    if (!isFirst && previous !== undefined && hasCapital(word) !== hasCapital(previous) && isCased(word)) break;
    if (!isFirst && !hasCapital(word) && isCased(word) && !(GIVEN_NAMES.has(word.lower) || !isOrdinary(word.lower)))
      break;
    index += 1;
  }
  if (index === bodyStart) return titled ?? captureNickname(segment, start, slot);
  const next = words[index];
  if (next !== undefined && !mayFollow(next, words[index + 1], slot)) return null;
  return { name: written(segment, start, index, locale), next: index };
}

/** A particle before a capitalised word that is no everyday one: "De la Cruz". */
function isParticle({ words }: Segment, index: number): boolean {
  const word = words[index];
  if (word === undefined || !PARTICLES.has(word.lower)) return false;
  const following = words[index + 1];
  const after = following !== undefined && PARTICLES.has(following.lower) ? words[index + 2] : following;
  return after !== undefined && hasCapital(after) && !isListed(after.lower);
}

/** A family name that comes first and is an everyday word too: Park Ji-yeon. */
function captureFamilyFirst(segment: Segment, from: number): Capture | null {
  const [family, given, further, afterwards] = segment.words.slice(from, from + 4);
  if (family === undefined || given === undefined || !FAMILY_FIRST.has(family.lower) || !isOrdinary(family.lower))
    return null;
  if (!hasCapital(family) || !hasCapital(given) || isListed(given.lower) || given.text === given.text.toUpperCase())
    return null;
  const isThree = further !== undefined && hasCapital(further) && !isListed(further.lower);
  const next = isThree ? afterwards : further;
  if (next !== undefined && !FOLLOWERS.has(next.lower)) return null;
  const end = from + (isThree ? 3 : 2);
  return { name: written(segment, from, end), next: end };
}

/** "Sister Bernadette" and "Big Mike" carry a title; "old friend" and "doctor says" do not. */
function isTitleUse(segment: Segment, index: number, slot: Slot): boolean {
  const word = segment.words[index];
  const following = segment.words[index + 1];
  if (word === undefined || following === undefined) return false;
  if (GIVEN_NAMES.has(word.lower) && !hasCapital(following)) return false;
  return readsAsName(following, slot === 'alone' ? 'describes' : slot, true) || /^\p{L}\.?$/u.test(following.lower);
}

function mayFollow(word: Word, afterwards: Word | undefined, slot: Slot): boolean {
  if (word.lower === 'the')
    return /^(?:\p{L}+(?:st|nd|rd|th)|third|first|one|only|great)$/u.test(afterwards?.lower ?? '');
  // What follows a name that stands alone is judged as a whole by whoever asks.
  if (slot === 'alone' || FOLLOWERS.has(word.lower)) return true;
  return slot === 'asks' && !hasCapital(word);
}

/** After a formal title any capitalised word is a name: "Mr. Park", "Ms Young". */
function captureTitled(segment: Segment, from: number, nameStart: number): Capture | null {
  const title = segment.words[nameStart === from ? from : nameStart - 1];
  const at = nameStart === from ? from + 1 : nameStart;
  const word = segment.words[at];
  if (title === undefined || word === undefined || !TITLES.has(title.lower) || !hasCapital(title) || !hasCapital(word))
    return null;
  const next = segment.words[at + 1];
  if (FUNCTION_WORDS.has(word.lower) || (next !== undefined && !FOLLOWERS.has(next.lower))) return null;
  return { name: written(segment, from, at + 1), next: at + 1 };
}

/** After "call me" an everyday noun is a nickname when the segment ends with it: "call me boss", "they call me Mellow Yellow". */
function captureNickname(segment: Segment, from: number, slot: Slot): Capture | null {
  if (slot !== 'asks') return null;
  const word = segment.words[from];
  const next = segment.words[from + 1];
  if (word === undefined || FUNCTION_WORDS.has(word.lower) || CALL_ME_TRICKS.has(word.lower)) return null;
  if (NOT_LETTERS.test(word.lower) || /\d/.test(word.lower) || word.lower.endsWith("'s")) return null;
  if (next !== undefined && !/^(?:please|pls|thanks|thx|now|instead|lol|haha|ok|okay)$/.test(next.lower)) return null;
  if (/(?:ing|ish|ful|less|able|ous|ic|ive|ly|ed)$/.test(word.lower) && !hasCapital(word)) return null;
  return { name: written(segment, from, from + 1), next: from + 1 };
}

/** "C h l o e", "I-L-S-E", "B-O": letters one by one. */
function captureSpelled(segment: Segment, from: number): Capture | null {
  const { words } = segment;
  const first = words[from];
  if (first === undefined) return null;
  if (/^\p{L}(?:[-.]\p{L})+$/u.test(first.text) && first.text.includes('-')) {
    return { name: spelledName(first.text.replace(/-/g, '')), next: from + 1 };
  }
  let index = from;
  while (index < words.length && /^\p{L}$/u.test(words[index]?.text ?? '')) index += 1;
  if (index - from < 3) return null;
  return {
    name: spelledName(
      words
        .slice(from, index)
        .map((word) => word.text)
        .join(''),
    ),
    next: index,
  };
}

function spelledName(letters: string): string {
  const isCapitals = letters === letters.toUpperCase();
  return properCase(isCapitals ? letters.toLowerCase() : letters);
}

function written(segment: Segment, from: number, to: number, locale?: string): string {
  const first = segment.words[from];
  const last = segment.words[to - 1];
  if (first === undefined || last === undefined) return '';
  const name = segment.text.slice(first.start, last.end).replace(/\s+/g, ' ').normalize('NFC');
  return properCase(name, locale);
}

/** The name when the whole segment is one, after fillers and before a polite remainder: "Sure, Hani", "priya thanks". */
export function captureAlone(segment: Segment): Capture | null {
  const capture = captureName(segment, 0, 'alone');
  if (capture === null) return null;
  const next = segment.words[capture.next]?.lower;
  if (next === undefined) return capture;
  return followsName(segment, capture.next) ? capture : null;
}

/** Whether nothing but a polite remainder stands from word `next` on. */
export function followsName(segment: Segment, next: number): boolean {
  const rest = segment.words
    .slice(next)
    .map((word) => word.lower)
    .join(' ');
  if (rest === '' || ALONE_REMAINDER.test(rest)) return true;
  // "Will you" and "Hope this works" begin like a name and polite words, so words that are names too need the list above.
  return (
    next > 0 &&
    !WORD_NAMES.has(segment.words[next - 1]?.lower ?? '') &&
    segment.words.slice(next).every((word) => POLITE_WORDS.has(word.lower))
  );
}

/** Words that a polite remainder is made of, in any order: "pls and thank you", "is okay too if that's alright with you". */
const POLITE_WORDS = wordSet(`
please pls plz thanks thank thx ty cheers and you u ya yours your hbu wbu here btw bro bruh dude man mate fam friend buddy lol haha hahaha hehe lmao
i guess think suppose reckon for now from on again actually too right ok okay k is it's its if that's thats that alright fine with mind don't dont
cool works work good great perfect easier simpler easiest whatever whichever either both up to nice meet meeting pleased obviously always just
only then though anyway would be will do does the best or yeah yes yep me my name um uh hmm what about how
`);

/** What may follow a name that stands alone. */
const ALONE_REMAINDER =
  /^(?:please|pls|plz|thanks|thx|ty|thank you|cheers|here|btw|by the way|and you|and yours|how about you|what about you|lol|haha|i guess|i think|for now|from now on|again|actually|too|right|ok|okay|it is|if .{0,40}|unless .{0,30}|with (?:a|an|the|two|no|one|just|only)?\b.{0,30}|without .{0,20}|just .{0,20}|no .{0,20}|as in .{0,20}|like (?:the|in) .{0,20}|spel(?:led|t) .{0,30}|pronounced .{0,20}|the (?:third|second|first|1st|2nd|3rd|one and only|great)|nice to meet you|or (?!not\b|nothing\b|something\b).{1,24}|not .{0,20}|obviously|rather than .{0,20}|instead(?: of .{0,20})?|always|forever|only|most(?:ly)?|from \S{2,20}(?: \S{2,20})?|will do|works|is fine)$/;

const isGivenName = (word: string): boolean =>
  GIVEN_NAMES.has(word.toLowerCase()) || GIVEN_NAMES.has(word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());

/** Everyday words that are far more often a second given name than a family name: Ella Grace, not Emma Stone. */
const SECOND_NAMES = wordSet('grace rose may mae hope faith joy jo belle jade anh linh sue star');

/** A full name as people are called by it: the first name, unless both are given names or the family name stands first. */
export function calledBy(name: string): string {
  const parts = name.split(' ');
  const [first = '', second = ''] = parts;
  const lower = first.toLowerCase().replace(/\.$/, '');
  if (parts.length < 2 || HONORIFICS.has(lower) || /^\p{L}\.$/u.test(first)) return name;
  if (parts.length === 2 && (isGivenName(second) || SECOND_NAMES.has(second.toLowerCase()) || FAMILY_FIRST.has(lower)))
    return name;
  if (FAMILY_FIRST.has(lower) && !GIVEN_NAMES.has(lower)) return name;
  return first;
}

/** The comparison form of a name. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[.']/g, '');
}

/** A name the message may give. The strongest wins; among equals the first, or the last once the message corrects itself. */
export interface Candidate {
  readonly name: string;
  readonly strength: number;
}

/** Where a sentence stands, and what has been read of the message so far. */
export interface SentenceContext {
  readonly asked: boolean;
  /** What they are called now; null when that is not known. */
  readonly known: string | null;
  readonly place: { readonly isFirst: boolean; readonly isLast: boolean; readonly isOnly: boolean };
  readonly rejected: Set<string>;
  readonly candidates: Candidate[];
}
