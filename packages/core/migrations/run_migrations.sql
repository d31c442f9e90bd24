-- Generated from the migrations in this folder by `npm run migrate -- script`: do not edit.
-- Brings an empty or an older database up to date: psql -d <database> -f packages/core/migrations/run_migrations.sql
\set ON_ERROR_STOP on
\pset tuples_only on
set client_min_messages = warning;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
create table if not exists schema_migrations (version bigint primary key, name text not null, md5 text not null, run_at timestamptz not null);
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261122090000) as pending \gset
\if :pending
\echo applying 20261122090000.do.people-and-conversations.sql
-- Accounts, people, conversations and turns: what everything later hangs on.
-- `users` is the root of everything owned by a person: deleting its row erases the rest by cascade.

create table users (
  id uuid primary key,
  name text not null,
  -- Guests and people of an outside identity provider have an address under the reserved top-level domain .invalid.
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  is_anonymous boolean not null default false,
  identity_provider text not null default 'built-in' check (identity_provider in ('built-in', 'supabase')),
  role text not null default 'user' check (role in ('user', 'operator')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table accounts (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index accounts_by_user on accounts (user_id);

create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_by_user on sessions (user_id);
create index sessions_by_expiry on sessions (expires_at);

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_by_identifier on verifications (identifier);

-- A session's refresh tokens are its family. Each is used once; a second use ends the session and with it the family.
create table refresh_tokens (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  session_id uuid not null references sessions (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  spent_at timestamptz
);
create index refresh_tokens_by_session on refresh_tokens (session_id);

create table profiles (
  user_id uuid primary key references users (id) on delete cascade,
  preferred_name text check (char_length(preferred_name) between 1 and 80),
  display_name text check (char_length(display_name) between 1 and 120),
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  quiet_hours jsonb,
  channels jsonb not null default '{"email": false, "push": false, "inApp": true}',
  consent jsonb not null default '{"memory": true, "mood": true, "analytics": true, "crossAssistant": false}',
  birth_year integer check (birth_year between 1900 and 2200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Every user has a profile from the same statement that makes the user, whichever library makes it.
create function create_profile_of_user() returns trigger language plpgsql as $$
begin
  insert into profiles (user_id, created_at, updated_at) values (new.id, new.created_at, new.created_at);
  return null;
end
$$;
create trigger users_have_profiles after insert on users for each row execute function create_profile_of_user();

-- What one assistant knows and owes of one person.
create table assistant_profiles (
  user_id uuid not null references users (id) on delete cascade,
  assistant text not null,
  persona text,
  journey_stage text,
  hair_profile jsonb,
  name_asks integer not null default 0 check (name_asks >= 0),
  last_disclosed_at timestamptz,
  care_level text not null default 'none' check (care_level in ('none', 'concern', 'crisis')),
  care_turns_left integer not null default 0 check (care_turns_left >= 0),
  updated_at timestamptz not null default now(),
  primary key (user_id, assistant)
);

create table conversations (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  assistant text not null,
  brand text not null,
  title text,
  -- Sequence number of the conversation's latest message; a turn takes the next two.
  last_sequence integer not null default 0 check (last_sequence >= 0),
  awaiting_name boolean not null default false,
  model_used text,
  response_time_ms integer check (response_time_ms >= 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (user_id, id)
);
create index conversations_of_user on conversations (user_id, assistant, updated_at desc, id desc);
create index conversations_by_creation on conversations (created_at);

-- A client may choose its message ids, so they are unique within a person and say nothing of anyone else's.
create table messages (
  user_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  sequence integer not null check (sequence > 0),
  role text not null check (role in ('user', 'assistant')),
  text text not null,
  status text not null default 'complete' check (status in ('complete', 'partial', 'cancelled')),
  -- Everything of an assistant's reply but its text, as the API gives it.
  details jsonb,
  request_id text,
  created_at timestamptz not null,
  primary key (user_id, id),
  unique (user_id, conversation_id, sequence),
  foreign key (user_id, conversation_id) references conversations (user_id, id) on delete cascade
);

-- One row a turn, keyed by the person's message id: the claim that makes a repeated request one turn.
create table turns (
  user_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  reply_id uuid not null,
  state text not null default 'running' check (state in ('running', 'completed', 'cancelled', 'failed')),
  body_hash bytea not null check (octet_length(body_hash) = 32),
  -- What the message says: step one of summarise and respond.
  summary jsonb,
  -- The instance that generates the reply, and until when it is taken to be alive.
  instance_id uuid not null,
  lease_until timestamptz not null,
  cancel_requested_at timestamptz,
  request_id text,
  -- How often another instance took the turn over; each begins its parts' numbers anew, above all earlier ones.
  takeovers integer not null default 0 check (takeovers >= 0),
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (user_id, message_id),
  unique (user_id, reply_id),
  foreign key (user_id, conversation_id) references conversations (user_id, id) on delete cascade,
  check ((state = 'running') = (finished_at is null))
);
create index turns_of_conversation on turns (user_id, conversation_id);
create index turns_running on turns (instance_id) where state = 'running';

-- One row an attempt at a reply, failed ones too. Outlives the person as a figure without a name.
create table model_attempts (
  id uuid primary key,
  user_id uuid,
  message_id uuid,
  assistant text not null,
  brand text not null,
  attempt integer not null check (attempt > 0),
  model text not null,
  served_model text,
  provider text not null,
  outcome text not null check (
    outcome in ('completed', 'empty', 'filtered', 'truncated', 'rate-limited', 'refused-key', 'timed-out', 'failed', 'cut', 'cancelled')
  ),
  first_token_ms integer check (first_token_ms >= 0),
  total_ms integer not null check (total_ms >= 0),
  input_tokens integer not null default 0 check (input_tokens >= 0),
  cached_input_tokens integer not null default 0 check (cached_input_tokens between 0 and input_tokens),
  output_tokens integer not null default 0 check (output_tokens >= 0),
  reasoning_tokens integer not null default 0 check (reasoning_tokens between 0 and output_tokens),
  request_id text,
  started_at timestamptz not null,
  foreign key (user_id, message_id) references turns (user_id, message_id) on delete set null
);
create index model_attempts_of_turn on model_attempts (user_id, message_id);
create index model_attempts_by_model on model_attempts (model, started_at);

create table feedback (
  id uuid primary key,
  user_id uuid not null,
  message_id uuid not null,
  rating integer not null check (rating between 1 and 5),
  comment text,
  created_at timestamptz not null,
  foreign key (user_id, message_id) references messages (user_id, id) on delete cascade
);
create index feedback_of_message on feedback (user_id, message_id);
create index feedback_by_creation on feedback (created_at);

-- The stored response of a request that created something, so that its repetition creates nothing.
create table idempotency_keys (
  user_id uuid not null references users (id) on delete cascade,
  key text not null check (char_length(key) between 1 and 255),
  operation text not null,
  body_hash bytea not null check (octet_length(body_hash) = 32),
  response jsonb not null,
  created_at timestamptz not null,
  primary key (user_id, key)
);
create index idempotency_keys_by_creation on idempotency_keys (created_at);

-- Receipts of erasures. `subject_hash` is a keyed hash of the erased id: it lets an old token or an old backup be
-- recognised without naming anyone.
create table erasures (
  receipt_id uuid primary key,
  subject_hash bytea not null check (octet_length(subject_hash) = 32),
  stores jsonb not null,
  erased_at timestamptz not null
);
create index erasures_by_subject on erasures (subject_hash);
insert into schema_migrations (version, name, md5, run_at) values (20261122090000, 'people-and-conversations', '28c10e61677db5561328dc8c35e8f74d', now());
\else
\echo already applied: 20261122090000.do.people-and-conversations.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261122120000) as pending \gset
\if :pending
\echo applying 20261122120000.do.models.sql
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
insert into schema_migrations (version, name, md5, run_at) values (20261122120000, 'models', '754d0e53679854b068f26a5dc9695180', now());
\else
\echo already applied: 20261122120000.do.models.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130090000) as pending \gset
\if :pending
\echo applying 20261130090000.do.memories.sql
-- What assistants remember of a person, and what finds it again. Memories are further keys that point at turns: every
-- message stays verbatim in `messages`, and a memory keeps the person's own words as its proof.

-- pgvector where the server has it and lets us: else vectors are `real[]`, compared exactly (docs/decisions).
-- btree_gin lets one index hold the person beside their words.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['vector', 'btree_gin'] loop
    if exists (select from pg_available_extensions where name = wanted) then
      begin
        execute format('create extension if not exists %I', wanted);
      exception when insufficient_privilege then
        raise notice 'The extension % is there and may not be created: going without', wanted;
      end;
    end if;
  end loop;
end
$$;

alter table messages
  -- The person had it forgotten: it is shown to them and read by nothing else any more.
  add column forgotten_at timestamptz;

create table memories (
  user_id uuid not null references users (id) on delete cascade,
  id uuid not null,
  assistant text not null,
  kind text not null check (kind in ('person', 'pet', 'place', 'work', 'study', 'health', 'preference', 'possession', 'event',
    'plan', 'goal', 'identity', 'fact')),
  -- About whom: `self`, or relation and folded name, such as `sister:lucia`. Two Marias are two.
  subject_key text not null check (char_length(subject_key) between 1 and 200),
  subject_name text,
  subject_relation text,
  -- What is said of them: the slots' table is in memory/slots.ts.
  slot text not null check (char_length(slot) between 1 and 100),
  value text,
  -- Folded (no accents, lower case), so that a question finds them whatever its spelling.
  name_key text,
  value_key text,
  -- As the assistant would say it to them.
  text text not null,
  -- The person's own words.
  quote text not null,
  modality text not null check (modality in ('asserted', 'negated')),
  confidence real not null check (confidence between 0 and 1),
  importance real not null check (importance between 0 and 1),
  -- Bringing it up unasked could hurt or betray.
  tender boolean not null default false,
  time_words text,
  time_date text,
  status text not null default 'active' check (status in ('active', 'superseded', 'archived')),
  -- Who found it: the rules, a vendor's model, or the person who wrote or corrected it.
  origin text not null check (origin in ('rules', 'model', 'person')),
  said_at timestamptz not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  superseded_by uuid,
  created_at timestamptz not null,
  last_used_at timestamptz,
  use_count integer not null default 0 check (use_count >= 0),
  -- When a greeting asked after it: once is enough.
  called_back_at timestamptz,
  primary key (user_id, id),
  check ((status = 'superseded') = (valid_until is not null))
);
create index memories_listed on memories (user_id, created_at desc, id desc);
create index memories_by_slot on memories (user_id, slot, said_at desc);
create index memories_by_subject on memories (user_id, subject_key);
create index memories_by_relation on memories (user_id, subject_relation) where subject_relation is not null;
create index memories_by_name on memories (user_id, name_key) where name_key is not null;
create index memories_by_value on memories (user_id, value_key) where value_key is not null;
create index memories_unused on memories (last_used_at, created_at) where status = 'active';

-- The messages a memory was read from. Without any left, it has no proof and goes; the person's own entries need none.
create table memory_sources (
  user_id uuid not null,
  memory_id uuid not null,
  message_id uuid not null,
  primary key (user_id, memory_id, message_id),
  foreign key (user_id, memory_id) references memories (user_id, id) on delete cascade,
  foreign key (user_id, message_id) references messages (user_id, id) on delete cascade
);
create index memory_sources_by_message on memory_sources (user_id, message_id);

create function forget_memory_without_source() returns trigger language plpgsql as $$
begin
  delete from memories
  where user_id = old.user_id and id = old.memory_id and origin <> 'person'
    and not exists (select from memory_sources where user_id = old.user_id and memory_id = old.memory_id);
  return null;
end
$$;
create trigger memory_sources_prove after delete on memory_sources
  for each row execute function forget_memory_without_source();

-- What search reads: a row a message and a row a memory, the rows of a person together. `signature` is the vector's
-- signs, which narrow 10,000 to a hundred before vectors are compared.
create table recall_entries (
  user_id uuid not null references users (id) on delete cascade,
  -- The message's or the memory's id.
  id uuid not null,
  signature bit varying,
  source text not null check (source in ('message', 'memory')),
  role text not null default 'user' check (role in ('user', 'assistant')),
  assistant text not null,
  said_at timestamptz not null,
  -- Which embedder made the vector: vectors of two can't be compared. Null while there is none.
  embedding_model text,
  -- Its own words weigh A, what stood around it C.
  tsv tsvector not null,
  primary key (user_id, id)
) partition by hash (user_id);

do $$
declare
  vector_type text := 'real[]';
begin
  if exists (select from pg_extension where extname = 'vector') then vector_type := 'vector'; end if;
  execute format('alter table recall_entries add column embedding %s', vector_type);
  for part in 0..15 loop
    execute format('create table recall_entries_%s partition of recall_entries for values with (modulus 16, remainder %s)', part, part);
    -- Beside the row, uncompressed: a scan over a person's vectors reads them all.
    execute format('alter table recall_entries_%s alter column embedding set storage plain', part);
  end loop;
  if exists (select from pg_extension where extname = 'btree_gin') then
    create index recall_entries_by_words on recall_entries using gin (user_id, tsv);
  else
    create index recall_entries_by_words on recall_entries using gin (tsv);
  end if;
end
$$;
create index recall_entries_by_embedding_model on recall_entries (embedding_model, user_id);

create function forget_recall_entry() returns trigger language plpgsql as $$
begin
  delete from recall_entries where user_id = old.user_id and id = old.id;
  return null;
end
$$;
create trigger messages_are_found after delete on messages for each row execute function forget_recall_entry();
create trigger memories_are_found after delete on memories for each row execute function forget_recall_entry();
insert into schema_migrations (version, name, md5, run_at) values (20261130090000, 'memories', 'cc119d0ac1d8021f472e6313c959318d', now());
\else
\echo already applied: 20261130090000.do.memories.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130100000) as pending \gset
\if :pending
\echo applying 20261130100000.do.moods.sql
-- Moods over time are read from what each turn's summary says, by person and time. Turns in a crisis are read too, mood or
-- not: where there was one, nothing is summed up.
create index turns_with_mood on turns (user_id, started_at)
  where jsonb_typeof(summary -> 'mood') = 'object' or summary #>> '{risk,level}' = 'crisis';

-- Who switches moods off has none kept: those of turns and those shown with replies go in the same statement, whoever
-- writes the consent. Later turns are stored without (see turn/finish.ts).
create function forget_moods_of_person() returns trigger language plpgsql as $$
begin
  update turns set summary = jsonb_set(summary, '{mood}', 'null')
  where user_id = new.user_id and jsonb_typeof(summary -> 'mood') = 'object';
  update messages set details = jsonb_set(details, '{mood}', 'null')
  where user_id = new.user_id and jsonb_typeof(details -> 'mood') = 'object';
  return null;
end
$$;
create trigger profiles_forget_moods after update of consent on profiles
  for each row when (new.consent ->> 'mood' = 'false' and old.consent ->> 'mood' is distinct from 'false')
  execute function forget_moods_of_person();
insert into schema_migrations (version, name, md5, run_at) values (20261130100000, 'moods', 'a9d87bcccd5101cc3da6dce7e5a7e80b', now());
\else
\echo already applied: 20261130100000.do.moods.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130110000) as pending \gset
\if :pending
\echo applying 20261130110000.do.care.sql
-- How often people were met with care, and how often the assistant said that it is an AI: counts for the yearly reports that
-- New York's General Business Law art. 47 and California's SB 243 ask for. No person, no message, no words; the day and not
-- the moment, so that a row can't be laid beside a message by its time. Nothing here is anybody's, so erasure leaves it.
create table safety_events (
  id uuid primary key default gen_random_uuid(),
  -- crisis: a message read as one and answered with a line to call. aftercare: a turn that stayed in care and named it again.
  -- concern: a message read as one. disclosure: the assistant said that it is an AI.
  kind text not null check (kind in ('crisis', 'concern', 'aftercare', 'disclosure')),
  -- The rule that read it, or what made the disclosure due.
  rule text not null check (length(rule) between 1 and 100),
  assistant text not null,
  brand text not null,
  -- ISO 3166-1 alpha-2 as the clock's zone says; null when it says none.
  country text check (country ~ '^[A-Z]{2}$'),
  -- BCP 47 tag of the message's language, `und` when unclear.
  language text not null check (length(language) between 1 and 35),
  -- The UTC day.
  occurred_on date not null
);
create index safety_events_day on safety_events (occurred_on, kind, assistant);
insert into schema_migrations (version, name, md5, run_at) values (20261130110000, 'care', 'a44bb848810626e9ce6b129e31689e84', now());
\else
\echo already applied: 20261130110000.do.care.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130120000) as pending \gset
\if :pending
\echo applying 20261130120000.do.jobs.sql
-- What background work leaves behind. The queue keeps its jobs in a schema of its own, pgboss, which it makes and
-- upgrades itself when the server starts.

-- One row a job, all its attempts together: what an operator sees, and what makes a job's effects happen once.
create table job_runs (
  -- The job's.
  id uuid primary key,
  task text not null,
  started_at timestamptz not null,
  -- When the latest attempt ended; null while it runs.
  finished_at timestamptz,
  -- 'failed': to be tried again. 'parked': failed for the last time. 'interrupted': a stop returned it to the queue.
  outcome text not null default 'running' check (outcome in ('running', 'completed', 'failed', 'parked', 'interrupted')),
  attempts integer not null check (attempts > 0),
  -- Counts and names; never a person's words or ids.
  report jsonb
);
create index job_runs_of_task on job_runs (task, started_at);
create index job_runs_by_start on job_runs (started_at);
insert into schema_migrations (version, name, md5, run_at) values (20261130120000, 'jobs', '404d1081a09a123c154fc274e5bdf47d', now());
\else
\echo already applied: 20261130120000.do.jobs.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130130000) as pending \gset
\if :pending
\echo applying 20261130130000.do.search-index.sql
-- Words are searched in every turn, and written once. GIN's list of what is not yet in its place is read whole by every
-- search: at 20,000 entries a person it made up half of recall's time, until a vacuum came by.
do $$
declare
  part regclass;
begin
  for part in select inhrelid from pg_inherits where inhparent = 'recall_entries_by_words'::regclass loop
    execute format('alter index %s set (fastupdate = off)', part);
    perform gin_clean_pending_list(part);
  end loop;
end
$$;
insert into schema_migrations (version, name, md5, run_at) values (20261130130000, 'search-index', '340f155f655135a274b9a87f95a4cfdb', now());
\else
\echo already applied: 20261130130000.do.search-index.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130143000) as pending \gset
\if :pending
\echo applying 20261130143000.do.journey-and-personas.sql
-- Where a person is on an assistant's journey and as whom they come across. The standing is in `assistant_profiles`; every
-- change of it is a row here, with the person's own words as its proof. Without the message there is no proof, and the
-- standing goes back to what is still proven.

