import { properCase } from './name-casing.ts';
import { DESCRIPTIONS_OF_ORIGIN, FUNCTION_WORDS, GIVEN_NAMES, isOrdinary, WORD_NAMES, wordSet } from './name-words.ts';
import type { Mention } from './summary.ts';
import { sentences, wordsOf } from './text.ts';

/** How people stand to the speaker; plural forms are read as the singular. */
const RELATIONS = wordSet(`
mum mom mother dad father parent stepmum stepmom stepdad sister brother sibling twin son daughter child kid baby toddler husband wife partner
spouse fiance fiancé fiancee fiancée boyfriend girlfriend ex friend bestie roommate flatmate housemate neighbour neighbor boss manager supervisor
colleague coworker co-worker teammate teacher professor tutor coach mentor student classmate doctor therapist counselor counsellor nurse dentist landlord
grandma grandmother granny nan nana nani dadi grandpa grandfather grandad granddad grandson granddaughter grandchild aunt auntie uncle cousin niece nephew
mother-in-law father-in-law sister-in-law brother-in-law stepson stepdaughter stepbrother stepsister godmother godfather godson goddaughter client
assistant hairdresser stylist barber trainer bandmate crush date
`);
const PETS = wordSet(
  'dog puppy pup cat kitten kitty bunny rabbit hamster parrot budgie bird goldfish fish horse pony lizard gecko turtle tortoise snake ferret guinea-pig gerbil rat pug labrador poodle beagle retriever tabby',
);
/** Words between "my" and the relation that belong to it: "my best friend" is a best friend, "my little sister" a sister. */
const KEPT = wordSet('best step');
const PLURALS: Readonly<Record<string, string>> = {
  children: 'child',
  kids: 'kid',
  babies: 'baby',
  wives: 'wife',
  parents: 'parent',
  puppies: 'puppy',
  buddies: 'friend',
  mates: 'friend',
};
const POSSESSIVES = wordSet('my our');
const ARTICLES = wordSet('a an the another one');
const NAMING = wordSet('named called is');
const PLACE_LEADS = wordSet('in to from at near around visiting visit towards toward leaving');
/** The given names that are among the commonest verbs too: only a capital inside a sentence makes them names. */
const VERB_NAMES = wordSet('said will');
const MAX_MENTIONS = 12;

/**
 * The people, animals and places a message mentions, in order, each once. Names are read from capitals or known given
 * names; relations from "my sister", "our dog Rex", "my friends Charvik and Devansh", "Linda, my boss".
 */
export function mentionsIn(cleaned: string): Mention[] {
  const found: Mention[] = [];
  for (const sentence of sentences(cleaned).slice(0, 40)) {
    const words = wordsOf(sentence);
    const used = new Set<number>();
    readRelations(words, used, found);
    readNames(words, used, found);
  }
  return unique(found).slice(0, MAX_MENTIONS);
}

function readRelations(words: readonly string[], used: Set<number>, found: Mention[]): void {
  for (let index = 0; index < words.length; index += 1) {
    const isOwn = POSSESSIVES.has(lowerOf(words, index));
    const at = isOwn || ARTICLES.has(lowerOf(words, index)) ? relationAt(words, index + 1) : null;
    // "a puppy named Biscuit" and "a toddler, Max" are mentions, "a puppy" is none.
    if (at === null || (!isOwn && !NAMING.has(lowerOf(words, at.next)) && !isNamedAfter(words, at.next))) continue;
    const { relation, pet, next } = at;
    const kind = pet ? 'pet' : 'person';
    const start = afterNaming(words, next);
    let cursor =
      lowerOf(words, next) === "name's" || (lowerOf(words, next) === 'name' && lowerOf(words, next + 1) === 'is')
        ? next + 2
        : start;
    const names: string[] = [];
    while (cursor < words.length && names.length < 6) {
      const isNamed = (pet || start > next) && cursor === start && isCapitalised(words[cursor]);
      if (isNamed || isPersonName(words, cursor, cursor > 0)) {
        names.push(nameAt(words, cursor, used));
        cursor += 1;
      } else if (names.length > 0 && lowerOf(words, cursor) === 'and' && isPersonName(words, cursor + 1, true))
        cursor += 1;
      else break;
    }
    if (names.length === 0) found.push({ kind, name: appositiveBefore(words, index, used), relation });
    for (const name of names) found.push({ kind, name, relation });
  }
}

/** The place after "is", "called", "is called": where a name may stand. */
function afterNaming(words: readonly string[], from: number): number {
  let at = from;
  while (at < from + 2 && NAMING.has(lowerOf(words, at))) at += 1;
  return at;
}

/** Whether a name stands right after a relation, in capitals: "we have a toddler, Max". */
function isNamedAfter(words: readonly string[], index: number): boolean {
  return /^\p{Lu}\p{Ll}/u.test(words[index] ?? '') && isPersonName(words, index, true);
}

