import { readFileSync } from 'node:fs';
import { JOURNEY_STAGES } from '@rapport/wire';
import { z } from 'zod';
import { repeatedIds, signalOf, weightsOf } from './signal-definition.ts';

const stageId = z.enum(JOURNEY_STAGES);
const stageWording = weightsOf(stageId);

/** Reads what `scripts/learn-labels.mjs` learnt of stages. Throws a ZodError for a file that is another thing. */
export const readStageWording = (file: URL) => stageWording.parse(JSON.parse(readFileSync(file, 'utf8')));

const stage = z.strictObject({
  id: stageId,
  name: z.string().min(1).max(40),
  /** Where the person is, to be told to a model: a clause about "they". */
  meaning: z.string().min(10).max(200),
  /** How to talk with them there and what the next step is, to be told to a model. */
  advice: z.string().min(10).max(300),
  /** How much of an answer helps there: its first sentences, the usual, or the reasons too. */
  depth: z.enum(['brief', 'usual', 'deep']),
  /** What to do next there, a sentence each, for the built-in replies; no questions. */
  nextSteps: z
    .array(
      z
        .string()
        .min(10)
        .max(160)
        .refine((step) => !step.includes('?'), { message: 'must not ask anything: a reply has one question' }),
    )
    .min(1),
  /** Stages one goes on to from here, and those one falls back to; any other is a leap, and takes more to be believed. */
  onTo: z.array(stageId),
  backTo: z.array(stageId),
});

/**
 * A journey as a machine: its stages with the arrows between them, what people say in each, and how much it takes to move.
 * A reading's likelihood, 0 to 1, is added up over the messages that speak for the same other stage.
 */
export const journeyDefinition = z
  .strictObject({
    /** In their order; the first is where a journey begins. */
    stages: z.array(stage).min(2),
    signals: z.array(signalOf(stageId)).min(1),
    /** How people's wording differs from stage to stage, learnt from labelled messages; null: signals alone tell. */
    wording: stageWording.nullable().default(null),
    /** Signals that tell of a step taken ("did the big chop"): one message with such a word moves a person at once. */
    events: z.array(z.string()).default([]),
    moving: z
      .strictObject({
        /** Readings below it, 0 to 1, move nobody who has a stage. */
        leastLikelihood: z.number().gt(0).lt(1),
        /** How much it takes along an arrow, and for a leap; above 1, so that no single message does. */
        alongArrow: z.number().gt(1).max(10),
        leap: z.number().gt(1).max(10),
      })
      // What was measured to suit a journey of eight stages, by messages never learnt from.
      .default({ leastLikelihood: 0.45, alongArrow: 1.1, leap: 1.6 }),
  })
  .superRefine(({ stages, signals, wording, events, moving }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const ids = stages.map(({ id }) => id);
    for (const message of repeatedIds(ids)) refuse('stages', message);
    for (const message of repeatedIds(signals.map(({ id }) => id))) refuse('signals', message);
    for (const { id, onTo, backTo } of stages) {
      for (const to of [...onTo, ...backTo]) {
        if (to === id) refuse('stages', `"${id}" has an arrow to itself`);
        else if (!ids.includes(to)) refuse('stages', `"${id}" has an arrow to "${to}", which is no stage of it`);
      }
      if (wording !== null && !wording.labels.includes(id))
        refuse('wording', `was learnt without "${id}": learn it anew`);
      if (!signals.some(({ weights }) => (weights[id] ?? 0) > 0)) refuse('signals', `none speaks for "${id}"`);
    }
    const strange = signals.flatMap(({ weights }) => Object.keys(weights)).find((id) => !ids.some((one) => one === id));
    if (strange !== undefined) refuse('signals', `one speaks for "${strange}", which is no stage of it`);
    const unreached = ids.find((id) => !reachedFrom(ids[0], stages).has(id));
    if (unreached !== undefined) refuse('stages', `no arrows lead to "${unreached}"`);
    const unknown = events.find((id) => !signals.some((signal) => signal.id === id));
    if (unknown !== undefined) refuse('events', `"${unknown}" is no signal`);
    if (moving.leap < moving.alongArrow) refuse('moving', 'a leap must take no less than a step along an arrow');
  });

export type JourneyDefinition = z.output<typeof journeyDefinition>;
export type JourneyInput = z.input<typeof journeyDefinition>;
export type StageDefinition = JourneyDefinition['stages'][number];

/** The stages that arrows lead to from `start`, itself among them. */
function reachedFrom(
  start: string | undefined,
  stages: readonly { readonly id: string; readonly onTo: readonly string[]; readonly backTo: readonly string[] }[],
): ReadonlySet<string> {
  const reached = new Set<string>(start === undefined ? [] : [start]);
  // A set's iteration goes on over what is added meanwhile.
  for (const id of reached) {
    const found = stages.find((each) => each.id === id);
    for (const to of found === undefined ? [] : [...found.onTo, ...found.backTo]) reached.add(to);
  }
  return reached;
}
