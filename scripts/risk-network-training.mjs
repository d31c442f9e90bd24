// Trains the network of packages/core/src/understanding/risk-network.ts by hand-written back-propagation: used by
// train-risk.mjs. The same rows and Node give the same numbers.
import { OUTPUTS, WIDTHS } from '../packages/core/src/understanding/risk-network.ts';

const PROJECTED = 64;
const FILTERS = 96;
const BATCH = 128;
const EPOCHS = 10;
/** Adam (Kingma and Ba 2015), its rate going down to nothing in a straight line; weights decay beside it (Loshchilov and Hutter 2019). */
const RATE = 3e-3;
const BETA_1 = 0.9;
const BETA_2 = 0.999;
const DECAY = 1e-3;
/** Shares of the last layer's inputs, and of the pieces, that are left out at each step (Srivastava et al. 2014). */
const DROPPED_FEATURES = 0.4;
const DROPPED_PIECES = 0.1;
const PLACES = WIDTHS.reduce((sum, width) => sum + width, 0);
const FEATURES = FILTERS * WIDTHS.length + PROJECTED;

/**
 * @param rows `{ pieces, targets }`: numbers of pieces; OUTPUTS targets, each 0 or 1.
 * @param vectorOf a piece's vector.
 * @param random numbers from 0 to 1.
 * @returns the network, as RiskNetwork has it.
 */
export function trainNetwork(rows, vectorOf, random) {
  const dimensions = vectorOf(0).length;
  const layers = initialLayers(dimensions, random);
  const vectors = new Map();
  const keptVector = (piece) => {
    const known = vectors.get(piece);
    if (known !== undefined) return known;
    const made = vectorOf(piece);
    vectors.set(piece, made);
    return made;
  };
  const optimizer = createAdam(layers);
  const order = rows.map((_, index) => index);
  const steps = EPOCHS * Math.ceil(rows.length / BATCH);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.slice(start, start + BATCH).map((index) => rows[index]);
      const gradients = gradientsOf(layers, batch, keptVector, random);
      optimizer(gradients, RATE * (1 - optimizer.taken() / steps) + 1e-5);
    }
  }
  const matrix = (columns, numbers) => ({ columns, numbers });
  return {
    project: matrix(PROJECTED, layers.project),
    convolutions: WIDTHS.map((_, index) => ({
      weights: matrix(FILTERS, layers[`weights${index}`]),
      biases: layers[`biases${index}`],
    })),
    out: matrix(OUTPUTS, layers.out),
    outBiases: layers.outBiases,
  };
}

/** A network as PackedNetwork has it: signed bytes. */
export function packNetwork({ project, convolutions, out, outBiases }) {
  const rounded = (numbers) => Array.from(numbers, (value) => Number(value.toFixed(4)));
  return {
    project: packMatrix(project),
    convolutions: convolutions.map(({ weights, biases }) => ({
      weights: packMatrix(weights),
      biases: rounded(biases),
    })),
    out: packMatrix(out),
    outBiases: rounded(outBiases),
  };
}

function packMatrix({ columns, numbers }) {
  const step = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
  const bytes = Int8Array.from(numbers, (value) => Math.round(value / step));
  return { columns, step: Number(step.toPrecision(6)), numbers: Buffer.from(bytes.buffer).toString('base64') };
}

function initialLayers(dimensions, random) {
  const drawn = (rows, columns, factor) =>
    Float32Array.from({ length: rows * columns }, () => factor * Math.sqrt(2 / rows) * gaussian(random));
  const layers = { project: drawn(dimensions, PROJECTED, 0.7) };
  for (const [index, width] of WIDTHS.entries()) {
    layers[`weights${index}`] = drawn(width * PROJECTED, FILTERS, 1);
    layers[`biases${index}`] = new Float32Array(FILTERS);
  }
  layers.out = drawn(FEATURES, OUTPUTS, 0.3);
  layers.outBiases = new Float32Array(OUTPUTS).fill(-1);
  return layers;
}

/** Of the mean cross-entropy over a batch. What a piece adds to the filters is worked out once a batch, however often it stands there. */
function gradientsOf(layers, batch, vectorOf, random) {
  const gradients = Object.fromEntries(
    Object.entries(layers).map(([name, numbers]) => [name, new Float32Array(numbers.length)]),
  );
  const pieces = new Map();
  const pieceOf = (number) => {
    const known = pieces.get(number);
    if (known !== undefined) return known;
    const made = forwardPiece(layers, vectorOf(number));
    pieces.set(number, made);
    return made;
  };
  for (const row of batch) {
    const read = row.pieces.map((number) => (random() < DROPPED_PIECES ? null : pieceOf(number)));
    backwardRow(layers, gradients, row, read, batch.length, random);
  }
  for (const piece of pieces.values()) backwardPiece(layers, gradients, piece);
  return gradients;
}

function forwardPiece(layers, vector) {
  const projected = new Float32Array(PROJECTED);
  addRowTimes(projected, vector, layers.project, PROJECTED, 0);
  const shares = new Float32Array(PLACES * FILTERS);
  let place = 0;
  for (const [index, width] of WIDTHS.entries()) {
    for (let within = 0; within < width; within += 1, place += 1) {
      const share = shares.subarray(place * FILTERS, (place + 1) * FILTERS);
      addRowTimes(share, projected, layers[`weights${index}`], FILTERS, within * PROJECTED);
    }
  }
  return {
    vector,
    projected,
    shares,
    sharesGradient: new Float32Array(PLACES * FILTERS),
    projectedGradient: new Float32Array(PROJECTED),
  };
}

