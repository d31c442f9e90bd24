import { onEachDatabase } from '@rapport/dev-env';
import type { InsertType, SelectType } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERSONAL_TABLES } from '../people/profiles.ts';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

// Past 300 lines and whole: half of it is the types of `schema.ts` written as values, which only this test reads.

/** What a TypeScript type says of a column. A choice lists its values, which the database has to allow, and no others. */
interface Column<Kind, Nullable, Generated> {
  readonly kind: Kind;
  readonly nullable: Nullable;
  readonly generated: Generated;
}

/** A text of a few values. `exactly` lets the compiler take neither more nor fewer of them for the same. */
interface Choice<Value extends string> {
  readonly values: readonly Value[];
  readonly exactly?: (value: Value) => void;
}

type KindOf<Value> = unknown extends Value
  ? 'json'
  : Value extends Date
    ? 'date'
    : Value extends Buffer
      ? 'bytes'
      : Value extends boolean
        ? 'boolean'
        : Value extends number
          ? 'number'
          : Value extends string
            ? 'text'
            : 'json';

/** Without distributing over unions, so that a choice stays one. */
type KindOfWhole<Value> = [Value] extends [string] ? (string extends Value ? 'text' : Choice<Value>) : KindOf<Value>;

type ColumnOf<Type> = Column<
  KindOfWhole<NonNullable<SelectType<Type>>>,
  null extends SelectType<Type> ? (unknown extends SelectType<Type> ? boolean : true) : false,
  undefined extends InsertType<Type> ? true : false
>;

type Described = {
  readonly [Table in keyof Tables]: { readonly [Name in keyof Tables[Table]]-?: ColumnOf<Tables[Table][Name]> };
};

const text = { kind: 'text', nullable: false, generated: false } as const;
const number = { kind: 'number', nullable: false, generated: false } as const;
const date = { kind: 'date', nullable: false, generated: false } as const;
const bytes = { kind: 'bytes', nullable: false, generated: false } as const;
const boolean = { kind: 'boolean', nullable: false, generated: false } as const;
const json = { kind: 'json', nullable: false, generated: false } as const;
const choice = <const Value extends string>(...values: readonly Value[]): Column<Choice<Value>, false, false> => ({
  kind: { values },
  nullable: false,
  generated: false,
});
const nullable = <Kind, Generated>(column: Column<Kind, false, Generated>): Column<Kind, true, Generated> => ({
  ...column,
  nullable: true,
});
const generated = <Kind, Nullable>(column: Column<Kind, Nullable, false>): Column<Kind, Nullable, true> => ({
  ...column,
  generated: true,
});

/**
 * The types of `schema.ts` as values. The compiler holds them to the types, the test to the catalog, so that the two
 * can't drift apart: a column that is missing, too many or of another kind in either is an error here.
 */
