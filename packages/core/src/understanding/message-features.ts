import type { Features } from './learnt-labels.ts';
import type { HeardSignal } from './signals.ts';
import { weigh } from './signals.ts';
import { clean, plain } from './text.ts';

/** A text's vector of length 1, at once, with no vendor. */
export type MeaningOf = (text: string) => Float32Array;

/** How much meaning, words and signals count beside each other: chosen by cross-validation, flat around these. */
const SHARE = { meaning: 1.5, words: 1.5, signals: 0.06, always: 0.5 } as const;
/** So much of a message is described: what it is about stands near its start. In characters. */
const MOST_DESCRIBED = 2_000;

/**
 * What a message is described by for learning: its meaning, its words by their stems and in pairs, and what signals say, which
 * count `signalShare` beside the rest: the same in learning and in reading.
 */
export function messageFeatures<Thing extends string>(
  text: string,
  meaningOf: MeaningOf,
  heard: readonly HeardSignal<Thing>[],
  things: readonly Thing[],
  signalShare: number = SHARE.signals,
): Features {
  const said = text.slice(0, MOST_DESCRIBED);
  const features = new Map<string, number>([['always', SHARE.always]]);
  meaningOf(said).forEach((value, place) => {
    features.set(`meaning ${place}`, value * SHARE.meaning);
  });
  for (const [thing, weight] of weigh(heard, things)) features.set(`signal ${thing}`, weight * signalShare);
  const words = wordFeatures(said);
  for (const word of words) features.set(word, SHARE.words / Math.sqrt(words.size));
  return features;
}

function wordFeatures(said: string): ReadonlySet<string> {
  const stems = (plain(clean(said)).match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
  const pairs = stems.slice(1).map((word, place) => `${stems[place]} ${word}`);
  return new Set([...stems, ...pairs, ...(said.includes('?') ? ['?'] : [])]);
}

const stem = (word: string): string => (word.length > 4 ? word.replace(/(ing|ed|es|s|ly)$/, '') : word);
