import type { RealTimeMetrics } from '@rapport/wire';
import { type Database, execute, type Statement } from '../database/database.ts';
import type { Log } from '../runtime.ts';

const LATEST: Statement = {
  name: 'analytics-real-time',
  text: 'select * from real_time_metrics order by metric_timestamp desc limit 1',
};

interface RealTimeRow {
  metric_timestamp: Date;
  window_seconds: number;
  active_conversations: number;
  active_people: number;
  turns: number;
  failed_turns: number;
  error_rate: number | null;
  fallbacks: number;
  average_response_time_ms: number | null;
  p95_response_time_ms: number | null;
  cache_lookups: number;
  cache_hits: number;
  cache_hit_rate: number | null;
  ratings: number;
  average_satisfaction: number | null;
  hand_offs: number;
  model_attempts: number;
  failed_attempts: number;
  cost_micro_usd: string;
}

/** The latest measurement of the last five minutes; null when there is none. */
export async function readRealTime({ pool }: Database): Promise<RealTimeMetrics | null> {
  const [row] = await execute<RealTimeRow>(pool, LATEST, []);
  if (row === undefined) return null;
  return {
    measuredAt: row.metric_timestamp.toISOString(),
    windowSeconds: row.window_seconds,
    activeConversations: row.active_conversations,
    activePeople: row.active_people,
    turns: row.turns,
    failedTurns: row.failed_turns,
    errorRate: row.error_rate,
    fallbacks: row.fallbacks,
    averageResponseTimeMs: row.average_response_time_ms,
    p95ResponseTimeMs: row.p95_response_time_ms,
    cacheLookups: row.cache_lookups,
    cacheHits: row.cache_hits,
    cacheHitRate: row.cache_hit_rate,
    ratings: row.ratings,
    averageSatisfaction: row.average_satisfaction,
    handOffs: row.hand_offs,
    modelAttempts: row.model_attempts,
    failedAttempts: row.failed_attempts,
    costMicroUsd: Number(row.cost_micro_usd),
  };
}

/** A measurement is a minute apart from the next; a reader sees it within this. */
const LOOK_EVERY_MS = 2_000;

export interface RealTimeListener {
  measured(metrics: RealTimeMetrics): void;
  /** The server stops. */
  ended(): void;
}

/**
 * Tells readers of each new measurement, whichever worker made it: the database is asked, once for all readers of an
 * instance and not at all while nobody reads, so that every instance tells the same.
 */
export class RealTimeWatch {
  readonly #listeners = new Set<RealTimeListener>();
  readonly #database: Database;
  readonly #log: Log;
  #latest: RealTimeMetrics | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;

  constructor({ database, log }: { readonly database: Database; readonly log: Log }) {
    this.#database = database;
    this.#log = log;
  }

  /** Tells the latest measurement at once, where there is one, and then each new one. Returns what ends it. */
  watch(listener: RealTimeListener): () => void {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    if (this.#latest === null) void this.look();
    else listener.measured(this.#latest);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest();
    };
  }

  /** Looks for a new measurement, as the timer has it do. Never rejects. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const latest = await readRealTime(this.#database);
      if (latest === null || JSON.stringify(latest) === JSON.stringify(this.#latest)) return;
      this.#latest = latest;
      for (const listener of this.#listeners) listener.measured(latest);
    } catch (error) {
      this.#log.debug({ event: 'real_time_not_read', err: error }, 'The latest measurement could not be read');
    } finally {
      this.#isLooking = false;
    }
  }

  /** Ends every reader. */
  close(): void {
    for (const listener of [...this.#listeners]) listener.ended();
    this.#listeners.clear();
    this.#rest();
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    // What is kept would be old by the next reader.
    this.#latest = null;
  }
}
