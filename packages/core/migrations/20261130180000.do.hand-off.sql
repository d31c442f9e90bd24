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