const TABLES = {
  users: {
    id: text,
    name: text,
    email: text,
    email_verified: generated(boolean),
    image: nullable(text),
    is_anonymous: generated(boolean),
    identity_provider: generated(choice('built-in', 'supabase')),
    role: generated(choice('user', 'operator')),
    created_at: generated(date),
    updated_at: generated(date),
  },
  accounts: {
    id: text,
    user_id: text,
    account_id: text,
    provider_id: text,
    password: nullable(text),
    access_token: nullable(text),
    refresh_token: nullable(text),
    id_token: nullable(text),
    access_token_expires_at: nullable(date),
    refresh_token_expires_at: nullable(date),
    scope: nullable(text),
    created_at: generated(date),
    updated_at: generated(date),
  },
  sessions: {
    id: text,
    user_id: text,
    token: text,
    expires_at: date,
    ip_address: nullable(text),
    user_agent: nullable(text),
    created_at: generated(date),
    updated_at: generated(date),
  },
  verifications: {
    id: text,
    identifier: text,
    value: text,
    expires_at: date,
    created_at: generated(date),
    updated_at: generated(date),
  },
  refresh_tokens: { token_hash: bytes, session_id: text, created_at: date, expires_at: date, spent_at: nullable(date) },
  profiles: {
    user_id: text,
    preferred_name: nullable(text),
    display_name: nullable(text),
    locale: generated(text),
    time_zone: generated(text),
    quiet_hours: nullable(json),
    channels: generated(json),
    consent: generated(json),
    birth_year: nullable(number),
    created_at: generated(date),
    updated_at: generated(date),
  },
  assistant_profiles: {
    user_id: text,
    assistant: text,
    persona: nullable(text),
    journey_stage: nullable(text),
    journey_leaning: nullable(json),
    persona_scores: nullable(json),
    persona_chosen: generated(boolean),
    name_asks: generated(number),
    last_disclosed_at: nullable(date),
    care_level: generated(choice('none', 'concern', 'crisis')),
    care_turns_left: generated(number),
    updated_at: generated(date),
  },
  journey_moves: {
    user_id: text,
    id: text,
    assistant: text,
    from_stage: nullable(text),
    to_stage: text,
    reason: choice('first-words', 'event', 'repeated'),
    likelihood: number,
    evidence: json,
    message_id: text,
    moved_at: date,
  },
  persona_moves: {
    user_id: text,
    id: text,
    assistant: text,
    from_persona: nullable(text),
    to_persona: text,
    reason: choice('first-words', 'overtaken'),
    score: number,
    evidence: json,
    message_id: text,
    moved_at: date,
  },
  hair_profile_entries: {
    user_id: text,
    id: text,
    assistant: text,
    field: text,
    value: nullable(text),
    holds: boolean,
    quote: nullable(text),
    confidence: number,
    message_id: nullable(text),
    said_at: date,
    source: choice('said', 'entered', 'photo'),
  },
  photos: {
    user_id: text,
    id: text,
    created_at: date,
    expires_at: nullable(date),
    media_type: text,
    width: number,
    height: number,
    bytes: number,
    key_id: text,
    wrapped_key: bytes,
    image: bytes,
    thumbnail: bytes,
  },
  photo_asks: {
    user_id: text,
    assistant: text,
    message_id: text,
    conversation_id: text,
    stage: choice('profile', 'keep'),
    findings: json,
    uploads: json,
    asked_at: date,
  },
  prediction_models: {
    id: text,
    assistant: text,
    kind: choice('prior', 'bg-nbd', 'regression'),
    features_version: number,
    window_from: nullable(date),
    window_until: date,
    people: number,
    parameters: json,
    held_out: nullable(json),
    why: text,
    fitted_at: date,
  },
  predictions: {
    user_id: text,
    assistant: text,
    at: date,
    probability: number,
    band: choice('engaged', 'uncertain', 'at_risk', 'gone'),
    reasons: json,
    model_id: text,
  },
  advice: {
    user_id: text,
    id: text,
    assistant: text,
    kind: choice('technique', 'product', 'routine', 'style', 'care'),
    item_kind: choice('passage', 'product'),
    item: text,
    phrase: text,
    concern: nullable(text),
    concern_words: nullable(text),
    given_at: date,
    ask_after: nullable(date),
    asks: generated(number),
    asked_at: nullable(date),
    dropped_at: nullable(date),
  },
  advice_givings: { user_id: text, advice_id: text, message_id: text, given_at: date },
  advice_reports: {
    user_id: text,
    id: text,
    advice_id: text,
    outcome: choice('worked', 'partly', 'did_not', 'not_tried', 'harmed'),
    quote: nullable(text),
    message_id: nullable(text),
    confidence: number,
    reported_at: date,
  },
  conversations: {
    id: text,
    user_id: text,
    assistant: text,
    brand: text,
    title: nullable(text),
    last_sequence: generated(number),
    awaiting_name: generated(boolean),
    model_used: nullable(text),
    response_time_ms: nullable(number),
    created_at: date,
    updated_at: date,
    hand_off: nullable(json),
    owner_id: nullable(text),
    owner_name: nullable(text),
    owned_until: nullable(date),
    fencing_token: generated(number),
    told_human: nullable(text),
  },
  cases: {
    id: text,
    user_id: text,
    conversation_id: text,
    assistant: text,
    brand: text,
    reference: text,
    reason: choice('asked', 'complaint', 'reaction', 'order', 'refund', 'press', 'unanswered'),
    status: generated(choice('open', 'assigned', 'handed_back', 'resolved')),
    collected: json,
    message_id: text,
    opened_at: date,
    answer_by: date,
    taken_by: nullable(text),
    first_answered_at: nullable(date),
    resolved_at: nullable(date),
    crisis_at: nullable(date),
  },
  case_events: {
    user_id: text,
    id: text,
    case_id: text,
    kind: choice('opened', 'reopened', 'taken', 'answered', 'handed_back', 'resolved', 'note'),
    actor_id: nullable(text),
    actor_name: nullable(text),
    text: nullable(text),
    at: date,
  },
  case_deliveries: {
    user_id: text,
    id: text,
    case_id: text,
    event: choice('case.opened', 'case.reopened'),
    channel: choice('webhook', 'email'),
    payload: json,
    state: generated(choice('pending', 'delivered', 'parked')),
    attempts: generated(number),
    last_error: nullable(text),
    created_at: date,
    delivered_at: nullable(date),
  },
  messages: {
    user_id: text,
    id: text,
    conversation_id: text,
    sequence: number,
    role: choice('user', 'assistant'),
    text,
    status: generated(choice('complete', 'partial', 'cancelled')),
    details: nullable(json),
    request_id: nullable(text),
    created_at: date,
    image_count: generated(number),
    forgotten_at: nullable(date),
    author_name: nullable(text),
    author_id: nullable(text),
    is_silent: generated(boolean),
    replaced_by: nullable(text),
  },
  turns: {
    user_id: text,
    message_id: text,
    conversation_id: text,
    reply_id: text,
    state: generated(choice('running', 'completed', 'cancelled', 'failed')),
    body_hash: bytes,
    summary: nullable(json),
    instance_id: text,
    lease_until: date,
    cancel_requested_at: nullable(date),
    takeovers: generated(number),
    request_id: nullable(text),
    started_at: date,
    finished_at: nullable(date),
    cache_result: nullable(choice('exact', 'near', 'miss', 'uncacheable')),
    cache_reason: nullable(text),
    prompt: nullable(json),
  },
  model_attempts: {
    id: text,
    user_id: nullable(text),
    message_id: nullable(text),
    assistant: text,
    brand: text,
    attempt: number,
    model: text,
    served_model: nullable(text),
    provider: text,
    outcome: choice(
      'completed',
      'empty',
      'filtered',
      'truncated',
      'rate-limited',
      'refused-key',
      'too-large',
      'unknown-model',
      'bad-request',
      'timed-out',
      'failed',
      'cut',
      'cancelled',
    ),
    first_token_ms: nullable(number),
    total_ms: number,
    input_tokens: generated(number),
    cached_input_tokens: generated(number),
    output_tokens: generated(number),
    reasoning_tokens: generated(number),
    request_id: nullable(text),
    started_at: date,
    cost_micro_usd: nullable(text),
    usage_source: generated(choice('reported', 'estimated', 'none')),
    vendor_request_id: nullable(text),
    failure_code: nullable(text),
  },
  feedback: { id: text, user_id: text, message_id: text, rating: number, comment: nullable(text), created_at: date },
  idempotency_keys: { user_id: text, key: text, operation: text, body_hash: bytes, response: json, created_at: date },
  erasures: {
    receipt_id: text,
    subject_hash: bytes,
    stores: json,
    erased_at: date,
  },
  circuit_breaker_states: {
    model: text,
    provider: text,
    state: generated(choice('closed', 'open', 'half_open')),
    failure_count: generated(number),
    cause: nullable(text),
    last_error: nullable(text),
    last_failure_at: nullable(date),
    state_since: generated(date),
    next_probe_at: nullable(date),
    transitions: generated(text),
    updated_at: generated(date),
  },
  system_alerts: {
    id: text,
    kind: text,
    severity: choice('info', 'warning', 'critical'),
    subject: text,
    message: text,
    details: generated(json),
    occurrences: generated(number),
    first_seen_at: date,
    last_seen_at: date,
    resolved: generated(boolean),
    resolved_at: nullable(date),
    created_at: generated(date),
    acknowledged_at: nullable(date),
    acknowledged_by: nullable(text),
    resolved_by: nullable(text),
  },
  instances: {
    id: text,
    role: choice('all', 'api', 'worker'),
    version: text,
    started_at: date,
    seen_at: date,
    stopped_at: nullable(date),
    memory_share: nullable(number),
  },
  request_minutes: { minute: date, instance_id: text, requests: number, failures: number },
  alert_rule_states: {
    kind: text,
    subject: text,
    is_firing: boolean,
    turning_since: nullable(date),
    value: nullable(number),
    volume: number,
    measured_at: date,
  },
  alert_mutes: { kind: text, subject: text, until: date, muted_by: text, muted_at: date },
  alert_deliveries: {
    id: text,
    alert_id: text,
    event: choice('opened', 'escalated', 'resolved'),
    severity: choice('warning', 'critical'),
    channel: choice('webhook', 'chat', 'email'),
    state: choice('pending', 'delivered', 'parked'),
    attempts: generated(number),
    last_error: nullable(text),
    created_at: date,
    delivered_at: nullable(date),
  },
  campaigns: {
    assistant: text,
    campaign: text,
    served_since: date,
    paused_at: nullable(date),
    paused_by: nullable(text),
  },
  campaign_sends: {
    user_id: text,
    id: text,
    assistant: text,
    campaign: text,
    occasion: text,
    advice_id: nullable(text),
    channel: choice('inbox', 'email'),
    happened_at: date,
    due_at: date,
    state: generated(choice('planned', 'sending', 'sent', 'skipped', 'held-out')),
    reason: nullable(
      choice(
        'paused',
        'withdrawn',
        'too-late',
        'not-delivered',
        'no-address',
        'no-mail-server',
        'not-agreed',
        'minor',
        'in-care',
        'low-day',
        'handed-over',
        'no-longer-true',
        'capped',
        'nothing-to-say',
      ),
    ),
    next_at: date,
    postponed: generated(number),
    attempts: generated(number),
    first_attempt_at: nullable(date),
    subject: nullable(text),
    text: nullable(text),
    planned_at: date,
    decided_at: nullable(date),
    read_at: nullable(date),
    clicked_at: nullable(date),
    unsubscribed_at: nullable(date),
  },
  served_models: {
    model: text,
    served_model: text,
    first_seen_at: date,
  },
  openai_threads: {
    user_id: text,
    history_hash: bytes,
    conversation_id: text,
    created_at: date,
  },
  job_runs: {
    id: text,
    task: text,
    started_at: date,
    finished_at: nullable(date),
    outcome: generated(choice('running', 'completed', 'failed', 'parked', 'interrupted')),
    attempts: number,
    report: nullable(json),
  },
  memories: {
    user_id: text,
    id: text,
    assistant: text,
    kind: choice(
      'person',
      'pet',
      'place',
      'work',
      'study',
      'health',
      'preference',
      'possession',
      'event',
      'plan',
      'goal',
      'identity',
      'fact',
    ),
    subject_key: text,
    subject_name: nullable(text),
    subject_relation: nullable(text),
    slot: text,
    value: nullable(text),
    name_key: nullable(text),
    value_key: nullable(text),
    text: text,
    quote: text,
    modality: choice('asserted', 'negated'),
    confidence: number,
    importance: number,
    tender: generated(boolean),
    time_words: nullable(text),
    time_date: nullable(text),
    status: generated(choice('active', 'superseded', 'archived')),
    origin: choice('rules', 'model', 'person'),
    said_at: date,
    valid_from: date,
    valid_until: nullable(date),
    superseded_by: nullable(text),
    created_at: date,
    last_used_at: nullable(date),
    use_count: generated(number),
    called_back_at: nullable(date),
  },
  memory_sources: { user_id: text, memory_id: text, message_id: text },
  recall_entries: {
    user_id: text,
    id: text,
    signature: nullable(text),
    source: choice('message', 'memory'),
    role: generated(choice('user', 'assistant')),
    assistant: text,
    said_at: date,
    embedding_model: nullable(text),
    tsv: text,
    embedding: nullable(text),
  },
  safety_events: {
    id: generated(text),
    kind: choice('crisis', 'concern', 'aftercare', 'disclosure'),
    rule: text,
    assistant: text,
    brand: text,
    country: nullable(text),
    language: text,
    occurred_on: date,
  },
  content_versions: { assistant: text, version: text, changed_at: date },
  content_entries: {
    assistant: text,
    kind: choice('passage', 'product'),
    id: text,
    state: choice('draft', 'live', 'retired', 'deleted'),
    revision: number,
    content: nullable(json),
    live_content: nullable(json),
    is_hidden: boolean,
    version: text,
  },
  experiment_settings: { is_only: generated(boolean), version: generated(text), holdout_share: generated(number) },
  experiments: {
    id: text,
    assistant: text,
    status: generated(choice('draft', 'running', 'stopped', 'shipped', 'archived')),
    definition: json,
    phases: generated(json),
    shipped_variant: nullable(text),
    created_at: date,
    started_at: nullable(date),
    stopped_at: nullable(date),
    shipped_at: nullable(date),
    archived_at: nullable(date),
  },
  experiment_assignments: {
    user_id: text,
    experiment_id: text,
    variant: text,
    is_forced: generated(boolean),
    assigned_at: date,
    exposed_at: nullable(date),
  },
  experiment_events: {
    id: text,
    experiment_id: text,
    kind: choice(
      'created',
      'started',
      'shares-changed',
      'variant-forced',
      'variant-released',
      'stopped',
      'shipped',
      'archived',
    ),
    at: date,
    actor: choice('account', 'operator-token'),
    actor_id: nullable(text),
    details: generated(json),
  },
  content_revisions: {
    assistant: text,
    kind: choice('passage', 'product'),
    id: text,
    revision: number,
    state: choice('draft', 'live', 'retired', 'deleted'),
    content: nullable(json),
    changed_at: date,
    actor: choice('account', 'operator-token'),
    changed_by: nullable(text),
  },
  cache_performance_stats: {
    date: nullable(date),
    brand: nullable(text),
    assistant: nullable(text),
    lookups: nullable(text),
    exact_hits: nullable(text),
    near_hits: nullable(text),
    misses: nullable(text),
    uncacheable: nullable(text),
    hit_rate: nullable(text),
  },
  analytics_events: {
    occurred_at: date,
    id: generated(text),
    name: text,
    version: number,
    brand: generated(text),
    assistant: generated(text),
    user_id: nullable(text),
    conversation_id: nullable(text),
    properties: generated(json),
  },
  analytics_unrolled: { hour: date },
  analytics_state: {
    only_one: generated(boolean),
    kept_from: generated(date),
    rolled_up_at: nullable(date),
    refreshed_at: nullable(date),
  },
  analytics_hourly: {
    hour: date,
    brand: text,
    assistant: text,
    metric: text,
    dimension: text,
    count: text,
    amount: text,
  },
  analytics_daily: {
    day: date,
    brand: text,
    assistant: text,
    metric: text,
    dimension: text,
    count: text,
    amount: text,
  },
  analytics_active_days: { user_id: text, day: date, brand: text, assistant: text },
  analytics_conversations: {
    user_id: text,
    conversation_id: text,
    brand: text,
    assistant: text,
    started_at: date,
    last_at: date,
    last_state: text,
    last_thanks: boolean,
    last_rating: nullable(number),
    has_worked: boolean,
    is_handed_over: boolean,
  },
  real_time_metrics: {
    metric_timestamp: date,
    window_seconds: generated(number),
    active_conversations: number,
    active_people: number,
    turns: number,
    failed_turns: number,
    error_rate: nullable(number),
    fallbacks: number,
    average_response_time_ms: nullable(number),
    p95_response_time_ms: nullable(number),
    cache_lookups: number,
    cache_hits: number,
    cache_hit_rate: nullable(number),
    ratings: number,
    average_satisfaction: nullable(number),
    hand_offs: number,
    model_attempts: number,
    failed_attempts: number,
    cost_micro_usd: text,
  },
  brand_performance_comparison: {
    date: nullable(date),
    brand: nullable(text),
    conversations: nullable(text),
    turns: nullable(text),
    failed_turns: nullable(text),
    active_people: nullable(text),
    average_response_time_ms: nullable(text),
    failure_rate: nullable(text),
    fallback_rate: nullable(text),
    cache_hit_rate: nullable(text),
    ratings: nullable(text),
    average_satisfaction: nullable(text),
    hand_offs: nullable(text),
    cost_micro_usd: nullable(text),
  },
} satisfies Described;

