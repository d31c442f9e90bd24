import { z } from 'zod';
import { time } from './primitives.ts';

/** `disabled`: not configured, so not missed. */
const componentState = z.enum(['healthy', 'degraded', 'unhealthy', 'disabled']);

export const health = z.object({
  status: z.enum(['healthy', 'degraded', 'unhealthy']),
  timestamp: time,
  /** Seconds since the process started. */
  uptime: z.number().nonnegative(),
  /** True once migrations have run and the assistants are loaded. */
  initialized: z.boolean(),
  version: z.string(),
  components: z.object({
    database: z.object({
      state: componentState,
      kind: z.enum(['embedded', 'postgresql']),
      /** How vectors are kept: by pgvector, or as `real[]` compared exactly where pgvector can't be had. */
      vectors: z.enum(['pgvector', 'real[]', 'unknown']),
      latencyMs: z.number().nonnegative().optional(),
    }),
    redis: z.object({ state: componentState }),
    aiModels: z.record(z.string(), z.object({ state: z.string(), lastError: z.string().optional() })),
    /** `disabled`: this process only answers requests. `degraded`: jobs were set aside and wait for an operator. */
    jobs: z.object({ state: componentState, parked: z.int().nonnegative().optional() }),
    /** `degraded`: files or edits can't be used as they stand; GET /api/v1/admin/knowledge names them. */
    knowledge: z.object({ state: componentState, problems: z.int().nonnegative() }),
    /** How the team is told of cases. `disabled`: by neither way, so that cases wait in the inbox for whoever looks. */
    handOff: z.object({
      state: componentState,
      webhook: z.enum(['configured', 'not configured']),
      email: z.enum(['configured', 'not configured']),
    }),
  }),
});
export type Health = z.infer<typeof health>;
export const liveness = z.object({ status: z.literal('alive') });
