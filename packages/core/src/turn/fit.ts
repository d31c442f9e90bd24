import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import type { HairProfileDefinition } from '../assistants/hair-profile-definition.ts';
import type { KnownHair } from '../hair-profile/hair-profile.ts';
import { type ReplyFit, USUAL_FIT } from '../models/reply-material.ts';
import type { PromptHair } from '../prompts/prompt-hair.ts';
import type { PersonReading } from './read-person.ts';

/** The longest reply with its reasons where no persona says how long, in words. */
const MOST_WORDS_WITH_REASONS = 110;

/**
 * How a built-in reply is made to fit the person. The persona's depth comes before the stage's: who has no time has none at
 * any stage, and a persona that leaves it open says so.
 */
export function fitOf(
  { stage, persona, speaksFromStage, hair }: Pick<PersonReading, 'stage' | 'persona' | 'speaksFromStage' | 'hair'>,
  { personas, hairProfile, limits }: Pick<AssistantDefinition, 'personas' | 'hairProfile' | 'limits'>,
): ReplyFit {
  const ofStage = stage?.depth ?? USUAL_FIT.depth;
  const depth = persona === null || persona.depth === 'as-stage' ? ofStage : persona.depth;
  return {
    mostWords: within(limits.replyWords, persona?.mostWords ?? (depth === 'deep' ? MOST_WORDS_WITH_REASONS : null)),
    longest: limits.replyWords,
    depth,
    openings: persona?.openings ?? [],
    // A message about something else wants no next step of the stage.
    nextSteps: speaksFromStage ? (stage?.nextSteps ?? []) : [],
    glossary: persona?.explainsTerms === true ? (personas?.glossary ?? []) : [],
    known: hairLines(hair, hairProfile).map(({ name, quote }) => quote ?? name),
    questions: (hairProfile?.fields ?? []).flatMap(({ id, asking }) =>
      asking === null || hair.some(({ field }) => field === id) ? [] : [asking],
    ),
  };
}

/** The usual length of a reply, in words: what null stands for. */
const USUAL_WORDS = 80;

/** A length that keeps to the assistant's limit; null where that leaves the usual one. */
function within(limit: number | null, words: number | null): number | null {
  if (limit === null || limit >= (words ?? USUAL_WORDS)) return words;
  return limit;
}

/** What is known of someone's hair, in the words of the definition. */
export function hairLines(hair: readonly KnownHair[], definition: HairProfileDefinition | null): readonly PromptHair[] {
  return hair.flatMap(({ id, field, value, quote, saidAt }) => {
    const found = definition?.fields.find((each) => each.id === field);
    const named = found?.values.find((each) => each.id === value);
    if (found === undefined || named === undefined) return [];
    return [{ id, field: found.name, name: named.name, quote, saidOn: saidAt.slice(0, 10) }];
  });
}
