import { changedDefinition, changedModels } from '../experiments/apply-variant.ts';
import type { StickyVariants, Subject } from '../experiments/assign.ts';
import type { TurnVariants } from '../experiments/variants-of-turn.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { ServedAssistant } from './dependencies.ts';

/** Says which variants of experiments a person has, without asking anybody. */
export interface TurnExperiments {
  variantsOf(subject: Subject, sticky: StickyVariants): TurnVariants;
}

/** The variants a turn is answered with, by what was known of the person before their message. */
export function variantsOfTurn(experiments: TurnExperiments, turn: AcceptedTurn, isMinor: boolean): TurnVariants {
  const { input, person, standing } = turn;
  return experiments.variantsOf(
    {
      userId: input.userId,
      assistant: input.assistant,
      brand: input.brand,
      locale: person.locale,
      persona: standing.personas.persona,
      journeyStage: standing.journey.stage,
      isGuest: person.isGuest,
      mayTakePart: !isMinor && person.allowsAnalytics && standing.careLevel !== 'crisis',
    },
    person.stickyVariants,
  );
}

/** An assistant is the same object until what it knows changes, and so is what variants make of it. */
const varied = new WeakMap<ServedAssistant, Map<string, ServedAssistant>>();

/** The assistant as the variants have it. */
export function withVariants(assistant: ServedAssistant, { key, changes }: TurnVariants): ServedAssistant {
  if (key === null || changes.length === 0) return assistant;
  const known = varied.get(assistant) ?? new Map<string, ServedAssistant>();
  varied.set(assistant, known);
  const made = known.get(key);
  if (made !== undefined) return made;
  const { definition, models } = changes.reduce(
    (so, change) => ({
      definition: changedDefinition(so.definition, change),
      models: changedModels(so.models, change),
    }),
    { definition: assistant.definition, models: assistant.models },
  );
  const changed = { ...assistant, definition, models };
  known.set(key, changed);
  return changed;
}

/** How many passages the reply may draw on; undefined: as many as usual. */
export const passagesOf = ({ changes }: TurnVariants): number | undefined =>
  changes.findLast(({ retrieval }) => retrieval !== undefined)?.retrieval?.passages;

export const isCacheOff = ({ changes }: TurnVariants): boolean => changes.some(({ cache }) => cache === 'off');
