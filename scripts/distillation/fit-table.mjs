// Makes the table of vectors from what the model said of pieces and sentences.
import { dot, eigenvectors, randomRotation, seeded, solve, toUnit } from './linear-algebra.mjs';

const SEED = 20261130;
/** A piece of this share of all pieces counts half as much as a rare one (SIF, Arora et al. 2017: 1e-3 is their value). */
const COMMON_SHARE = 1e-3;
/** For the finished table, where training has weighed the pieces already. */
const COMMON_SHARE_AFTER = 1e-2;
const RIDGE = 3;
const EPOCHS = 4;
const BATCH = 256;
const RATE = 5e-3;
/** Pull towards the start: what few sentences say of a piece is not to be believed whole. */
const PULL = 0.03;

/**
 * First a linear map from what is known of every piece (its own vector and its input embedding) to sentences' vectors,
 * so that pieces no sentence shows get a sensible one; then each piece is moved so that sums of pieces point where the
 * sentences' vectors do (as Tokenlearn does, https://github.com/MinishLab/tokenlearn); then common ones are weighed down.
 *
 * @param pieces vectors of all pieces by the model, one each. @param inputs their input embeddings.
 * @param sentences rows of pieces. @param targets the sentences' vectors, of length 1.
 * @returns a vector a piece.
 */
export function fitTable({ pieces, inputs, sentences, targets, dimensions }) {
  const shares = sharesOf(sentences, pieces.length);
  const projection = projectionOf(targets, dimensions);
  const goals = targets.map((target) => toUnit(Float64Array.from(projection, (axis) => dot(axis, target))));
  const known = pieces.map((piece, number) => {
    const weight = COMMON_SHARE / (COMMON_SHARE + shares[number]);
    const joined = [...toUnit(Float64Array.from(piece)), ...toUnit(Float64Array.from(inputs[number]))];
    return Float64Array.from(joined, (value) => value * weight);
  });
  const table = mapped(known, sentences, goals, dimensions);
  train(table, sentences, goals, dimensions);
  for (const [number, vector] of table.entries()) {
    const weight = COMMON_SHARE_AFTER / (COMMON_SHARE_AFTER + shares[number]);
    for (let place = 0; place < dimensions; place += 1) vector[place] *= weight;
  }
  return table;
}

function sharesOf(sentences, count) {
  const counts = new Float64Array(count).fill(1);
  for (const token of sentences.flat()) counts[token] += 1;
  const all = counts.reduce((sum, value) => sum + value, 0);
  return counts.map((value) => value / all);
}

/** The axes along which sentences differ most, turned at random: then the sign of each number says equally much. */
function projectionOf(targets, dimensions) {
  const size = targets[0].length;
  const products = new Float64Array(size * size);
  for (const target of targets) addProducts(products, target, target);
  const axes = eigenvectors(products, size, dimensions);
  return randomRotation(dimensions, seeded(SEED)).map((row) => {
    const axis = new Float64Array(size);
    for (const [index, factor] of row.entries()) {
      for (let place = 0; place < size; place += 1) axis[place] += factor * axes[index][place];
    }
    return axis;
  });
}

function addProducts(products, left, right) {
  for (let row = 0; row < left.length; row += 1) {
    const factor = left[row];
    const start = row * right.length;
    for (let column = 0; column < right.length; column += 1) products[start + column] += factor * right[column];
  }
}

/** Least squares with a ridge from the known vectors, summed over a sentence and of length 1, to the goals. */
function mapped(known, sentences, goals, dimensions) {
  const size = known[0].length;
  const products = new Float64Array(size * size);
  const sides = new Float64Array(size * dimensions);
  for (const [index, sentence] of sentences.entries()) {
    const sum = new Float64Array(size);
    for (const token of sentence) for (let place = 0; place < size; place += 1) sum[place] += known[token][place];
    toUnit(sum);
    addProducts(products, sum, sum);
    addProducts(sides, sum, goals[index]);
  }
  for (let place = 0; place < size; place += 1) products[place * size + place] += RIDGE;
  const map = solve(products, size, sides, dimensions);
  const table = known.map((vector) => {
    const image = new Float64Array(dimensions);
    for (const [row, factor] of vector.entries()) {
      for (let place = 0; place < dimensions; place += 1) image[place] += factor * map[row * dimensions + place];
    }
    return image;
  });
  const mean = table.reduce((sum, vector) => sum + Math.sqrt(dot(vector, vector)), 0) / table.length;
  return table.map((vector) => vector.map((value) => value / mean));
}

/** Adam (Kingma and Ba 2015) on one minus the cosine of a sentence's sum and its goal; only pieces of a batch move. */
function train(table, sentences, goals, dimensions) {
  const start = table.map((vector) => Float64Array.from(vector));
  const means = table.map(() => null);
  const squares = table.map(() => null);
  const random = seeded(SEED + 1);
  const order = sentences.map((_, place) => place);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    const rate = RATE * (1 - epoch / EPOCHS) + 1e-4;
    let loss = 0;
    for (let begin = 0; begin < order.length; begin += BATCH) {
      const gradients = new Map();
      const places = order.slice(begin, begin + BATCH);
      for (const place of places) loss += addGradients(gradients, table, sentences[place], goals[place], dimensions);
      for (const [token, gradient] of gradients) {
        means[token] ??= new Float64Array(dimensions);
        squares[token] ??= new Float64Array(dimensions);
        const vector = table[token];
        for (let place = 0; place < dimensions; place += 1) {
          const slope = (gradient[place] / places.length) * 100 + PULL * (vector[place] - start[token][place]);
          means[token][place] = 0.9 * means[token][place] + 0.1 * slope;
          squares[token][place] = 0.99 * squares[token][place] + 0.01 * slope * slope;
          vector[place] -= (rate * means[token][place]) / (Math.sqrt(squares[token][place]) + 1e-6);
        }
      }
    }
    console.log(`epoch ${epoch + 1}: mean cosine to the model's ${(1 - loss / order.length).toFixed(4)}`);
  }
}

function addGradients(gradients, table, sentence, goal, dimensions) {
  const sum = new Float64Array(dimensions);
  for (const token of sentence) {
    const vector = table[token];
    for (let place = 0; place < dimensions; place += 1) sum[place] += vector[place];
  }
  const length = Math.sqrt(dot(sum, sum)) + 1e-6;
  const cosine = dot(sum, goal) / length;
  for (const token of sentence) {
    let gradient = gradients.get(token);
    if (gradient === undefined) {
      gradient = new Float64Array(dimensions);
      gradients.set(token, gradient);
    }
    for (let place = 0; place < dimensions; place += 1) {
      gradient[place] -= (goal[place] - (cosine * sum[place]) / length) / length;
    }
  }
  return 1 - cosine;
}

function shuffle(order, random) {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
}
