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