/** What `pg` gives for a type of the database, without parsers of our own. */
const KIND_OF_TYPE: Readonly<Record<string, string>> = {
  uuid: 'text',
  text: 'text',
  int4: 'number',
  float8: 'number',
  float4: 'number',
  bool: 'boolean',
  timestamptz: 'date',
  bytea: 'bytes',
  date: 'date',
  int2: 'number',
  // The driver gives what may not fit a number as text.
  int8: 'text',
  numeric: 'text',
  jsonb: 'json',
  varbit: 'text',
  tsvector: 'text',
  // Where the server has pgvector, and where it has not; read by no one but the search's own statement.
  vector: 'text',
  _float4: 'text',
};

interface CatalogColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly generated: boolean;
  /** Values of a check that allows a few and no others; null without such a check. */
  readonly values: readonly string[] | null;
}

const COLUMNS = `
select table_name as table, column_name as name, udt_name as type, is_nullable = 'YES' as nullable, column_default is not null as generated,
  (select array_agg(value[1] order by value[1])
   from pg_constraint cross join regexp_matches(pg_get_constraintdef(pg_constraint.oid), '''([^'']+)''::text', 'g') as value
   where contype = 'c' and conrelid = format('public.%I', table_name)::regclass and conkey = array[ordinal_position::smallint]
     and pg_get_constraintdef(pg_constraint.oid) ~ 'ANY \\(ARRAY\\[') as values
from information_schema.columns where table_schema = 'public' and table_name <> 'schema_migrations'
  and not (select relispartition from pg_class where oid = format('public.%I', table_name)::regclass)
order by table_name, ordinal_position`;

