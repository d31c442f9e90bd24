import { z } from 'zod';
import { JOURNEY_STAGES, PERSONAS } from './chat.ts';
import { assistantId, id, page, pageQuery, text, time } from './primitives.ts';

/** Lower-case words joined by hyphens, chosen by whoever writes them. */
const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const share = z.number().min(0).max(1);

export const EXPERIMENT_STATUSES = ['draft', 'running', 'stopped', 'shipped', 'archived'] as const;
/** What an experiment may be decided by. */
export const GOAL_METRICS = [
  'returned',
  'turns',
  'days-active',
  'satisfaction',
  'advice-worked',
  'cost',
  'reply-seconds',
] as const;
/** What no variant may worsen, whatever it wins. */
export const GUARDRAIL_METRICS = ['concern', 'mood', 'low-ratings'] as const;

/** What a variant changes of its assistant; what is not named stays as the assistant's folder has it. */
export const variantChanges = z.strictObject({
  /** Other words for sections of the prompt, each by its section's id; the section's place and priority stay. */
  promptSections: z
    .array(z.strictObject({ id: key, text: text(1, 20_000) }))
    .min(1)
    .max(20)
    .optional(),
  /** Of the assistant's models those to ask, in order. The built-in model is last whatever is said here. */
  models: z.array(text(3, 120)).min(1).max(10).optional(),
  /** Other words on who people come across as and how to talk with them. */
  personas: z
    .array(
      z.strictObject({
        id: z.enum(PERSONAS),
        meaning: text(10, 200).optional(),
        advice: text(10, 300).optional(),
        openings: z.array(text(4, 160)).max(20).optional(),
      }),
    )
    .min(1)
    .max(PERSONAS.length)
    .optional(),
  /** How many passages a reply may draw on; 5 unless told. */
  retrieval: z.strictObject({ passages: z.int().min(1).max(10) }).optional(),
  /** No reply is taken from the reply cache or put there. */
  cache: z.literal('off').optional(),
});
export type VariantChanges = z.infer<typeof variantChanges>;

/** Whom an experiment is for; who is under 18, in care after a crisis, or doesn't want to be counted never is. */
const targeting = z.strictObject({
  /** Ids of brands; empty: all. */
  brands: z.array(key).max(50).default([]),
  /** Locales such as `en-GB`, or languages such as `en`, which stand for all of theirs; empty: all. */
  locales: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
    .max(50)
    .default([]),
  /** Who people come across as before the message; empty: all, unknown ones too. */
  personas: z.array(z.enum(PERSONAS)).default([]),
  /** Where they stand before the message; empty: all, unknown ones too. */
  journeyStages: z.array(z.enum(JOURNEY_STAGES)).default([]),
  guests: z.enum(['all', 'only', 'none']).default('all'),
});

const WEIGHTS_TOGETHER = 0.000_1;
const areWhole = (weights: readonly number[]): boolean =>
  Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) <= WEIGHTS_TOGETHER;
const weight = z.number().gt(0).lt(1);

const experimentFields = z.strictObject({
  id: key,
  name: text(3, 120),
  /** What is thought to happen, and why. */
  hypothesis: text(10, 1_000),
  assistant: assistantId,
  /** The first is the control: what the others are held against. */
  variants: z
    .array(z.strictObject({ id: key, name: text(1, 120), changes: variantChanges.default({}) }))
    .min(2)
    .max(6),
  /** The share of each variant, together 1. */
  weights: z.array(weight).min(2).max(6),
  /** Of those it is for, the share who take part. */
  coverage: share.default(1),
  /** What places are drawn with; the id unless told. The same seed puts the same people at the same places. */
  seed: text(1, 120).optional(),
  /** Experiments in ranges of one namespace that don't overlap share nobody. */
  namespace: z
    .strictObject({ id: key, from: share, to: share })
    .refine(({ from, to }) => from < to, 'must end after it begins')
    .nullable()
    .default(null),
  targeting: targeting.prefault({}),
  /** What decides it. */
  metric: z.enum(GOAL_METRICS),
  /** The smallest change of the metric worth finding, as a share of the control's: .1 is a tenth. */
  minimumEffect: z.number().min(0.005).max(2).default(0.1),
});

export const experimentDefinition = experimentFields.superRefine(({ variants, weights }, context) => {
  const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (new Set(variants.map((variant) => variant.id)).size < variants.length)
    refuse('variants', 'must each have an id of its own');
  if (weights.length !== variants.length) refuse('weights', 'must have one for each variant');
  if (!areWhole(weights)) refuse('weights', 'must together be 1');
});
export type ExperimentDefinition = z.infer<typeof experimentDefinition>;

/** Shares that are changed on the way; who was shown a variant keeps it. */
export const experimentChange = z.strictObject({
  weights: z.array(weight).min(2).max(6).refine(areWhole, 'must together be 1').optional(),
  coverage: share.optional(),
});

