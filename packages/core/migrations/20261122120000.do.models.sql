-- What the chain of models leaves behind: the ledger's cost, breakers every instance shares, alerts for operators, how
-- the reply cache does, and from what a turn's prompt was made.

alter table model_attempts drop constraint model_attempts_outcome_check;
alter table model_attempts add constraint model_attempts_outcome_check check (
  outcome in ('completed', 'empty', 'filtered', 'truncated', 'rate-limited', 'refused-key', 'too-large', 'unknown-model',
    'bad-request', 'timed-out', 'failed', 'cut', 'cancelled')
);
alter table model_attempts
  -- Millionths of a US dollar, by the prices of the day it began; null when no price is on file or nothing is known.
  add column cost_micro_usd bigint check (cost_micro_usd >= 0),
  -- 'reported': the vendor's own count. 'estimated': it had begun and never said. 'none': nothing was used.
  add column usage_source text not null default 'reported' check (usage_source in ('reported', 'estimated', 'none')),
  -- The vendor's id of the answer, to ask its support about.
  add column vendor_request_id text,
  add column failure_code text;
-- A conversation that is deleted takes no cost back: the ledger hangs on the person, who can be forgotten, not on the turn.
alter table model_attempts drop constraint model_attempts_user_id_message_id_fkey;
alter table model_attempts add constraint model_attempts_user_id_fkey
  foreign key (user_id) references users (id) on delete set null;
create index model_attempts_by_brand on model_attempts (brand, started_at);
create index model_attempts_of_user on model_attempts (user_id, started_at);
create index model_attempts_by_time on model_attempts (started_at);

alter table messages
  -- Pictures that came with it; they are not kept.
  add column image_count smallint not null default 0 check (image_count between 0 and 4);

alter table turns
  add column cache_result text check (cache_result in ('exact', 'near', 'miss', 'uncacheable')),
  -- Why it could not be cached: the name of the rule.
  add column cache_reason text,
  -- Ids and sizes from which the prompt can be made again: never its text.
  add column prompt jsonb;

-- One row a model; `UPDATE circuit_breaker_states SET state = 'closed', failure_count = 0` closes them all, everywhere.
create table circuit_breaker_states (
  model text primary key,
  provider text not null,
  state text not null default 'closed' check (state in ('closed', 'open', 'half_open')),
  failure_count integer not null default 0 check (failure_count >= 0),
  -- Why it is open: the outcome that opened it. Null while closed.
  cause text,
  -- What the vendor last answered, in our words.
  last_error text,
  last_failure_at timestamptz,
  -- Since when it is in this state.
  state_since timestamptz not null default now(),
  -- When it may next be asked, or when a probe that runs is given up.
  next_probe_at timestamptz,
  -- How often it changed state.
  transitions bigint not null default 0 check (transitions >= 0),
  updated_at timestamptz not null default now()
);

create table system_alerts (
  id uuid primary key,
  kind text not null,
  severity text not null check (severity in ('info', 'warning', 'critical')),
  -- What it is about, such as a model's id: the same alert about the same thing is one row while it is unresolved.
  subject text not null,
  message text not null,
  details jsonb not null default '{}',
  occurrences integer not null default 1 check (occurrences > 0),
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  resolved boolean not null default false,
  resolved_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index system_alerts_open on system_alerts (kind, subject) where not resolved;
create index system_alerts_by_time on system_alerts (last_seen_at);

-- Which model last answered for the one that was asked: a change is an alert.
create table served_models (
  model text primary key,
  served_model text not null,
  first_seen_at timestamptz not null
);

-- Conversations held through the OpenAI door, found again by what was said so far.
create table openai_threads (
  user_id uuid not null,
  history_hash bytea not null check (octet_length(history_hash) = 32),
  conversation_id uuid not null,
  created_at timestamptz not null,
  primary key (user_id, history_hash),
  foreign key (user_id, conversation_id) references conversations (user_id, id) on delete cascade
);
create index openai_threads_of_conversation on openai_threads (user_id, conversation_id);

create view cache_performance_stats as
select (turns.started_at at time zone 'UTC')::date as date, conversations.brand, conversations.assistant,
  count(*) filter (where turns.cache_result <> 'uncacheable') as lookups,
  count(*) filter (where turns.cache_result = 'exact') as exact_hits,
  count(*) filter (where turns.cache_result = 'near') as near_hits,
  count(*) filter (where turns.cache_result = 'miss') as misses,
  count(*) filter (where turns.cache_result = 'uncacheable') as uncacheable,
  round(count(*) filter (where turns.cache_result in ('exact', 'near'))::numeric
    / nullif(count(*) filter (where turns.cache_result <> 'uncacheable'), 0), 4) as hit_rate
from turns
join conversations on conversations.user_id = turns.user_id and conversations.id = turns.conversation_id
where turns.cache_result is not null
group by 1, 2, 3;
