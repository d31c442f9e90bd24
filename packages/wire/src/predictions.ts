import { z } from 'zod';
import { assistantId, id, page, pageQuery, time } from './primitives.ts';

/**
 * How likely a person is to write within the horizon: `engaged` from .6, `uncertain` from .25, `at_risk` from .05, `gone` below.
 * `gone` is apart so that those who may still be reached are not lost among those who left long ago.
 */
const band = z.enum(['engaged', 'uncertain', 'at_risk', 'gone']);

/** `prior`: BG/NBD with published parameters. `bg-nbd`: BG/NBD fitted to these people. `regression`: logistic regression over it. */
const modelKind = z.enum(['prior', 'bg-nbd', 'regression']);

const probability = z.number().min(0).max(1);

export const predictionsQuery = z.strictObject({
  assistant: assistantId,
  band: band.default('at_risk'),
  ...pageQuery,
});

/** People of a band, the least likely to write first, with why: at most three reasons, what agrees with the forecast first, then by weight; never of a mood. */
export const peopleForetold = page(
  z.object({
    userId: id,
    preferredName: z.string().nullable(),
    at: time,
    /** That they write on at least one of the next thirty days. */
    probability,
    band,
    reasons: z.array(
      z.object({
        about: z.enum(['silence', 'frequency', 'tenure', 'satisfaction']),
        /** As in "last wrote 21 days ago; used to write twice a week". */
        words: z.string(),
        effect: z.enum(['raises', 'lowers']),
        /** By how much it moves the log-odds. */
        weight: z.number(),
      }),
    ),
    model: modelKind,
  }),
);
export type PeopleForetold = z.infer<typeof peopleForetold>;

export const predictionModelQuery = z.strictObject({ assistant: assistantId });

const people = z.int().nonnegative();

/** How an assistant's people are foretold, and how well that went on weeks the model had not seen. */
export const predictionModel = z.object({
  id,
  assistant: z.string(),
  kind: modelKind,
  /** Why this model and no other, for a reader. */
  why: z.string(),
  horizonDays: z.int().positive(),
  fittedAt: time,
  /** The days looked at, as midnights (UTC); `until` is not among them, `from` null while nobody wrote. */
  window: z.object({ from: time.nullable(), until: time }),
  /** People that it was fitted to. */
  people,
  bands: z.object({ engaged: people, uncertain: people, at_risk: people, gone: people }),
  featuresVersion: z.int().positive(),
  parameters: z.object({
    /** In days. */
    bgNbd: z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() }),
    /** Both null where nothing was fitted. `converged` false: the people don't say, as where nobody ever left. */
    logLikelihood: z.number().nullable(),
    converged: z.boolean().nullable(),
    /** The log-odds are the intercept and the sum of `weight` · (feature − `mean`) / `scale`. */
    regression: z
      .object({
        intercept: z.number(),
        features: z.array(z.object({ name: z.string(), weight: z.number(), mean: z.number(), scale: z.number() })),
      })
      .nullable(),
  }),
  /** Null while too little is past to hold weeks out. */
  heldOut: z
    .object({
      /** The days whose next thirty were foretold. */
      cuts: z.array(time),
      people,
      /** Somebody foretold on each of four days is four. */
      forecasts: people,
      baseRate: probability,
      /** The Brier score of saying the base rate of everybody, which a model has to be below. */
      baseRateBrier: z.number(),
      candidates: z.array(z.object({ kind: modelKind, brier: z.number(), areaUnderCurve: probability.nullable() })),
      /** Of the kind that was kept: ten bins of what was foretold, and how many of them came. */
      calibration: z.array(
        z.object({
          from: z.number(),
          until: z.number(),
          count: people,
          forecast: probability.nullable(),
          came: probability.nullable(),
        }),
      ),
    })
    .nullable(),
});
export type PredictionModel = z.infer<typeof predictionModel>;
