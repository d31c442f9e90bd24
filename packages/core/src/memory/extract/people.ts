import { properCase } from '../../understanding/name-casing.ts';
import {
  DESCRIPTIONS_OF_ORIGIN,
  FUNCTION_WORDS,
  GIVEN_NAMES,
  isOrdinary,
  WORD_NAMES,
} from '../../understanding/name-words.ts';
import type { Subject } from '../fact.ts';
import { DESCRIBING_RELATION, isPet, KEPT_WITH_RELATION, POSSESSIVES, type Relation, relationOf } from './relations.ts';

/** A word and where it stands in its clause. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** Someone a clause mentions, from the first word that belongs to them to the last. */
export interface Mentioned {
  readonly subject: Subject;
  readonly start: number;
  readonly end: number;
  /** What sets them apart, in the person's words: `from college`, `the oldest`, `twin`; null when nothing does. */
  readonly apart: string | null;
  /** How the mention tells of them: with the relation ("my sister Ana"), by the name alone, by the relation alone. */
  readonly by: 'relation-and-name' | 'name' | 'relation';
}

/** A name as it is compared: lower case, without marks, one space between words. */
export function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The subject of a relation and a name; one of them may be unknown. */
export function subjectFor(relation: string | null, name: string | null): Subject {
  const key = `${relation ?? 'person'}:${name === null ? '' : fold(name)}`;
  return { key, name, relation };
}

/** The words of a clause with their places. A possessive `'s` stays with its word. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['\u2010\u2011-][\p{L}\p{N}\p{M}]+)*/gu)].map((match) => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Of whom relation words are said that are not the person's: "her mum", "Tom's sister", "the doctor said". */
const OTHERS_POSSESSIVES: ReadonlySet<string> = new Set('his her their your its su sus uska uski'.split(' '));
const ARTICLES: ReadonlySet<string> = new Set(
  'a an the another this that one some two three four five six 2 3 4 5 our new'.split(' '),
);
const NAMING =
  /^(?:\s*\((?:they're|they are|he's|she's|his name(?:'s| is)|her name(?:'s| is)|their name(?:'s| is))\s+(?:called\s+|named\s+)?|\s*[,(–—:-]?\s*(?:(?:is|are|was|were|'s|who is|who's|whos)\s+)?(?:called|named|naam|namens|llamad[oa]s?|que se llama|qui s'appelle|se llama|s'appelle|heißt|heisst|ka naam)\s+|'s name is\s+|s name is\s+|\s+name is\s+|'s called\s+)/iu;
const NAMED_IN_ENGLISH_BY_BE = /^\s+(?:is|are|es|ist|est)\s+(?=\p{Lu})/u;
const TIME_WORDS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter diwali eid halloween thanksgiving ramadan mondays fridays english spanish french german hindi italian chinese japanese'.split(
    ' ',
  ),
);
/** Verbs and other words that stand where a lower-case name could: "my sister said". */
const NEVER_LOWER_NAME =
  /(?:ed|ing|ly|ied|'s|n't|nt)$|^(?:said|will|is|iz|an|da|wit|wanna|gonna|luvs|luv|got|hav|haz|cums|cud|wud|was|wos)$/;
const MAX_NAMES = 8;

/** Everyone a clause mentions by relation or name, in order. */
export function mentionedIn(said: string): Mentioned[] {
  const text = joined(said);
  const tokens = tokensOf(text).slice(0, 200);
  const found: Mentioned[] = [];
  const used = new Set<number>();
  const isShouting = /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
  readRelations({ text, tokens, used, isShouting }, found);
  readNames({ text, tokens, used, isShouting }, found);
  return found.sort((one, other) => one.start - other.start);
}

/** Relations of two words written apart, as one word of the same length. */
function joined(text: string): string {
  return text
    .replace(/\b(mother|father|sister|brother|son|daughter) in law\b/gi, '$1-in-law')
    .replace(/\b(step|half) (?=(?:mum|mom|dad|mother|father|sister|brother|son|daughter)\b)/gi, '$1-')
    .replace(/\bguinea pig/gi, 'guinea-pig')
    .replace(/\bbearded dragon/gi, 'bearded-dragon')
    .replace(/\bteam lead\b/gi, 'team-lead');
}

interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly used: Set<number>;
  readonly isShouting: boolean;
}

