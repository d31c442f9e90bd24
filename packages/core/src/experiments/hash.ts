const FNV_OFFSET_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), over a text's UTF-16 code units as GrowthBook's SDKs have it;
 * for ASCII, of which ids are, the same as over bytes.
 *
 * @param after the hash of what stands before the text.
 */
export function fnv1a32(text: string, after: number = FNV_OFFSET_BASIS): number {
  let hash = after;
  for (let place = 0; place < text.length; place += 1) {
    hash ^= text.charCodeAt(place);
    hash = Math.imul(hash, FNV_PRIME);
  }
  return hash >>> 0;
}

/** How many places there are from 0 up to 1. */
const PLACES = 10_000;

/**
 * Where an id stands from 0 up to, but without, 1: GrowthBook's hash version 2
 * (https://docs.growthbook.io/lib/build-your-own#hashstring-string--float), so that its SDKs put the same person at the same place.
 */
export function placeOf(seed: string, id: string): number {
  return (fnv1a32(`${fnv1a32(id, fnv1a32(seed))}`) % PLACES) / PLACES;
}

/** From the first, up to but without the second. */
export type Range = readonly [from: number, to: number];

export const isIn = (place: number, [from, to]: Range): boolean => place >= from && place < to;

/** GrowthBook's hash version 1, which its namespaces are made with. */
const placeInNamespace = (namespace: string, id: string): number => (fnv1a32(`${id}__${namespace}`) % 1_000) / 1_000;

/** Whether an id is in a range of a namespace: experiments in ranges of one that do not overlap share nobody. */
export const isInNamespace = (id: string, namespace: string, range: Range): boolean =>
  isIn(placeInNamespace(namespace, id), range);

/**
 * The range of places of each variant, as GrowthBook's `getBucketRanges` has them: each begins where it would with everybody
 * in, and takes the share `coverage` of its width, so that more coverage moves nobody from one variant to another.
 *
 * @param weights a share each, together 1.
 * @param coverage 0 to 1.
 */
export function rangesOf(weights: readonly number[], coverage: number): Range[] {
  let from = 0;
  return weights.map((weight) => {
    const range: Range = [from, from + coverage * weight];
    from += weight;
    return range;
  });
}
