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