function backwardRow(layers, gradients, { targets }, read, batchSize, random) {
  const features = new Float32Array(FEATURES);
  const strongestAt = new Int32Array(FILTERS * WIDTHS.length).fill(-2);
  let firstPlace = 0;
  for (const [index, width] of WIDTHS.entries()) {
    const best = features.subarray(index * FILTERS, (index + 1) * FILTERS);
    const biases = layers[`biases${index}`];
    for (let start = -1; start + width <= read.length + 1; start += 1) {
      for (let filter = 0; filter < FILTERS; filter += 1) {
        let answer = biases[filter];
        for (let within = 0; within < width; within += 1) {
          const piece = read[start + within];
          if (piece) answer += piece.shares[(firstPlace + within) * FILTERS + filter];
        }
        if (answer > best[filter]) {
          best[filter] = answer;
          strongestAt[index * FILTERS + filter] = start;
        }
      }
    }
    firstPlace += width;
  }
  const meanScale = 1 / Math.sqrt(read.length + 2);
  const meanStart = FILTERS * WIDTHS.length;
  for (const piece of read)
    if (piece) for (let at = 0; at < PROJECTED; at += 1) features[meanStart + at] += meanScale * piece.projected[at];
  const kept = features.map(() => (random() < DROPPED_FEATURES ? 0 : 1 / (1 - DROPPED_FEATURES)));
  const slopes = new Float32Array(OUTPUTS);
  for (let output = 0; output < OUTPUTS; output += 1) {
    let logit = layers.outBiases[output];
    for (let at = 0; at < FEATURES; at += 1) logit += features[at] * kept[at] * layers.out[at * OUTPUTS + output];
    slopes[output] = (1 / (1 + Math.exp(-logit)) - targets[output]) / batchSize;
    gradients.outBiases[output] += slopes[output];
  }
  const featureGradient = (at) => {
    let sum = 0;
    for (let output = 0; output < OUTPUTS; output += 1) {
      gradients.out[at * OUTPUTS + output] += features[at] * kept[at] * slopes[output];
      sum += layers.out[at * OUTPUTS + output] * slopes[output];
    }
    return sum * kept[at];
  };
  firstPlace = 0;
  for (const [index, width] of WIDTHS.entries()) {
    for (let filter = 0; filter < FILTERS; filter += 1) {
      const at = index * FILTERS + filter;
      const slope = featureGradient(at);
      if (strongestAt[at] === -2 || slope === 0) continue;
      gradients[`biases${index}`][filter] += slope;
      for (let within = 0; within < width; within += 1) {
        const piece = read[strongestAt[at] + within];
        if (piece) piece.sharesGradient[(firstPlace + within) * FILTERS + filter] += slope;
      }
    }
    firstPlace += width;
  }
  for (let at = 0; at < PROJECTED; at += 1) {
    const slope = featureGradient(meanStart + at) * meanScale;
    for (const piece of read) if (piece) piece.projectedGradient[at] += slope;
  }
}

function backwardPiece(layers, gradients, { vector, projected, sharesGradient, projectedGradient }) {
  let place = 0;
  for (const [index, width] of WIDTHS.entries()) {
    const weights = layers[`weights${index}`];
    const weightsGradient = gradients[`weights${index}`];
    for (let within = 0; within < width; within += 1, place += 1) {
      // Of a window only the strongest counts: of a piece most filters learn nothing.
      for (let filter = 0; filter < FILTERS; filter += 1) {
        const slope = sharesGradient[place * FILTERS + filter];
        if (slope === 0) continue;
        let at = within * PROJECTED * FILTERS + filter;
        for (let row = 0; row < PROJECTED; row += 1, at += FILTERS) {
          projectedGradient[row] += weights[at] * slope;
          weightsGradient[at] += projected[row] * slope;
        }
      }
    }
  }
  for (let row = 0; row < vector.length; row += 1)
    for (let at = 0; at < PROJECTED; at += 1)
      gradients.project[row * PROJECTED + at] += vector[row] * projectedGradient[at];
}

function addRowTimes(sum, row, matrix, columns, firstRow) {
  for (let at = 0; at < row.length; at += 1) {
    const value = row[at];
    const start = (firstRow + at) * columns;
    for (let column = 0; column < columns; column += 1) sum[column] += value * matrix[start + column];
  }
}

function createAdam(layers) {
  const zeros = () =>
    Object.fromEntries(Object.entries(layers).map(([name, numbers]) => [name, new Float32Array(numbers.length)]));
  const means = zeros();
  const squares = zeros();
  let taken = 0;
  const step = (gradients, rate) => {
    taken += 1;
    const meanFactor = 1 / (1 - BETA_1 ** taken);
    const squareFactor = 1 / (1 - BETA_2 ** taken);
    for (const [name, numbers] of Object.entries(layers)) {
      const decays = !name.toLowerCase().includes('biases');
      const [gradient, mean, square] = [gradients[name], means[name], squares[name]];
      for (let at = 0; at < numbers.length; at += 1) {
        mean[at] = BETA_1 * mean[at] + (1 - BETA_1) * gradient[at];
        square[at] = BETA_2 * square[at] + (1 - BETA_2) * gradient[at] * gradient[at];
        const change = (mean[at] * meanFactor) / (Math.sqrt(square[at] * squareFactor) + 1e-8);
        numbers[at] -= rate * (change + (decays ? DECAY * numbers[at] : 0));
      }
    }
  };
  step.taken = () => taken;
  return step;
}

function shuffle(order, random) {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
}

/** Normally distributed numbers (Box and Muller 1958). */
const gaussian = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
