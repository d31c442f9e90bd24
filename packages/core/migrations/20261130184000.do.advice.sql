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
