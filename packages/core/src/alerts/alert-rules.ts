import type { Alert } from './alerts.ts';

/** What a rule watches. What each is made of is in `measures.ts`. */
export type MeasureName =
  | 'request_failure_share'
  | 'reply_time'
  | 'cache_hit_share'
  | 'satisfaction'
  | 'memory_share'
  | 'serving_instances'
  | 'lost_instances';

/** How a rule fires, or ends: beyond `threshold` for `minutes` on end. */
interface Turning {
  readonly threshold: number;
  readonly minutes: number;
}

/** A rule over something measured every minute. */
export interface MeasuredRule {
  readonly kind: string;
  readonly severity: Alert['severity'];
  readonly measure: MeasureName;
  /** Minutes the measure looks back on; 0: what is so now. */
  readonly windowMinutes: number;
  /** Fewer than so many say nothing. */
  readonly minimumVolume: number;
  readonly direction: 'above' | 'below';
  readonly fires: Turning;
  /** On the better side of the threshold it fires at, so that a measure that trembles there is one alert. */
  readonly clears: Turning;
  readonly unit: 'share' | 'milliseconds' | 'rating' | 'count';
  /** What is so, as a sentence before its figure. */
  readonly summary: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
  /** The same in PromQL, without its comparison. */
  readonly expression: string;
  /** The PromQL of how many it was made of, where few say nothing. */
  readonly volumeExpression: string | null;
}

/** A rule over something that is told when it happens. */
export interface EventRule {
  readonly kind: string;
  readonly severity: Alert['severity'];
  readonly measure: null;
  readonly summary: string;
  readonly remedy: string;
  /** PromQL that is true while it lasts; null where Prometheus sees it as something else, which `why` names. */
  readonly condition: string | null;
  readonly minutes: number;
  readonly why: string;
}

/** Prometheus keeps a rule of ours apart from others' by the name it scrapes us under. */
export const SCRAPE_JOB = 'rapport';

const REQUESTS = 'sum(increase(http_requests_total[5m]))';

/**
 * The rules of the deployment guide, "Alerting Configuration", with what it leaves open: how long, of how many, and when it
 * is over. Ours are looked at every minute; `deploy/prometheus/alerts.yaml` is made from the same table.
 */