function readRelations(line: Line, found: Mentioned[]): void {
  const { text, tokens, used } = line;
  for (let index = 0; index < tokens.length; index += 1) {
    if (used.has(index)) continue;
    const at = relationFrom(line, index);
    if (at === null) continue;
    const { relation, isOwn, isArticle, last } = at;
    const end = tokens[last]?.end ?? 0;
    if (used.has(last)) continue;
    const names = namesAfter(line, last, relation, isOwn, isArticle);
    const before = names.length === 0 && isOwn ? nameBefore(line, index) : null;
    if (names.length === 0 && before === null) {
      if (!isOwn) continue;
      found.push({
        subject: subjectFor(relation.relation, null),
        start: tokens[index]?.start ?? 0,
        end,
        apart: apartAfter(text, end),
        by: 'relation',
      });
      for (let word = index; word <= last; word += 1) used.add(word);
      index = last;
      continue;
    }
    for (let word = index; word <= last; word += 1) used.add(word);
    if (before !== null) {
      for (let word = before.from; word < index; word += 1) used.add(word);
      const apart = apartAfter(text, end);
      found.push({
        subject: subjectFor(relation.relation, before.name),
        start: before.start,
        end,
        apart,
        by: 'relation-and-name',
      });
      index = last;
      continue;
    }
    const twin = /^twins?$/i.test(tokens[last]?.text ?? '');
    names.forEach(({ name, end: nameEnd }) => {
      const start = tokens[index]?.start ?? 0;
      found.push({
        subject: subjectFor(relation.relation, name),
        start,
        end: nameEnd,
        apart: twin ? 'twin' : apartAfter(text, nameEnd),
        by: 'relation-and-name',
      });
    });
    index = last;
  }
}

interface RelationAt {
  readonly relation: Relation;
  /** "my sister", "mum". */
  readonly isOwn: boolean;
  /** "a hamster", "the dog", "three cousins". */
  readonly isArticle: boolean;
  /** Index of the relation's word. */
  readonly last: number;
}

