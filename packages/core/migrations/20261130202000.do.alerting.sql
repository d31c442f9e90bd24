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
