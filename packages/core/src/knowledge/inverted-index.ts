import { FIELDS, type PassageTerms } from './passage-terms.ts';

/** Where a term stands in one field: passages by their place, in rising order, and how often in each. */
interface Postings {
  readonly places: Uint32Array;
  readonly counts: Uint16Array;
}

/** A passage that holds at least one of the terms asked for. */
export interface Match {
  readonly place: number;
  readonly score: number;
}

/** A term of a question, by number, with what a match of it is worth. */
export interface WeightedTerm {
  readonly term: number;
  readonly weight: number;
}

/** Okapi BM25+ with the constants of Lv and Zhai (2011), "Lower-bounding term frequency normalization". */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.7;
const LOWER_BOUND = 0.5;

/**
 * Which passages hold a term, field by field, in typed arrays: some tens of thousands of additions for a question of
 * ten words over 5,000 passages. MiniSearch, which gave the same scores, took 5 to 20 ms of the event loop for that and
 * 6 s to be built, since it keeps a map a term, a field and a passage.
 */
export class InvertedIndex {
  readonly #size: number;
  /** By field, then by term. */
  readonly #postings: readonly ReadonlyMap<number, Postings>[];
  /** By field, then by place: what length does to a match there. */
  readonly #lengthNorms: readonly Float32Array[];
  readonly #passageCounts: ReadonlyMap<number, number>;
  readonly #scores: Float64Array;
  readonly #matched: Uint8Array;

  constructor(parts: IndexParts) {
    this.#size = parts.size;
    this.#postings = parts.postings;
    this.#lengthNorms = parts.lengthNorms;
    this.#passageCounts = parts.passageCounts;
    this.#scores = new Float64Array(parts.size);
    this.#matched = new Uint8Array(parts.size);
  }

  /** How many passages hold a term, in whichever field. */
  passageCount(term: number): number {
    return this.#passageCounts.get(term) ?? 0;
  }

  /** How surely a passage is about a term it holds, by the field it stands in, 0 to 1; 0 when it doesn't hold it. */
  certainty(term: number, place: number): number {
    let best = 0;
    for (const [field, { certainty }] of FIELDS.entries()) {
      const postings = this.#postings[field]?.get(term);
      if (certainty > best && postings !== undefined && holds(postings.places, place)) best = certainty;
    }
    return best;
  }

