import { FUNCTION_WORDS, GIVEN_NAMES, isOrdinary, wordSet } from '../../understanding/name-words.ts';
import { DESCRIBING_RELATION } from '../extract/relations.ts';
import { lemmaOf } from './lemma.ts';
import { membersOf, relationFor } from './meanings.ts';
import { PLACE_NAMES } from './place-names.ts';
import { numberOf, type Word } from './words.ts';

/** A stretch of a sentence that can answer a kind of question. Indices are of words, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface PersonSpan extends Span {
  /** What leads up to the whole phrase, lower case: `with` of "with my cousin Tobi"; of a row of names, of the first. */
  readonly lead: string;
  /** As written; null when only the relation is said. */
  readonly name: string | null;
  /** Normalised; null when only the name is said. */
  readonly relation: string | null;
}

export interface PlaceSpan extends Span {
  /** The preposition before it, lower case; empty when there is none. */
  readonly lead: string;
}

export interface NumberSpan extends Span {
  readonly value: number;
  /** The lemma of the word that is counted; null at a clause's end. */
  readonly unit: string | null;
  readonly kind: 'count' | 'money' | 'age' | 'duration' | 'ordinal';
}

/** Titles that a surname follows. */
const TITLES = wordSet(
  'mr mrs ms miss mx dr doctor prof professor sir uncle aunt auntie aunty tía tio tío tia nana nani grandma granny grandpa coach father sister saint st',
);
const NO_NAMES = wordSet(
  'i god jesus lord monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter ramadan eid diwali halloween english spanish french german italian portuguese ok omg lol psa btw fyi tv mri covid passed got so day new left finally booked dropped reading',
);
/** Words that end a noun phrase. */
export const ENDERS = wordSet(
  `and but or so because cause since when while if that which who whose where as than then though although until till
  in at to from near on of for with by into onto over under about around after before during off out up
  is are was were am be been has have had do does did will would can could should may might must
  an i he she we they you it me him us them my his her our their your its this these those
  not no never always just really too very still again now today tomorrow yesterday tonight soon later already yet ever lol haha
  i'm im he's she's it's we're they're i've ive i'll dont don't doesnt doesn't didnt didn't cant can't isnt isn't wasnt wasn't y pero en mein hai`,
);
const PLACE_LEADS = wordSet(
  'in at to from near around outside inside into towards toward for on off past behind under above en mein visiting leaving left',
);
const ARTICLES = wordSet('the a an my our his her their some this that another un una el la los las');
const NOT_PLACES = wordSet(
  'time times way mood bed all love general fact touch tears least last once home first me him her you them it us that this which years weeks days months hours minutes moment morning evening afternoon night week weekend month year day summer winter spring autumn fall bit lot hurry pain bits person public secret two three four five class total front end work mess band team choir group club charge love touch tune line',
);

const joined = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word, index) =>
      from + index < to - 1 ? word.raw + (word.isPossessive ? "'s" : '') + inner(word.gap) : word.raw,
    )
    .join(' ')
    .replace(/ - /g, ' ');

const inner = (gap: string): string =>
  gap === ',' || gap === '&' || gap === '.' ? (gap === '&' ? ' &' : gap === '.' ? '.' : ',') : '';

const FAITHS: ReadonlySet<string> = new Set([
  ...(membersOf(lemmaOf('religion')) ?? []),
  ...(membersOf(lemmaOf('language')) ?? []),
]);

/** A span's words as written, inner commas kept. */
export function spanOf(words: readonly Word[], from: number, to: number): Span {
  return { from, to, text: joined(words, from, to) };
}

