import { brotliDecompressSync } from 'node:zlib';
import { featuresOf } from './emotion-features.ts';
import {
  EKMANS,
  type Ekman,
  EMOTION_LABELS,
  type EmotionLabel,
  ekmanOf,
  SENTIMENTS,
  type Sentiment,
  sentimentOf,
} from './emotion-labels.ts';

/** The weights as they are kept in `emotion-weights.json`, written by `scripts/train-emotions.mjs`. */
export interface PackedEmotionModel {
  /** Where the weights come from, with the attribution. */
  readonly source: string;
  /** Number of features that have weights. */
  readonly features: number;
  /** What one step of a weight is worth in the logits. */
  readonly step: number;
  /** One number a label, separated by spaces: its logit before any feature. Calibrated on held-out rows. */
  readonly biases: string;
  /** One factor a group, in the order of EKMANS and SENTIMENTS: how readily it is named the leading one. */
  readonly ekmanFactors: string;
  readonly sentimentFactors: string;
  /** Brotli in base64: the keys' distances as four planes of bytes, then one plane of signed bytes a label. */
  readonly weights: string;
}

export interface EmotionModel {
  readonly rows: ReadonlyMap<number, number>;
  /** One signed byte a feature and label, features first. */
  readonly weights: Int8Array;
  readonly step: number;
  readonly biases: readonly number[];
  readonly ekmanFactors: readonly number[];
  readonly sentimentFactors: readonly number[];
}

/** How likely a reader would call the writer's emotion this; each record sums to 1. */
export interface Emotions {
  readonly labels: Readonly<Record<EmotionLabel, number>>;
  readonly ekman: Readonly<Record<Ekman, number>>;
  readonly sentiment: Readonly<Record<Sentiment, number>>;
  /**
   * The one to name where one must be named. Not always the likeliest: rare ones (disgust, fear) are named at a smaller
   * probability, by factors that make the mean F1 of the groups best.
   */
  readonly leading: {
    readonly ekman: Ekman;
    readonly sentiment: Sentiment;
    /** As `ekman` and `sentiment`, for a text that is known not to be neutral. */
    readonly felt: { readonly ekman: Exclude<Ekman, 'neutral'>; readonly sentiment: Exclude<Sentiment, 'neutral'> };
  };
}

const KEY_PLANES = 4;
const NONE_FELT = 'neutral';

/** Unpacks the weights; some twenty milliseconds, so once. Throws a RangeError when they are not what their header says. */
export function unpackEmotionModel(packed: PackedEmotionModel): EmotionModel {
  const { features, step } = packed;
  const bytes = brotliDecompressSync(Buffer.from(packed.weights, 'base64'));
  const labels = EMOTION_LABELS.length;
  const model = {
    step,
    biases: numbersOf(packed.biases),
    ekmanFactors: numbersOf(packed.ekmanFactors),
    sentimentFactors: numbersOf(packed.sentimentFactors),
  };
  if (
    bytes.length !== features * (KEY_PLANES + labels) ||
    model.biases.length !== labels ||
    model.ekmanFactors.length !== EKMANS.length ||
    model.sentimentFactors.length !== SENTIMENTS.length
  ) {
    throw new RangeError(
      'The emotion weights are cut or of another version: make them again with scripts/train-emotions.mjs.',
    );
  }
  const rows = new Map<number, number>();
  const weights = new Int8Array(features * labels);
  let key = 0;
  for (let row = 0; row < features; row += 1) {
    let distance = 0;
    for (let plane = 0; plane < KEY_PLANES; plane += 1)
      distance = distance * 256 + (bytes[plane * features + row] ?? 0);
    key += distance;
    rows.set(key, row);
    for (let label = 0; label < labels; label += 1) {
      weights[row * labels + label] = ((bytes[(KEY_PLANES + label) * features + row] ?? 0) << 24) >> 24;
    }
  }
  return { ...model, rows, weights };
}

