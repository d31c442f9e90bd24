import { z } from 'zod';

/** What one person may take of the assistant. Null: as the installation says. */
export const limitsDefinition = z.strictObject({
  /** The longest reply, in words, of vendors' models and the built-in one. The usual is 80, and up to 160 on request. */
  replyWords: z.int().min(40).max(160).nullable().default(null),
  /**
   * What vendors' models may cost one person here a day (UTC), in US cents, beside the installation's own
   * `DAILY_BUDGET_PER_PERSON_CENTS`. After it the built-in model answers.
   */
  centsPerPersonPerDay: z.number().gt(0).max(100_000).nullable().default(null),
});

export type LimitsDefinition = z.output<typeof limitsDefinition>;
