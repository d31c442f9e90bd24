import SearchableMap from 'minisearch/SearchableMap';
import { stemmer } from 'stemmer';
import { STOP_WORDS } from './stop-words.ts';

/** Ways to say one thing. All of them are found as one term, in questions and in passages alike. */
export interface SynonymGroup {
  /** Names the group; counts as one of its forms. */
  readonly term: string;
  /** Further words or phrases for the same thing. A form stands in one group only. */
  readonly forms: readonly string[];
  /** Terms of groups that are near in meaning, not equal: found with less weight. */
  readonly near?: readonly string[];
  /**
   * True for words of any subject: alone they don't make a question one that this knowledge answers. Where one group is
   * marked so, the others are the subject's words, all of them: a question with none of those is off it.
   */
  readonly everyday?: boolean;
}

/** A term of a question. */
export interface QueryTerm {
  readonly term: string;
  /** How much it says of what is asked: 1, less for an everyday word. */
  readonly weight: number;
  /** How sure it is that the person meant it: 1, less for a corrected spelling. */
  readonly surety: number;
  /** Terms that count as a partial match of this one. */
  readonly near: readonly string[];
  /** Whether it is a word of the subject: one of a group that is not everyday. Any word, where no group is. */
  readonly ofSubject: boolean;
}

/** A corrected spelling is a guess, so it counts a little less than the word as written. */
const CORRECTED_SURETY = 0.8;
/** "Kids", "daily", "cried": they colour a question more than they are what it is about. */
const EVERYDAY_WEIGHT = 0.6;
/** How words are clipped in texts and by ear: "shedin", "dri", "frizzi". Each gives another spelling to look for. */
const CLIPPED_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/in$/, 'ing'],
  [/i$/, 'y'],
];
/** Shorter words have too many neighbours one letter away to guess at. */
const SHORTEST_CORRECTED = 6;
const SHORTEST_WITH_TWO_ERRORS = 8;

/** Characters that are read of one text: many times the longest passage. A run of more may be deeper than a pattern can go. */
const MOST_READ = 65_536;