/** Packs weights: `keys` ascending, one row of signed bytes each. The reverse of `unpackEmotionModel`, before compressing. */
export function planesOf(keys: readonly number[], weights: Int8Array): Uint8Array {
  const features = keys.length;
  const labels = EMOTION_LABELS.length;
  const bytes = new Uint8Array(features * (KEY_PLANES + labels));
  for (const [row, key] of keys.entries()) {
    const distance = key - (keys[row - 1] ?? 0);
    for (let plane = 0; plane < KEY_PLANES; plane += 1) {
      bytes[plane * features + row] = Math.floor(distance / 256 ** (KEY_PLANES - 1 - plane)) % 256;
    }
    for (let label = 0; label < labels; label += 1) {
      bytes[(KEY_PLANES + label) * features + row] = weights[row * labels + label] ?? 0;
    }
  }
  return bytes;
}

function numbersOf(list: string): number[] {
  return list.split(' ').map(Number);
}

/** The emotions of a text by a model. A text that shows nothing the model knows (empty, another script) is neutral. */
export function emotionsBy(model: EmotionModel, text: string): Emotions {
  const probabilities = probabilitiesOf(logitsOf(model, text));
  const labels = recordOf(EMOTION_LABELS, (_, index) => probabilities[index] ?? 0);
  const ekman = summed(EKMANS, ekmanOf, labels);
  const sentiment = summed(SENTIMENTS, sentimentOf, labels);
  const felt = {
    ekman: leadingOf(EKMANS.filter(isFelt), ekman, model.ekmanFactors),
    sentiment: leadingOf(SENTIMENTS.filter(isFelt), sentiment, model.sentimentFactors),
  };
  return {
    labels,
    ekman,
    sentiment,
    leading: {
      ekman: leadingOf(EKMANS, ekman, model.ekmanFactors),
      sentiment: leadingOf(SENTIMENTS, sentiment, model.sentimentFactors),
      felt,
    },
  };
}

function logitsOf({ rows, weights, step, biases }: EmotionModel, text: string): number[] | null {
  const labels = biases.length;
  const sums = new Float64Array(labels);
  let known = false;
  for (const [key, value] of featuresOf(text)) {
    const row = rows.get(key);
    if (row === undefined) continue;
    known = true;
    const start = row * labels;
    for (let label = 0; label < labels; label += 1) {
      sums[label] = (sums[label] ?? 0) + (weights[start + label] ?? 0) * value;
    }
  }
  return known ? biases.map((bias, label) => bias + step * (sums[label] ?? 0)) : null;
}

function probabilitiesOf(logits: readonly number[] | null): number[] {
  if (logits === null) return EMOTION_LABELS.map((label) => (label === NONE_FELT ? 1 : 0));
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function summed<Group extends string>(
  groups: readonly Group[],
  groupOf: (label: EmotionLabel) => Group,
  labels: Readonly<Record<EmotionLabel, number>>,
): Record<Group, number> {
  const sums = recordOf(groups, () => 0);
  for (const label of EMOTION_LABELS) sums[groupOf(label)] += labels[label];
  return sums;
}

function recordOf<Key extends string>(
  keys: readonly Key[],
  measure: (key: Key, index: number) => number,
): Record<Key, number> {
  return Object.fromEntries(keys.map((key, index) => [key, measure(key, index)])) as Record<Key, number>;
}

function isFelt<Group extends Ekman | Sentiment>(group: Group): group is Exclude<Group, 'neutral'> {
  return group !== NONE_FELT;
}

/** `groups` begin as the factors do; neutral, where it counts, is the last of both. */
function leadingOf<Group extends string>(
  groups: readonly Group[],
  shares: Readonly<Record<Group, number>>,
  factors: readonly number[],
): Group {
  const [first] = groups;
  if (first === undefined) throw new RangeError('There is no group to choose from.');
  let leading = first;
  let highest = 0;
  for (const [index, group] of groups.entries()) {
    const weighed = shares[group] * (factors[index] ?? 1);
    if (weighed > highest) [leading, highest] = [group, weighed];
  }
  return leading;
}
