import type { ExperimentDefinition, JourneyStage, Persona } from '@rapport/wire';
import { isIn, isInNamespace, placeOf, type Range, rangesOf } from './hash.ts';

/** What decides whether an experiment is for someone, as it stands before their message. */
export interface Subject {
  readonly userId: string;
  readonly assistant: string;
  readonly brand: string;
  readonly locale: string;
  readonly persona: Persona | null;
  readonly journeyStage: JourneyStage | null;
  readonly isGuest: boolean;
  /** Whether anything may be tried on them: not on who is under 18, in care after a crisis, or doesn't want to be counted. */
  readonly mayTakePart: boolean;
}

/** A variant that a person has, as it is on file. */
export interface StickyVariant {
  readonly variant: string;
  readonly isForced: boolean;
  readonly isExposed: boolean;
}

/** By experiment. */
export type StickyVariants = Readonly<Record<string, StickyVariant>>;

/** An experiment as far as it decides who gets what. */
export interface LiveExperiment {
  readonly definition: ExperimentDefinition;
  /** `draft`: forced variants only, so that one can look before it starts. */
  readonly status: 'draft' | 'running' | 'shipped';
  readonly shippedVariant: string | null;
}

export interface Assignment {
  readonly experiment: string;
  readonly variant: string;
  /** True where the turn's commit is to keep it: the first time the person has it. */
  readonly isNew: boolean;
}

/** Seed of who is held out of all experiments, so that it is another draw than any experiment's. */
const HOLDOUT_SEED = 'rapport-holdout';

/**
 * Which variants a person has, in the order of the experiments. Pure. What decides, in this order: a variant that is forced; the
 * one shipped; the one had before, whatever became of weights and coverage; whom it is for; the holdout; the namespace; the place
 * that the hash gives.
 *
 * @param holdoutShare the share of all people who take part in no experiment, 0 to .5.
 */
export function assign(
  experiments: readonly LiveExperiment[],
  subject: Subject,
  sticky: StickyVariants,
  holdoutShare: number,
): Assignment[] {
  const isHeldOut = isIn(placeOf(HOLDOUT_SEED, subject.userId), [0, holdoutShare]);
  return experiments.flatMap((experiment) => {
    const { definition } = experiment;
    if (definition.assistant !== subject.assistant) return [];
    const had = Object.hasOwn(sticky, definition.id) ? (sticky[definition.id] ?? null) : null;
    const variant = variantOf(experiment, subject, had, isHeldOut);
    if (variant === null || !definition.variants.some(({ id }) => id === variant)) return [];
    return [
      {
        experiment: definition.id,
        variant,
        isNew: experiment.status === 'running' && (had === null || !had.isExposed),
      },
    ];
  });
}

function variantOf(
  { definition, status, shippedVariant }: LiveExperiment,
  subject: Subject,
  had: StickyVariant | null,
  isHeldOut: boolean,
): string | null {
  // A default is no trial: who would rather not be counted has it too.
  if (status === 'shipped') return isFor(definition, subject) ? shippedVariant : null;
  if (!subject.mayTakePart) return null;
  if (had?.isForced === true) return had.variant;
  if (status === 'draft') return null;
  if (had !== null) return had.variant;
  if (isHeldOut || !isFor(definition, subject)) return null;
  return drawnVariant(definition, subject.userId);
}

/** The ranges of an experiment are the same for everybody. */
const ranges = new WeakMap<ExperimentDefinition, readonly Range[]>();

/** The variant the hash gives a person; null for who is outside the namespace's range or the coverage. */
export function drawnVariant(definition: ExperimentDefinition, userId: string): string | null {
  const { id, seed = id, namespace, weights, coverage, variants } = definition;
  if (namespace !== null && !isInNamespace(userId, namespace.id, [namespace.from, namespace.to])) return null;
  const place = placeOf(seed, userId);
  let drawnFrom = ranges.get(definition);
  if (drawnFrom === undefined) {
    drawnFrom = rangesOf(weights, coverage);
    ranges.set(definition, drawnFrom);
  }
  const drawn = drawnFrom.findIndex((range) => isIn(place, range));
  return variants[drawn]?.id ?? null;
}

function isFor({ targeting }: ExperimentDefinition, subject: Subject): boolean {
  const { brands, locales, personas, journeyStages, guests } = targeting;
  return (
    (brands.length === 0 || brands.includes(subject.brand)) &&
    (locales.length === 0 || locales.some((locale) => isOfLocale(subject.locale, locale))) &&
    (personas.length === 0 || (subject.persona !== null && personas.includes(subject.persona))) &&
    (journeyStages.length === 0 || (subject.journeyStage !== null && journeyStages.includes(subject.journeyStage))) &&
    (guests === 'all' || subject.isGuest === (guests === 'only'))
  );
}

/** `en` stands for `en-GB` too (RFC 4647 §3.3.1, basic filtering). */
function isOfLocale(locale: string, range: string): boolean {
  const [has, wants] = [locale.toLowerCase(), range.toLowerCase()];
  return has === wants || has.startsWith(`${wants}-`);
}
