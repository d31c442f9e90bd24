import type { ExperimentDefinition, ExperimentPhase } from '@rapport/wire';
import type { ColumnType, Generated } from 'kysely';

/**
 * Every table as Kysely sees it; the migrations are the truth, and `schema.test.ts` compares the two column by column. Long
 * because it is one type: a query may join any of them.
 */
export interface Tables {
  users: UsersTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  verifications: VerificationsTable;
  refresh_tokens: RefreshTokensTable;
  profiles: ProfilesTable;
  assistant_profiles: AssistantProfilesTable;
  conversations: ConversationsTable;
  messages: MessagesTable;
  turns: TurnsTable;
  model_attempts: ModelAttemptsTable;
  feedback: FeedbackTable;
  idempotency_keys: IdempotencyKeysTable;
  erasures: ErasuresTable;
  circuit_breaker_states: CircuitBreakerStatesTable;
  system_alerts: SystemAlertsTable;
  instances: InstancesTable;
  request_minutes: RequestMinutesTable;
  alert_rule_states: AlertRuleStatesTable;
  alert_mutes: AlertMutesTable;
  alert_deliveries: AlertDeliveriesTable;
  served_models: ServedModelsTable;
  openai_threads: OpenaiThreadsTable;
  cases: CasesTable;
  case_events: CaseEventsTable;
  case_deliveries: CaseDeliveriesTable;
  job_runs: JobRunsTable;
  memories: MemoriesTable;
  journey_moves: JourneyMovesTable;
  persona_moves: PersonaMovesTable;
  hair_profile_entries: HairProfileEntriesTable;
  advice: AdviceTable;
  advice_givings: AdviceGivingsTable;
  advice_reports: AdviceReportsTable;
  photos: PhotosTable;
  photo_asks: PhotoAsksTable;
  memory_sources: MemorySourcesTable;
  recall_entries: RecallEntriesTable;
  safety_events: SafetyEventsTable;
  content_versions: ContentVersionsTable;
  content_entries: ContentEntriesTable;
  content_revisions: ContentRevisionsTable;
  prediction_models: PredictionModelsTable;
  predictions: PredictionsTable;
  experiment_settings: ExperimentSettingsTable;
  experiments: ExperimentsTable;
  experiment_assignments: ExperimentAssignmentsTable;
  experiment_events: ExperimentEventsTable;
  campaigns: CampaignsTable;
  campaign_sends: CampaignSendsTable;
  cache_performance_stats: CachePerformanceStatsView;
  analytics_events: AnalyticsEventsTable;
  analytics_unrolled: AnalyticsUnrolledTable;
  analytics_state: AnalyticsStateTable;
  analytics_hourly: AnalyticsHourlyTable;
  analytics_daily: AnalyticsDailyTable;
  analytics_active_days: AnalyticsActiveDaysTable;
  analytics_conversations: AnalyticsConversationsTable;
  real_time_metrics: RealTimeMetricsTable;
  brand_performance_comparison: BrandPerformanceComparisonView;
}

/** A `jsonb` column: read as the parsed value, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>;
type NullableJson<Value> = ColumnType<Value | null, string | null, string | null>;
/** One that the database fills when it is not given. */
type GeneratedJson<Value> = ColumnType<Value, string | undefined, string>;

