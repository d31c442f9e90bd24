-- Photos that people sent ahead of a message or had kept. Nothing here can be read without a key of the installation: each
-- photo has a data key of its own, sealed with a master key whose id stands beside it, and both are bound to person and photo.
create table photos (
  user_id uuid not null references users (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null,
  -- Null: kept, because the person said so. Else it is gone from this moment on, and deleted within the quarter of an hour.
  expires_at timestamptz,
  media_type text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- Of the picture, before it was sealed.
  bytes integer not null check (bytes > 0),
  key_id text not null check (length(key_id) between 1 and 64),
  wrapped_key bytea not null,
  image bytea not null,
  thumbnail bytea not null,
  primary key (user_id, id)
);
create index photos_by_time on photos (user_id, created_at desc, id desc);
create index photos_by_expiry on photos (expires_at) where expires_at is not null;
-- Sealed bytes don't compress.
alter table photos alter column image set storage external;
alter table photos alter column thumbnail set storage external;

-- What a person was asked of a photo and has not answered: whether its reading may go into their hair profile, or the photo be
-- kept. One a person and assistant; the answer, an hour, and the deletion of its message end it.
create table photo_asks (
  user_id uuid not null references users (id) on delete cascade,
  assistant text not null,
  -- The message that the photo came with.
  message_id uuid not null,
  conversation_id uuid not null,
  stage text not null check (stage in ('profile', 'keep')),
  -- What would be added: a list of field, value and confidence.
  findings jsonb not null,
  -- Ids of the photos that would be kept.
  uploads jsonb not null,
  asked_at timestamptz not null,
  primary key (user_id, assistant),
  foreign key (user_id, message_id) references messages (user_id, id) on delete cascade
);
create index photo_asks_by_message on photo_asks (user_id, message_id);
create index photo_asks_by_time on photo_asks (asked_at);

create function forget_photo_ask_of_message() returns trigger language plpgsql as $$
begin
  delete from photo_asks where user_id = new.user_id and message_id = new.id;
  return null;
end
$$;
create trigger messages_forget_photo_ask after update of forgotten_at on messages
  for each row when (old.forgotten_at is null and new.forgotten_at is not null)
  execute function forget_photo_ask_of_message();

-- How it is known: said in a message, entered by hand, or seen in a photo that came with a message.
alter table hair_profile_entries add column source text not null default 'said'
  check (source in ('said', 'entered', 'photo'));
update hair_profile_entries set source = 'entered' where message_id is null;
alter table hair_profile_entries drop constraint hair_profile_entries_check;
alter table hair_profile_entries alter column source drop default;
alter table hair_profile_entries add constraint hair_profile_entries_source check (
  (source = 'said' and quote is not null and message_id is not null)
  or (source = 'entered' and quote is null and message_id is null)
  or (source = 'photo' and quote is null and message_id is not null)
);

-- Whether photos that are sent ahead are kept without asking. Nobody has said so yet.
alter table profiles alter column consent
  set default '{"memory": true, "mood": true, "analytics": true, "crossAssistant": false, "photos": false}';
update profiles set consent = consent || '{"photos": false}' where not consent ? 'photos';
