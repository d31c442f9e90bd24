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