alter table assistant_profiles
  -- The other stage their last words spoke for and how much so far: {"stage", "weight"}.
  add column journey_leaning jsonb,
  -- How much has spoken for each persona, fading with every message: {"<persona>": number}.
  add column persona_scores jsonb;

create table journey_moves (
  user_id uuid not null references users (id) on delete cascade,
  id uuid not null,
  assistant text not null,
  -- Null for the first stage that was known.
  from_stage text,
  to_stage text not null,
  -- first-words: nothing was known. event: they told of a step taken. repeated: their words kept speaking for it.
  reason text not null check (reason in ('first-words', 'event', 'repeated')),
  likelihood real not null check (likelihood between 0 and 1),
  -- [{"signal", "quote"}], the strongest first.
  evidence jsonb not null,
  message_id uuid not null,
  moved_at timestamptz not null,
  primary key (user_id, id),
  foreign key (user_id, message_id) references messages (user_id, id) on delete cascade
);
create index journey_moves_by_assistant on journey_moves (user_id, assistant, moved_at desc);
create index journey_moves_by_message on journey_moves (user_id, message_id);

create table persona_moves (
  user_id uuid not null references users (id) on delete cascade,
  id uuid not null,
  assistant text not null,
  from_persona text,
  to_persona text not null,
  -- first-words: nothing was known. overtaken: for several messages another persona had more speaking for it.
  reason text not null check (reason in ('first-words', 'overtaken')),
  -- What spoke for it, added up and fading.
  score real not null,
  evidence jsonb not null,
  message_id uuid not null,
  moved_at timestamptz not null,
  primary key (user_id, id),
  foreign key (user_id, message_id) references messages (user_id, id) on delete cascade
);
create index persona_moves_by_assistant on persona_moves (user_id, assistant, moved_at desc);
create index persona_moves_by_message on persona_moves (user_id, message_id);

