import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { featuresOf } from './emotion-features.ts';
import { EKMANS, EMOTION_LABELS, SENTIMENTS } from './emotion-labels.ts';
import { emotionsBy, type PackedEmotionModel, planesOf, unpackEmotionModel } from './emotion-model.ts';

const LABELS = EMOTION_LABELS.length;
const zeros = (count: number): string => Array(count).fill(0).join(' ');
const ones = (count: number): string => Array(count).fill(1).join(' ');

function packedOf(rows: ReadonlyMap<number, Int8Array>): PackedEmotionModel {
  const keys = [...rows.keys()].sort((a, b) => a - b);
  const weights = Int8Array.from(keys.flatMap((key) => [...(rows.get(key) ?? [])]));
  return {
    source: 'a test',
    features: keys.length,
    step: 0.1,
    biases: zeros(LABELS),
    ekmanFactors: ones(EKMANS.length),
    sentimentFactors: ones(SENTIMENTS.length),
    weights: brotliCompressSync(planesOf(keys, weights)).toString('base64'),
  };
}

describe('packed weights', () => {
  it('come out as they went in, with the widest keys and weights', () => {
    const row = Int8Array.from({ length: LABELS }, (_, label) => (label % 2 === 0 ? -127 : 127));
    const model = unpackEmotionModel(packedOf(new Map([0, 1, 0x01020304, 0xffffffff].map((key) => [key, row]))));
    expect([...model.rows]).toEqual([
      [0, 0],
      [1, 1],
      [0x01020304, 2],
      [0xffffffff, 3],
    ]);
    expect(model.weights).toEqual(Int8Array.from([...row, ...row, ...row, ...row]));
  });

  it.each([
    ['features', { features: 2 }],
    ['biases', { biases: '0 0' }],
    ['factors', { ekmanFactors: '1' }],
  ])('of other %s than they say are refused', (_, change) => {
    const packed = packedOf(new Map([[7, new Int8Array(LABELS)]]));
    expect(() => unpackEmotionModel({ ...packed, ...change })).toThrow(/scripts\/train-emotions\.mjs/);
  });
});

describe('a model', () => {
  const joy = EMOTION_LABELS.indexOf('joy');
  const fear = EMOTION_LABELS.indexOf('fear');
  const rows = new Map(
    [...featuresOf('word').keys()].map((key) => [key, new Int8Array(LABELS).fill(100, joy, joy + 1)]),
  );

  it('weighs what the text shows', () => {
    const { labels, ekman, sentiment } = emotionsBy(unpackEmotionModel(packedOf(rows)), 'word');
    expect(labels.joy).toBeGreaterThan(0.9);
    expect(ekman.joy).toBeGreaterThan(labels.joy);
    expect(sentiment.positive).toBeCloseTo(ekman.joy, 12);
  });

  it('knows nothing of a text without known features: neutral', () => {
    const model = unpackEmotionModel(packedOf(new Map([[7, new Int8Array(LABELS)]])));
    expect(emotionsBy(model, 'other').ekman.neutral).toBe(1);
  });

  it('names a rare emotion at a smaller probability, by its factor', () => {
    const even = new Map([...rows.keys()].map((key) => [key, new Int8Array(LABELS)]));
    for (const row of even.values()) row.fill(80, fear, fear + 1).fill(81, joy, joy + 1);
    const packed = packedOf(even);
    const factors = EKMANS.map((ekman) => (ekman === 'fear' ? 3 : 1)).join(' ');
    expect(emotionsBy(unpackEmotionModel(packed), 'word').leading.ekman).toBe('joy');
    expect(emotionsBy(unpackEmotionModel({ ...packed, ekmanFactors: factors }), 'word').leading.ekman).toBe('fear');
  });
});