function relationFrom({ text, tokens, isShouting }: Line, index: number): RelationAt | null {
  const word = tokens[index];
  if (word === undefined) return null;
  const isOwn = POSSESSIVES.has(word.lower);
  const isArticle = ARTICLES.has(word.lower) || /^\d{1,2}$/.test(word.lower);
  if (OTHERS_POSSESSIVES.has(word.lower)) return null;
  if (isOwn || isArticle) {
    let cursor = index + 1;
    let kept: string | null = null;
    while (cursor < tokens.length && cursor <= index + 4) {
      const token = tokens[cursor];
      if (token === undefined) return null;
      const gap = text.slice(tokens[cursor - 1]?.end ?? 0, token.start);
      if (/[^\s]/.test(gap)) return null;
      const relation = relationOf(token.lower.replace(/'s$/, ''));
      const isLast = relation !== null && relationOf(tokens[cursor + 1]?.lower.replace(/'s$/, '') ?? '') === null;
      const isNext =
        relation !== null &&
        !isLast &&
        (/[^\s]/.test(text.slice(token.end, tokens[cursor + 1]?.start ?? 0)) || !DESCRIBING_RELATION.has(token.lower));
      if (
        relation !== null &&
        (isLast || isNext || !DESCRIBING_RELATION.has(token.lower)) &&
        !(token.lower === 'best')
      ) {
        const isFriend = relation.relation === 'friend' && kept !== null;
        return {
          relation: isFriend ? { ...relation, relation: kept ?? 'friend' } : relation,
          isOwn,
          isArticle,
          last: cursor,
        };
      }
      if (!DESCRIBING_RELATION.has(token.lower) && !/(?:year-old|yo)$|^\d{1,2}$/.test(token.lower)) return null;
      const keeps = Object.hasOwn(KEPT_WITH_RELATION, token.lower) ? KEPT_WITH_RELATION[token.lower] : undefined;
      kept = keeps ?? kept;
      cursor += 1;
    }
    return null;
  }
  const relation = relationOf(word.lower.replace(/'s$/, ''));
  if (relation === null) return null;
  const previous = tokens[index - 1];
  const isOthers =
    previous !== undefined &&
    (OTHERS_POSSESSIVES.has(previous.lower) ||
      /'s$/.test(previous.lower) ||
      ARTICLES.has(previous.lower) ||
      /^(?:no|any|every|other|being|like|as|step|single|new|of)$/.test(previous.lower));
  if (isOthers) return null;
  // "Mum of three" is what the person is.
  if (
    /^\s+(?:of|to)\s+(?:\d|one|two|three|four|five|six|seven|twins|the|a)\b/i.test(text.slice(word.end, word.end + 12))
  )
    return null;
  if (relation.standsAlone) {
    // "nan" and "ma" are short: in a clause of other languages they are other words.
    return { relation, isOwn: true, isArticle: false, last: index };
  }
  // "flatmate Maria made me soup": the relation as a title before a capital.
  const next = tokens[index + 1];
  const isTitle =
    next !== undefined &&
    !isShouting &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    text.slice(word.end, next.start) === ' ' &&
    !TIME_WORDS.has(next.lower) &&
    !FUNCTION_WORDS.has(next.lower);
  const isFirst = index === 0 || /^(?:and|with|from|to|but|so|for)$/.test(previous?.lower ?? '');
  return isTitle && isFirst && !relation.isPlural ? { relation, isOwn: true, isArticle: false, last: index } : null;
}

/** "my friends Charvik and Devansh", "a hamster called Professor", "the dog, Otto,", "my brother is called Sean". */
function namesAfter(
  line: Line,
  last: number,
  relation: Relation,
  isOwn: boolean,
  isArticle: boolean,
): { name: string; start: number; end: number }[] {
  const { text, tokens } = line;
  const end = (tokens[last]?.end ?? 0) - (/'s$/.test(tokens[last]?.text ?? '') ? 2 : 0);
  const after = text.slice(end, end + 60);
  const naming = after.match(NAMING) ?? (isOwn ? after.match(NAMED_IN_ENGLISH_BY_BE) : null);
  const isNaming = naming !== null;
  const isSet = /^(?:\s+(?:now|already|at home|total|so far|these days))?\s*[,(:–—-]\s*(?=\p{Lu})/u.test(after);
  if (
    !isOwn &&
    !isNaming &&
    !(isArticle && (relation.kind === 'pet' || relation.isPlural || isSet || /^twin/.test(relation.relation)))
  )
    return [];
  if (/'s$/.test(tokens[last]?.text ?? '') && !isNaming) return [];
  const gap = isNaming
    ? naming[0].length
    : (after.match(/^(?:\s+(?:now|already|at home|total|so far|these days)(?=\s*[,(:–—-]))?\s*[,(:–—-]?\s*/)?.[0]
        .length ?? 0);
  let cursor = tokens.findIndex((token) => token.start >= end + gap);
  if (cursor === -1) return [];
  const names: { name: string; start: number; end: number }[] = [];
  while (cursor < tokens.length && names.length < MAX_NAMES) {
    const name = nameAt(line, cursor, isNaming || names.length > 0 ? 'asked' : isSet ? 'set' : 'beside');
    // "Ifan and Rhodri, run a farm": who writes the first name with a capital writes all so.
    if (
      name === null ||
      (names.length > 0 &&
        /^\p{Lu}/u.test(text.slice(names[0]?.start ?? 0)) &&
        !/^\p{Lu}/u.test(tokens[cursor]?.text ?? ''))
    )
      break;
    // "my brother Tom's wife" and "my sister, Ana's boss" are about someone else, but Tom is named all the same.
    names.push({ name: name.name, start: tokens[cursor]?.start ?? 0, end: name.end });
    for (let word = cursor; word < name.next; word += 1) line.used.add(word);
    const between = text.slice(name.end, tokens[name.next]?.start ?? text.length);
    const joined = tokens[name.next];
    if (/^\s*(?:,|&|\/)\s*$/.test(between) && (relation.isPlural || isNaming)) cursor = name.next;
    else if (
      joined !== undefined &&
      /^(?:and|n|y|e|et|und|aur)$/.test(joined.lower) &&
      (relation.isPlural || names.length > 1)
    )
      cursor = name.next + 1;
    else break;
    const following = tokens[cursor];
    if (following !== undefined && /^(?:and|y|e|et|und|aur)$/.test(following.lower)) cursor += 1;
  }
  return names;
}

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
    lower.length >= 3 && !isOrdinary(lower) && !NEVER_LOWER_NAME.test(lower) && !isVerbLike(tokens, index);
  if (!isKnown && !isUnusual && !(where === 'asked' && lower.length >= 2 && !NEVER_LOWER_NAME.test(lower))) return null;
  return { name: properCase(bare), end: first.start + bare.length, next: index + 1 };
}

/** "my granma bakd me a cake": an unusual word before an object is a misspelt verb, no name. */
function isVerbLike(tokens: readonly Token[], index: number): boolean {
  return /^(?:me|my|a|an|the|him|her|it|us|you|to|that|at|in|for|about|up|out)$/.test(tokens[index + 1]?.lower ?? '');
}

/** "Linda, my boss", "Lu is my roommate", "Ana (my sister)". */
function nameBefore(
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

/** What sets someone apart, right behind the name: "from college", "at work", "from my choir". */
function apartAfter(text: string, end: number): string | null {
  return (
    text
      .slice(end, end + 60)
      .match(
        /^,? ((?:from|at) (?:my |the |our )?(?:uni|university|college|school|work|the office|church|choir|gym|home|yoga|class|[a-z]+ (?:class|club|school|team|group)))(?![\p{L}])/iu,
      )?.[1] ?? null
  );
}

const PLACE_LEADS =
  /^(?:in|to|from|at|near|around|visiting|visit|towards|toward|leaving|for|left|of|via|through|the|into|across|en|a|de|à|nach|aus|mein|se)$/;
const SOCIAL_LEADS =
  /^(?:with|and|met|saw|seeing|told|called|texted|phoned|rang|visited|visiting|meeting|hugged|love|miss|missed|missing|to|from|for|at|about|of|than|dating|asked|helped|helping|invited|like|by|know|hate|kissed|married|marrying|named|thanked|dumped|congratulated)$/;

/** Names that stand without a relation: "Maria yelled", "met up with Priyanka and Lou". Places and brands are no people. */
function readNames(line: Line, found: Mentioned[]): void {
  const { text, tokens, used, isShouting } = line;
  if (isShouting) return;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || used.has(index)) continue;
    const name = nameAt(line, index, 'alone');
    if (name === null) continue;
    const lower = fold(name.name);
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

export function isAnimal(subject: Subject): boolean {
  return isPet(subject.relation);
}
