import { FUNCTION_WORDS } from '../../understanding/name-words.ts';
import { nameAt, nameBefore, readNames, TIME_WORDS } from './names.ts';
import {
  DESCRIBING_RELATION,
  KEPT_WITH_RELATION,
  misspeltRelation,
  POSSESSIVES,
  type Relation,
  relationOf,
} from './relations.ts';
import { type Line, type Mentioned, subjectFor, tokensOf } from './tokens.ts';

/** Of whom relation words are said that are not the person's: "her mum", "Tom's sister", "the doctor said". */
const OTHERS_POSSESSIVES: ReadonlySet<string> = new Set('his her their your its su sus uska uski'.split(' '));

const ARTICLES: ReadonlySet<string> = new Set(
  'a an the another this that one some two three four five six 2 3 4 5 our new'.split(' '),
);

const NAMING =
  /^(?:\s*\((?:they're|they are|he's|she's|his name(?:'s| is)|her name(?:'s| is)|their name(?:'s| is))\s+(?:called\s+|named\s+)?|\s*[,(–—:-]?\s*(?:(?:is|are|was|were|'s|who is|who's|whos)\s+)?(?:called|named|naam|namens|llamad[oa]s?|que se llama|qui s'appelle|se llama|s'appelle|heißt|heisst|ka naam)\s+|'s name is\s+|s name is\s+|\s+name is\s+|'s called\s+)/iu;

const NAMED_IN_ENGLISH_BY_BE = /^\s+(?:is|are|es|ist|est)\s+(?=\p{Lu})/u;

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

function readRelations(line: Line, found: Mentioned[]): void {
  const { text, tokens, used } = line;
  for (let index = 0; index < tokens.length; index += 1) {
    if (used.has(index)) continue;
    const at = relationFrom(line, index);
    if (at === null) continue;
    const { relation, isOwn, isArticle, last } = at;
    // A possessive or a short "is" belongs to what follows: "my dad's a driver", "mum's birthday".
    const end = (tokens[last]?.end ?? 0) - (/'s$/.test(tokens[last]?.text ?? '') ? 2 : 0);
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

/** "My unkle rob": after "my" a word a letter off is the relation. */
function misspeltOf(word: string): Relation | null {
  const meant = /^\p{Lu}/u.test(word) ? null : misspeltRelation(word.toLowerCase().replace(/'s$/, ''));
  return meant === null ? null : relationOf(meant);
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
      const relation = relationOf(token.lower.replace(/'s$/, '')) ?? (isOwn ? misspeltOf(token.text) : null);
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
    // "Chidi, Nadia and some guy called Bo".
    if (
      /^(?:some|a|this)$/.test(tokens[cursor]?.lower ?? '') &&
      /^(?:called|named)$/.test(tokens[cursor + 2]?.lower ?? '')
    )
      cursor += 3;
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
