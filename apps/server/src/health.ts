import type { Database } from '@rapport/core/database/database.ts';
import type { BreakerView } from '@rapport/core/models/breaker-entry.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import type { Health } from '@rapport/wire';

export interface HealthDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly version: string;
  readonly startedMs: number;
  /** The breakers of all vendors' models. */
  readonly breakers: () => readonly BreakerView[];
  /** Models of this process, which have none and never fail. */
  readonly localModels: readonly string[];
  /** Asks Redis whether it is there; null when none is configured. */
  readonly pingRedis: (() => Promise<void>) | null;
  /** How background work is doing in this process. */
  readonly jobs: () => Health['components']['jobs'];
  readonly vectors: () => Promise<Health['components']['database']['vectors']>;
  /** How many knowledge files and edits can't be used; what they said before is served on. */
  readonly contentFaults: () => number;
  /** By which ways the team is told of cases, beside the inbox. */
  readonly handOff: { readonly webhook: boolean; readonly email: boolean };
  /** True once shutdown has begun: traffic should go elsewhere. */
  readonly isDraining: () => boolean;
}

const CHECK_TIMEOUT_MS = 1_000;
/** Probes come from many sides; they share an answer this old. */
const FRESH_FOR_MS = 500;

/** Looks at each component, no longer than a second, and sums up: without the database nothing works, without Redis it does. */
export function createHealthCheck(dependencies: HealthDependencies): () => Promise<Health> {
  let latest: { readonly atMs: number; readonly report: Promise<Health> } | null = null;
  return async () => {
    const now = dependencies.clock.monotonicMs();
    if (latest === null || now - latest.atMs > FRESH_FOR_MS) latest = { atMs: now, report: check(dependencies) };
    return latest.report;
  };
}

async function check(dependencies: HealthDependencies): Promise<Health> {
  const { clock, database, pingRedis } = dependencies;
  const start = clock.monotonicMs();
  const [databaseUp, redisUp] = await Promise.all([
    succeeds(database.pool.query('select 1')),
    pingRedis === null ? null : succeeds(pingRedis()),
  ]);
  const latencyMs = Math.round((clock.monotonicMs() - start) * 10) / 10;
  const vectors = databaseUp ? await dependencies.vectors().catch(() => 'unknown' as const) : 'unknown';
  const draining = dependencies.isDraining();
  const breakers = dependencies.breakers();
  const jobs = dependencies.jobs();
  const problems = dependencies.contentFaults();
  // The built-in model answers then: the product works, and somebody should look.
  const vendorsDown = breakers.length > 0 && breakers.every(({ state }) => state !== 'closed');
  return {
    status:
      !databaseUp || draining
        ? 'unhealthy'
        : redisUp === false || vendorsDown || jobs.state === 'unhealthy' || problems > 0
          ? 'degraded'
          : 'healthy',
    timestamp: clock.now().toISOString(),
    uptime: Math.round((clock.monotonicMs() - dependencies.startedMs) / 100) / 10,
    initialized: true,
    version: dependencies.version,
    components: {
      database: {
        state: databaseUp ? 'healthy' : 'unhealthy',
        kind: database.kind,
        vectors,
        ...(databaseUp ? { latencyMs } : {}),
      },
      redis: { state: redisUp === null ? 'disabled' : redisUp ? 'healthy' : 'unhealthy' },
      aiModels: modelStates(breakers, dependencies.localModels),
      jobs,
      knowledge: { state: problems === 0 ? 'healthy' : 'degraded', problems },
      handOff: handOffState(dependencies.handOff),
    },
  };
}

/** Without a channel cases wait in the inbox, which is enough where somebody looks there. */
const handOffState = ({ webhook, email }: HealthDependencies['handOff']): Health['components']['handOff'] => ({
  state: webhook || email ? 'healthy' : 'disabled',
  webhook: webhook ? 'configured' : 'not configured',
  email: email ? 'configured' : 'not configured',
});

/** Each model's breaker; of those that failed lately, with what came of it in our words. */
function modelStates(
  breakers: readonly BreakerView[],
  localModels: readonly string[],
): Health['components']['aiModels'] {
  return Object.fromEntries([
    ...breakers.map(({ model, state, lastError, failureCount }) => [
      model,
      { state, ...(lastError !== null && (state !== 'closed' || failureCount > 0) ? { lastError } : {}) },
    ]),
    ...localModels.map((model) => [model, { state: 'closed' }]),
  ]);
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  const timeout = Promise.withResolvers<false>();
  const timer = setTimeout(() => timeout.resolve(false), CHECK_TIMEOUT_MS);
  try {
    return await Promise.race([work.then(() => true), timeout.promise]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    // When the timer won, nobody waits for the work any more.
    work.catch(() => undefined);
  }
}
