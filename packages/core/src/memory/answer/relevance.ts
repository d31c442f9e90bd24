import type { Term } from '../question-reading.ts';
import { lemmaOf } from './lemma.ts';
import { isRelationFor, nearness } from './meanings.ts';
import type { Passage } from './passages.ts';
import { PLACE_NAMES } from './place-names.ts';
import type { PersonSpan } from './spans.ts';
import { referencesIn } from './subjects.ts';
import { isSameLemma } from './words.ts';

/** How a passage answers to a question's words. */
export interface Relevance {
  readonly passage: Passage;
  /** 0 to 1: the share of the question's words found in the sentence or near it. */
  readonly score: number;
  /** The same, of the sentence alone. */
  readonly direct: number;
  /** What decides whether it has enough to do with the question: `score`, or the share of the words that matter most. */
  readonly enough: number;
  /** Words of the sentence that stand for words of the question. */
  readonly matched: readonly number[];
  /** The same by the question's term (its lemma). */
  readonly places: ReadonlyMap<string, number>;
  /** Terms of the question that neither the sentence nor what stands around it has. */
  readonly unmatched: readonly Term[];
}

/** Names of people and animals (as lemmas) by how they stand to the person, and the other way round, from facts and from what was said. */
export interface Acquaintances {
  readonly namesOf: (relation: string) => readonly string[];
  readonly relationsOf: (nameLemma: string) => readonly string[];
}

const MONEY = lemmaOf('money');

/** What a word in the sentences around counts, against one in the sentence itself. */
const SAME_MESSAGE = 0.7;
const MESSAGE_BEFORE = 0.55;
const MESSAGE_AFTER = 0.3;
/** What a pronoun counts that stands for whom the question asks about. */
const REFERRED = 0.75;
const PRONOUNS: ReadonlySet<string> = new Set(
  "he she they it him her them his hers their its he's she's they're hes shes".split(' '),
);

/** All passages by how well they answer to the terms, best first; equal ones latest first. */
export function ranked(
  terms: readonly Term[],
  passages: readonly Passage[],
  acquaintances: Acquaintances,
): Relevance[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const deciding = terms.reduce((sum, { weight }) => sum + (weight >= 1 ? weight : 0), 0);
  const matches = passages.map((passage) => {
    const references = referencesIn(passage, { passages });
    return terms.map((term) => bestMatch(term, passage, acquaintances, references));
  });
  return passages
    .map((passage, index): Relevance => {
      let score = 0;
      let direct = 0;
      let decided = 0;
      const places = new Map<string, number>();
      const unmatched: Term[] = [];
      const rarest = (matches[index] ?? [])
        .filter(({ near }) => near > 0)
        .sort((one, other) => one.at.length - other.at.length)[0];
      const anchor = rarest?.at[0] ?? 0;
      const speaksOfOther = passage.words.some(({ lower }) => PRONOUNS.has(lower));
      terms.forEach((term, place) => {
        const own = matches[index]?.[place];
        if (own !== undefined && own.near > 0) {
          places.set(term.lemma, nearestOf(passage.words, own.at, anchor));
          score += own.near * term.weight;
          direct += own.near * term.weight;
          if (term.weight >= 1) decided += own.near * term.weight;
          return;
        }
        const around = Math.max(
          0,
          ...passages.map((other, at) => {
            const near = matches[at]?.[place]?.near ?? 0;
            return near === 0 ? 0 : near * closeness(passage, other, speaksOfOther);
          }),
        );
        if (around === 0) unmatched.push(term);
        score += around * term.weight;
      });
      return {
        passage,
        score: total === 0 ? 0 : score / total,
        enough: Math.max(total === 0 ? 0 : score / total, deciding === 0 ? 0 : (0.9 * decided) / deciding),
        direct: total === 0 ? 0 : direct / total,
        matched: [...new Set(places.values())].sort((one, other) => one - other),
        places,
        unmatched,
      };
    })
    .sort((one, other) => other.score - one.score || later(one.passage, other.passage));
}

/** What standing before the word asked about adds to a distance, and what each mark between adds. */
const BEFORE = 1.5;
const PER_MARK = 3;

/** Words that part nothing: "on mondays I do pilates" has the day beside the pilates. */
const LITTLE: ReadonlySet<string> = new Set(
  "i i'm we he she they it is am are was were do did does a an the my our his her their to of for on in at with so".split(
    ' ',
  ),
);
const LITTLE_WEIGHT = 0.4;

/** How far a stretch lies from the nearest word that matched, in words: farther before it than after, and past each comma. */
export function linkDistance({ passage, matched }: Pick<Relevance, 'passage' | 'matched'>, from: number): number {
  let least = 12;
  for (const index of matched) {
    const [start, end] = index < from ? [index, from] : [from, index];
    let distance = from < index ? BEFORE : 0;
    for (let place = start + 1; place <= end; place += 1)
      distance += LITTLE.has(passage.words[place]?.lower ?? '') ? LITTLE_WEIGHT : 1;
    for (let place = start; place < end; place += 1)
      if (/[,;:.!?()]/.test(passage.words[place]?.gap ?? '')) distance += PER_MARK;
    least = Math.min(least, distance);
  }
  return least;
}