create function journey_follows_its_proof() returns trigger language plpgsql as $$
begin
  update assistant_profiles
  set journey_leaning = null, journey_stage = (
    select to_stage from journey_moves
    where user_id = old.user_id and assistant = old.assistant order by moved_at desc, id desc limit 1)
  where user_id = old.user_id and assistant = old.assistant;
  return null;
end
$$;
create trigger journey_moves_prove after delete on journey_moves
  for each row execute function journey_follows_its_proof();

create function persona_follows_its_proof() returns trigger language plpgsql as $$
begin
  update assistant_profiles
  set persona_scores = null, persona = (
    select to_persona from persona_moves
    where user_id = old.user_id and assistant = old.assistant order by moved_at desc, id desc limit 1)
  where user_id = old.user_id and assistant = old.assistant;
  return null;
end
$$;
create trigger persona_moves_prove after delete on persona_moves
  for each row execute function persona_follows_its_proof();

-- A message that is forgotten proves nothing any more.
create function forget_moves_of_message() returns trigger language plpgsql as $$
begin
  delete from journey_moves where user_id = new.user_id and message_id = new.id;
  delete from persona_moves where user_id = new.user_id and message_id = new.id;
  return null;
end
$$;
create trigger messages_forget_moves after update of forgotten_at on messages
  for each row when (old.forgotten_at is null and new.forgotten_at is not null)
  execute function forget_moves_of_message();
insert into schema_migrations (version, name, md5, run_at) values (20261130143000, 'journey-and-personas', '54eb392663183b6b94a14ea46b7327cb', now());
\else
\echo already applied: 20261130143000.do.journey-and-personas.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130144000) as pending \gset
\if :pending
\echo applying 20261130144000.do.hair-profile.sql
-- What people said of their hair, a row a saying. What holds now is the latest row of a field, or of a field and value where
-- several hold at once: a correction supersedes by being later, and when its message goes, what was said before holds again.
create table hair_profile_entries (
  user_id uuid not null references users (id) on delete cascade,
  id uuid not null,
  assistant text not null,
  field text not null check (length(field) between 1 and 60),
  -- Null: the person cleared the field.
  value text check (length(value) between 1 and 60),
  -- False: they said that it is not so.
  holds boolean not null,
  -- Their own words; null for what they entered by hand.
  quote text,
  confidence real not null check (confidence between 0 and 1),
  -- The message it was said in; null for what they entered by hand.
  message_id uuid,
  said_at timestamptz not null,
  primary key (user_id, id),
  foreign key (user_id, message_id) references messages (user_id, id) on delete cascade,
  check ((quote is null) = (message_id is null))
);
create index hair_profile_entries_by_field on hair_profile_entries (user_id, assistant, field, said_at desc);
create index hair_profile_entries_by_message on hair_profile_entries (user_id, message_id);

create function forget_hair_profile_of_message() returns trigger language plpgsql as $$
begin
  delete from hair_profile_entries where user_id = new.user_id and message_id = new.id;
  return null;
end
$$;
create trigger messages_forget_hair_profile after update of forgotten_at on messages
  for each row when (old.forgotten_at is null and new.forgotten_at is not null)
  execute function forget_hair_profile_of_message();

-- It was a document beside the standing, and never written.
alter table assistant_profiles drop column hair_profile;
insert into schema_migrations (version, name, md5, run_at) values (20261130144000, 'hair-profile', '0cb5786b0724af9137fad551d6efaec8', now());
\else
\echo already applied: 20261130144000.do.hair-profile.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130170000) as pending \gset
\if :pending
\echo applying 20261130170000.do.standing-of-deleted-conversations.sql
-- What leans a person towards a stage or persona was read from messages that prove no move yet, and so from no row that would
-- take it along: with a conversation that is deleted, or a message that is forgotten, it is begun anew.
create function standing_leans_anew() returns trigger language plpgsql as $$
begin
  update assistant_profiles set journey_leaning = null, persona_scores = null
  where user_id = old.user_id and assistant = old.assistant
    and (journey_leaning is not null or persona_scores is not null);
  return null;
end
$$;
create trigger conversations_lean_anew after delete on conversations
  for each row execute function standing_leans_anew();

create function standing_leans_anew_without_message() returns trigger language plpgsql as $$
begin
  update assistant_profiles set journey_leaning = null, persona_scores = null
  from conversations
  where conversations.user_id = new.user_id and conversations.id = new.conversation_id
    and assistant_profiles.user_id = new.user_id and assistant_profiles.assistant = conversations.assistant
    and (journey_leaning is not null or persona_scores is not null);
  return null;
end
$$;
create trigger messages_lean_anew after update of forgotten_at on messages
  for each row when (old.forgotten_at is null and new.forgotten_at is not null)
  execute function standing_leans_anew_without_message();
insert into schema_migrations (version, name, md5, run_at) values (20261130170000, 'standing-of-deleted-conversations', '4ea4dd392cf8fad00f7fb2981e84e04a', now());
\else
\echo already applied: 20261130170000.do.standing-of-deleted-conversations.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130180000) as pending \gset
\if :pending
\echo applying 20261130180000.do.hand-off.sql
-- Where a conversation stands between its assistant and people. These are columns of the conversation and no table beside it,
-- because the commit of a turn locks this row anyway and so sees who owns it at that moment, whatever its snapshot says.
alter table conversations
  -- What the assistant is in the middle of: an offer, or collecting what a case needs.
  add column hand_off jsonb,
  -- Who of the team answers, by the operator's id and as the person sees them, and until when without renewal.
  add column owner_id text check (length(owner_id) between 1 and 200),
  add column owner_name text check (length(owner_name) between 1 and 80),
  add column owned_until timestamptz,
  -- Counts up with each taking and handing back, never down.
  add column fencing_token integer not null default 0 check (fencing_token >= 0),
  -- Whom the person was last told is answering; null: the assistant.
  add column told_human text,
  add constraint conversations_owner_is_whole
    check ((owner_id is null) = (owner_name is null) and (owner_id is null) = (owned_until is null));

alter table messages
  -- Of a message by a person of the team, their name as shown and the operator's id.
  add column author_name text check (length(author_name) between 1 and 80),
  add column author_id text,
  -- The place of a reply while a person of the team answered: nothing was said there.
  add column is_silent boolean not null default false,
  add constraint messages_author_is_whole check ((author_name is null) = (author_id is null)),
  add constraint messages_author_is_of_ours check (author_name is null or role = 'assistant'),
  add constraint messages_silent_says_nothing check (not is_silent or (role = 'assistant' and text = ''));

-- What waits for people.
create table cases (
  id uuid primary key,
  user_id uuid not null,
  conversation_id uuid not null,
  assistant text not null,
  brand text not null,
  reference text not null,
  reason text not null check (reason in ('asked', 'complaint', 'reaction', 'order', 'refund', 'press', 'unanswered')),
  status text not null default 'open' check (status in ('open', 'assigned', 'handed_back', 'resolved')),
  -- What the person said of it, by field.
  collected jsonb not null,
  -- The message it began with.
  message_id uuid not null,
  opened_at timestamptz not null,
  -- By when the team has promised an answer.
  answer_by timestamptz not null,
  taken_by text,
  first_answered_at timestamptz,
  resolved_at timestamptz,
  -- When a message of the conversation last spoke of a crisis while the case was open.
  crisis_at timestamptz,
  unique (user_id, id),
  foreign key (user_id, conversation_id) references conversations (user_id, id) on delete cascade,
  check ((status = 'resolved') = (resolved_at is not null))
);
create index cases_of_conversation on cases (user_id, conversation_id, opened_at desc, id desc);
create index cases_by_opening on cases (opened_at desc, id desc);
create index cases_unresolved on cases (opened_at desc, id desc) where status <> 'resolved';

