import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesOf, type PackedMoodModel, sidesBy, unpackMoodModel } from './mood-model.ts';

const packedOf = (keys: readonly number[], weights: readonly number[]): PackedMoodModel => ({
  source: 'a test',
  features: keys.length,
  step: 0.1,
  biases: [0, 0, 0, 0],
  weights: brotliCompressSync(bytesOf(keys, Int8Array.from(weights))).toString('base64'),
});

describe('packed weights', () => {
  it('come out as they went in, with the widest keys and weights', () => {
    const model = unpackMoodModel(packedOf([0, 0xffffffff], [1, 2, 3, 4, -127, 127, -128, 0]));
    expect([...model.rows]).toEqual([
      [0, 0],
      [0xffffffff, 1],
    ]);
    expect([...model.weights]).toEqual([1, 2, 3, 4, -127, 127, -128, 0]);
  });

  it.each([{ features: 2 }, { biases: [0] }])('that are not what they say are refused: %j', (change) => {
    expect(() => unpackMoodModel({ ...packedOf([7], [0, 0, 0, 0]), ...change })).toThrow(/scripts\/train-moods\.mjs/);
  });
});

describe('a model', () => {
  const model = unpackMoodModel(packedOf([7, 9], [50, 0, 0, 0, 0, 50, 0, 0]));

  it('weighs what is there', () => {
    expect(sidesBy(model, new Map([[7, 1]])).positive).toBeGreaterThan(0.9);
    expect(sidesBy(model, new Map([[9, 1]])).negative).toBeGreaterThan(0.9);
  });

  it('knows nothing of what it has not seen, and always sums to one', () => {
    expect(sidesBy(model, new Map([[8, 1]]))).toEqual({ positive: 0.25, negative: 0.25, mixed: 0.25, neutral: 0.25 });
    const shares = Object.values(sidesBy(model, new Map([[7, 1_000]])));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});
