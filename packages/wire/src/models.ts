import { z } from 'zod';
import { assistantId, time } from './primitives.ts';

/** A brand's id, as its assistant's definition gives it. */
export const brandId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be a brand’s id, such as sienna-naturals');

/** One model's breaker. `half_open`: one trial is under way. */
export const circuitBreaker = z.object({
  model: z.string(),
  provider: z.string(),
  state: z.enum(['closed', 'open', 'half_open']),
  failureCount: z.int().nonnegative(),
  /** Failures in a row that open it. */
  failureThreshold: z.int().positive(),
  /** The outcome that opened it; null while closed. */
  cause: z.string().nullable(),
  /** What became of the latest failed attempt, in our words; never what the vendor or a person wrote. */
  lastError: z.string().nullable(),
  /** Since when it is in this state. */
  since: time,
  /** When it may be tried next; null while closed. */
  nextProbeAt: time.nullable(),
  /** Until when this instance leaves the model alone as its vendor asked, its breaker being closed; null: it does not. */
  pausedUntil: time.nullable(),
  /** How often it changed state. */
  transitions: z.int().nonnegative(),
});
export const circuitBreakers = z.object({ timestamp: time, breakers: z.array(circuitBreaker) });
export type CircuitBreakers = z.infer<typeof circuitBreakers>;
export const circuitBreakerPath = z.strictObject({ model: z.string().min(1).max(200) });

const milliseconds = z.object({ p50: z.number(), p95: z.number(), p99: z.number() }).nullable();
const tokens = z.object({
  input: z.number(),
  /** Of `input`. */
  cachedInput: z.number(),
  output: z.number(),
  /** Of `output`. */
  reasoning: z.number(),
});
/** Cost in millionths of a US dollar; attempts without a price on file are counted apart and not in it. */
const cost = z.object({ microUsd: z.number(), estimatedMicroUsd: z.number(), unpricedAttempts: z.int() });

export const modelsReportQuery = z.strictObject({
  /** The last so many hours. */
  hours: z.coerce.number().int().min(1).max(2_160).default(24),
  brand: brandId.optional(),
  assistant: assistantId.optional(),
});
export const modelsReport = z.object({
  timestamp: time,
  from: time,
  to: time,
  /** Turns that asked at least one model. */
  turns: z.int(),
  /** Of those, the ones that took more than one attempt. */
  retriedTurns: z.int(),
  cost,
  models: z.array(
    z.object({
      model: z.string(),
      provider: z.string(),
      attempts: z.int(),
      /** Share of attempts that became the reply, 0 to 1; attempts the person cancelled are left out. Null without any. */
      successRate: z.number().min(0).max(1).nullable(),
      outcomes: z.record(z.string(), z.int()),
      firstTokenMs: milliseconds,
      totalMs: milliseconds,
      tokens,
      cost,
      /** Which models answered, as the vendor says, with how many answers each. */
      servedModels: z.record(z.string(), z.int()),
      breaker: z.enum(['closed', 'open', 'half_open']).nullable(),
    }),
  ),
});
export type ModelsReport = z.infer<typeof modelsReport>;

export const clearCacheBody = z.strictObject({
  /** One brand's replies only. */
  brand: brandId.optional(),
  /** One assistant's only. */
  assistant: assistantId.optional(),
});
export const clearCacheAnswer = z.object({
  cleared: z.int().nonnegative(),
  /** False when Redis could not be told: other instances may give what they hold until it can. */
  everywhere: z.boolean(),
});