-- What was done about a case and by whom; a note is a row with text.
create table case_events (
  user_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('opened', 'reopened', 'taken', 'answered', 'handed_back', 'resolved', 'note')),
  actor_id text,
  actor_name text,
  text text,
  at timestamptz not null,
  primary key (user_id, id),
  foreign key (user_id, case_id) references cases (user_id, id) on delete cascade,
  check ((kind = 'note') = (text is not null))
);
create index case_events_of_case on case_events (user_id, case_id, at);

-- The outbox: what is to be told to the team and through which channel, written with what it is about.
create table case_deliveries (
  user_id uuid not null,
  -- Also the webhook's id, the same at every attempt.
  id uuid not null,
  case_id uuid not null,
  event text not null check (event in ('case.opened', 'case.reopened')),
  channel text not null check (channel in ('webhook', 'email')),
  payload jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'parked')),
  attempts integer not null default 0 check (attempts >= 0),
  last_error text,
  created_at timestamptz not null,
  delivered_at timestamptz,
  primary key (user_id, id),
  foreign key (user_id, case_id) references cases (user_id, id) on delete cascade,
  check ((state = 'delivered') = (delivered_at is not null))
);
create index case_deliveries_of_case on case_deliveries (user_id, case_id);
insert into schema_migrations (version, name, md5, run_at) values (20261130180000, 'hand-off', '8672a8215cc0bcc97c6d09c633ad9265', now());
\else
\echo already applied: 20261130180000.do.hand-off.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130181000) as pending \gset
\if :pending
\echo applying 20261130181000.do.photos.sql
-- Photos that people sent ahead of a message or had kept. Nothing here can be read without a key of the installation: each
-- photo has a data key of its own, sealed with a master key whose id stands beside it, and both are bound to person and photo.
create table photos (
  user_id uuid not null references users (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null,
  -- Null: kept, because the person said so. Else it is gone from this moment on, and deleted within the quarter of an hour.
  expires_at timestamptz,
  media_type text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- Of the picture, before it was sealed.
  bytes integer not null check (bytes > 0),
  key_id text not null check (length(key_id) between 1 and 64),
  wrapped_key bytea not null,
  image bytea not null,
  thumbnail bytea not null,
  primary key (user_id, id)
);
create index photos_by_time on photos (user_id, created_at desc, id desc);
create index photos_by_expiry on photos (expires_at) where expires_at is not null;
-- Sealed bytes don't compress.
alter table photos alter column image set storage external;
alter table photos alter column thumbnail set storage external;

-- What a person was asked of a photo and has not answered: whether its reading may go into their hair profile, or the photo be
-- kept. One a person and assistant; the answer, an hour, and the deletion of its message end it.
create table photo_asks (
  user_id uuid not null references users (id) on delete cascade,
  assistant text not null,
  -- The message that the photo came with.
  message_id uuid not null,
  conversation_id uuid not null,
  stage text not null check (stage in ('profile', 'keep')),
  -- What would be added: a list of field, value and confidence.
  findings jsonb not null,
  -- Ids of the photos that would be kept.
  uploads jsonb not null,
  asked_at timestamptz not null,
  primary key (user_id, assistant),
  foreign key (user_id, message_id) references messages (user_id, id) on delete cascade
);
create index photo_asks_by_message on photo_asks (user_id, message_id);
create index photo_asks_by_time on photo_asks (asked_at);

create function forget_photo_ask_of_message() returns trigger language plpgsql as $$
begin
  delete from photo_asks where user_id = new.user_id and message_id = new.id;
  return null;
end
$$;
create trigger messages_forget_photo_ask after update of forgotten_at on messages
  for each row when (old.forgotten_at is null and new.forgotten_at is not null)
  execute function forget_photo_ask_of_message();

-- How it is known: said in a message, entered by hand, or seen in a photo that came with a message.
alter table hair_profile_entries add column source text not null default 'said'
  check (source in ('said', 'entered', 'photo'));
update hair_profile_entries set source = 'entered' where message_id is null;
alter table hair_profile_entries drop constraint hair_profile_entries_check;
alter table hair_profile_entries alter column source drop default;
alter table hair_profile_entries add constraint hair_profile_entries_source check (
  (source = 'said' and quote is not null and message_id is not null)
  or (source = 'entered' and quote is null and message_id is null)
  or (source = 'photo' and quote is null and message_id is not null)
);

-- Whether photos that are sent ahead are kept without asking. Nobody has said so yet.
alter table profiles alter column consent
  set default '{"memory": true, "mood": true, "analytics": true, "crossAssistant": false, "photos": false}';
update profiles set consent = consent || '{"photos": false}' where not consent ? 'photos';
insert into schema_migrations (version, name, md5, run_at) values (20261130181000, 'photos', '0bcc72e5c8dace381345f34eb6bc91f7', now());
\else
\echo already applied: 20261130181000.do.photos.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130182000) as pending \gset
\if :pending
\echo applying 20261130182000.do.living-content.sql
-- What a brand's team edits over the shipped files: passages and products, an entry each. Instances keep what they serve in
-- memory and read only what changed: `version` counts an assistant's changes, and each entry says in which it changed last.

create table content_versions (
  assistant text primary key,
  version bigint not null,
  changed_at timestamptz not null
);

create table content_entries (
  assistant text not null,
  kind text not null check (kind in ('passage', 'product')),
  id text not null check (length(id) between 1 and 120),
  -- Of the latest save. deleted: the edit is gone and what the file says is served again; the row stays, so that revisions
  -- go on counting and other instances learn of it.
  state text not null check (state in ('draft', 'live', 'retired', 'deleted')),
  revision integer not null check (revision >= 1),
  -- What was saved last; null where something was retired without having been edited, and for what was deleted.
  content jsonb,
  -- What is served of it; null: what the file says, or nothing where `is_hidden`.
  live_content jsonb,
  is_hidden boolean not null,
  version bigint not null,
  primary key (assistant, kind, id),
  check (not (is_hidden and live_content is not null)),
  check (state <> 'deleted' or (content is null and live_content is null and not is_hidden))
);
create index content_entries_by_version on content_entries (assistant, version);

-- Who did what and when: never changed, only added to.
create table content_revisions (
  assistant text not null,
  kind text not null check (kind in ('passage', 'product')),
  id text not null,
  revision integer not null,
  state text not null check (state in ('draft', 'live', 'retired', 'deleted')),
  content jsonb,
  changed_at timestamptz not null,
  actor text not null check (actor in ('account', 'operator-token')),
  -- The operator's account; null for OPERATOR_TOKEN, and once the account is erased.
  changed_by uuid references users (id) on delete set null,
  primary key (assistant, kind, id, revision)
);
create index content_revisions_by_account on content_revisions (changed_by);
insert into schema_migrations (version, name, md5, run_at) values (20261130182000, 'living-content', 'c656f1f77c30d938287d44b0f51157da', now());
\else
\echo already applied: 20261130182000.do.living-content.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130184000) as pending \gset
\if :pending
\echo applying 20261130184000.do.advice.sql
-- What an assistant advised a person, a row a thing: advised again, it is renewed. What it was advised in and what they said came
-- of it stand beside it, each with its message; when neither is left, the advice goes too.
create table advice (
  user_id uuid not null references users (id) on delete cascade,
  id uuid not null,
  assistant text not null,
  kind text not null check (kind in ('technique', 'product', 'routine', 'style', 'care')),
  item_kind text not null check (item_kind in ('passage', 'product')),
  -- Of the passage or the product.
  item text not null check (length(item) between 1 and 120),
  -- What was advised in plain words, as it goes on from "we talked about".
  phrase text not null check (length(phrase) between 1 and 160),
  -- What it was for; null where that was not clear.
  concern text check (length(concern) between 1 and 60),
  concern_words text check (length(concern_words) between 1 and 80),
  given_at timestamptz not null,
  -- From when on it may be asked after; null: never.
  ask_after timestamptz,
  asks smallint not null default 0 check (asks between 0 and 2),
  asked_at timestamptz,
  -- The person wants to hear no more of it.
  dropped_at timestamptz,
  primary key (user_id, id),
  unique (user_id, assistant, item_kind, item)
);
-- For the operators' counts.
create index advice_by_item on advice (assistant, item_kind, item);

-- The replies that gave it.
create table advice_givings (
  user_id uuid not null,
  advice_id uuid not null,
  message_id uuid not null,
  given_at timestamptz not null,
  primary key (user_id, advice_id, message_id),
  foreign key (user_id, advice_id) references advice (user_id, id) on delete cascade,
  foreign key (user_id, message_id) references messages (user_id, id) on delete cascade
);
create index advice_givings_by_message on advice_givings (user_id, message_id);

-- What the person said came of it; the latest holds, the others are its history.
create table advice_reports (
  user_id uuid not null,
  id uuid not null,
  advice_id uuid not null,
  outcome text not null check (outcome in ('worked', 'partly', 'did_not', 'not_tried', 'harmed')),
  -- Their own words and the message they stand in; both null for what they entered by hand.
  quote text,
  message_id uuid,
  confidence real not null check (confidence between 0 and 1),
  reported_at timestamptz not null,
  primary key (user_id, id),
  foreign key (user_id, advice_id) references advice (user_id, id) on delete cascade,
  foreign key (user_id, message_id) references messages (user_id, id) on delete cascade,
  check ((quote is null) = (message_id is null))
);
create index advice_reports_by_advice on advice_reports (user_id, advice_id, reported_at desc);
create index advice_reports_by_message on advice_reports (user_id, message_id);

create function drop_advice_without_ground() returns trigger language plpgsql as $$
begin
  delete from advice
  where user_id = old.user_id and id = old.advice_id
    and not exists (select from advice_givings where user_id = old.user_id and advice_id = old.advice_id)
    and not exists (select from advice_reports where user_id = old.user_id and advice_id = old.advice_id);
  return null;
