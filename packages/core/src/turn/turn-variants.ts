import type { VariantChanges } from '@rapport/wire';
import { changedDefinition, changedModels } from '../experiments/apply-variant.ts';
import type { TurnExperiments, TurnVariants } from '../experiments/variants-of-turn.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { ServedAssistant } from './dependencies.ts';

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

/** What a variant makes of an assistant, made once: each is the same object until what it says changes. */
const varied = new WeakMap<ServedAssistant, WeakMap<VariantChanges, ServedAssistant>>();

/** The assistant as the variants have it. */
export const withVariants = (assistant: ServedAssistant, { changes }: TurnVariants): ServedAssistant =>
  changes.reduce(withVariant, assistant);

function withVariant(assistant: ServedAssistant, changes: VariantChanges): ServedAssistant {
  const known = varied.get(assistant) ?? new WeakMap<VariantChanges, ServedAssistant>();
  varied.set(assistant, known);
  const made = known.get(changes) ?? {
    ...assistant,
    definition: changedDefinition(assistant.definition, changes),
    models: changedModels(assistant.models, changes),
  };
  known.set(changes, made);
  return made;
}

/** How many passages the reply may draw on; undefined: as many as usual. */
export const passagesOf = ({ changes }: TurnVariants): number | undefined =>
  changes.findLast(({ retrieval }) => retrieval !== undefined)?.retrieval?.passages;

export const isCacheOff = ({ changes }: TurnVariants): boolean => changes.some(({ cache }) => cache === 'off');
