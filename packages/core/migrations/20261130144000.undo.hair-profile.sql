alter table assistant_profiles add column hair_profile jsonb;
drop trigger messages_forget_hair_profile on messages;
drop function forget_hair_profile_of_message();
drop table hair_profile_entries;
