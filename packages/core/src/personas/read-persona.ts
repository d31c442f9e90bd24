import type { Persona } from '@rapport/wire';
import type { PersonasDefinition } from '../assistants/personas-definition.ts';
import { labelScorer } from '../understanding/learnt-labels.ts';
import { type MeaningOf, messageFeatures } from '../understanding/message-features.ts';
import { hearSignals, likelihoods, weigh } from '../understanding/signals.ts';

/** Words that speak for a persona, by the signal that heard them; `wording` for the message as a whole. */
export interface PersonaEvidence {
  readonly signal: string;
  readonly quote: string;
}

/** As whom a message reads. */
export interface PersonaReading {
  /** 0 to 1 each, and 1 together. */
  readonly likelihoods: ReadonlyMap<Persona, number>;
  readonly likeliest: Persona;
  /** What spoke for the likeliest, the strongest first; never empty. */
  readonly evidence: readonly PersonaEvidence[];
}

/** As whom a message reads; null for one without words. */
export type PersonaReader = (text: string) => PersonaReading | null;

/** Turns scores into logarithms of odds, as for stages. */
const SHARPNESS = 4.5;
const LONGEST_QUOTE = 200;

/** A reader by an assistant's signals and what was learnt of wording. `meaningOf` is the embedder that was learnt with. */
export function createPersonaReader(personas: PersonasDefinition, meaningOf: MeaningOf): PersonaReader {
  const kinds = personas.kinds.map(({ id }) => id);
  const score = personas.wording === null ? null : labelScorer(personas.wording);
  return (text) => {
    if (!/[\p{L}\p{N}]/u.test(text)) return null;
    const heard = hearSignals(text, personas.signals);
    if (score === null && heard.length === 0) return null;
    // What signals weigh is in logarithms of odds as it is.
    const told =
      score === null ? weigh(heard, kinds) : sharpened(score(messageFeatures(text, meaningOf, heard, kinds)));
    const found = likelihoods(told);
    const [best] = [...found].sort(([, one], [, other]) => other - one);
    if (best === undefined) return null;
    const [likeliest] = best;
    const evidence = heard
      .filter(({ signal }) => (signal.weights[likeliest] ?? 0) > 0)
      .sort((one, other) => (other.signal.weights[likeliest] ?? 0) - (one.signal.weights[likeliest] ?? 0))
      .map(({ signal, quote }) => ({ signal: signal.id, quote }));
    const whole = { signal: 'wording', quote: text.trim().slice(0, LONGEST_QUOTE).toWellFormed() };
    return { likelihoods: found, likeliest, evidence: evidence.length === 0 ? [whole] : evidence };
  };
}

const sharpened = (scores: ReadonlyMap<Persona, number>): ReadonlyMap<Persona, number> =>
  new Map([...scores].map(([persona, value]) => [persona, SHARPNESS * value]));
