drop trigger memories_are_found on memories;
drop trigger messages_are_found on messages;
drop function forget_recall_entry();
drop table recall_entries;
drop table memory_sources;
drop function forget_memory_without_source();
drop table memories;
alter table messages drop column forgotten_at;
-- The extensions stay: others may use them.
