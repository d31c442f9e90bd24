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
