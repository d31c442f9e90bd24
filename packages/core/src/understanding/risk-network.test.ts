import { describe, expect, it } from 'vitest';
import type { StaticTable } from '../embeddings/static-embedding.ts';
import { createNetworkReader, MOST_PIECES, pieceVector, type RiskNetwork, usualLengthOf } from './risk-network.ts';

/** Four pieces: two that mean the same (`hurt`, `harm`), one of its own (`tea`), one without a vector (`the`). */
const WORDS = ['the', 'hurt', 'harm', 'tea'];
const TABLE: StaticTable = {
  dimensions: 2,
  tokens: (text) =>
    text
      .split(' ')
      .map((word) => WORDS.indexOf(word))
      .filter((piece) => piece >= 0),
  scales: Float32Array.from([1, 1, 1, 1]),
  numbers: Int8Array.from([0, 0, 10, 0, 10, 0, 0, 10]),
};

const matrix = (columns: number, ...numbers: number[]) => ({ columns, numbers: Float32Array.from(numbers) });

/**
 * Projects one to one; a filter of two hears `hurt` before `tea`, one of five hears anything like `hurt`, those of one and of
 * three hear nothing, the mean counts a tenth.
 */
const NETWORK: RiskNetwork = {
  project: matrix(2, 1, 0, 0, 1),
  convolutions: [
    { weights: matrix(1, 0, 0), biases: Float32Array.from([0]) },
    { weights: matrix(1, 1, 0, 0, 1), biases: Float32Array.from([-7.5]) },
    { weights: matrix(1, 0, 0, 0, 0, 0, 0), biases: Float32Array.from([0]) },
    { weights: matrix(1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0), biases: Float32Array.from([0]) },
  ],
  out: matrix(2, 0, 0, 1, 0, 0, 0, 0, 1, 0.1, 0, 0, 0.1),
  outBiases: Float32Array.from([-1, -2]),
};

const read = createNetworkReader(NETWORK, TABLE);
const logits = (text: string) => [...read(text)].map((logit) => Number(logit.toFixed(3)));

describe('the network', () => {
  it('gives its biases for a text of which it knows nothing', () => {
    expect(logits('')).toEqual([-1, -2]);
    expect(logits('the the')).toEqual([-1, -2]);
  });

  it('hears a piece wherever it stands, alone and at either end', () => {
    // The filter of five sums what stands in its window: one `hurt` gives 4.
    expect(logits('hurt the the')[1]).toBeCloseTo(-2 + 4, 3);
    expect(logits('the the the hurt')[1]).toBeCloseTo(-2 + 4, 3);
    expect(logits('hurt the the the the')[1]).toBeCloseTo(-2 + 4, 3);
  });

  it('has no window of five in a text of two pieces', () => {
    expect(logits('hurt the')[1]).toBe(-2);
  });

  it('hears neighbours in their order', () => {
    expect(logits('hurt tea')[0]).toBeGreaterThan((logits('tea hurt')[0] ?? 0) + 0.4);
  });

  it('reads a word it has never met by one that it resembles', () => {
    expect(logits('harm tea')).toEqual(logits('hurt tea'));
  });

  it('says the same of a text however often and whatever else it has read', () => {
    const first = logits('hurt the tea');
    logits('tea tea tea');
    expect(logits('hurt the tea')).toEqual(first);
  });

  it(`reads ${MOST_PIECES} pieces of a longer text`, () => {
    expect(logits(`${'the '.repeat(MOST_PIECES)}hurt`)).toEqual([-1, -2]);
  });
});

describe('a piece’s vector', () => {
  const table: StaticTable = {
    ...TABLE,
    scales: Float32Array.from([1, 1, 0.25, 4]),
  };

  it.each([
    ['of a usual piece', 1, [4, 0]],
    ['of a common one is shorter, by the root', 2, [2, 0]],
    ['of a telling one is no longer', 3, [0, 4]],
    ['of one without is zeros', 0, [0, 0]],
    ['of a number that is none is zeros', 99, [0, 0]],
  ])('%s', (_, piece, expected) => {
    expect([...pieceVector(table, piece, 10)]).toEqual(expected);
  });

  it('the usual length is the median', () => {
    expect(usualLengthOf(table)).toBe(10);
  });
});
