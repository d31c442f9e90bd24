import { z } from 'zod';
import { repeatedIds } from './signal-definition.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/i, 'must be words joined by underscores')
  .max(60);
const pattern = z
  .instanceof(RegExp)
  .refine(({ flags }) => !/[gy]/.test(flags), { message: 'must not have the flags g or y' });

const field = z.strictObject({
  id,
  name: z.string().min(1).max(60),
  /** Whether several values hold at once, such as goals. */
  several: z.boolean(),
  /** Each with how people say it, in lower case and without apostrophes. */
  values: z.array(z.strictObject({ id, name: z.string().min(1).max(60), pattern })).min(1),
  /**
   * What to ask when it is not known and would change the advice: only beside a passage that has one of the topics; null for
   * what is never asked.
   */
  asking: z
    .strictObject({
      question: z.string().min(10).max(160).endsWith('?'),
      topics: z.array(z.string().min(1)).min(1),
    })
    .nullable(),
});

/** What an assistant wants to know of a person's hair, how it is said and when it is asked for. */
export const hairProfileDefinition = z
  .strictObject({ fields: z.array(field).min(1) })
  .superRefine(({ fields }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['fields'], message });
    for (const message of repeatedIds(fields.map((each) => each.id))) refuse(message);
    for (const each of fields) {
      for (const message of repeatedIds(each.values.map((value) => value.id))) refuse(`${each.id}: ${message}`);
    }
  });

export type HairProfileDefinition = z.output<typeof hairProfileDefinition>;
export type HairProfileInput = z.input<typeof hairProfileDefinition>;
export type HairField = HairProfileDefinition['fields'][number];