/** Negative when the first was said after the second. */
export function later(one: Passage, other: Passage): number {
  return other.message - one.message || other.sentence - one.sentence;
}

function closeness(passage: Passage, other: Passage, speaksOfOther: boolean): number {
  if (other === passage) return 0;
  if (other.message === passage.message)
    return SAME_MESSAGE + (speaksOfOther && other.sentence < passage.sentence ? 0.15 : 0);
  if (other.message === passage.message - 1) return MESSAGE_BEFORE + (speaksOfOther ? 0.1 : 0);
  if (other.message === passage.message - 2) return MESSAGE_BEFORE - 0.15;
  return other.message === passage.message + 1 ? MESSAGE_AFTER : 0;
}

/** Of the places where a word stands, the one beside the rarest word of the question. */
function nearestOf(words: Passage['words'], places: readonly number[], anchor: number): number {
  const apart = (place: number): number => distanceIn(words, place, anchor);
  return places.reduce((best, place) => (apart(place) < apart(best) ? place : best), places[0] ?? 0);
}

/** Words between two places, and more for each mark: "Jo in sales is rude, Jo in accounts is kind" has the rude one before the comma. */
function distanceIn(words: Passage['words'], one: number, other: number): number {
  const [from, to] = one < other ? [one, other] : [other, one];
  const marks = words.slice(from, to).filter(({ gap }) => /[,;:.!?()]/.test(gap)).length;
  return to - from + marks * PER_MARK;
}

function bestMatch(
  term: Term,
  passage: Passage,
  acquaintances: Acquaintances,
  references: readonly { readonly at: number; readonly person: PersonSpan }[],
): { near: number; at: readonly number[] } {
  let near = 0;
  let at: number[] = [];
  const names = term.relation === null ? [] : acquaintances.namesOf(term.relation);
  const relations = acquaintances.relationsOf(term.lemma);
  passage.words.forEach((word, index) => {
    let value = nearness(term, word);
    if (value < 0.9 && isSameLemma(term.lemma, word.lemma)) value = 0.9;
    if (value < 0.9 && names.includes(word.lemma)) value = 0.9;
    if (value < 0.8 && relations.length > 0) {
      const own = word.relation;
      if (own !== null && relations.some((known) => isRelationFor(known, own))) value = 0.8;
    }
    if (value > near) {
      near = value;
      at = [index];
    } else if (value === near && value > 0) at.push(index);
  });
  // "Dad turns 60. Got him a fishing rod": whom a pronoun stands for is in the sentence.
  if (near < REFERRED) {
    const referred = references.filter(
      ({ person: { name, relation } }) =>
        (relation !== null && term.relation !== null && isRelationFor(term.relation, relation)) ||
        (relation !== null && relations.includes(relation)) ||
        lemmasOfName(name).some((lemma) => lemma === term.lemma || names.includes(lemma)),
    );
    if (referred.length > 0) return { near: REFERRED, at: referred.map(({ at: place }) => place) };
  }
  // "What book did I finish?", of "finished Middlemarch": what has a name of its own may be what is asked for.
  if (near === 0 && NAMED_KINDS.has(term.lemma) && !passage.words.some(({ lemma }) => NAMED_KINDS.has(lemma))) {
    const titles = titlesIn(passage);
    if (titles.length > 0) return { near: TITLED, at: titles };
  }
  // "Who do I owe money to?": an amount is money.
  if (near === 0 && term.lemma === MONEY) {
    const amount = passage.numbers.find(({ kind }) => kind === 'money');
    if (amount !== undefined) return { near: 0.8, at: [amount.from] };
  }
  return { near, at };
}

/** Kinds of things whose instances go by a name of their own. */
export const NAMED_KINDS: ReadonlySet<string> = new Set(
  'book novel film movie show series song album band group game app team club company firm shop store brand make model magazine podcast play musical course website channel restaurant school uni university college festival'
    .split(' ')
    .map(lemmaOf),
);
/** What a name counts that stands for the kind of thing asked for, against the kind's own word. */
const TITLED = 0.6;

/** Words with a capital that the sentence's start does not explain and that are no date. */
function titlesIn({ words, dates }: Passage): number[] {
  return words.flatMap((word, index) => {
    const isDate = dates.some(({ from, to }) => index >= from && index < to);
    const isPronoun = /^i(?:'|$)/.test(word.lower);
    if (
      !word.isCapital ||
      isDate ||
      isPronoun ||
      word.relation !== null ||
      word.isPossessive ||
      PLACE_NAMES.has(word.lower)
    )
      return [];
    return index > 0 && !/[.!?:]/.test(words[index - 1]?.gap ?? '') ? [index] : [];
  });
}

const lemmasOfName = (name: string | null): string[] => (name ?? '').toLowerCase().split(/\s+/).map(lemmaOf);