end
$$;
create trigger advice_givings_gone after delete on advice_givings
  for each row execute function drop_advice_without_ground();
create trigger advice_reports_gone after delete on advice_reports
  for each row execute function drop_advice_without_ground();

create function forget_advice_of_message() returns trigger language plpgsql as $$
begin
  delete from advice_givings where user_id = new.user_id and message_id = new.id;
  delete from advice_reports where user_id = new.user_id and message_id = new.id;
  return null;
end
$$;
create trigger messages_forget_advice after update of forgotten_at on messages
  for each row when (old.forgotten_at is null and new.forgotten_at is not null)
  execute function forget_advice_of_message();
insert into schema_migrations (version, name, md5, run_at) values (20261130184000, 'advice', '4ab0131e332d3dce36fa53b4a3bd4b11', now());
\else
\echo already applied: 20261130184000.do.advice.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130200000) as pending \gset
\if :pending
\echo applying 20261130200000.do.analytics.sql
-- What happened, as events without a word of anyone's, and the figures that are made from them. Events are kept for some
-- months and figures for good. The catalogue of events is packages/core/src/analytics/event-catalogue.ts.

create table analytics_events (
  occurred_at timestamptz not null,
  id uuid not null default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 60),
  -- Of the event's properties, as the catalogue counts them.
  version smallint not null check (version > 0),
  -- Empty where it belongs to none, as a new account does.
  brand text not null default '',
  assistant text not null default '',
  -- Null where it is nobody's, and of people who switched analytics off.
  user_id uuid references users (id) on delete cascade,
  conversation_id uuid,
  properties jsonb not null default '{}',
  primary key (occurred_at, id),
  check (conversation_id is null or user_id is not null)
) partition by range (occurred_at);
create index analytics_events_of_person on analytics_events (user_id, conversation_id, occurred_at);
-- Takes what has no month of its own yet, so that no event is lost for want of one.
create table analytics_events_other partition of analytics_events default;

-- The hours whose figures are out of date. A moment or a number as a watermark would pass by what commits late; a row of
-- this table commits with its events, so that whoever sees it sees them.
create table analytics_unrolled (hour timestamptz not null);

create function mark_analytics_hours() returns trigger language plpgsql as $$
begin
  insert into analytics_unrolled select distinct date_trunc('hour', occurred_at, 'UTC') from changed;
  return null;
end
$$;
create trigger analytics_events_added after insert on analytics_events
  referencing new table as changed for each statement execute function mark_analytics_hours();
create trigger analytics_events_changed after update on analytics_events
  referencing new table as changed for each statement execute function mark_analytics_hours();
create trigger analytics_events_removed after delete on analytics_events
  referencing old table as changed for each statement execute function mark_analytics_hours();

-- Makes the months from `since` on. Lets go rather than hold replies up: what has no month goes to the default partition.
create function ensure_analytics_partitions(since timestamptz, months integer) returns integer language plpgsql as $$
declare
  starts timestamp;
  made integer := 0;
  part text;
