delete from hair_profile_entries where source = 'photo';
alter table hair_profile_entries drop constraint hair_profile_entries_source;
alter table hair_profile_entries drop column source;
alter table hair_profile_entries add constraint hair_profile_entries_check check ((quote is null) = (message_id is null));
drop trigger messages_forget_photo_ask on messages;
drop function forget_photo_ask_of_message();
drop table photo_asks;
drop table photos;
alter table profiles alter column consent
  set default '{"memory": true, "mood": true, "analytics": true, "crossAssistant": false}';
update profiles set consent = consent - 'photos';
