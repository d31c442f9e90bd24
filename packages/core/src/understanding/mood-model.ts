import { brotliDecompressSync } from 'node:zlib';
import type { Mood } from '@rapport/wire';
import type { Features } from './emotion-features.ts';

/** The sides a message can be on, in the order of the weights. */
export const POLARITIES: readonly Mood['polarity'][] = ['positive', 'negative', 'mixed', 'neutral'];

/** The weights as they are kept in `mood-weights.json`, written by `scripts/train-moods.mjs`. */
export interface PackedMoodModel {
  /** Where the weights come from. */
  readonly source: string;
  readonly features: number;
  /** What one step of a weight is worth in the logits. */
  readonly step: number;
  /** One logit a side before any feature. */
  readonly biases: readonly number[];
  /** Brotli in base64: the keys as unsigned 32-bit integers, little-endian, then a signed byte for each feature and side. */
  readonly weights: string;
}

export interface MoodModel {
  readonly rows: ReadonlyMap<number, number>;
  readonly weights: Int8Array;
  readonly step: number;
  readonly biases: readonly number[];
}

const KEY_BYTES = 4;

/** Unpacks the weights; some milliseconds, so once. Throws a RangeError when they are not what their header says. */
export function unpackMoodModel({ features, step, biases, weights }: PackedMoodModel): MoodModel {
  const bytes = brotliDecompressSync(Buffer.from(weights, 'base64'));
  if (bytes.length !== features * (KEY_BYTES + POLARITIES.length) || biases.length !== POLARITIES.length) {
    throw new RangeError(
      'The mood weights are cut or of another version: make them again with scripts/train-moods.mjs.',
    );
  }
  const rows = new Map<number, number>();
  for (let row = 0; row < features; row += 1) rows.set(bytes.readUInt32LE(row * KEY_BYTES), row);
  return { rows, weights: new Int8Array(bytes.subarray(features * KEY_BYTES)), step, biases };
}

/** Packs keys and their rows of signed bytes; the reverse of `unpackMoodModel`, before compressing. */
export function bytesOf(keys: readonly number[], weights: Int8Array): Uint8Array {
  const bytes = Buffer.alloc(keys.length * (KEY_BYTES + POLARITIES.length));
  for (const [row, key] of keys.entries()) bytes.writeUInt32LE(key, row * KEY_BYTES);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), keys.length * KEY_BYTES);
  return bytes;
}

/** How likely a reader would put the message on each side; sums to 1. */
export function sidesBy(model: MoodModel, features: Features): Readonly<Record<Mood['polarity'], number>> {
  const sides = POLARITIES.length;
  const logits = model.biases.slice();
  for (const [key, value] of features) {
    const row = model.rows.get(key);
    if (row === undefined) continue;
    for (let side = 0; side < sides; side += 1) {
      logits[side] = (logits[side] ?? 0) + model.step * (model.weights[row * sides + side] ?? 0) * value;
    }
  }
  const highest = Math.max(...logits);
  const [positive = 0, negative = 0, mixed = 0, neutral = 0] = logits.map((logit) => Math.exp(logit - highest));
  const sum = positive + negative + mixed + neutral;
  return { positive: positive / sum, negative: negative / sum, mixed: mixed / sum, neutral: neutral / sum };
}
