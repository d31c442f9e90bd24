import type { ExperimentDefinition, VariantChanges } from '@rapport/wire';
import type { Assignment, StickyVariants, Subject } from './assign.ts';

/** What the variants of one turn come to. */
export interface TurnVariants {
  readonly assignments: readonly Assignment[];
  /** The changes of those variants that change anything, in their order: where two change one thing, the later holds. */
  readonly changes: readonly VariantChanges[];
  /**
   * Names the variants, the controls too, equal for equal ones; null: none. Part of the key a reply is cached under: a control
   * that shared the replies of everybody else would be faster and cheaper for that alone.
   */
  readonly key: string | null;
}

/** Says which variants of experiments a person has, without asking anybody. */
export interface TurnExperiments {
  variantsOf(subject: Subject, sticky: StickyVariants): TurnVariants;
}

export const NO_VARIANTS: TurnVariants = { assignments: [], changes: [], key: null };

/** What a person's assignments change. */
export function variantsOf(
  definitions: ReadonlyMap<string, ExperimentDefinition>,
  assignments: readonly Assignment[],
): TurnVariants {
  if (assignments.length === 0) return NO_VARIANTS;
  const changes = assignments.map(
    ({ experiment, variant }) => definitions.get(experiment)?.variants.find(({ id }) => id === variant)?.changes ?? {},
  );
  return {
    assignments,
    changes: changes.filter((change) => Object.keys(change).length > 0),
    key: assignments.map(({ experiment, variant }) => `${experiment}:${variant}`).join(' '),
  };
}
