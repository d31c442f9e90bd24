import type { PersonasDefinition } from '../assistants/personas-definition.ts';
import { type ReplyFit, USUAL_FIT } from '../models/reply-material.ts';
import type { PersonReading } from './read-person.ts';

/**
 * How a built-in reply is made to fit the person. The persona's depth comes before the stage's: who has no time has none at
 * any stage, and a persona that leaves it open says so.
 */
export function fitOf(
  { stage, persona }: Pick<PersonReading, 'stage' | 'persona'>,
  personas: PersonasDefinition | null,
): ReplyFit {
  const ofStage = stage?.depth ?? USUAL_FIT.depth;
  return {
    mostWords: persona?.mostWords ?? null,
    depth: persona === null || persona.depth === 'as-stage' ? ofStage : persona.depth,
    openings: persona?.openings ?? [],
    nextSteps: stage?.nextSteps ?? [],
    glossary: persona?.explainsTerms === true ? (personas?.glossary ?? []) : [],
  };
}
