// Just enough of it for matrices of some hundred rows, held row after row in Float64Array.

/** Lower triangle of the Cholesky factor, in place. */
function factorise(matrix, size) {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column];
      for (let inner = 0; inner < column; inner += 1) sum -= matrix[row * size + inner] * matrix[column * size + inner];
      matrix[row * size + column] = row === column ? Math.sqrt(sum) : sum / matrix[column * size + column];
    }
  }
}

/** Solves `matrix · X = right` for a symmetric positive matrix; `right` has so many columns and becomes X. */
export function solve(matrix, size, right, columns) {
  factorise(matrix, size);
  const minus = (row, other, factor) => {
    for (let column = 0; column < columns; column += 1) {
      right[row * columns + column] -= factor * right[other * columns + column];
    }
  };
  const divide = (row) => {
    for (let column = 0; column < columns; column += 1) right[row * columns + column] /= matrix[row * size + row];
  };
  for (let row = 0; row < size; row += 1) {
    for (let other = 0; other < row; other += 1) minus(row, other, matrix[row * size + other]);
    divide(row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let other = row + 1; other < size; other += 1) minus(row, other, matrix[other * size + row]);
    divide(row);
  }
  return right;
}

/**
 * Eigenvectors of a symmetric matrix by Jacobi's rotations (Golub and Van Loan 2013, section 8.5), the largest
 * eigenvalue's first, each a row.
 */
export function eigenvectors(matrix, size, count) {
  const values = Float64Array.from(matrix);
  const vectors = identity(size);
  for (let sweep = 0; sweep < 12; sweep += 1) {
    let offDiagonal = 0;
    for (let row = 0; row < size; row += 1) {
      for (let column = row + 1; column < size; column += 1) offDiagonal += values[row * size + column] ** 2;
    }
    if (offDiagonal < 1e-12 * size) break;
    for (let row = 0; row < size; row += 1) {
      for (let column = row + 1; column < size; column += 1) rotate(values, vectors, size, row, column);
    }
  }
  return Array.from({ length: size }, (_, place) => place)
    .sort((one, other) => values[other * size + other] - values[one * size + one])
    .slice(0, count)
    .map((place) => vectors.slice(place * size, (place + 1) * size));
}

function rotate(values, vectors, size, row, column) {
  const off = values[row * size + column];
  if (Math.abs(off) < 1e-15) return;
  const ratio = (values[column * size + column] - values[row * size + row]) / (2 * off);
  const tangent = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let place = 0; place < size; place += 1) {
    const one = values[place * size + row];
    const other = values[place * size + column];
    values[place * size + row] = cosine * one - sine * other;
    values[place * size + column] = sine * one + cosine * other;
  }
  for (const target of [values, vectors]) {
    for (let place = 0; place < size; place += 1) {
      const one = target[row * size + place];
      const other = target[column * size + place];
      target[row * size + place] = cosine * one - sine * other;
      target[column * size + place] = sine * one + cosine * other;
    }
  }
}

const identity = (size) => {
  const matrix = new Float64Array(size * size);
  for (let place = 0; place < size; place += 1) matrix[place * size + place] = 1;
  return matrix;
};

/** So many rows of length 1 at right angles, drawn by the seed: Gram and Schmidt on normal numbers. */
export function randomRotation(size, random) {
  const rows = [];
  while (rows.length < size) {
    const row = Float64Array.from({ length: size }, () => normal(random));
    for (const known of rows) {
      const along = dot(row, known);
      for (let place = 0; place < size; place += 1) row[place] -= along * known[place];
    }
    rows.push(toUnit(row));
  }
  return rows;
}

/** Box and Muller 1958. */
const normal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export const dot = (one, other) => {
  let sum = 0;
  for (let place = 0; place < one.length; place += 1) sum += one[place] * other[place];
  return sum;
};

/** Brings a vector to length 1, in place; one of zeros stays. */
export function toUnit(vector) {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  for (let place = 0; place < vector.length; place += 1) vector[place] /= length;
  return vector;
}

/** Numbers from 0 up to 1 by mulberry32, the same for the same seed. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
