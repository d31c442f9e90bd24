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
