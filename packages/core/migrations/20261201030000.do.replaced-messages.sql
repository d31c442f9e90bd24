-- A message that was said anew, and all that followed it, names the message that took its place. Null: it stands.
-- No foreign key: both go with their conversation, and only there.
alter table messages add column replaced_by uuid;
create index messages_replaced on messages (user_id, replaced_by) where replaced_by is not null;
