/** What a text is described by: names of features and how strongly each is there. */
export type Features = ReadonlyMap<string, number>;

/** A described text and what it is an example of. */
export interface LabelledFeatures<Label extends string> {
  readonly features: Features;
  readonly label: Label;
}

/** What was learnt of examples: for each feature a whole number of `step`s a label, in the order of `labels`. */
export interface LabelWeights<Label extends string> {
  readonly labels: readonly Label[];
  readonly step: number;
  readonly features: Readonly<Record<string, readonly number[]>>;
}

/** Scores a described text for each label: near 1 for its own, near or below 0 for the others. */
export type LabelScorer<Label extends string> = (features: Features) => ReadonlyMap<Label, number>;

/** A scorer by weights that were learnt. Pure, linear in the features. */
export function labelScorer<Label extends string>({
  labels,
  step,
  features: rows,
}: LabelWeights<Label>): LabelScorer<Label> {
  const weights = new Map(Object.entries(rows));
  return (features) => {
    const sums = new Float64Array(labels.length);
    for (const [name, value] of features) {
      weights.get(name)?.forEach((weight, label) => {
        sums[label] = at(sums, label) + value * weight * step;
      });
    }
    return new Map(labels.map((label, index) => [label, at(sums, index)]));
  };
}

/** How far the fit shrinks: chosen by cross-validation on the labelled messages of the hair journey, flat from 0.3 to 0.8. */
const SHRINKAGE = 0.6;
/** A feature of a single example tells of that example only. */
const FEWEST_EXAMPLES = 2;
/** Weights are kept in whole steps of this. */
const STEP = 0.001;

/**
 * Learns linear weights by ridge regression, one label against the others, solved in its dual form: exact, with no chance
 * in it, so that the same examples give the same weights. It takes some tenths of a second for 600 examples and the cube of
 * their number beyond, and so is done when examples change and not when the server runs. (Hastie, Tibshirani, Friedman,
 * "The Elements of Statistical Learning", 3.4.1 and 12.3.7.)
 *
 * @throws RangeError without examples.
 */
export function learnLabels<Label extends string>(
  examples: readonly LabelledFeatures<Label>[],
  labels: readonly Label[],
): LabelWeights<Label> {
  if (examples.length === 0) throw new RangeError('labels are learnt from examples, and there are none');
  const common = namesIn(examples);
  const described = examples.map(({ features }) => new Map([...features].filter(([name]) => common.has(name))));
  const others = -1 / Math.max(1, labels.length - 1);
  const duals = solve(
    likenesses(described),
    examples.map(({ label }) => Float64Array.from(labels, (each) => (each === label ? 1 : others))),
  );
  const weights = new Map<string, Float64Array>();
  for (const [index, features] of described.entries()) {
    for (const [name, value] of features) {
      const row = weights.get(name) ?? new Float64Array(labels.length);
      for (let label = 0; label < labels.length; label += 1) {
        row[label] = at(row, label) + value * at(duals[index], label);
      }
      weights.set(name, row);
    }
  }
  const features = [...weights].map(([name, row]) => [name, Array.from(row, (weight) => Math.round(weight / STEP))]);
  return { labels, step: STEP, features: Object.fromEntries(features) };
}

/** The names of features that several examples have. */
function namesIn(examples: readonly { readonly features: Features }[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { features } of examples) {
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([name, count]) => (count < FEWEST_EXAMPLES ? [] : [name])));
}

const at = (row: Float64Array | undefined, index: number): number => row?.[index] ?? 0;

/** The inner products of all pairs on and below the diagonal, row by row, with the shrinkage on it. */
function likenesses(described: readonly Features[]): Float64Array[] {
  const places = new Map<string, number>();
  const sparse = described.map((features) => {
    const named = Int32Array.from(features.keys(), (name) => {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      return place;
    });
    return { named, values: Float64Array.from(features.values()) };
  });
  const dense = new Float64Array(places.size);
  return sparse.map((one, row) => {
    one.named.forEach((place, index) => {
      dense[place] = at(one.values, index);
    });
    const likeness = new Float64Array(row + 1);
    for (let column = 0; column <= row; column += 1) likeness[column] = innerProduct(dense, sparse[column]);
    likeness[row] = at(likeness, row) + SHRINKAGE;
    one.named.forEach((place) => {
      dense[place] = 0;
    });
    return likeness;
  });
}

function innerProduct(
  dense: Float64Array,
  sparse: { readonly named: Int32Array; readonly values: Float64Array } | undefined,
): number {
  if (sparse === undefined) return 0;
  const { named, values } = sparse;
  let sum = 0;
  for (let index = 0; index < named.length; index += 1) sum += (values[index] ?? 0) * (dense[named[index] ?? 0] ?? 0);
  return sum;
}

/**
 * Solves a symmetric positive definite system for several right sides, by Cholesky's factor, which takes the place of the
 * matrix. `lower` has the matrix's rows on and below the diagonal.
 */
function solve(lower: readonly Float64Array[], rightSides: readonly Float64Array[]): readonly Float64Array[] {
  for (const [row, entries] of lower.entries()) {
    for (let column = 0; column <= row; column += 1) {
      const other = lower[column] ?? entries;
      let rest = entries[column] ?? 0;
      for (let before = 0; before < column; before += 1) rest -= (entries[before] ?? 0) * (other[before] ?? 0);
      entries[column] = column === row ? Math.sqrt(rest) : rest / (other[column] ?? 1);
    }
  }
  const sides = rightSides[0]?.length ?? 0;
  for (let side = 0; side < sides; side += 1) {
    for (const [row, entries] of lower.entries()) {
      let rest = at(rightSides[row], side);
      for (let before = 0; before < row; before += 1) rest -= (entries[before] ?? 0) * at(rightSides[before], side);
      put(rightSides[row], side, rest / at(entries, row));
    }
    for (let row = lower.length - 1; row >= 0; row -= 1) {
      const value = at(rightSides[row], side) / at(lower[row], row);
      put(rightSides[row], side, value);
      for (let before = 0; before < row; before += 1)
        put(rightSides[before], side, at(rightSides[before], side) - at(lower[row], before) * value);
    }
  }
  return rightSides;
}

function put(row: Float64Array | undefined, index: number, value: number): void {
  if (row !== undefined) row[index] = value;
}