begin
  perform set_config('lock_timeout', '500ms', true);
  for starts in select generate_series(date_trunc('month', since at time zone 'UTC'),
    date_trunc('month', since at time zone 'UTC') + make_interval(months => months - 1), interval '1 month')
  loop
    part := 'analytics_events_' || to_char(starts, 'YYYY_MM');
    continue when to_regclass('public.' || part) is not null;
    execute format('create table public.%I (like public.analytics_events including defaults including constraints)', part);
    execute format('lock table analytics_events_other in access exclusive mode');
    execute format('with moved as (delete from analytics_events_other where occurred_at >= %L and occurred_at < %L returning *)
      insert into public.%I select * from moved', starts at time zone 'UTC', (starts + interval '1 month') at time zone 'UTC', part);
    execute format('alter table analytics_events attach partition public.%I for values from (%L) to (%L)',
      part, starts at time zone 'UTC', (starts + interval '1 month') at time zone 'UTC');
    made := made + 1;
  end loop;
  return made;
end
$$;

-- One row: up to where events were cleaned away, and when figures were last made.
create table analytics_state (
  only_one boolean primary key default true check (only_one),
  -- Hours before it have no events any more; their figures are final.
  kept_from timestamptz not null default '-infinity',
  rolled_up_at timestamptz,
  refreshed_at timestamptz
);
insert into analytics_state default values;

-- Figures by hour: how often, and what was added up. What `metric` and `dimension` are is in roll_up_analytics_hours below.
create table analytics_hourly (
  hour timestamptz not null,
  brand text not null,
  assistant text not null,
  metric text not null,
  dimension text not null,
  count bigint not null,
  amount bigint not null,
  primary key (metric, hour, brand, assistant, dimension)
);
create index analytics_hourly_by_hour on analytics_hourly (hour);
-- The same by UTC day.
create table analytics_daily (
  day date not null,
  brand text not null,
  assistant text not null,
  metric text not null,
  dimension text not null,
  count bigint not null,
  amount bigint not null,
  primary key (day, metric, brand, assistant, dimension)
);

-- Who talked to whom on which UTC day: active people and their return are counted from it.
create table analytics_active_days (
  user_id uuid not null references users (id) on delete cascade,
  day date not null,
  brand text not null,
  assistant text not null,
  primary key (user_id, day, brand, assistant)
);
create index analytics_active_days_by_day on analytics_active_days (day, brand, assistant, user_id);

-- How each conversation stands; what is made of it is said where it is read (analytics/read-dashboard.ts).
create table analytics_conversations (
  user_id uuid not null references users (id) on delete cascade,
  conversation_id uuid not null,
  brand text not null,
  assistant text not null,
  started_at timestamptz not null,
  -- Of its latest turn.
  last_at timestamptz not null,
  last_state text not null,
  -- Whether the latest message was a thank-you.
  last_thanks boolean not null,
  -- The latest rating; null without any.
  last_rating integer,
  -- Something that was advised was reported to have worked.
  has_worked boolean not null,
  is_handed_over boolean not null,
  primary key (user_id, conversation_id)
);
create index analytics_conversations_by_start on analytics_conversations (started_at);

-- Makes the figures of these UTC hours from their events, whatever was there before. Bucket i of a duration holds what lies in
-- (g^(i-1), g^i] milliseconds with g = 1.05/0.95: any quantile is right to 5 % (DDSketch; Masson, Rim and Lee, VLDB 2019).
create function roll_up_analytics_hours(hours timestamptz[]) returns void language plpgsql as $$
declare
  -- One hour and one day at a time: of a range that is a constant the planner knows how little it is, of a join by ranges it does not.
  this_hour timestamptz;
  this_day date;
begin
  foreach this_hour in array hours loop
    delete from analytics_hourly where hour = this_hour;
    insert into analytics_hourly (hour, brand, assistant, metric, dimension, count, amount)
    select this_hour, e.brand, e.assistant, m.metric, m.dimension, count(*), coalesce(sum(m.amount), 0)
    from analytics_events e
    cross join lateral (
      select t.metric, t.dimension, t.amount from (values
        ('turns', e.properties ->> 'state', 0::bigint),
        ('conversations', case when e.properties ->> 'isFirst' = 'true' then '' end, 0),
        ('unnamed_turns', case when e.user_id is null then '' end, 0),
        ('fallbacks', case when e.properties ->> 'fallback' = 'true' then '' end, 0),
        ('cache', e.properties ->> 'cache', 0),
        ('spoken_by', e.properties ->> 'model', 0),
        ('response_ms', case when e.properties ->> 'state' = 'completed'
          then ceil(ln(greatest((e.properties ->> 'responseTimeMs')::float8, 1)) / ln(1.05::float8 / 0.95))::integer::text end,
          round((e.properties ->> 'responseTimeMs')::float8)::bigint),
        ('memories_used', case when e.properties ->> 'memoriesUsed' <> '0' then '' end, (e.properties ->> 'memoriesUsed')::bigint)
      ) as t (metric, dimension, amount) where e.name = 'turn_finished'
      union all
      select t.metric, t.dimension, t.amount from (values
        ('attempts', concat(e.properties ->> 'model', ' ', e.properties ->> 'outcome'), 0::bigint),
        ('cost', case when e.properties ->> 'costMicroUsd' is not null then e.properties ->> 'model' end,
          (e.properties ->> 'costMicroUsd')::bigint),
        ('unpriced', case when e.properties ->> 'costMicroUsd' is null then e.properties ->> 'model' end, 0),
        ('first_token_ms', case when e.properties ->> 'firstTokenMs' is not null
          then ceil(ln(greatest((e.properties ->> 'firstTokenMs')::float8, 1)) / ln(1.05::float8 / 0.95))::integer::text end,
          (e.properties ->> 'firstTokenMs')::bigint)
      ) as t (metric, dimension, amount) where e.name = 'model_attempted'
      union all select 'ratings', e.properties ->> 'rating', (e.properties ->> 'rating')::bigint where e.name = 'feedback_given'
      union all select 'accounts', e.properties ->> 'kind', 0 where e.name = 'account_created'
      union all select 'hand_offs', e.properties ->> 'reason', 0 where e.name = 'hand_off_opened'
      union all select 'journey_moves', concat(e.properties ->> 'from', '>', e.properties ->> 'to'), 0 where e.name = 'journey_moved'
      union all select 'advice', e.properties ->> 'outcome', 0 where e.name = 'advice_reported'
    ) as m
    where e.occurred_at >= this_hour and e.occurred_at < this_hour + interval '1 hour' and m.dimension is not null
    group by 1, 2, 3, 4, 5;

    -- Only added to: what goes, goes with the person.
    insert into analytics_active_days (user_id, day, brand, assistant)
    select distinct e.user_id, (this_hour at time zone 'UTC')::date, e.brand, e.assistant
    from analytics_events e
    where e.occurred_at >= this_hour and e.occurred_at < this_hour + interval '1 hour' and e.name = 'turn_finished' and e.user_id is not null
    on conflict do nothing;

    insert into analytics_conversations
    select e.user_id, e.conversation_id, min(e.brand), min(e.assistant),
      min(e.occurred_at) filter (where e.name = 'turn_finished'), max(e.occurred_at) filter (where e.name = 'turn_finished'),
      (array_agg(e.properties ->> 'state' order by e.occurred_at desc, e.id desc) filter (where e.name = 'turn_finished'))[1],
      (array_agg(e.properties ->> 'thanks' = 'true' order by e.occurred_at desc, e.id desc) filter (where e.name = 'turn_finished'))[1],
      (array_agg((e.properties ->> 'rating')::integer order by e.occurred_at desc, e.id desc) filter (where e.name = 'feedback_given'))[1],
      bool_or(e.name = 'advice_reported' and e.properties ->> 'outcome' = 'worked'),
      bool_or(e.name = 'hand_off_opened')
    from (
      select distinct touched.user_id, touched.conversation_id from analytics_events touched
      where touched.occurred_at >= this_hour and touched.occurred_at < this_hour + interval '1 hour'
        and touched.conversation_id is not null
    ) as t
    join analytics_events e on e.user_id = t.user_id and e.conversation_id = t.conversation_id
    group by e.user_id, e.conversation_id
    having bool_or(e.name = 'turn_finished')
    on conflict (user_id, conversation_id) do update set
      -- Its beginning may have been cleaned away.
      started_at = least(analytics_conversations.started_at, excluded.started_at), last_at = excluded.last_at,
      last_state = excluded.last_state, last_thanks = excluded.last_thanks,
      last_rating = coalesce(excluded.last_rating, analytics_conversations.last_rating),
      has_worked = excluded.has_worked or analytics_conversations.has_worked,
      is_handed_over = excluded.is_handed_over or analytics_conversations.is_handed_over;
  end loop;

  for this_day in select distinct (hour at time zone 'UTC')::date from unnest(hours) as h (hour) loop
    delete from analytics_daily where day = this_day;
    insert into analytics_daily (day, brand, assistant, metric, dimension, count, amount)
    select this_day, brand, assistant, metric, dimension, sum(count), sum(amount) from analytics_hourly
    where hour >= this_day::timestamp at time zone 'UTC' and hour < (this_day + 1)::timestamp at time zone 'UTC'
    group by brand, assistant, metric, dimension;
  end loop;
end
$$;

-- Brings the figures up to date; returns how many hours were made anew. One at a time, whoever calls.
create function roll_up_analytics() returns integer language plpgsql as $$
declare
  hours timestamptz[];
begin
  perform pg_advisory_xact_lock(hashtext('rapport analytics roll-up'));
  with taken as (delete from analytics_unrolled returning hour)
  select array_agg(distinct hour) into hours from taken where hour >= (select kept_from from analytics_state);
  if hours is not null then perform roll_up_analytics_hours(hours); end if;
  update analytics_state set rolled_up_at = now();
  return coalesce(cardinality(hours), 0);
end
$$;

-- Makes every figure anew whose events are still there.
create function recompute_analytics() returns integer language plpgsql as $$
declare
  since timestamptz;
begin
  perform pg_advisory_xact_lock(hashtext('rapport analytics roll-up'));
  select kept_from into since from analytics_state;
  delete from analytics_hourly where hour >= since;
  delete from analytics_daily where since = '-infinity' or day >= (since at time zone 'UTC')::date;
  delete from analytics_active_days where since = '-infinity' or day >= (since at time zone 'UTC')::date;
  delete from analytics_conversations where started_at >= since;
  insert into analytics_unrolled select distinct date_trunc('hour', occurred_at, 'UTC') from analytics_events;
  return roll_up_analytics();
end
$$;

-- Removes events of more than so many whole UTC days ago and returns how many. Figures are brought up to date before, and
-- stay. A month that is past as a whole is dropped; where that would hold replies up its rows are deleted.
create function cleanup_old_analytics_events(days integer, today timestamptz default now()) returns bigint language plpgsql as $$
declare
  cutoff timestamptz;
  part record;
  removed bigint := 0;
  rows_of_part bigint;
begin
  if days < 1 then raise exception 'Events are kept for a day at least, not for %', days; end if;
  perform roll_up_analytics();
  -- Old is what both clocks call old.
  cutoff := (date_trunc('day', least(today, now()) at time zone 'UTC') - make_interval(days => days)) at time zone 'UTC';
  update analytics_state set kept_from = greatest(kept_from, cutoff);
  for part in
    select c.oid, c.relname from pg_inherits join pg_class c on c.oid = inhrelid
    where inhparent = 'analytics_events'::regclass and c.relname ~ '^analytics_events_\d{4}_\d{2}$'
      and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= cutoff at time zone 'UTC'
  loop
    begin
      perform set_config('lock_timeout', '500ms', true);
      execute format('select count(*) from public.%I', part.relname) into rows_of_part;
      execute format('drop table public.%I', part.relname);
      removed := removed + rows_of_part;
    exception when lock_not_available then
      raise notice 'The month % is in use: its rows are deleted', part.relname;
    end;
  end loop;
  perform set_config('lock_timeout', '0', true);
  delete from analytics_events where occurred_at < cutoff;
  get diagnostics rows_of_part = row_count;
  delete from analytics_unrolled where hour < cutoff;
  return removed + rows_of_part;
end
$$;

-- The last five minutes, measured every minute; a month of them is kept.
create table real_time_metrics (
  metric_timestamp timestamptz primary key,
  window_seconds integer not null default 300,
  active_conversations integer not null,
  active_people integer not null,
  turns integer not null,
  failed_turns integer not null,
  -- Of `turns`; like every rate and average here null when there was nothing to divide by.
  error_rate double precision,
  fallbacks integer not null,
  average_response_time_ms double precision,
  p95_response_time_ms double precision,
  cache_lookups integer not null,
  cache_hits integer not null,
  cache_hit_rate double precision,
  ratings integer not null,
  average_satisfaction double precision,
  hand_offs integer not null,
  model_attempts integer not null,
  failed_attempts integer not null,
  cost_micro_usd bigint not null
);

create function measure_real_time(at timestamptz default now()) returns timestamptz language plpgsql as $$
declare
  minute timestamptz := date_trunc('minute', at);
begin
  delete from real_time_metrics where metric_timestamp = minute or metric_timestamp < least(at, now()) - interval '30 days';
  insert into real_time_metrics (metric_timestamp, active_conversations, active_people, turns, failed_turns, error_rate, fallbacks,
    average_response_time_ms, p95_response_time_ms, cache_lookups, cache_hits, cache_hit_rate, ratings, average_satisfaction,
    hand_offs, model_attempts, failed_attempts, cost_micro_usd)
  select minute, conversations, people, turns, failed, failed::float8 / nullif(turns, 0), fallbacks, average, p95, lookups, hits,
    hits::float8 / nullif(lookups, 0), ratings, satisfaction, hand_offs, attempts, failed_attempts, cost
  from (
    select count(distinct conversation_id) as conversations,
      count(distinct user_id) filter (where name = 'turn_finished') as people,
      count(*) filter (where name = 'turn_finished') as turns,
      count(*) filter (where name = 'turn_finished' and properties ->> 'state' = 'failed') as failed,
      count(*) filter (where name = 'turn_finished' and properties ->> 'fallback' = 'true') as fallbacks,
      avg((properties ->> 'responseTimeMs')::float8) filter (where name = 'turn_finished' and properties ->> 'state' = 'completed') as average,
      percentile_cont(0.95) within group (order by (properties ->> 'responseTimeMs')::float8)
        filter (where name = 'turn_finished' and properties ->> 'state' = 'completed') as p95,
      count(*) filter (where name = 'turn_finished' and properties ->> 'cache' in ('exact', 'near', 'miss')) as lookups,
      count(*) filter (where name = 'turn_finished' and properties ->> 'cache' in ('exact', 'near')) as hits,
      count(*) filter (where name = 'feedback_given') as ratings,
      avg((properties ->> 'rating')::float8) filter (where name = 'feedback_given') as satisfaction,
      count(*) filter (where name = 'hand_off_opened') as hand_offs,
      count(*) filter (where name = 'model_attempted') as attempts,
      count(*) filter (where name = 'model_attempted' and properties ->> 'outcome' not in ('completed', 'cancelled')) as failed_attempts,
      coalesce(sum((properties ->> 'costMicroUsd')::bigint) filter (where name = 'model_attempted'), 0) as cost
    from analytics_events where occurred_at > at - interval '5 minutes' and occurred_at <= at
  ) as recent;
  return minute;
end
$$;

-- By UTC day and brand. Averages and rates are null on days that had nothing to measure.
create view brand_performance_comparison as
select figures.day as date, figures.brand, conversations, turns, failed_turns, active_people,
  round(response_ms_sum / nullif(responses, 0)) as average_response_time_ms,
  round(failed_turns / nullif(turns, 0), 4) as failure_rate,
  round(fallbacks / nullif(turns, 0), 4) as fallback_rate,
  round(hits / nullif(lookups, 0), 4) as cache_hit_rate,
  ratings, round(rating_sum / nullif(ratings, 0), 2) as average_satisfaction, hand_offs, cost_micro_usd
from (
  select day, brand,
    coalesce(sum(count) filter (where metric = 'conversations'), 0) as conversations,
    coalesce(sum(count) filter (where metric = 'turns'), 0) as turns,
    coalesce(sum(count) filter (where metric = 'turns' and dimension = 'failed'), 0) as failed_turns,
    coalesce(sum(count) filter (where metric = 'response_ms'), 0) as responses,
    sum(amount) filter (where metric = 'response_ms') as response_ms_sum,
    coalesce(sum(count) filter (where metric = 'fallbacks'), 0) as fallbacks,
    coalesce(sum(count) filter (where metric = 'cache' and dimension in ('exact', 'near')), 0) as hits,
    coalesce(sum(count) filter (where metric = 'cache' and dimension <> 'uncacheable'), 0) as lookups,
    coalesce(sum(count) filter (where metric = 'ratings'), 0) as ratings,
    sum(amount) filter (where metric = 'ratings') as rating_sum,
    coalesce(sum(count) filter (where metric = 'hand_offs'), 0) as hand_offs,
    coalesce(sum(amount) filter (where metric = 'cost'), 0) as cost_micro_usd
  from analytics_daily where brand <> '' group by day, brand
) as figures
left join lateral (
  select count(distinct user_id) as active_people from analytics_active_days
  where analytics_active_days.day = figures.day and analytics_active_days.brand = figures.brand
) as people on true;

-- Weekly cohorts by the week of a person's first conversation: who came back in which week after (UTC, weeks begin on Monday).
-- The brand * is all of them together: who talks to two is one person.
create materialized view analytics_retention as
with seen as (
  select distinct user_id, b.brand, date_trunc('week', day::timestamp)::date as week
  from analytics_active_days cross join lateral (values (analytics_active_days.brand), ('*')) as b (brand)
),
began as (select user_id, brand, min(week) as cohort from seen group by user_id, brand)
select brand, cohort, (week - cohort) / 7 as weeks_after, count(*)::integer as people
from seen join began using (user_id, brand) group by 1, 2, 3;

-- Moods, in weeks that are over, and only those of five people or more: a week that grows, or a span of one's own choosing,
-- would tell whose mood came in with the fifth.
create materialized view analytics_moods_weekly as
select date_trunc('week', occurred_at at time zone 'UTC')::date as week, brand, assistant, properties ->> 'mood' as mood,
  count(*)::integer as readings, count(distinct user_id)::integer as people
from analytics_events
where name = 'mood_read' and user_id is not null
  and occurred_at < date_trunc('week', now() at time zone 'UTC') at time zone 'UTC'
group by 1, 2, 3, 4 having count(distinct user_id) >= 5;

-- Stages of people who have analytics on: how many ever reached each, how many are there now, how long those who left stayed.
create materialized view analytics_journeys as
select assistant, stage, count(distinct user_id)::integer as reached, (count(*) filter (where left_at is null))::integer as there_now,
  (count(*) filter (where left_at is not null))::integer as stays,
  percentile_cont(0.5) within group (order by extract(epoch from left_at - moved_at)::float8 / 86400) as median_days
from (
  select moves.user_id, moves.assistant, to_stage as stage, moved_at,
    lead(moved_at) over (partition by moves.user_id, moves.assistant order by moved_at, id) as left_at
  from journey_moves moves
  join profiles on profiles.user_id = moves.user_id and coalesce(profiles.consent ->> 'analytics', 'true') <> 'false'
) as stays group by assistant, stage;

create materialized view analytics_memories as
select assistant, status, count(*)::integer as memories from memories group by assistant, status;

create function refresh_analytics_views() returns timestamptz language plpgsql as $$
begin
  perform roll_up_analytics();
  refresh materialized view analytics_retention;
  refresh materialized view analytics_moods_weekly;
  refresh materialized view analytics_journeys;
  refresh materialized view analytics_memories;
  update analytics_state set refreshed_at = now();
  return now();
end
$$;

-- Whichever way an account comes to be, its event is of the same transaction.
create function note_account_of_user() returns trigger language plpgsql as $$
begin
  insert into analytics_events (occurred_at, name, version, user_id, properties)
  values (case when tg_op = 'INSERT' then new.created_at else new.updated_at end, 'account_created', 1, case
    when exists (select from profiles where user_id = new.id and consent ->> 'analytics' = 'false') then null else new.id end,
    jsonb_build_object('kind', case when tg_op = 'UPDATE' then 'upgraded' when new.is_anonymous then 'guest'
      when new.identity_provider = 'supabase' then 'outside' else 'account' end));
  return null;
end
$$;
create trigger users_are_counted after insert on users for each row execute function note_account_of_user();
create trigger users_who_stay_are_counted after update of is_anonymous on users
  for each row when (old.is_anonymous and not new.is_anonymous) execute function note_account_of_user();

-- Who switches analytics off is named nowhere in it any more: what tells of them alone goes, the rest is nobody's.
create function forget_analytics_of_person() returns trigger language plpgsql as $$
begin
  delete from analytics_events where user_id = new.user_id and name in ('mood_read', 'journey_moved');
  update analytics_events set user_id = null, conversation_id = null where user_id = new.user_id;
  delete from analytics_active_days where user_id = new.user_id;
  delete from analytics_conversations where user_id = new.user_id;
  return null;
end
$$;
create trigger profiles_forget_analytics after update of consent on profiles
  for each row when (new.consent ->> 'analytics' = 'false' and old.consent ->> 'analytics' is distinct from 'false')
  execute function forget_analytics_of_person();

create function forget_mood_events_of_person() returns trigger language plpgsql as $$
begin
  delete from analytics_events where user_id = new.user_id and name = 'mood_read';
  return null;
end
$$;
create trigger profiles_forget_mood_events after update of consent on profiles
  for each row when (new.consent ->> 'mood' = 'false' and old.consent ->> 'mood' is distinct from 'false')
  execute function forget_mood_events_of_person();

select ensure_analytics_partitions(now(), 3);
insert into schema_migrations (version, name, md5, run_at) values (20261130200000, 'analytics', '3ec17972dce6e4c0a8ff3c3091044d38', now());
\else
\echo already applied: 20261130200000.do.analytics.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130201000) as pending \gset
\if :pending
\echo applying 20261130201000.do.experiments.sql
-- Experiments: what is tried on whom, who got what, and who decided it. Instances keep the ones that matter in memory and read
-- them again when `version` of the settings has changed.

