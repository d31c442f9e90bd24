import { createTokenizer, type Tokenizer } from './static-embedding-tokens.ts';

/**
 * A vector for each piece of a vocabulary, as `scripts/distill-embeddings.mjs` packs it.
 *
 * The bytes, numbers little-endian: the four letters `RSE1`; number of pieces, of dimensions and of bytes of the
 * vocabulary, each an unsigned 32-bit integer; the vocabulary in UTF-8, a piece a line; for each piece the scale of its
 * vector, a 32-bit float; then its numbers as signed bytes, piece after piece.
 */
export interface StaticTable {
  readonly dimensions: number;
  readonly tokens: Tokenizer;
  /** What one step of a piece's numbers is worth. */
  readonly scales: Float32Array;
  readonly numbers: Int8Array;
}

const MAGIC = 'RSE1';
const HEADER_BYTES = 16;
const SCALE_BYTES = 4;

/** Reads a packed table; a few milliseconds for thirty thousand pieces. @throws RangeError when it is none. */
export function unpackStaticTable(packed: Uint8Array): StaticTable {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const magic = packed.length < HEADER_BYTES ? '' : new TextDecoder('latin1').decode(packed.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new RangeError(`A table of embeddings begins with ${MAGIC}; this one does not.`);
  const [pieces, dimensions, vocabularyBytes] = [4, 8, 12].map((place) => view.getUint32(place, true)) as [
    number,
    number,
    number,
  ];
  const scalesAt = HEADER_BYTES + vocabularyBytes;
  const numbersAt = scalesAt + pieces * SCALE_BYTES;
  const length = numbersAt + pieces * dimensions;
  if (length !== packed.length)
    throw new RangeError(`A table of embeddings has ${packed.length} bytes, not ${length}.`);
  const vocabulary = new TextDecoder().decode(packed.subarray(HEADER_BYTES, scalesAt)).split('\n');
  if (vocabulary.length !== pieces)
    throw new RangeError(`A table of embeddings names ${vocabulary.length} pieces, not ${pieces}.`);
  return {
    dimensions,
    tokens: createTokenizer(vocabulary),
    scales: Float32Array.from({ length: pieces }, (_, piece) => view.getFloat32(scalesAt + piece * SCALE_BYTES, true)),
    numbers: new Int8Array(packed.buffer, packed.byteOffset + numbersAt, pieces * dimensions),
  };
}

/**
 * A text as the sum of its pieces' vectors, brought to length 1 (Model2Vec, https://github.com/MinishLab/model2vec); a
 * text of which no piece is known gives zeros. The order of words counts for nothing. Takes any string, never throws.
 */
export function staticEmbedding({ dimensions, tokens, scales, numbers }: StaticTable, text: string): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const token of tokens(text)) {
    const scale = scales[token] ?? 0;
    const start = token * dimensions;
    for (let place = 0; place < dimensions; place += 1) {
      vector[place] = (vector[place] ?? 0) + scale * (numbers[start + place] ?? 0);
    }
  }
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const factor = 1 / Math.sqrt(squares);
  for (let place = 0; place < dimensions; place += 1) vector[place] = (vector[place] ?? 0) * factor;
  return vector;
}