interface ForeignKey {
  readonly name: string;
  readonly table: string;
  readonly target: string;
  readonly columns: readonly string[];
  readonly onDelete: string;
}

const FOREIGN_KEYS = `
select conname as name, conrelid::regclass::text as table, confrelid::regclass::text as target, confdeltype::text as "onDelete",
  (select array_agg(attname::text order by place) from unnest(conkey) with ordinality as keys (number, place)
   join pg_attribute on attrelid = conrelid and attnum = number) as columns
from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`;

interface Index {
  readonly table: string;
  readonly columns: readonly string[];
  readonly partial: boolean;
}

const INDEXES = `
select indrelid::regclass::text as table, indpred is not null as partial,
  (select array_agg(attname::text order by place) from unnest(indkey::smallint[]) with ordinality as keys (number, place)
   join pg_attribute on attrelid = indrelid and attnum = number) as columns
from pg_index join pg_class on pg_class.oid = indexrelid where relnamespace = 'public'::regnamespace`;

/** The ledger of costs outlives the person, without naming them. */
const OUTLIVES_THE_PERSON = 'model_attempts';

onEachDatabase('the schema', (databases) => {
  let database: Database;
  let columns: CatalogColumn[];
  let foreignKeys: ForeignKey[];
  let indexes: Index[];
  let personal: string[];

  beforeAll(async () => {
    database = await databases.migrated();
    columns = (await database.pool.query<CatalogColumn>(COLUMNS)).rows;
    foreignKeys = (await database.pool.query<ForeignKey>(FOREIGN_KEYS)).rows;
    indexes = (await database.pool.query<Index>(INDEXES)).rows;
    personal = columns.filter(({ name }) => name === 'user_id').map(({ table }) => table);
  });
  afterAll(() => database.close());

  const isIndexed = (table: string, wanted: readonly string[]): boolean =>
    indexes.some(
      (index) =>
        index.table === table &&
        !index.partial &&
        wanted.every((column) => index.columns.slice(0, wanted.length).includes(column)),
    );

  /** Deleting a person deletes the table's rows: directly, or by way of what they hang on, by the person's id each time. */
  const cascadesFromUsers = (table: string): boolean =>
    foreignKeys.some(
      (key) =>
        key.table === table &&
        key.onDelete === 'c' &&
        key.columns.includes('user_id') &&
        (key.target === 'users' || cascadesFromUsers(key.target)),
    );

  it('is the one that the types of schema.ts describe, column by column', () => {
    const described = Object.entries(TABLES)
      .flatMap(([table, ofTable]) =>
        Object.entries(ofTable).map(([name, column]) => ({
          column: `${table}.${name}`,
          kind: typeof column.kind === 'string' ? column.kind : 'text',
          nullable: column.nullable,
          generated: column.generated,
          values: typeof column.kind === 'string' ? null : [...column.kind.values].sort(),
        })),
      )
      .sort((left, right) => (left.column < right.column ? -1 : 1));
    const found = columns
      .map(({ table, name, type, values, ...rest }) => ({
        column: `${table}.${name}`,
        kind: KIND_OF_TYPE[type] ?? `of no kind we know (${type})`,
        ...rest,
        values: values === null ? null : [...values].sort(),
      }))
      .sort((left, right) => (left.column < right.column ? -1 : 1));
    expect(found).toEqual(described);
  });

  it('gives the kinds of values that the types promise', async () => {
    const { rows } = await database.pool.query<Record<string, unknown>>(
      `select gen_random_uuid() as text, 7::int8 as big, 7::int2 as small, current_date as day, 7::int4 as number, true as boolean, now() as date, '\\x00'::bytea as bytes, '{"a": 1}'::jsonb as json`,
    );
    expect(rows[0]).toEqual({
      text: expect.any(String),
      big: '7',
      small: 7,
      day: expect.any(Date),
      number: 7,
      boolean: true,
      date: expect.any(Date),
      bytes: Buffer.from([0]),
      json: { a: 1 },
    });
  });

  it('has an index for every foreign key', () => {
    expect(foreignKeys.length).toBeGreaterThan(8);
    expect(foreignKeys.filter((key) => !isIndexed(key.table, key.columns)).map(({ name }) => name)).toEqual([]);
  });

  it("reaches every row of a person by an index that begins with the person's id", () => {
    expect(personal.length).toBeGreaterThan(8);
    const unreached = personal.filter(
      (table) => !indexes.some((index) => index.table === table && !index.partial && index.columns[0] === 'user_id'),
    );
    expect(unreached).toEqual([]);
  });

  it('deletes with a person every row that is theirs, but for the ledger', () => {
    expect(personal.filter((table) => !cascadesFromUsers(table))).toEqual([OUTLIVES_THE_PERSON]);
  });

  it('tells the ledger to forget whose an attempt was', () => {
    expect(foreignKeys.filter(({ table }) => table === OUTLIVES_THE_PERSON)).toMatchObject([
      { onDelete: 'n', columns: ['user_id'] },
    ]);
  });

  it('is known to erasure: its list is that of the tables that go with a person', () => {
    expect([...PERSONAL_TABLES].sort()).toEqual(['users', ...personal.filter(cascadesFromUsers)].sort());
    const ofSessions = foreignKeys.find(({ table }) => table === 'refresh_tokens');
    expect(ofSessions).toMatchObject({ target: 'sessions', onDelete: 'c' });
  });

  describe("answers the operator's queries as they are written", () => {
    it('counts the conversations of the last hour by model', async () => {
      const user = '00000000-0000-7000-8000-000000000001';
      await database.pool.query("insert into users (id, name, email) values ($1, 'Ada', 'ada@example.com')", [user]);
      const rows: readonly (readonly [string, string, number, string])[] = [
        ['01', 'google/gemini', 100, '1 minute'],
        ['02', 'google/gemini', 300, '59 minutes'],
        ['03', 'rapport/builtin', 10, '5 minutes'],
        ['04', 'rapport/builtin', 9_000, '61 minutes'],
      ];
      for (const [end, model, responseTimeMs, age] of rows) {
        await database.pool.query(
          `insert into conversations (id, user_id, assistant, brand, model_used, response_time_ms, created_at, updated_at)
           values ($1, $2, 'sienna', 'Sienna Naturals', $3, $4, now() - $5::interval, now())`,
          [`00000000-0000-7000-8000-0000000000${end}`, user, model, responseTimeMs, age],
        );
      }
      const result = await database.pool.query<{ count: string; model_used: string; avg: string }>(
        "SELECT COUNT(*), model_used, AVG(response_time_ms) FROM conversations WHERE created_at >= NOW() - INTERVAL '1 hour' GROUP BY model_used;",
      );
      const byModel = new Map(result.rows.map((row) => [row.model_used, [Number(row.count), Number(row.avg)]]));
      expect(byModel).toEqual(
        new Map([
          ['google/gemini', [2, 200]],
          ['rapport/builtin', [1, 10]],
        ]),
      );
    });

    it.each([
      "SELECT schemaname,tablename,attname,n_distinct,correlation FROM pg_stats WHERE tablename IN ('conversations', 'analytics_events');",
      "SELECT indexrelname, idx_tup_read, idx_tup_fetch FROM pg_stat_user_indexes WHERE schemaname = 'public';",
      "SELECT * FROM pg_stat_activity WHERE state = 'active';",
      'ANALYZE;',
      'VACUUM ANALYZE;',
    ])('runs %s', async (query) => {
      expect((await database.pool.query(query)).command).toEqual(expect.any(String));
    });
  });
});