create table experiment_settings (
  is_only boolean primary key default true check (is_only),
  version bigint not null default 0,
  -- The share of all people who take part in no experiment.
  holdout_share double precision not null default 0 check (holdout_share between 0 and 0.5)
);
insert into experiment_settings default values;

create table experiments (
  id text primary key check (length(id) between 1 and 60),
  assistant text not null,
  status text not null default 'draft' check (status in ('draft', 'running', 'stopped', 'shipped', 'archived')),
  definition jsonb not null,
  -- From when on which weights and coverage held, oldest first: what the sample-ratio check expects.
  phases jsonb not null default '[]',
  shipped_variant text,
  created_at timestamptz not null,
  started_at timestamptz,
  stopped_at timestamptz,
  shipped_at timestamptz,
  archived_at timestamptz,
  check ((shipped_variant is null) = (shipped_at is null))
);
create index experiments_by_creation on experiments (created_at desc, id);

-- Who got which variant. Written with the turn in which a person first had it, so that it stays whatever becomes of the weights.
create table experiment_assignments (
  user_id uuid not null references users (id) on delete cascade,
  experiment_id text not null references experiments (id) on delete cascade,
  variant text not null,
  -- By an operator; counts for no result.
  is_forced boolean not null default false,
  assigned_at timestamptz not null,
  -- When the turn began that first had it; null for a forced one that has had no turn.
  exposed_at timestamptz,
  primary key (user_id, experiment_id),
  check (is_forced or exposed_at is not null)
);
create index experiment_assignments_by_experiment on experiment_assignments (experiment_id, variant);

-- Who did what and when: never changed, only added to.
create table experiment_events (
  id uuid primary key,
  experiment_id text not null references experiments (id) on delete cascade,
  kind text not null check (
    kind in ('created', 'started', 'shares-changed', 'variant-forced', 'variant-released', 'stopped', 'shipped', 'archived')
  ),
  at timestamptz not null,
  actor text not null check (actor in ('account', 'operator-token')),
  -- The operator's account; null for OPERATOR_TOKEN, and once the account is erased.
  actor_id uuid references users (id) on delete set null,
  details jsonb not null default '{}'
);
create index experiment_events_by_experiment on experiment_events (experiment_id, at, id);
create index experiment_events_by_account on experiment_events (actor_id);
insert into schema_migrations (version, name, md5, run_at) values (20261130201000, 'experiments', '02b40725cb16d34d1365dc3060605539', now());
\else
\echo already applied: 20261130201000.do.experiments.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130202000) as pending \gset
\if :pending
\echo applying 20261130202000.do.alerting.sql
-- Who runs. An instance that stops says so; one that goes silent without it was lost.
create table instances (
  id uuid primary key,
  role text not null check (role in ('all', 'api', 'worker')),
  version text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  stopped_at timestamptz,
  -- Share of the memory it may use, 0 to 1; null where that can't be told.
  memory_share real check (memory_share >= 0)
);
create index instances_by_sight on instances (seen_at);

-- What each instance answered, minute by minute: kept two days, for alerts about all instances together.
create table request_minutes (
  minute timestamptz not null,
  instance_id uuid not null,
  requests integer not null check (requests >= 0),
  -- Answered with a 5xx.
  failures integer not null check (failures between 0 and requests),
  primary key (minute, instance_id)
);

