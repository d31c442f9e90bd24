drop trigger messages_forget_moves on messages;
drop function forget_moves_of_message();
drop table persona_moves;
drop function persona_follows_its_proof();
drop table journey_moves;
drop function journey_follows_its_proof();
alter table assistant_profiles drop column persona_scores, drop column journey_leaning;