export interface UsersTable {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  is_anonymous: Generated<boolean>;
  identity_provider: Generated<'built-in' | 'supabase'>;
  role: Generated<'user' | 'operator'>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** How someone signs in. Written and read by the accounts library. */
export interface AccountsTable {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface SessionsTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** Written and read by the accounts library. */
export interface VerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface RefreshTokensTable {
  token_hash: Buffer;
  session_id: string;
  created_at: Date;
  expires_at: Date;
  spent_at: Date | null;
}

export interface ProfilesTable {
  user_id: string;
  preferred_name: string | null;
  display_name: string | null;
  locale: Generated<string>;
  time_zone: Generated<string>;
  quiet_hours: NullableJson<{ from: string; to: string }>;
  channels: GeneratedJson<{ email: boolean; push: boolean; inApp: boolean }>;
  consent: GeneratedJson<{
    memory: boolean;
    mood: boolean;
    analytics: boolean;
    crossAssistant: boolean;
    photos: boolean;
  }>;
  birth_year: number | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface AssistantProfilesTable {
  user_id: string;
  assistant: string;
  persona: string | null;
  journey_stage: string | null;
  journey_leaning: NullableJson<{ stage: string; weight: number }>;
  persona_scores: NullableJson<Record<string, number>>;
  /** The person said themselves as whom they want to be spoken to. */
  persona_chosen: Generated<boolean>;
  name_asks: Generated<number>;
  last_disclosed_at: Date | null;
  care_level: Generated<'none' | 'concern' | 'crisis'>;
  care_turns_left: Generated<number>;
  updated_at: Generated<Date>;
}

/** How a person went from stage to stage of an assistant's journey, with their words as proof. */
export interface JourneyMovesTable {
  user_id: string;
  id: string;
  assistant: string;
  from_stage: string | null;
  to_stage: string;
  reason: 'first-words' | 'event' | 'repeated';
  likelihood: number;
  evidence: Json<{ signal: string; quote: string }[]>;
  message_id: string;
  moved_at: Date;
}

/** How a person came to come across as another persona, with their words as proof. */
export interface PersonaMovesTable {
  user_id: string;
  id: string;
  assistant: string;
  from_persona: string | null;
  to_persona: string;
  reason: 'first-words' | 'overtaken';
  score: number;
  evidence: Json<{ signal: string; quote: string }[]>;
  message_id: string;
  moved_at: Date;
}

/** What people said of their hair, a row a saying; the latest of a field holds. */
export interface HairProfileEntriesTable {
  user_id: string;
  id: string;
  assistant: string;
  field: string;
  value: string | null;
  holds: boolean;
  quote: string | null;
  confidence: number;
  message_id: string | null;
  said_at: Date;
  source: 'said' | 'entered' | 'photo';
}

export interface PhotosTable {
  user_id: string;
  id: string;
  created_at: Date;
  expires_at: Date | null;
  media_type: string;
  width: number;
  height: number;
  bytes: number;
  key_id: string;
  wrapped_key: Buffer;
  image: Buffer;
  thumbnail: Buffer;
}

export interface PhotoAsksTable {
  user_id: string;
  assistant: string;
  message_id: string;
  conversation_id: string;
  stage: 'profile' | 'keep';
  findings: Json<readonly { readonly field: string; readonly value: string; readonly confidence: number }[]>;
  uploads: Json<readonly string[]>;
  asked_at: Date;
}

export interface AdviceTable {
  user_id: string;
  id: string;
  assistant: string;
  kind: 'technique' | 'product' | 'routine' | 'style' | 'care';
  item_kind: 'passage' | 'product';
  item: string;
  phrase: string;
  concern: string | null;
  concern_words: string | null;
  given_at: Date;
  ask_after: Date | null;
  asks: Generated<number>;
  asked_at: Date | null;
  dropped_at: Date | null;
}

export interface AdviceGivingsTable {
  user_id: string;
  advice_id: string;
  message_id: string;
  given_at: Date;
}

export interface AdviceReportsTable {
  user_id: string;
  id: string;
  advice_id: string;
  outcome: 'worked' | 'partly' | 'did_not' | 'not_tried' | 'harmed';
  quote: string | null;
  message_id: string | null;
  confidence: number;
  reported_at: Date;
}

export interface ConversationsTable {
  id: string;
  user_id: string;
  assistant: string;
  brand: string;
  title: string | null;
  last_sequence: Generated<number>;
  awaiting_name: Generated<boolean>;
  model_used: string | null;
  response_time_ms: number | null;
  created_at: Date;
  updated_at: Date;
  hand_off: NullableJson<unknown>;
  owner_id: string | null;
  owner_name: string | null;
  owned_until: Date | null;
  fencing_token: Generated<number>;
  told_human: string | null;
}

/** What waits for people of the team. */
export interface CasesTable {
  id: string;
  user_id: string;
  conversation_id: string;
  assistant: string;
  brand: string;
  reference: string;
  reason: 'asked' | 'complaint' | 'reaction' | 'order' | 'refund' | 'press' | 'unanswered';
  status: Generated<'open' | 'assigned' | 'handed_back' | 'resolved'>;
  collected: Json<unknown>;
  message_id: string;
  opened_at: Date;
  answer_by: Date;
  taken_by: string | null;
  first_answered_at: Date | null;
  resolved_at: Date | null;
  crisis_at: Date | null;
}

/** What was done about a case and by whom. */
export interface CaseEventsTable {
  user_id: string;
  id: string;
  case_id: string;
  kind: 'opened' | 'reopened' | 'taken' | 'answered' | 'handed_back' | 'resolved' | 'note';
  actor_id: string | null;
  actor_name: string | null;
  text: string | null;
  at: Date;
}

/** The outbox of news about cases. */
export interface CaseDeliveriesTable {
  user_id: string;
  id: string;
  case_id: string;
  event: 'case.opened' | 'case.reopened';
  channel: 'webhook' | 'email';
  payload: Json<unknown>;
  state: Generated<'pending' | 'delivered' | 'parked'>;
  attempts: Generated<number>;
  last_error: string | null;
  created_at: Date;
  delivered_at: Date | null;
}

export interface MessagesTable {
  user_id: string;
  id: string;
  conversation_id: string;
  sequence: number;
  role: 'user' | 'assistant';
  text: string;
  status: Generated<'complete' | 'partial' | 'cancelled'>;
  details: NullableJson<unknown>;
  request_id: string | null;
  created_at: Date;
  image_count: Generated<number>;
  forgotten_at: Date | null;
  author_name: string | null;
  author_id: string | null;
  is_silent: Generated<boolean>;
  replaced_by: string | null;
}

export interface TurnsTable {
  user_id: string;
  message_id: string;
  conversation_id: string;
  reply_id: string;
  state: Generated<'running' | 'completed' | 'cancelled' | 'failed'>;
  body_hash: Buffer;
  summary: NullableJson<unknown>;
  instance_id: string;
  lease_until: Date;
  cancel_requested_at: Date | null;
  takeovers: Generated<number>;
  request_id: string | null;
  started_at: Date;
  finished_at: Date | null;
  cache_result: 'exact' | 'near' | 'miss' | 'uncacheable' | null;
  cache_reason: string | null;
  prompt: NullableJson<unknown>;
}

/** The ledger. It outlives the turn, and names nobody once the person is gone. */
export interface ModelAttemptsTable {
  id: string;
  user_id: string | null;
  message_id: string | null;
  assistant: string;
  brand: string;
  attempt: number;
  model: string;
  served_model: string | null;
  provider: string;
  outcome:
    | 'completed'
    | 'empty'
    | 'filtered'
    | 'truncated'
    | 'rate-limited'
    | 'refused-key'
    | 'too-large'
    | 'unknown-model'
    | 'bad-request'
    | 'timed-out'
    | 'failed'
    | 'cut'
    | 'cancelled';
  first_token_ms: number | null;
  total_ms: number;
  input_tokens: Generated<number>;
  cached_input_tokens: Generated<number>;
  output_tokens: Generated<number>;
  reasoning_tokens: Generated<number>;
  request_id: string | null;
  started_at: Date;
  /** Whole millionths of a US dollar; a `bigint`, which the driver gives as text. */
  cost_micro_usd: string | null;
  usage_source: Generated<'reported' | 'estimated' | 'none'>;
  vendor_request_id: string | null;
  failure_code: string | null;
}

export interface FeedbackTable {
  id: string;
  user_id: string;
  message_id: string;
  rating: number;
  comment: string | null;
  created_at: Date;
}

export interface IdempotencyKeysTable {
  user_id: string;
  key: string;
  operation: string;
  body_hash: Buffer;
  response: Json<unknown>;
  created_at: Date;
}

export interface ErasuresTable {
  receipt_id: string;
  subject_hash: Buffer;
  stores: Json<{ store: string; rows: number }[]>;
  erased_at: Date;
}

/** Breakers as all instances share them and operators set them. */
export interface CircuitBreakerStatesTable {
  model: string;
  provider: string;
  state: Generated<'closed' | 'open' | 'half_open'>;
  failure_count: Generated<number>;
  cause: string | null;
  last_error: string | null;
  last_failure_at: Date | null;
  state_since: Generated<Date>;
  next_probe_at: Date | null;
  transitions: Generated<string>;
  updated_at: Generated<Date>;
}

export interface SystemAlertsTable {
  id: string;
  kind: string;
  severity: 'info' | 'warning' | 'critical';
  subject: string;
  message: string;
  details: GeneratedJson<Record<string, unknown>>;
  occurrences: Generated<number>;
  first_seen_at: Date;
  last_seen_at: Date;
  resolved: Generated<boolean>;
  resolved_at: Date | null;
  created_at: Generated<Date>;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  resolved_by: string | null;
}

export interface InstancesTable {
  id: string;
  role: 'all' | 'api' | 'worker';
  version: string;
  started_at: Date;
  seen_at: Date;
  stopped_at: Date | null;
  memory_share: number | null;
}

export interface RequestMinutesTable {
  minute: Date;
  instance_id: string;
  requests: number;
  failures: number;
}

export interface AlertRuleStatesTable {
  kind: string;
  subject: string;
  is_firing: boolean;
  turning_since: Date | null;
  value: number | null;
  volume: number;
  measured_at: Date;
}

export interface AlertMutesTable {
  kind: string;
  subject: string;
  until: Date;
  muted_by: string;
  muted_at: Date;
}

export interface AlertDeliveriesTable {
  id: string;
  alert_id: string;
  event: 'opened' | 'escalated' | 'resolved';
  severity: 'warning' | 'critical';
  channel: 'webhook' | 'chat' | 'email';
  state: 'pending' | 'delivered' | 'parked';
  attempts: Generated<number>;
  last_error: string | null;
  created_at: Date;
  delivered_at: Date | null;
}

export interface CampaignsTable {
  assistant: string;
  campaign: string;
  served_since: Date;
  paused_at: Date | null;
  paused_by: string | null;
}

/** Why something was not sent. */
export type UnsentReason =
  | 'paused'
  | 'withdrawn'
  | 'too-late'
  | 'not-delivered'
  | 'no-address'
  | 'no-mail-server'
  | 'not-agreed'
  | 'minor'
  | 'in-care'
  | 'low-day'
  | 'handed-over'
  | 'no-longer-true'
  | 'capped'
  | 'nothing-to-say';

export interface CampaignSendsTable {
  user_id: string;
  id: string;
  assistant: string;
  campaign: string;
  occasion: string;
  advice_id: string | null;
  channel: 'inbox' | 'email';
  happened_at: Date;
  due_at: Date;
  state: Generated<'planned' | 'sending' | 'sent' | 'skipped' | 'held-out'>;
  reason: UnsentReason | null;
  next_at: Date;
  postponed: Generated<number>;
  attempts: Generated<number>;
  first_attempt_at: Date | null;
  subject: string | null;
  text: string | null;
  planned_at: Date;
  decided_at: Date | null;
  read_at: Date | null;
  clicked_at: Date | null;
  unsubscribed_at: Date | null;
}

export interface ServedModelsTable {
  model: string;
  served_model: string;
  first_seen_at: Date;
}

export interface OpenaiThreadsTable {
  user_id: string;
  history_hash: Buffer;
  conversation_id: string;
  created_at: Date;
}

export type JobRunOutcome = 'running' | 'completed' | 'failed' | 'parked' | 'interrupted';

export interface JobRunsTable {
  id: string;
  task: string;
  started_at: Date;
  finished_at: Date | null;
  outcome: Generated<JobRunOutcome>;
  attempts: number;
  report: NullableJson<unknown>;
}

/** How the reply cache does, by day (UTC), brand and assistant. A view over `turns`: counts are `bigint`, given as text. */
export interface CachePerformanceStatsView {
  date: Date | null;
  brand: string | null;
  assistant: string | null;
  lookups: string | null;
  exact_hits: string | null;
  near_hits: string | null;
  misses: string | null;
  uncacheable: string | null;
  hit_rate: string | null;
}

/** What assistants remember of a person, each with their own words as proof. */
export interface MemoriesTable {
  user_id: string;
  id: string;
  assistant: string;
  kind:
    | 'person'
    | 'pet'
    | 'place'
    | 'work'
    | 'study'
    | 'health'
    | 'preference'
    | 'possession'
    | 'event'
    | 'plan'
    | 'goal'
    | 'identity'
    | 'fact';
  subject_key: string;
  subject_name: string | null;
  subject_relation: string | null;
  slot: string;
  value: string | null;
  name_key: string | null;
  value_key: string | null;
  text: string;
  quote: string;
  modality: 'asserted' | 'negated';
  confidence: number;
  importance: number;
  tender: Generated<boolean>;
  time_words: string | null;
  time_date: string | null;
  status: Generated<'active' | 'superseded' | 'archived'>;
  origin: 'rules' | 'model' | 'person';
  said_at: Date;
  valid_from: Date;
  valid_until: Date | null;
  superseded_by: string | null;
  created_at: Date;
  last_used_at: Date | null;
  use_count: Generated<number>;
  called_back_at: Date | null;
}

/** The messages a memory was read from. */
export interface MemorySourcesTable {
  user_id: string;
  memory_id: string;
  message_id: string;
}

/** What is counted of care and disclosures; a row is nobody's. */
export interface SafetyEventsTable {
  id: Generated<string>;
  kind: 'crisis' | 'concern' | 'aftercare' | 'disclosure';
  rule: string;
  assistant: string;
  brand: string;
  country: string | null;
  language: string;
  occurred_on: Date;
}

/** What search reads: a row a message and a row a memory. Its vector's type is the server's: `vector` or `real[]`. */
export interface RecallEntriesTable {
  user_id: string;
  id: string;
  signature: string | null;
  source: 'message' | 'memory';
  role: Generated<'user' | 'assistant'>;
  assistant: string;
  said_at: Date;
  embedding_model: string | null;
  tsv: string;
  embedding: string | null;
}

/** How often a brand's team changed what an assistant says, so that an instance sees at a look whether it is behind. */
export interface ContentVersionsTable {
  assistant: string;
  version: string;
  changed_at: Date;
}

/** A passage or a product as a brand's team edited it. */
export interface ContentEntriesTable {
  assistant: string;
  kind: 'passage' | 'product';
  id: string;
  state: 'draft' | 'live' | 'retired' | 'deleted';
  revision: number;
  content: NullableJson<unknown>;
  live_content: NullableJson<unknown>;
  is_hidden: boolean;
  version: string;
}

/** What each edit said, with who and when. */
export interface ExperimentSettingsTable {
  is_only: Generated<boolean>;
  /** Counts the changes of experiments, as text: it is a `bigint`. */
  version: Generated<string>;
  /** 0 to 0.5. */
  holdout_share: Generated<number>;
}

export interface ExperimentsTable {
  id: string;
  assistant: string;
  status: Generated<'draft' | 'running' | 'stopped' | 'shipped' | 'archived'>;
  definition: Json<ExperimentDefinition>;
  phases: GeneratedJson<ExperimentPhase[]>;
  shipped_variant: string | null;
  created_at: Date;
  started_at: Date | null;
  stopped_at: Date | null;
  shipped_at: Date | null;
  archived_at: Date | null;
}

export interface ExperimentAssignmentsTable {
  user_id: string;
  experiment_id: string;
  variant: string;
  is_forced: Generated<boolean>;
  assigned_at: Date;
  exposed_at: Date | null;
}

export interface ExperimentEventsTable {
  id: string;
  experiment_id: string;
  kind:
    | 'created'
    | 'started'
    | 'shares-changed'
    | 'variant-forced'
    | 'variant-released'
    | 'stopped'
    | 'shipped'
    | 'archived';
  at: Date;
  actor: 'account' | 'operator-token';
  actor_id: string | null;
  details: GeneratedJson<Record<string, unknown>>;
}

export interface ContentRevisionsTable {
  assistant: string;
  kind: 'passage' | 'product';
  id: string;
  revision: number;
  state: 'draft' | 'live' | 'retired' | 'deleted';
  content: NullableJson<unknown>;
  changed_at: Date;
  actor: 'account' | 'operator-token';
  changed_by: string | null;
}

/** What happened, without a word of anyone’s; the catalogue is analytics/event-catalogue.ts. */
export interface AnalyticsEventsTable {
  occurred_at: Date;
  id: Generated<string>;
  name: string;
  version: number;
  brand: Generated<string>;
  assistant: Generated<string>;
  user_id: string | null;
  conversation_id: string | null;
  properties: GeneratedJson<Record<string, unknown>>;
}

/** Hours whose figures are out of date. */
export interface AnalyticsUnrolledTable {
  hour: Date;
}

/** One row: up to where events were cleaned away, and when figures were last made. */
export interface AnalyticsStateTable {
  only_one: Generated<boolean>;
  kept_from: Generated<Date>;
  rolled_up_at: Date | null;
  refreshed_at: Date | null;
}

/** Figures by hour. */
export interface AnalyticsHourlyTable {
  hour: Date;
  brand: string;
  assistant: string;
  metric: string;
  dimension: string;
  count: string;
  amount: string;
}

/** The same by UTC day. */
export interface AnalyticsDailyTable {
  day: Date;
  brand: string;
  assistant: string;
  metric: string;
  dimension: string;
  count: string;
  amount: string;
}

/** Who talked to whom on which UTC day. */
export interface AnalyticsActiveDaysTable {
  user_id: string;
  day: Date;
  brand: string;
  assistant: string;
}

/** How each conversation stands. */
export interface AnalyticsConversationsTable {
  user_id: string;
  conversation_id: string;
  brand: string;
  assistant: string;
  started_at: Date;
  last_at: Date;
  last_state: string;
  last_thanks: boolean;
  last_rating: number | null;
  has_worked: boolean;
  is_handed_over: boolean;
}

/** The last five minutes, measured every minute. */
export interface RealTimeMetricsTable {
  metric_timestamp: Date;
  window_seconds: Generated<number>;
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

/** By UTC day and brand, from the roll-ups. */
export interface BrandPerformanceComparisonView {
  date: Date | null;
  brand: string | null;
  conversations: string | null;
  turns: string | null;
  failed_turns: string | null;
  active_people: string | null;
  average_response_time_ms: string | null;
  failure_rate: string | null;
  fallback_rate: string | null;
  cache_hit_rate: string | null;
  ratings: string | null;
  average_satisfaction: string | null;
  hand_offs: string | null;
  cost_micro_usd: string | null;
}

/** How an assistant's people were foretold, a row a day it was fitted. Counts and parameters; nothing of one person. */
export interface PredictionModelsTable {
  id: string;
  assistant: string;
  kind: 'prior' | 'bg-nbd' | 'regression';
  features_version: number;
  window_from: Date | null;
  window_until: Date;
  people: number;
  parameters: Json<unknown>;
  held_out: NullableJson<unknown>;
  why: string;
  fitted_at: Date;
}

/** How likely a person is to write within thirty days, and why; the latest only. */
export interface PredictionsTable {
  user_id: string;
  assistant: string;
  at: Date;
  probability: number;
  band: 'engaged' | 'uncertain' | 'at_risk' | 'gone';
  reasons: Json<unknown>;
  model_id: string;
}
