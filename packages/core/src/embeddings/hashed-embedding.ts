import { stemmer } from 'stemmer';
import { STOP_WORDS } from '../knowledge/stop-words.ts';
import { words } from '../knowledge/vocabulary.ts';

/** Numbers in a hashed vector: with 384, two of a short text's 60 or so features rarely share a place. */
export const HASHED_DIMENSIONS = 384;
/** Changes with anything below: vectors of two versions can't be compared. */
export const HASHED_EMBEDDING_ID = 'rapport/hashed-words-1';

/** Most words read of a text: far more than a question has. */
const MAX_WORDS = 400;
/** Pieces of words, so that a misspelling stays near what it misspells. They weigh less than the word itself. */
const PIECE_LENGTHS = [3, 4];
const PIECE_WEIGHT = 0.6;
/** "How", "the": they say little about what a text is about, and not nothing. */
const STOP_WORD_WEIGHT = 0.25;

/**
 * A text as a vector of length 1 without any model: stems and their character n-grams, hashed to places with a sign
 * (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning"), counts damped as 1 + ln(count)
 * (Manning, Raghavan and Schütze 2008, section 6.4.1). It knows spellings, not meanings: "cheap" and "affordable" are
 * strangers to it.
 */
export function hashedEmbedding(text: string): Float32Array {
  const counts = new Map<string, { count: number; weight: number }>();
  const add = (feature: string, weight: number) => {
    const known = counts.get(feature);
    if (known === undefined) counts.set(feature, { count: 1, weight });
    else known.count += 1;
  };
  for (const word of words(text).slice(0, MAX_WORDS)) {
    const stem = stemmer(word);
    const weight = STOP_WORDS.has(word) ? STOP_WORD_WEIGHT : 1;
    add(stem, weight);
    for (const piece of piecesOf(stem)) add(piece, weight * PIECE_WEIGHT);
  }
  const vector = new Float32Array(HASHED_DIMENSIONS);
  for (const [feature, { count, weight }] of counts) {
    const hash = hashOf(feature);
    const place = (hash >>> 1) % HASHED_DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + (hash & 1 ? 1 : -1) * weight * (1 + Math.log(count));
  }
  return normalised(vector);
}

function piecesOf(stem: string): string[] {
  const marked = `^${stem}$`;
  return PIECE_LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, marked.length - length + 1) }, (_, start) => marked.slice(start, start + length)),
  );
}

/** FNV-1a of 32 bits over UTF-16 code units, with the finish of MurmurHash3 so that low bits are as good as high ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
