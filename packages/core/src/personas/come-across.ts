import type { Persona } from '@rapport/wire';
import type { PersonasDefinition } from '../assistants/personas-definition.ts';
import type { PersonaReading } from './read-persona.ts';

/** As whom a person comes across, and what has spoken for each persona lately. */
export interface PersonaStanding {
  /** Null while nothing is sure enough. */
  readonly persona: Persona | null;
  /** Likelihoods added up over the messages, each message's fading with every later one. */
  readonly scores: Readonly<Partial<Record<Persona, number>>>;
  /** True when the person said so themselves: then nothing they write changes it. */
  readonly isChosen: boolean;
}

export const UNKNOWN_PERSONA: PersonaStanding = { persona: null, scores: {}, isChosen: false };

/** A change of persona; `from` is null for the first. */
export interface PersonaMove {
  readonly from: Persona | null;
  readonly to: Persona;
  /** `first-words`: nothing was known. `overtaken`: another had clearly more speaking for it. */
  readonly reason: 'first-words' | 'overtaken';
  /** What spoke for it. */
  readonly score: number;
}

/**
 * As whom a person comes across after one more message: pure. Scores fade and add up, and another persona must be ahead by
 * a lead, so that one message in another tone changes nobody and several do.
 */
export function comeAcross(
  standing: PersonaStanding,
  reading: PersonaReading | null,
  { kinds, moving }: Pick<PersonasDefinition, 'kinds' | 'moving'>,
): { readonly standing: PersonaStanding; readonly move: PersonaMove | null } {
  if (reading === null || standing.isChosen) return { standing, move: null };
  const scored = kinds.map(({ id }) => ({
    id,
    score: (standing.scores[id] ?? 0) * moving.fading + (reading.likelihoods.get(id) ?? 0),
  }));
  const scores: PersonaStanding['scores'] = Object.fromEntries(scored.map(({ id, score }) => [id, score]));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  const stay = { standing: { ...standing, scores }, move: null };
  const become = (reason: PersonaMove['reason']) => ({
    standing: { persona: best.id, scores, isChosen: false },
    move: { from: standing.persona, to: best.id, reason, score: best.score },
  });
  if (standing.persona === null) return best.score >= moving.first ? become('first-words') : stay;
  if (best.id === standing.persona) return stay;
  return best.score - (scores[standing.persona] ?? 0) >= moving.lead ? become('overtaken') : stay;
}
