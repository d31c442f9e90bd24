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