/** Whether the word at an index reads as a name: a capital that a sentence's start doesn't explain, or a known name. */
export function isNameAt(words: readonly Word[], index: number, shouted: boolean): boolean {
  const word = words[index];
  if (word === undefined || !/\p{L}/u.test(word.raw)) return false;
  const { lower } = word;
  if (PLACE_NAMES.has(lower) && !GIVEN_NAMES.has(lower)) return false;
  if (!/^[\p{L}\p{M}'.-]+$/u.test(word.raw)) return false;
  if (FUNCTION_WORDS.has(lower) || NO_NAMES.has(lower) || lower.startsWith("i'")) return false;
  if (/^\p{L}+'(?:m|ve|re|ll|d|t|s)$/u.test(lower)) return false;
  // "L-U": a name spelt out is said already.
  if (/^\p{L}(?:-\p{L})+$/u.test(lower)) return false;
  if (FAITHS.has(word.lemma)) return false;
  if (!word.isCapital) return GIVEN_NAMES.has(lower) && !isOrdinary(lower);
  if (shouted && !GIVEN_NAMES.has(lower)) return false;
  if (GIVEN_NAMES.has(lower)) return true;
  const opens = index === 0 || /[.!?:"]/.test(words[index - 1]?.gap ?? '');
  if (!opens) return !isOrdinary(lower) || /^\p{Lu}/u.test(words[index + 1]?.raw ?? '') || isFirmCapital(words, index);
  return !isOrdinary(lower) && lower.length > 1 && relationFor(lower) === null && !/ing$|ed$/.test(lower);
}

/** A capital inside a sentence on an everyday word ("my dog Biscuit", "calling her Mustard"): people write it for names. */
function isFirmCapital(words: readonly Word[], index: number): boolean {
  const word = words[index];
  return word !== undefined && index > 0 && /^\p{Lu}\p{Ll}/u.test(word.raw) && word.relation === null;
}

/** Whether most words of a sentence are in capitals, so that capitals say nothing. */
export function isShouted(words: readonly Word[]): boolean {
  const lettered = words.filter((word) => /\p{L}{2}/u.test(word.raw));
  const loud = lettered.filter((word) => word.raw === word.raw.toUpperCase());
  return lettered.length > 2 && loud.length * 2 > lettered.length;
}

/** The people and animals a sentence names, in order, with the relation that stands beside a name. */
export function peopleIn(words: readonly Word[]): PersonSpan[] {
  const shouted = isShouted(words);
  const found: PersonSpan[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const relation = isNameLike(words, index) ? null : relationAt(words, index);
    if (relation !== null) {
      const owner = words[index - 1];
      const nameFrom = index + relation.length;
      const first = skipNaming(words, nameFrom, word);
      const names = namesFrom(words, first, shouted, first > nameFrom);
      if (names.length === 0) {
        // "sister" alone names nobody; "my sister", "mum", "physio" do.
        found.push({
          ...spanOf(words, index, nameFrom),
          name: null,
          relation: relation.name,
          lead: leadBefore(words, index),
        });
        continue;
      }
      for (const name of names)
        found.push({ ...name, name: name.text, relation: relation.name, lead: leadBefore(words, index) });
      index = (names.at(-1)?.to ?? nameFrom) - 1;
      if (owner === undefined) continue;
      continue;
    }
    if (TITLES.has(word.lower) && words[index + 1]?.isCapital === true) {
      const to = nameEnd(words, index + 1, shouted);
      found.push({
        ...spanOf(words, index, to),
        name: joined(words, index, to),
        relation: word.relation,
        lead: leadBefore(words, index),
      });
      index = to - 1;
      continue;
    }
    if (!isNameAt(words, index, shouted)) continue;
    const article = words[index - 1]?.lower === 'the';
    const lead = words[index - (article ? 2 : 1)]?.lower ?? '';
    const to = nameEnd(words, index, shouted);
    // "moving to Melbourne" goes to a place; "gave it to Zuri" to somebody.
    if (!GIVEN_NAMES.has(word.lower) && /^(?:to|from|for)$/.test(lead) && movesBefore(words, index - 1)) continue;
    if (PLACE_LEADS.has(lead) && !GIVEN_NAMES.has(word.lower) && lead !== 'from' && lead !== 'to' && lead !== 'for')
      continue;
    const apposed = isOwnName(words, index) ? null : appositionAfter(words, to);
    found.push({
      ...spanOf(words, index, to),
      name: joined(words, index, to),
      relation: apposed,
      lead: leadBefore(words, index),
    });
    index = to - 1;
  }
  return withSharedRelation(found, words);
}

/** "I'm Maya, my dog Bruno is ill": a name that the speaker gives for themselves stands beside no relation of theirs. */
function isOwnName(words: readonly Word[], index: number): boolean {
  const before = words.slice(Math.max(0, index - 3), index).map(({ lower }) => lower);
  return /(?:^| )(?:i'?m|i’m|i am|my name'?s|my name is|call me)$/.test(before.join(' '));
}

/** "Ferran and Noa, my friends": what is said of the last of a row in the plural is said of all. */
function withSharedRelation(found: readonly PersonSpan[], words: readonly Word[]): PersonSpan[] {
  const result = [...found];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const last = result[index];
    const before = result[index - 1];
    if (last === undefined || before === undefined || last.relation === null || before.relation !== null) continue;
    const isRow =
      words.slice(before.to, last.from).every(({ lower }) => lower === 'and') &&
      !/[.;:!?]/.test(words[before.to - 1]?.gap ?? '');
    const isPlural = words
      .slice(last.to, last.to + 4)
      .some((word) => word.relation === last.relation && /s$/.test(word.lower));
    if (isRow && isPlural && last.name !== null) result[index - 1] = { ...before, relation: last.relation };
  }
  return result;
}

/** "the Hedgehogs": an animal or a role with a capital inside a sentence is somebody's name. */
function isNameLike(words: readonly Word[], index: number): boolean {
  const word = words[index];
  return (
    index > 0 &&
    word?.isCapital === true &&
    word.relation !== null &&
    /^(?:the|is|called|named)$/.test(words[index - 1]?.lower ?? '') &&
    !/[.!?]/.test(words[index - 1]?.gap ?? '')
  );
}

const MOVES = new Set(
  'move go fly travel drive trip flight back come head reloc train left leav emigr commut ja transfer return sail cycl'.split(
    ' ',
  ),
);

function movesBefore(words: readonly Word[], lead: number): boolean {
  return words.slice(Math.max(0, lead - 4), lead).some(({ lemma }) => MOVES.has(lemma));
}

/** The word before a phrase that names somebody, past "my best" and the names joined before it. */
function leadBefore(words: readonly Word[], start: number): string {
  let index = start - 1;
  for (let steps = 0; index >= 0 && steps < 8; steps += 1) {
    const word = words[index];
    const isPart =
      word !== undefined &&
      (/^(?:my|our|the|a|an|his|her|their|best|old|little|older|younger|big|and|mi)$/.test(word.lower) ||
        DESCRIBING_RELATION.has(word.lower) ||
        word.gap === ',' ||
        (words[index + 1]?.lower === 'and' && word.isCapital));
    if (!isPart) break;
    index -= 1;
  }
  return words[index]?.lower ?? '';
}

/** "Linda, my boss": the relation that follows a name. */
function appositionAfter(words: readonly Word[], to: number): string | null {
  const before = words[to - 1];
  const own = words[to]?.lower ?? '';
  const named = /^(?:is|was|are|=)$/.test(own) ? to + 1 : to;
  if (named === to && before?.gap !== ',' && before?.gap !== '(' && before?.gap !== '-') return null;
  const start = /^(?:my|our|a|the|is)$/.test(words[named]?.lower ?? '') ? named + 1 : named;
  if (start === named) return relationAt(words, named)?.name ?? null;
  return relationAt(words, start)?.name ?? relationAt(words, start + 1)?.name ?? null;
}

/** The relation a word or two words say (`guinea pig`, `best friend`); a plural counts as its singular. */
export function relationAt(words: readonly Word[], index: number): { name: string; length: number } | null {
  const word = words[index];
  if (word === undefined) return null;
  const next = words[index + 1];
  if (word.lower === 'best' && next?.relation === 'friend') return { name: 'best friend', length: 2 };
  if (next?.lower === 'in' && words[index + 2]?.lower === 'law') {
    const inLaw = relationFor(`${word.lower}-in-law`);
    if (inLaw !== null) return { name: inLaw, length: 3 };
  }
  const two = next === undefined ? null : relationFor(`${word.lower}-${next.lower.replace(/s$/, '')}`);
  if (two !== null) return { name: two, length: 2 };
  return word.relation === null ? null : { name: word.relation, length: 1 };
}

/** Past "is called", "named", "is", "'s name is": to where the name stands. */
function skipNaming(words: readonly Word[], from: number, relation: Word): number {
  let index = from;
  if (relation.isPossessive && words[index]?.lower === 'name') index += 1;
  if (words[index]?.lower === "name's") return index + 1;
  if (/^(?:is|are|was|se)$/.test(words[index]?.lower ?? '')) index += 1;
  if (/^(?:called|named|llama)$/.test(words[index]?.lower ?? '')) return index + 1;
  return index > from && words[from]?.lower !== 'se' ? index : from;
}

/** Names in a row from an index: "Charvik and Devansh", "Kofi, Kwame & Ama". */
function namesFrom(words: readonly Word[], from: number, shouted: boolean, named: boolean): Span[] {
  const names: Span[] = [];
  let index = from;
  // A comma between the relation and a name opens a list or an apposition, which is a name as well.
  while (index < words.length && names.length < 12) {
    const word = words[index];
    if (word === undefined) break;
    const any =
      named &&
      names.length === 0 &&
      !FUNCTION_WORDS.has(word.lower) &&
      !ENDERS.has(word.lower) &&
      !ARTICLES.has(word.lower);
    if (!isNameAt(words, index, shouted) && !(any && (word.isCapital || !isOrdinary(word.lower)))) break;
    const to = nameEnd(words, index, shouted);
    names.push(spanOf(words, index, to));
    const gap = words[to - 1]?.gap ?? '';
    const joins = words[to]?.lower === 'and' || words[to]?.lower === 'y' || words[to]?.lower === 'aur';
    if (joins && isNameAt(words, to + 1, shouted)) index = to + 1;
    else if ((gap === ',' || gap === '&' || gap === '/') && isNameAt(words, to, shouted)) index = to;
    else break;
  }
  return names;
}

function nameEnd(words: readonly Word[], from: number, shouted: boolean): number {
  let to = from + 1;
  while (
    to < Math.min(words.length, from + 4) &&
    words[to - 1]?.gap === '' &&
    words[to - 1]?.isPossessive === false &&
    words[to]?.isCapital === true &&
    !shouted &&
    !NO_NAMES.has(words[to]?.lower ?? '') &&
    !FUNCTION_WORDS.has(words[to]?.lower ?? '')
  )
    to += 1;
  return to;
}

/** Where a noun phrase that starts at an index ends: before a verb of being, a preposition, a conjunction, or at a mark. */
export function phraseEnd(words: readonly Word[], from: number, most = 7): number {
  let index = from;
  while (index < words.length && index < from + most) {
    const word = words[index];
    if (word === undefined) break;
    const opensHere = index === from;
    if (!opensHere && ENDERS.has(word.lower)) break;
    index += 1;
    if (/[,;:.!?()\u2014\u2013"-]/.test(word.gap)) break;
  }
  return index;
}

/** The places a sentence names: what follows a preposition of place and is no time and no person alone. */
export function placesIn(words: readonly Word[], dates: readonly Span[]): PlaceSpan[] {
  const found: PlaceSpan[] = [];
  const shouted = isShouted(words);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const { lower } = word;
    // "Never been abroad" is nowhere.
    if (PLACE_ADVERBS.has(lower) && !words.slice(Math.max(0, index - 3), index).some((one) => one.lower === 'never')) {
      found.push({ ...spanOf(words, index, index + 1), lead: '' });
      continue;
    }
    // "Zurich here I come".
    if (
      word.isCapital &&
      words
        .slice(index + 1, index + 4)
        .map((one) => one.lower)
        .join(' ') === 'here i come'
    ) {
      found.push({ ...spanOf(words, index, index + 1), lead: 'to' });
      continue;
    }
    // "Bangalore mein rehti hai": Hindi puts the preposition after.
    if (
      words[index + 1]?.lower === 'mein' &&
      word.isCapital &&
      !dates.some(({ from, to }) => index >= from && index < to)
    ) {
      found.push({ ...spanOf(words, index, index + 1), lead: 'in' });
      continue;
    }
    const at = index + 1;
    const next = words[at];
    if (next === undefined || word.gap !== '' || dates.some(({ from, to }) => at >= from && at < to)) continue;
    const isFreeLead =
      PLACE_LEADS.has(lower) || word.lemma === 'leav' || word.lemma === 'visit' || word.lemma === 'book';
    // "Mein Bruder": in German it is no "in", but "my".
    if (!isFreeLead || (lower === 'mein' && next.relation !== null)) continue;
    const startsName = next.isCapital && !shouted && !next.lower.startsWith("i'") && next.lower !== 'i';
    const startsPhrase = ARTICLES.has(next.lower) || PLACE_NOUNS.has(next.lemma);
    const isUnknownWord = !isOrdinary(next.lower) && !FUNCTION_WORDS.has(next.lower) && numberOf(next.lower) === null;
    // "at trivia night": a place in a way, where no name and no article stands.
    const isLooseAt =
      lower === 'at' && !FUNCTION_WORDS.has(next.lower) && numberOf(next.lower) === null && !NOT_PLACES.has(next.lower);
    if (
      !startsName &&
      !startsPhrase &&
      !isLooseAt &&
      !(isUnknownWord && (lower === 'in' || lower === 'to' || lower === 'from'))
    )
      continue;
    if (lower === 'for' && !startsName) continue;
    // "to vist my granma": a misspelt verb is no place.
    if (!startsName && !startsPhrase && ARTICLES.has(words[at + 1]?.lower ?? '') && next.gap === '') continue;
    let to =
      startsName && !ARTICLES.has(next.lower) && !next.isPossessive
        ? nameEnd(words, at, false)
        : phraseEnd(words, at, 6);
    const dateInside = dates.find(({ from }) => from > at && from < to);
    if (dateInside !== undefined) to = dateInside.from;
    const head = words[to - 1];
    if (head === undefined || to <= at) continue;
    if (
      !startsName &&
      words.slice(at, at + 3).some((one) => one.lower === 'band' || one.lower === 'team' || one.lower === 'choir')
    )
      continue;
    if (!startsName && (NOT_PLACES.has(head.lower) || numberOf(head.lower) !== null) && !PLACE_NOUNS.has(head.lemma))
      continue;
    // "an hour from Accra": what stands before a place of a place belongs to it; "at a bakery called Flour & Salt" too.
    const called = words[to]?.lower === 'called' || words[to]?.lower === 'named' ? nameEnd(words, to + 1, false) : to;
    const whole = called > to + 1 && words[called - 1]?.gap === '&' ? nameEnd(words, called, false) : called;
    found.push({ ...spanOf(words, at, Math.min(whole, words.length)), lead: lower === 'left' ? 'from' : lower });
  }
  return found;
}

const PLACE_ADVERBS = wordSet('upstairs downstairs abroad overseas next-door');
const PLACE_NOUNS = new Set(
  'school hospital home church work gym park beach garden balconi kitchen hous flat offic librari pub bar cafe restaur station airport campu town villag citi canal river lake mountain farm hostel hotel attic shed garag clinic center market shop store bakeri pool'.split(
    ' ',
  ),
);

/** Whether a word of a sentence is of the kind that is asked for ("instrument": cello). */
export function memberIn(words: readonly Word[], kindLemma: string): number {
  const members = membersOf(kindLemma);
  return members === null ? -1 : words.findIndex((word) => members.has(word.lemma));
}
