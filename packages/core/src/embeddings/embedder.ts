/** Turns texts into vectors whose cosine says how alike they are. Never given to a vendor without its owner's consent. */
export interface Embedder {
  /** `<provider>/<model>`, with a version: vectors of two ids can't be compared. */
  readonly id: string;
  /** Numbers in each vector. */
  readonly dimensions: number;
  /**
   * One vector a text, in the same order, each of length 1; a text without a word gives a vector of zeros.
   *
   * @throws what its model or transport throws; one in this process never does.
   */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** Cosine of two vectors of length 1 and equal dimensions, -1 to 1; 0 when one of them is zero. */
export function cosine(one: Float32Array, other: Float32Array): number {
  // Four sums, because an addition that waits for the one before takes twice the time.
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let index = 0;
  for (; index + 3 < one.length; index += 4) {
    first += (one[index] ?? 0) * (other[index] ?? 0);
    second += (one[index + 1] ?? 0) * (other[index + 1] ?? 0);
    third += (one[index + 2] ?? 0) * (other[index + 2] ?? 0);
    fourth += (one[index + 3] ?? 0) * (other[index + 3] ?? 0);
  }
  for (; index < one.length; index += 1) first += (one[index] ?? 0) * (other[index] ?? 0);
  return first + second + third + fourth;
}
