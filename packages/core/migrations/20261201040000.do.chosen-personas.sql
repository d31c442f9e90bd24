-- People may say as whom they want to be spoken to. What they chose stays, whatever they write and whichever message goes.

alter table assistant_profiles add column persona_chosen boolean not null default false;

create or replace function persona_follows_its_proof() returns trigger language plpgsql as $$
begin
  update assistant_profiles
  set persona_scores = null, persona = case when persona_chosen then persona else (
    select to_persona from persona_moves
    where user_id = old.user_id and assistant = old.assistant order by moved_at desc, id desc limit 1) end
  where user_id = old.user_id and assistant = old.assistant;
  return null;
end
$$;