/** The words of a text's beginning: lower case, without accents, apostrophes or possessive endings. */
export function words(text: string): string[] {
  const plain = text
    .slice(0, MOST_READ)
    .normalize('NFKD')
    // One ligature can stand for eighteen letters.
    .slice(0, MOST_READ)
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/'s\b/g, '')
    .replace(/'/g, '')
    // "sooo dryyy": letters drawn out for effect. No English word holds three in a row.
    .replace(/(\p{L})\1{2,}/gu, '$1');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

interface Phrase {
  readonly stems: readonly string[];
  readonly term: string;
}

/**
 * Turns text into the terms by which passages are found: stems, with synonyms folded together, stop words left out and,
 * in questions, misspellings corrected towards the words that the passages use.
 */
export class Vocabulary {
  private readonly phrasesByFirstStem = new Map<string, Phrase[]>();
  /** Single words as written: they decide where two groups' forms share a stem ("texture", "texturizer"). */
  private readonly termOfWord = new Map<string, string>();
  private readonly subjectTerms: ReadonlySet<string>;
  private readonly everydayTerms: ReadonlySet<string>;
  private readonly nearTerms = new Map<string, readonly string[]>();
  private readonly knownWords = new SearchableMap<number>();

  /** Throws a `RangeError` when a form stands in two groups, or `near` names no group. */
  constructor(groups: readonly SynonymGroup[]) {
    const groupOfForm = new Map<string, string>();
    for (const group of groups) {
      for (const form of [group.term, ...group.forms]) this.addForm(form, group.term, groupOfForm);
    }
    const names = new Set(groups.map((group) => group.term));
    this.subjectTerms = new Set(
      groups.filter((group) => group.everyday !== true).map((group) => groupTerm(group.term)),
    );
    this.everydayTerms = new Set(
      groups.filter((group) => group.everyday === true).map((group) => groupTerm(group.term)),
    );
    for (const group of groups) {
      for (const name of group.near ?? []) {
        if (!names.has(name)) throw new RangeError(`synonyms: "${group.term}" is near "${name}", which is no group`);
      }
      this.nearTerms.set(groupTerm(group.term), (group.near ?? []).map(groupTerm));
    }
  }

  /** Terms of a passage's text. Phrases stand for themselves and for each of their words. */
  termsOfText(text: string): string[] {
    const found = words(text);
    for (const word of found) this.learn(word);
    return this.fold(found, 'phrase-and-words');
  }

  /** Terms of a question, each once. */
  termsOfQuery(text: string): QueryTerm[] {
    const corrected = new Set<string>();
    const asMeant = words(text).map((word) => {
      const correction = this.correct(word);
      if (correction !== word) for (const term of this.fold([correction], 'phrase-only')) corrected.add(term);
      return correction;
    });
    return [...new Set(this.fold(asMeant, 'phrase-only'))].map((term) => ({
      term,
      weight: this.everydayTerms.has(term) ? EVERYDAY_WEIGHT : 1,
      surety: corrected.has(term) ? CORRECTED_SURETY : 1,
      near: this.nearTerms.get(term) ?? [],
      // A list that sorts no words out as everyday names a few synonyms, and not the whole subject.
      ofSubject: this.everydayTerms.size === 0 || this.subjectTerms.has(term),
    }));
  }

  private addForm(form: string, group: string, groupOfForm: Map<string, string>): void {
    const formWords = words(form);
    const stems = formWords.map(stemmer);
    const key = formWords.join(' ');
    const [first] = stems;
    if (first === undefined) throw new RangeError(`synonyms: "${form}" of "${group}" holds no word`);
    const earlier = groupOfForm.get(key);
    if (earlier === group) return;
    if (earlier !== undefined) throw new RangeError(`synonyms: "${form}" stands in "${earlier}" and in "${group}"`);
    groupOfForm.set(key, group);
    for (const word of formWords) this.learn(word);
    if (formWords.length === 1) this.termOfWord.set(key, groupTerm(group));
    const phrases = this.phrasesByFirstStem.get(first) ?? [];
    phrases.push({ stems, term: groupTerm(group) });
    phrases.sort((one, other) => other.stems.length - one.stems.length);
    this.phrasesByFirstStem.set(first, phrases);
  }

  private learn(word: string): void {
    this.knownWords.set(word, (this.knownWords.get(word) ?? 0) + 1);
  }

  /** The longest phrase wins at each place; stop words fall out after phrases, which may hold some ("falling out"). */
  private fold(found: readonly string[], phrases: 'phrase-only' | 'phrase-and-words'): string[] {
    const stems = found.map(stemmer);
    const terms: string[] = [];
    let place = 0;
    while (place < stems.length) {
      const phrase = this.phrasesByFirstStem.get(stems[place] ?? '')?.find(
        (candidate) =>
          candidate.stems.every((part, offset) => stems[place + offset] === part) &&
          // "Basically" shares a stem with "basics" and says nothing of them.
          (candidate.stems.length > 1 || !STOP_WORDS.has(found[place] ?? '')),
      );
      const length = phrase?.stems.length ?? 1;
      const term = length === 1 ? (this.termOfWord.get(found[place] ?? '') ?? phrase?.term) : phrase?.term;
      if (term !== undefined) terms.push(term);
      if (term === undefined || (phrases === 'phrase-and-words' && length > 1)) {
        const parts = found.slice(place, place + length).filter((word) => !isStopWord(word));
        terms.push(...parts.map((word) => (length > 1 ? this.termOfWord.get(word) : undefined) ?? stemmer(word)));
      }
      place += length;
    }
    return terms;
  }

  /** The known word that `word` most likely misspells, or `word` itself when it is known, short or like nothing known. */
  private correct(word: string): string {
    if (word.length < 3 || STOP_WORDS.has(word) || this.knownWords.has(word) || /\d/.test(word)) return word;
    // "Dryy", "soooo", "doo": a letter written more often than the word has it.
    const collapsed = word.replace(/(.)\1+/g, '$1');
    if (this.knownWords.has(collapsed) || STOP_WORDS.has(collapsed)) return collapsed;
    const unclipped = CLIPPED_SPELLINGS.filter(([ending]) => ending.test(word)).map(([ending, whole]) =>
      word.replace(ending, whole),
    );
    for (const whole of unclipped) {
      const found = this.knownWords.has(whole) ? whole : this.nearestKnown(whole);
      if (found !== null) return found;
    }
    if (word.length < 4) return word;
    // "Frizy", "curent": a letter written once where the word has it twice.
    const doubled = doublings(word).find((candidate) => this.knownWords.has(candidate));
    if (doubled !== undefined) return doubled;
    const swapped = transpositions(word).find((candidate) => this.knownWords.has(candidate));
    if (swapped !== undefined) return swapped;
    return this.nearestKnown(word) ?? word;
  }

  /** The known word with the fewest letters changed, the more frequent of two alike; null when none is near. */
  private nearestKnown(word: string): string | null {
    if (word.length < SHORTEST_CORRECTED) return null;
    const candidates = this.knownWords.fuzzyGet(word, word.length >= SHORTEST_WITH_TWO_ERRORS ? 2 : 1);
    let best: { word: string | null; distance: number; count: number } = {
      word: null,
      distance: Number.POSITIVE_INFINITY,
      count: 0,
    };
    for (const [candidate, [count, distance]] of candidates) {
      // The first letter is the one that misspellings keep (Pollock and Zamora 1984, "Automatic spelling correction").
      if (candidate[0] !== word[0] || candidate.length < 4) continue;
      if (distance < best.distance || (distance === best.distance && count > best.count)) {
        best = { word: candidate, distance, count };
      }
    }
    return best.word;
  }
}

const STOP_STEMS: ReadonlySet<string> = new Set([...STOP_WORDS].map(stemmer));

/** Every word that differs from `word` by one letter written twice. */
function doublings(word: string): string[] {
  return Array.from(word, (letter, at) => word.slice(0, at) + letter + word.slice(at));
}

/** A group's term can't collide with a stem: stems hold no space and no equals sign. */
function groupTerm(name: string): string {
  return `=${name}`;
}

/** Short numbers say something only within a phrase, such as "day 3". */
function isStopWord(word: string): boolean {
  return STOP_STEMS.has(stemmer(word)) || /^\d{1,2}$/.test(word);
}

function transpositions(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, place) => word.slice(0, place) + (word[place + 1] ?? '') + (word[place] ?? '') + word.slice(place + 2),
  );
}