-- Turns are stored in order of time, so a summary of each range of pages finds the last hour and costs a turn nothing.
create index turns_by_start on turns using brin (started_at) with (pages_per_range = 16, autosummarize = on);

-- How a rule saw what it watches when it last looked.
create table alert_rule_states (
  kind text not null,
  subject text not null,
  is_firing boolean not null,
  -- Since when it has been on the other side of its threshold than the alert says; null while it is not.
  turning_since timestamptz,
  -- The last measure, and of how many it was made; null where there were too few to tell.
  value double precision,
  volume integer not null check (volume >= 0),
  measured_at timestamptz not null,
  primary key (kind, subject)
);

alter table system_alerts
  add column acknowledged_at timestamptz,
  add column acknowledged_by text,
  -- An operator's name; null: what it was about was well again.
  add column resolved_by text,
  add constraint system_alerts_acknowledged check ((acknowledged_at is null) = (acknowledged_by is null));
-- The list of alerts, and those that somebody is still to be told of.
create index system_alerts_listed on system_alerts (first_seen_at desc, id desc);

-- Kinds of alerts, or one about one subject, that nobody wants to be told of for a while. They are raised all the same.
create table alert_mutes (
  kind text not null,
  -- '*': about whatever.
  subject text not null,
  until timestamptz not null,
  muted_by text not null,
  muted_at timestamptz not null,
  primary key (kind, subject)
);

-- Who was told what of an alert. A row is written before anything is sent, so that nothing is told twice.
create table alert_deliveries (
  id uuid primary key,
  alert_id uuid not null references system_alerts (id) on delete cascade,
  event text not null check (event in ('opened', 'escalated', 'resolved')),
  -- As it was when it was told.
  severity text not null check (severity in ('warning', 'critical')),
  channel text not null check (channel in ('webhook', 'chat', 'email')),
  state text not null check (state in ('pending', 'delivered', 'parked')),
  attempts integer not null default 0 check (attempts >= 0),
  last_error text,
  created_at timestamptz not null,
  delivered_at timestamptz,
  unique (alert_id, event, channel),
  check ((state = 'delivered') = (delivered_at is not null))
);
insert into schema_migrations (version, name, md5, run_at) values (20261130202000, 'alerting', 'cf8829ebbb1b182d2b27fe9b08fe61ed', now());
\else
\echo already applied: 20261130202000.do.alerting.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130204000) as pending \gset
\if :pending
\echo applying 20261130204000.do.predictions.sql
-- How an assistant's people were foretold, a row a day on which it was fitted: a second fit of a day takes the place of the first.
-- It holds counts and parameters, and nothing of one person.
create table prediction_models (
  id uuid primary key,
  assistant text not null,
  kind text not null check (kind in ('prior', 'bg-nbd', 'regression')),
  -- Which features the parameters belong to.
  features_version integer not null check (features_version > 0),
  -- Midnights (UTC): the first day anybody wrote, null while nobody has; and the first day that was not looked at.
  window_from timestamptz,
  window_until timestamptz not null,
  people integer not null check (people >= 0),
  parameters jsonb not null,
  -- How it did on weeks it had not seen; null while there were none.
  held_out jsonb,
  why text not null,
  fitted_at timestamptz not null,
  unique (assistant, window_until)
);

-- How likely a person is to write to an assistant within thirty days, and why. The latest only: what was thought of somebody last
-- month is nobody's business.
create table predictions (
  user_id uuid not null references users (id) on delete cascade,
  assistant text not null,
  at timestamptz not null,
  probability double precision not null check (probability between 0 and 1),
  band text not null check (band in ('engaged', 'uncertain', 'at_risk', 'gone')),
  reasons jsonb not null,
  model_id uuid not null references prediction_models (id) on delete cascade,
  primary key (user_id, assistant)
);
create index predictions_by_probability on predictions (assistant, band, probability, user_id);
create index predictions_of_model on predictions (model_id);

-- Who switches analytics off has nothing foretold of them from that moment on, whoever writes the consent.
create function forget_predictions_of_person() returns trigger language plpgsql as $$
begin
  delete from predictions where user_id = new.user_id;
  return null;
end
$$;
create trigger profiles_forget_predictions after update of consent on profiles
  for each row when (new.consent ->> 'analytics' = 'false' and old.consent ->> 'analytics' is distinct from 'false')
  execute function forget_predictions_of_person();
insert into schema_migrations (version, name, md5, run_at) values (20261130204000, 'predictions', '6684279edb538b3492114ba436cac9b6', now());
\else
\echo already applied: 20261130204000.do.predictions.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261130205000) as pending \gset
\if :pending
\echo applying 20261130205000.do.engagement.sql
-- What assistants say of their own accord. The campaigns themselves are data in an assistant's folder; here is since when each is
-- served, so that a new one does not begin with everybody's past, and whether operators hold it.
create table campaigns (
  assistant text not null,
  campaign text not null,
  served_since timestamptz not null,
  paused_at timestamptz,
  paused_by text check (length(paused_by) between 1 and 80),
  primary key (assistant, campaign),
  check ((paused_at is null) = (paused_by is null))
);

-- A row for each person and occasion that a campaign has: the claim that makes two sends impossible, then what became of it. What is
-- not sent stays as a row with its reason.
create table campaign_sends (
  user_id uuid not null references users (id) on delete cascade,
  -- Also the e-mail's Message-ID, the same at every attempt.
  id uuid not null,
  assistant text not null,
  campaign text not null,
  -- What makes this occasion another than the last: an advice, a stage, an absence.
  occasion text not null check (length(occasion) between 1 and 80),
  -- The advice that it is about; null for none.
  advice_id uuid,
  channel text not null check (channel in ('inbox', 'email')),
  happened_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'planned' check (state in ('planned', 'sending', 'sent', 'skipped', 'held-out')),
  reason text check (
    reason in ('paused', 'withdrawn', 'too-late', 'not-delivered', 'no-address', 'no-mail-server', 'not-agreed', 'minor', 'in-care',
      'low-day', 'handed-over', 'no-longer-true', 'capped', 'nothing-to-say')
  ),
  -- When it is looked at next: when it is due, when quiet hours end, or when an attempt counts as lost.
  next_at timestamptz not null,
  postponed integer not null default 0 check (postponed >= 0),
  attempts integer not null default 0 check (attempts >= 0),
  first_attempt_at timestamptz,
  subject text,
  text text,
  planned_at timestamptz not null,
  -- When it was sent, skipped or held out; of one that is being sent, when that began.
  decided_at timestamptz,
  read_at timestamptz,
  clicked_at timestamptz,
  unsubscribed_at timestamptz,
  primary key (user_id, id),
  unique (user_id, assistant, campaign, occasion),
  check ((state = 'skipped') = (reason is not null)),
  check ((state = 'planned') = (decided_at is null)),
  check (state not in ('sending', 'sent') or text is not null)
);
create index campaign_sends_due on campaign_sends (next_at) where state in ('planned', 'sending');
create index campaign_sends_of_campaign on campaign_sends (assistant, campaign, planned_at desc);
create index campaign_sends_inbox on campaign_sends (user_id, decided_at desc, id desc) where state = 'sent' and channel = 'inbox';

-- By which the occasions of a while are found without reading everybody.
create index conversations_by_last_word on conversations (assistant, updated_at) where last_sequence > 1;
create index journey_moves_by_stage on journey_moves (assistant, to_stage, moved_at);
create index advice_by_giving on advice (assistant, given_at) where item_kind = 'product';
create index advice_by_question on advice (assistant, ask_after) where ask_after is not null;
insert into schema_migrations (version, name, md5, run_at) values (20261130205000, 'engagement', '67f0245c6474b43ec3fb0dcf04077730', now());
\else
\echo already applied: 20261130205000.do.engagement.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261201030000) as pending \gset
\if :pending
\echo applying 20261201030000.do.replaced-messages.sql
-- A message that was said anew, and all that followed it, names the message that took its place. Null: it stands.
-- No foreign key: both go with their conversation, and only there.
alter table messages add column replaced_by uuid;
create index messages_replaced on messages (user_id, replaced_by) where replaced_by is not null;
insert into schema_migrations (version, name, md5, run_at) values (20261201030000, 'replaced-messages', 'e4d7b78975e048aad20ec259677a3c45', now());
\else
\echo already applied: 20261201030000.do.replaced-messages.sql
\endif
commit;

begin;
set local statement_timeout = 0; set local time zone 'UTC'; select pg_advisory_xact_lock(1918988400);
select not exists (select from schema_migrations where version = 20261201040000) as pending \gset
\if :pending
\echo applying 20261201040000.do.chosen-personas.sql
-- People may say as whom they want to be spoken to. What they chose stays, whatever they write and whichever message goes.

alter table assistant_profiles add column persona_chosen boolean not null default false;

create or replace function persona_follows_its_proof() returns trigger language plpgsql as $$
begin
  update assistant_profiles
  set persona_scores = null, persona = case when persona_chosen then persona else (
    select to_persona from persona_moves
    where user_id = old.user_id and assistant = old.assistant order by moved_at desc, id desc limit 1) end
  where user_id = old.user_id and assistant = old.assistant;
  return null;
end
$$;
insert into schema_migrations (version, name, md5, run_at) values (20261201040000, 'chosen-personas', '29ceddc7cd0b08c748b6c89a19fec73d', now());
\else
\echo already applied: 20261201040000.do.chosen-personas.sql
\endif
commit;
