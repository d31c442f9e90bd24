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