/** From when on which shares held. */
const phase = z.object({ from: time, weights: z.array(z.number()), coverage: z.number() });
export type ExperimentPhase = z.infer<typeof phase>;

export const experiment = z.object({
  definition: z.object({ ...experimentFields.shape }),
  status: z.enum(EXPERIMENT_STATUSES),
  phases: z.array(phase),
  shippedVariant: z.string().nullable(),
  createdAt: time,
  startedAt: time.nullable(),
  stoppedAt: time.nullable(),
  shippedAt: time.nullable(),
  archivedAt: time.nullable(),
});
export type Experiment = z.infer<typeof experiment>;

export const EXPERIMENT_EVENTS = [
  'created',
  'started',
  'shares-changed',
  'variant-forced',
  'variant-released',
  'stopped',
  'shipped',
  'archived',
] as const;
export const experimentDetail = experiment.extend({
  /** Who did what and when, oldest first. */
  events: z.array(
    z.object({
      kind: z.enum(EXPERIMENT_EVENTS),
      at: time,
      actor: z.enum(['account', 'operator-token']),
      /** The operator's account; null for the operator token and for an account that is erased. */
      actorId: z.string().nullable(),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
});

export const listExperimentsQuery = z.strictObject({
  ...pageQuery,
  assistant: assistantId.optional(),
  status: z.enum(EXPERIMENT_STATUSES).optional(),
});
export const experimentPage = page(experiment);
export const experimentPath = z.strictObject({ id: key });
export const experimentPersonPath = z.strictObject({ id: key, userId: id });
export const forceVariantBody = z.strictObject({ variant: key });
export const shipExperimentBody = z.strictObject({
  variant: key,
  /** Why, where the results don't call it the winner. It is kept with the experiment. */
  reason: text(10, 500).optional(),
});
export const stopExperimentBody = z.strictObject({ reason: text(3, 500).optional() }).nullish();

export const holdout = z.strictObject({
  /** The share of all people who take part in no experiment. */
  share: z.number().min(0).max(0.5),
});

const interval = z.object({ low: z.number(), high: z.number() });
/** How a variant does on one metric. Numbers are null where there are too few people to tell. */
const variantMetric = z.object({
  variant: z.string(),
  /** People who count for the metric. */
  people: z.int(),
  mean: z.number().nullable(),
  /** Against the control, null for the control itself. */
  difference: z
    .object({
      /** In the metric's unit, adjusted for how the person was before (CUPED) where that is known. */
      estimate: z.number(),
      /** As a share of the control's mean; null where that is 0. */
      relative: z.number().nullable(),
      /** Two-sided: Welch's t, or two proportions. Valid for one look that was planned beforehand. */
      pValue: z.number(),
      interval,
      /** Valid at every look, however often one looks. */
      sequentialPValue: z.number(),
      sequentialInterval: interval,
      /** The chance that the variant is the better of the two, by a flat prior. */
      chanceToWin: z.number(),
    })
    .nullable(),
});
const metricResult = z.object({
  metric: z.enum([...GOAL_METRICS, ...GUARDRAIL_METRICS]),
  meaning: z.string(),
  kind: z.enum(['proportion', 'mean']),
  better: z.enum(['higher', 'lower']),
  /** By how much of its variance what people did before explained; null where nothing before was used. */
  varianceReduction: z.number().nullable(),
  variants: z.array(variantMetric),
});
export type MetricResult = z.infer<typeof metricResult>;

export const experimentResults = z.object({
  id: z.string(),
  status: z.enum(EXPERIMENT_STATUSES),
  /** What was done from and until when counts. */
  from: time.nullable(),
  until: time.nullable(),
  people: z.int(),
  /** Whether as many people are in each variant as should be; below .001 something loses people and no figure can be trusted. */
  sampleRatio: z.object({
    pValue: z.number().nullable(),
    isMismatch: z.boolean(),
    variants: z.array(z.object({ variant: z.string(), people: z.int(), expected: z.number() })),
  }),
  /** People a variant needs for the smallest change worth finding: power .8 at .05, two-sided. Null while nothing is known of the control. */
  peopleNeeded: z.int().nullable(),
  goal: metricResult,
  others: z.array(metricResult),
  guardrails: z.array(metricResult),
  /** Guardrails that a variant worsens: it can't win and can't be shipped. */
  harms: z.array(z.object({ variant: z.string(), metric: z.enum(GUARDRAIL_METRICS), pValue: z.number() })),
  decision: z.object({
    kind: z.enum(['nothing-yet', 'sample-ratio-mismatch', 'keep-running', 'winner', 'no-winner']),
    variant: z.string().nullable(),
    /** What that means and what to do. */
    says: z.string(),
  }),
});
export type ExperimentResults = z.infer<typeof experimentResults>;