export const MEASURED_RULES: readonly MeasuredRule[] = [
  {
    kind: 'high_error_rate',
    severity: 'critical',
    measure: 'request_failure_share',
    windowMinutes: 5,
    minimumVolume: 20,
    direction: 'above',
    fires: { threshold: 0.05, minutes: 2 },
    clears: { threshold: 0.03, minutes: 5 },
    unit: 'share',
    summary: 'Of the requests of the last 5 minutes too many failed',
    remedy: 'See GET /health, and the errors in the log with their request ids.',
    expression: 'sum(increase(http_requests_total{status=~"5.."}[5m])) / sum(increase(http_requests_total[5m]))',
    volumeExpression: REQUESTS,
  },
  {
    kind: 'slow_replies',
    severity: 'warning',
    measure: 'reply_time',
    windowMinutes: 5,
    minimumVolume: 5,
    direction: 'above',
    fires: { threshold: 5_000, minutes: 3 },
    clears: { threshold: 4_000, minutes: 5 },
    unit: 'milliseconds',
    summary: 'Replies of the last 5 minutes took long on average',
    remedy: 'See GET /analytics/models for the model that is slow, and GET /circuit-breakers.',
    expression:
      '1000 * sum(increase(chat_turn_duration_seconds_sum[5m])) / sum(increase(chat_turn_duration_seconds_count[5m]))',
    volumeExpression: 'sum(increase(chat_turn_duration_seconds_count[5m]))',
  },
  {
    kind: 'low_cache_hit_rate',
    severity: 'warning',
    measure: 'cache_hit_share',
    windowMinutes: 60,
    minimumVolume: 50,
    direction: 'below',
    fires: { threshold: 0.2, minutes: 15 },
    clears: { threshold: 0.25, minutes: 15 },
    unit: 'share',
    summary: 'Of the questions of the last hour that a kept reply could answer few found one',
    remedy:
      'See cache_performance_stats: knowledge that was edited, or a cache that was cleared, explains it for a while.',
    expression:
      'sum(increase(chat_cache_lookups_total{result=~"exact|near"}[1h])) / sum(increase(chat_cache_lookups_total[1h]))',
    volumeExpression: 'sum(increase(chat_cache_lookups_total[1h]))',
  },
  {
    kind: 'low_satisfaction',
    severity: 'warning',
    measure: 'satisfaction',
    windowMinutes: 1_440,
    minimumVolume: 10,
    direction: 'below',
    fires: { threshold: 3.5, minutes: 5 },
    clears: { threshold: 3.7, minutes: 30 },
    unit: 'rating',
    summary: 'The ratings of the last 24 hours are low on average',
    remedy: 'Read the comments that came with low ratings, in the table feedback.',
    // Ratings are rows, not events of a process: every instance shows what all of them measured.
    expression: 'max(alert_measure_value{kind="low_satisfaction"})',
    volumeExpression: 'max(alert_measure_volume{kind="low_satisfaction"})',
  },
  {
    kind: 'high_memory',
    severity: 'critical',
    measure: 'memory_share',
    windowMinutes: 0,
    minimumVolume: 1,
    direction: 'above',
    fires: { threshold: 0.8, minutes: 3 },
    clears: { threshold: 0.75, minutes: 5 },
    unit: 'share',
    summary: 'An instance uses nearly all of its memory',
    remedy: 'Give it more or restart it. GET /metrics shows its heap and what is resident over time.',
    expression: 'process_memory_share',
    volumeExpression: null,
  },
  {
    kind: 'service_down',
    severity: 'critical',
    measure: 'serving_instances',
    windowMinutes: 0,
    minimumVolume: 0,
    direction: 'below',
    fires: { threshold: 1, minutes: 1 },
    clears: { threshold: 1, minutes: 1 },
    unit: 'count',
    summary: 'No instance answers requests',
    remedy: 'Start one with ROLE=all or ROLE=api; the log of the last one says why it ended.',
    expression: `sum(up{job="${SCRAPE_JOB}"}) or vector(0)`,
    volumeExpression: null,
  },
  {
    kind: 'instance_lost',
    severity: 'warning',
    measure: 'lost_instances',
    windowMinutes: 30,
    minimumVolume: 0,
    direction: 'above',
    fires: { threshold: 0, minutes: 0 },
    clears: { threshold: 0, minutes: 1 },
    unit: 'count',
    summary: 'Instances of the last 30 minutes went silent without stopping',
    remedy: 'It was killed or cut off: look for its end in the orchestrator, by the ids in `details`.',
    expression: `count(up{job="${SCRAPE_JOB}"} == 0) or vector(0)`,
    volumeExpression: null,
  },
];

/** What is told when it happens, by whoever sees it. */
export const EVENT_RULES: readonly EventRule[] = [
  {
    kind: 'model_unavailable',
    severity: 'critical',
    measure: null,
    summary: "A model's circuit breaker is open",
    remedy:
      'The next models answer. See GET /circuit-breakers for the cause; POST /circuit-breakers/{model}/reset closes it.',
    condition: 'circuit_breaker_open == 1',
    minutes: 0,
    why: 'raised by the breakers when one opens, ended when it closes',
  },
  {
    kind: 'database_unreachable',
    severity: 'critical',
    measure: null,
    summary: 'The database does not answer',
    remedy:
      'Nothing is acknowledged that is not stored, and crises are answered without it. Bring it back; nothing else is to be done.',
    condition: 'database_up == 0',
    minutes: 1,
    why: 'seen by every instance for itself, and told past the database, which can hold nothing then',
  },
  {
    kind: 'migration_failed',
    severity: 'warning',
    measure: null,
    summary: 'A migration failed, and the server did not start',
    remedy: 'The log names the file and the cause. It was rolled back; mend it and start again.',
    condition: null,
    minutes: 0,
    why: 'a server that does not start is not scraped, so Prometheus sees service_down',
  },
];
