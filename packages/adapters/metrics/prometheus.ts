import type { MeteredTurn, TurnMeter } from '@rapport/core/turn/turn-meter.ts';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface PrometheusOptions {
  readonly version: string;
  /** Breakers of all vendors' models, as this process sees them. */
  readonly breakers: () => readonly { readonly model: string; readonly state: 'closed' | 'open' | 'half_open' }[];
  /** Whether the database answered when it was last asked. */
  readonly databaseAnswers: () => boolean;
  /** Share of the memory this process may use, 0 to 1; null where that can't be told. */
  readonly memoryShare: () => number | null;
  /** Jobs that were set aside. */
  readonly parkedJobs: () => number;
}

/** A request that has been answered. */
interface Answered {
  readonly method: string;
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
}

/** What a rule measured last. */
interface MeasuredState {
  readonly kind: string;
  readonly subject: string;
  readonly isFiring: boolean;
  readonly value: number | null;
  readonly volume: number;
}

/** The process's metrics, as Prometheus scrapes them. */
export interface PrometheusMetrics extends TurnMeter {
  readonly contentType: string;
  requestAnswered(answered: Answered): void;
  /** What all instances together measured; the latest replaces what was there. */
  measured(states: readonly MeasuredState[]): void;
  text(): Promise<string>;
}

/** Seconds. A request without a model is done in milliseconds, a reply in seconds, a deadline ends at 60. */
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const TURN_BUCKETS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 8, 13, 20, 30, 60];

/**
 * Labels are choices of ours and of the configuration: routes' patterns, assistants, models, outcomes. Nothing a caller sends
 * becomes one, so that their number is bounded, and nothing of a person's is in them.
 */
export function createPrometheusMetrics(options: PrometheusOptions): PrometheusMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({ name: 'rapport_info', help: 'The version that runs', labelNames: ['version'], registers }).set(
    { version: options.version },
    1,
  );
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From a request to the end of its answer; streams are as long as their reply',
    labelNames: ['method', 'route'],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const turns = new Counter({
    name: 'chat_turns_total',
    help: 'Chat turns by what came of them, who answered and how safe the person was',
    labelNames: ['assistant', 'outcome', 'model', 'fallback', 'safety'],
    registers,
  });
  const turnSeconds = new Histogram({
    name: 'chat_turn_duration_seconds',
    help: 'From a message to its whole reply',
    labelNames: ['assistant'],
    buckets: TURN_BUCKETS,
    registers,
  });
  const lookups = new Counter({
    name: 'chat_cache_lookups_total',
    help: 'Questions that a kept reply might answer, by whether one did',
    labelNames: ['assistant', 'result'],
    registers,
  });
  const attempts = new Counter({
    name: 'model_attempts_total',
    help: 'Attempts at models by what came of them',
    labelNames: ['model', 'outcome'],
    registers,
  });
  const cost = new Counter({
    name: 'model_cost_micro_usd_total',
    help: 'What attempts cost, in millionths of a US dollar, where a price is on file',
    labelNames: ['model'],
    registers,
  });
  const measureValue = new Gauge({
    name: 'alert_measure_value',
    help: 'What an alert rule measured last, over all instances',
    labelNames: ['kind', 'subject'],
    registers,
  });
  const measureVolume = new Gauge({
    name: 'alert_measure_volume',
    help: 'Of how many that was made',
    labelNames: ['kind', 'subject'],
    registers,
  });
  const firing = new Gauge({
    name: 'alert_firing',
    help: 'Whether an alert rule fires, over all instances',
    labelNames: ['kind', 'subject'],
    registers,
  });
  new Gauge({
    name: 'circuit_breaker_open',
    help: "Whether a model's breaker is open (1), lets one probe through (0.5) or is closed (0)",
    labelNames: ['model'],
    registers,
    collect() {
      this.reset();
      for (const { model, state } of options.breakers())
        this.set({ model }, state === 'open' ? 1 : state === 'half_open' ? 0.5 : 0);
    },
  });
  const answers = (name: string, help: string, value: () => number | null) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const now = value();
        if (now === null) this.remove();
        else this.set(now);
      },
    });
  answers('database_up', 'Whether the database answers this instance', () => (options.databaseAnswers() ? 1 : 0));
  answers('process_memory_share', 'Share of the memory this process may use, 0 to 1', options.memoryShare);
  answers('jobs_parked', 'Jobs that failed for good and wait for an operator', options.parkedJobs);

  return {
    contentType: registry.contentType,
    requestAnswered({ method, route, status, durationMs }) {
      const pattern = route ?? 'none';
      requests.inc({ method, route: pattern, status });
      requestSeconds.observe({ method, route: pattern }, durationMs / 1_000);
    },
    turnFinished(turn: MeteredTurn) {
      const { assistant, outcome, model, isFallback, cache, safety, responseTimeMs } = turn;
      turns.inc({ assistant, outcome, model: model ?? 'none', fallback: String(isFallback), safety });
      turnSeconds.observe({ assistant }, responseTimeMs / 1_000);
      if (cache !== null && cache !== 'uncacheable') lookups.inc({ assistant, result: cache });
      for (const attempt of turn.attempts) {
        attempts.inc({ model: attempt.model, outcome: attempt.outcome });
        if (attempt.costMicroUsd !== null) cost.inc({ model: attempt.model }, attempt.costMicroUsd);
      }
    },
    measured(states) {
      for (const gauge of [measureValue, measureVolume, firing]) gauge.reset();
      for (const { kind, subject, isFiring, value, volume } of states) {
        if (value !== null) measureValue.set({ kind, subject }, value);
        measureVolume.set({ kind, subject }, volume);
        firing.set({ kind, subject }, isFiring ? 1 : 0);
      }
    },
    text: () => registry.metrics(),
  };
}
