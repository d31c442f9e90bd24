import { z } from 'zod';

/** Most a signal may weigh, either way: e^6 is 400 to 1, and no words alone are surer. */
const MOST_WEIGHT = 6;

const pattern = z
  .instanceof(RegExp)
  .refine(({ flags }) => !/[gy]/.test(flags), { message: 'must not have the flags g or y, which remember a place' })
  .refine(({ source }) => !/'/.test(source), {
    message: "must not look for apostrophes, which are taken out: don't is dont",
  })
  .refine(({ source }) => !/(?<!\\)[A-Z]/.test(source), { message: 'must look for lower case only' });

/** Words that speak for one `thing` or more: `Signal` in core's understanding, as an assistant declares it. */
export const signalOf = <Thing extends z.ZodType<string, string>>(thing: Thing) =>
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
    pattern,
    weights: z
      .partialRecord(thing, z.number().min(-MOST_WEIGHT).max(MOST_WEIGHT))
      .refine((weights) => Object.keys(weights).length > 0, { message: 'must speak for or against something' }),
  });

/** What was learnt of labelled messages: `LabelWeights` in core's understanding, as `scripts/learn-labels.mjs` writes it. */
export const weightsOf = <Thing extends z.ZodType<string, string>>(thing: Thing) =>
  z
    .object({
      /** Which embedder the messages were described by. */
      embedding: z.string(),
      /** Hash of the examples they were learnt from. */
      examples: z.string(),
      labels: z.array(thing).min(2),
      step: z.number().gt(0),
      features: z.record(z.string(), z.array(z.number())),
    })
    .refine(({ labels, features }) => Object.values(features).every((row) => row.length === labels.length), {
      message: 'must have a weight a label in each row',
    });

/** Ids that are used more than once, each with a sentence. */
export function repeatedIds(ids: readonly string[]): string[] {
  const repeated = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
  return [...repeated].map((id) => `the id "${id}" is used twice`);
}
