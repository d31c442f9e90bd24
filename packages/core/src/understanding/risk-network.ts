import type { StaticTable } from '../embeddings/static-embedding.ts';

/** Pieces read of one text: what is weighed are parts of some sixty words. */
export const MOST_PIECES = 96;
/** How many neighbouring pieces a filter sees, a convolution each. */
export const WIDTHS = [1, 2, 3, 5] as const;
/** The logits of a crisis, and of a concern at least. */
export const OUTPUTS = 2;
/** Brings vectors of usual pieces to about the length that weights are drawn for at first. */
const VECTOR_LENGTH = 4;

/** A matrix row by row. */
export interface Matrix {
  readonly columns: number;
  readonly numbers: Float32Array;
}

/**
 * Convolutions over word pieces (Kim 2014, https://arxiv.org/abs/1408.5882): each piece's vector from the table of
 * embeddings is projected; filters look at neighbours, and the strongest answer of each counts, wherever it stands; beside
 * them the mean of the projected vectors. Words that were never trained on are read by those they resemble.
 */
export interface RiskNetwork {
  /** Dimensions of the table × projected. */
  readonly project: Matrix;
  /** In the order of WIDTHS: width · projected × filters. */
  readonly convolutions: readonly { readonly weights: Matrix; readonly biases: Float32Array }[];
  /** Filters of all convolutions, then projected × OUTPUTS. */
  readonly out: Matrix;
  readonly outBiases: Float32Array;
}

/** As `scripts/train-risk.mjs` writes it: the numbers of a matrix as signed bytes in Base64, and what one step is worth. */
export interface PackedNetwork {
  readonly project: PackedMatrix;
  readonly convolutions: readonly { readonly weights: PackedMatrix; readonly biases: readonly number[] }[];
  readonly out: PackedMatrix;
  readonly outBiases: readonly number[];
}
export interface PackedMatrix {
  readonly columns: number;
  readonly step: number;
  readonly numbers: string;
}

export function unpackNetwork({ project, convolutions, out, outBiases }: PackedNetwork): RiskNetwork {
  return {
    project: unpackMatrix(project),
    convolutions: convolutions.map(({ weights, biases }) => ({
      weights: unpackMatrix(weights),
      biases: Float32Array.from(biases),
    })),
    out: unpackMatrix(out),
    outBiases: Float32Array.from(outBiases),
  };
}

const unpackMatrix = ({ columns, step, numbers }: PackedMatrix): Matrix => ({
  columns,
  numbers: Float32Array.from(new Int8Array(Buffer.from(numbers, 'base64')), (number) => number * step),
});

/**
 * A piece's vector: its direction from the table; its length, which there says how telling the piece is, only damped for
 * the commonest, which it would drown. `usualLength` is the table's median. Zeros for a piece without a vector.
 */
export function pieceVector(
  { dimensions, scales, numbers }: StaticTable,
  piece: number,
  usualLength: number,
): Float32Array {
  const vector = new Float32Array(dimensions);
  const scale = scales[piece] ?? 0;
  for (let place = 0; place < dimensions; place += 1)
    vector[place] = scale * (numbers[piece * dimensions + place] ?? 0);
  const length = lengthOf(vector);
  if (length === 0) return vector;
  const factor = (VECTOR_LENGTH / length) * Math.sqrt(Math.min(1, length / usualLength));
  return vector.map((value) => value * factor);
}

/** The median length of a table's vectors. */
export function usualLengthOf({ dimensions, scales, numbers }: StaticTable): number {
  const lengths = scales.map((scale, piece) => {
    let squares = 0;
    for (let at = piece * dimensions; at < (piece + 1) * dimensions; at += 1) squares += (numbers[at] ?? 0) ** 2;
    return scale * Math.sqrt(squares);
  });
  return lengths.sort()[Math.floor(lengths.length / 2)] ?? 1;
}

/** What a piece gives to any window it stands in, whoever its neighbours are. */
interface PieceShare {
  /** For each place of each convolution's window in turn, what the piece adds to each filter there. */
  readonly places: readonly Float32Array[];
  /** What it adds to the outputs through the mean. */
  readonly mean: Float32Array;
}

/** Shares that are kept: some thousand pieces make up what people write; each takes 4 kB. */
const MOST_SHARES = 4_096;

/**
 * Reads texts, already `plain`, by the network. What a piece adds to the filters depends on nothing around it and is kept: a
 * text costs some additions a piece. Takes any string, never throws.
 *
 * @returns OUTPUTS logits.
 */
export function createNetworkReader(network: RiskNetwork, table: StaticTable): (text: string) => Float32Array {
  const usualLength = usualLengthOf(table);
  const shares = new Map<number, PieceShare>();
  const shareOf = (piece: number): PieceShare => {
    const known = shares.get(piece);
    if (known !== undefined) return known;
    if (shares.size >= MOST_SHARES) shares.clear();
    const made = pieceShare(network, pieceVector(table, piece, usualLength));
    shares.set(piece, made);
    return made;
  };
  return (text) => readPieces(network, table.tokens(text).slice(0, MOST_PIECES).map(shareOf));
}

function pieceShare({ project, convolutions, out }: RiskNetwork, vector: Float32Array): PieceShare {
  const projected = rowTimes(vector, project, 0);
  const filters = convolutions.reduce((sum, { weights }) => sum + weights.columns, 0);
  return {
    places: convolutions.flatMap(({ weights }, index) =>
      Array.from({ length: WIDTHS[index] ?? 0 }, (_, place) => rowTimes(projected, weights, place * projected.length)),
    ),
    mean: rowTimes(projected, out, filters),
  };
}

function readPieces({ convolutions, out, outBiases }: RiskNetwork, pieces: readonly PieceShare[]): Float32Array {
  const logits = Float32Array.from(outBiases);
  let place = 0;
  let filters = 0;
  for (const [index, { biases }] of convolutions.entries()) {
    const width = WIDTHS[index] ?? 0;
    addScaled(logits, rowTimes(strongest(pieces, place, width, biases), out, filters), 1);
    place += width;
    filters += biases.length;
  }
  for (const { mean } of pieces) addScaled(logits, mean, 1 / Math.sqrt(pieces.length + 2));
  return logits;
}

/** Each filter's strongest answer over all windows, never below 0; a text has an empty place before it and one after it. */
function strongest(
  pieces: readonly PieceShare[],
  firstPlace: number,
  width: number,
  biases: Float32Array,
): Float32Array {
  const best = new Float32Array(biases.length);
  for (let start = -1; start + width <= pieces.length + 1; start += 1) {
    const answers = Float32Array.from(biases);
    for (let place = 0; place < width; place += 1) {
      const share = pieces[start + place]?.places[firstPlace + place];
      if (share !== undefined) addScaled(answers, share, 1);
    }
    for (let filter = 0; filter < best.length; filter += 1)
      best[filter] = Math.max(best[filter] ?? 0, answers[filter] ?? 0);
  }
  return best;
}

/** A row vector times the rows of a matrix from `firstRow` on. */
function rowTimes(row: Float32Array, { columns, numbers }: Matrix, firstRow: number): Float32Array {
  const product = new Float32Array(columns);
  for (let at = 0; at < row.length; at += 1) {
    const value = row[at] ?? 0;
    if (value === 0) continue;
    const start = (firstRow + at) * columns;
    for (let column = 0; column < columns; column += 1)
      product[column] = (product[column] ?? 0) + value * (numbers[start + column] ?? 0);
  }
  return product;
}

function addScaled(sum: Float32Array, added: Float32Array, factor: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + factor * (added[at] ?? 0);
}

function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}