function relationAt(words: readonly string[], from: number): { relation: string; pet: boolean; next: number } | null {
  for (let index = from; index < Math.min(words.length, from + 3); index += 1) {
    const word = lowerOf(words, index).replace(/'s$/, '');
    const single =
      PLURALS[word] ??
      (word.endsWith('s') && RELATIONS.has(word.slice(0, -1))
        ? word.slice(0, -1)
        : PETS.has(word.replace(/s$/, '')) && !PETS.has(word)
          ? word.replace(/s$/, '')
          : word);
    if (RELATIONS.has(single) || PETS.has(single)) {
      const before = lowerOf(words, index - 1);
      const relation = index > from && KEPT.has(before) ? `${before} ${single}` : single;
      // "My mother in law" is no mother.
      if (lowerOf(words, index + 1) === 'in' && lowerOf(words, index + 2) === 'law') {
        return { relation: `${relation}-in-law`, pet: false, next: index + 3 };
      }
      return { relation, pet: PETS.has(single), next: index + 1 };
    }
    if (FUNCTION_WORDS.has(word) && word !== 'best' && word !== 'new') return null;
  }
  return null;
}

/** "Linda, my boss": the name that stands right before the relation. */
function appositiveBefore(words: readonly string[], index: number, used: Set<number>): string | null {
  if (index < 1 || !isPersonName(words, index - 1, true) || words[index - 1] === words[index - 1]?.toLowerCase())
    return null;
  return nameAt(words, index - 1, used);
}

function readNames(words: readonly string[], used: Set<number>, found: Mention[]): void {
  for (let index = 0; index < words.length; index += 1) {
    if (used.has(index)) continue;
    const word = words[index] ?? '';
    const lower = word.toLowerCase().replace(/'s$/, '');
    if ((index === 0 || word === word.toUpperCase()) && VERB_NAMES.has(lower)) continue;
    if (!/^\p{Lu}/u.test(word) || FUNCTION_WORDS.has(lower) || DESCRIPTIONS_OF_ORIGIN.has(lower)) continue;
    const lead = lowerOf(words, index - 1);
    // "Carol, not Karen" takes Karen back.
    if (lead === 'not') continue;
    if (
      PLACE_LEADS.has(lead) &&
      !GIVEN_NAMES.has(lower) &&
      /^\p{Lu}\p{Ll}/u.test(word) &&
      (!isOrdinary(lower) || index > 0)
    ) {
      found.push({ kind: 'place', name: placeAt(words, index, used), relation: null });
      continue;
    }
    if (
      GIVEN_NAMES.has(lower) ||
      (index > 0 && /^\p{Lu}\p{Ll}+$/u.test(word.replace(/'s$/, '')) && !isOrdinary(lower) && !WORD_NAMES.has(lower))
    ) {
      found.push({ kind: 'person', name: nameAt(words, index, used), relation: null });
    }
  }
}

/** After "named" and for animals any capitalised word is a name: "my dog Biscuit". */
function isCapitalised(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}\p{Ll}/u.test(word) && !FUNCTION_WORDS.has(word.toLowerCase());
}

/** Whether a word reads as a person's name: a capital and no everyday word, or a known given name. */
function isPersonName(words: readonly string[], index: number, inside: boolean): boolean {
  const word = words[index];
  if (word === undefined) return false;
  const lower = word.toLowerCase().replace(/'s$/, '');
  if (FUNCTION_WORDS.has(lower) || DESCRIPTIONS_OF_ORIGIN.has(lower)) return false;
  const capital = /^\p{Lu}/u.test(word);
  if (VERB_NAMES.has(lower)) return capital && inside && word !== word.toUpperCase();
  if (GIVEN_NAMES.has(lower)) return true;
  if (WORD_NAMES.has(lower)) return capital && inside;
  return capital && inside && !isOrdinary(lower);
}

function nameAt(words: readonly string[], index: number, used: Set<number>): string {
  used.add(index);
  return properCase((words[index] ?? '').replace(/'s$/, ''));
}

/** A place of up to three capitalised words: "New York", "San Francisco". */
function placeAt(words: readonly string[], from: number, used: Set<number>): string {
  let index = from;
  while (index < words.length && index < from + 3 && /^\p{Lu}/u.test(words[index] ?? '') && words[index] !== 'I') {
    used.add(index);
    index += 1;
  }
  return words.slice(from, index).join(' ').replace(/'s$/, '');
}

function lowerOf(words: readonly string[], index: number): string {
  return words[index]?.toLowerCase() ?? '';
}

function unique(mentions: readonly Mention[]): Mention[] {
  const seen = new Map<string, Mention>();
  for (const mention of mentions) {
    const key =
      mention.name === null ? `${mention.kind}:${mention.relation}` : `${mention.kind}:${mention.name.toLowerCase()}`;
    const known = seen.get(key);
    if (known === undefined || (known.relation === null && mention.relation !== null)) seen.set(key, mention);
  }
  return [...seen.values()];
}
