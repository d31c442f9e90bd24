import type { PersonasDefinition } from '../assistants/personas-definition.ts';
import { type ReplyFit, USUAL_FIT } from '../models/reply-material.ts';
import type { PersonReading } from './read-person.ts';

/** The longest reply with its reasons where no persona says how long, in words. */
const MOST_WORDS_WITH_REASONS = 110;

/**
 * How a built-in reply is made to fit the person. The persona's depth comes before the stage's: who has no time has none at
 * any stage, and a persona that leaves it open says so.
 */
export function fitOf(
  { stage, persona, speaksFromStage }: Pick<PersonReading, 'stage' | 'persona' | 'speaksFromStage'>,
  personas: PersonasDefinition | null,
): ReplyFit {
  const ofStage = stage?.depth ?? USUAL_FIT.depth;
  const depth = persona === null || persona.depth === 'as-stage' ? ofStage : persona.depth;
  return {
    mostWords: persona?.mostWords ?? (depth === 'deep' ? MOST_WORDS_WITH_REASONS : null),
    depth,
    openings: persona?.openings ?? [],
    // A message about something else wants no next step of the stage.
    nextSteps: speaksFromStage ? (stage?.nextSteps ?? []) : [],
    glossary: persona?.explainsTerms === true ? (personas?.glossary ?? []) : [],
  };
}