  /** The passages that match best, best first; the earlier of two alike. */
  search(terms: readonly WeightedTerm[], limit: number): Match[] {
    const touched: number[] = [];
    for (const term of terms) this.#add(term, touched);
    // Places rise, so that of two alike the earlier passage comes first, whatever the terms' order.
    const found = new Best(limit);
    for (const place of touched.sort((one, other) => one - other)) {
      // A passage that speaks to more of the question goes before one that repeats a word of it.
      found.offer(place, (this.#scores[place] ?? 0) * (this.#matched[place] ?? 0));
      this.#scores[place] = 0;
      this.#matched[place] = 0;
    }
    return found.list();
  }

  #add({ term, weight }: WeightedTerm, touched: number[]): void {
    const scores = this.#scores;
    const matched = this.#matched;
    const seen = new Set<number>();
    const often = this.passageCount(term) > SEEN_BY_SET;
    const seenAt = often ? new Uint8Array(this.#size) : null;
    for (const [field, { boost }] of FIELDS.entries()) {
      const postings = this.#postings[field]?.get(term);
      const norms = this.#lengthNorms[field];
      if (postings === undefined || norms === undefined) continue;
      const { places, counts } = postings;
      const information = informationOf(places.length, this.#size) * weight * boost;
      for (let each = 0; each < places.length; each += 1) {
        const place = places[each] ?? 0;
        const count = counts[each] ?? 0;
        if (matched[place] === 0 && scores[place] === 0) touched.push(place);
        scores[place] =
          (scores[place] ?? 0) +
          information * (LOWER_BOUND + (count * (SATURATION + 1)) / (count + (norms[place] ?? 0)));
        if (seenAt === null ? !seen.has(place) : seenAt[place] === 0) {
          matched[place] = (matched[place] ?? 0) + 1;
          if (seenAt === null) seen.add(place);
          else seenAt[place] = 1;
        }
      }
    }
  }
}

/** Beyond this many passages a term is marked off in an array as long as the index, below it in a set. */
const SEEN_BY_SET = 64;

/** Smoothed inverse document frequency, as in Okapi BM25 (Robertson and Zaragoza 2009), never negative. */
export function informationOf(documentCount: number, passageCount: number): number {
  return Math.log(1 + (passageCount - documentCount + 0.5) / (documentCount + 0.5));
}

interface IndexParts {
  readonly size: number;
  readonly postings: readonly ReadonlyMap<number, Postings>[];
  readonly lengthNorms: readonly Float32Array[];
  readonly passageCounts: ReadonlyMap<number, number>;
}

/**
 * Builds an index in steps, each a few milliseconds, so that a process can answer between them: it yields after every
 * {@link PASSAGES_A_STEP} passages and as many thousand terms, and returns the index.
 */
export function* buildInvertedIndex(passages: readonly PassageTerms[]): Generator<void, InvertedIndex> {
  const growing = FIELDS.map(() => new Map<number, { places: number[]; counts: number[] }>());
  const lengths = FIELDS.map(() => new Float32Array(passages.length));
  const passageCounts = new Map<number, number>();
  for (const [place, { fields }] of passages.entries()) {
    const inPassage = new Set<number>();
    for (const [field, { numbers, counts }] of fields.entries()) {
      const ofField = growing[field];
      const ofLengths = lengths[field];
      if (ofField === undefined || ofLengths === undefined) continue;
      ofLengths[place] = numbers.length;
      for (let each = 0; each < numbers.length; each += 1) {
        const term = numbers[each] ?? 0;
        const postings = ofField.get(term) ?? { places: [], counts: [] };
        if (postings.places.length === 0) ofField.set(term, postings);
        postings.places.push(place);
        postings.counts.push(counts[each] ?? 0);
        inPassage.add(term);
      }
    }
    for (const term of inPassage) passageCounts.set(term, (passageCounts.get(term) ?? 0) + 1);
    if (place % PASSAGES_A_STEP === PASSAGES_A_STEP - 1) yield;
  }
  const postings: Map<number, Postings>[] = [];
  for (const ofField of growing) {
    const packed = new Map<number, Postings>();
    for (const [term, { places, counts }] of ofField) {
      packed.set(term, { places: Uint32Array.from(places), counts: Uint16Array.from(counts) });
      if (packed.size % TERMS_A_STEP === 0) yield;
    }
    postings.push(packed);
    yield;
  }
  return new InvertedIndex({
    size: passages.length,
    postings,
    lengthNorms: lengths.map(lengthNormsOf),
    passageCounts,
  });
}

export const PASSAGES_A_STEP = 20;
const TERMS_A_STEP = 2_000;

function lengthNormsOf(lengths: Float32Array): Float32Array {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return lengths.map((length) => SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / Math.max(1, average)));
}

/** Whether a rising list holds a place: binary search. */
function holds(places: Uint32Array, place: number): boolean {
  let low = 0;
  let high = places.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = places[middle] ?? 0;
    if (found === place) return true;
    if (found < place) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** The best few of many, kept in order as they come. */
class Best {
  readonly #limit: number;
  readonly #kept: Match[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }
  offer(place: number, score: number): void {
    const worst = this.#kept.at(-1);
    if (this.#kept.length === this.#limit && worst !== undefined && worst.score >= score) return;
    let at = this.#kept.length;
    while (at > 0 && (this.#kept[at - 1]?.score ?? 0) < score) at -= 1;
    this.#kept.splice(at, 0, { place, score });
    if (this.#kept.length > this.#limit) this.#kept.pop();
  }
  list(): Match[] {
    return this.#kept;
  }
}
