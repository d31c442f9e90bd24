create or replace function persona_follows_its_proof() returns trigger language plpgsql as $$
begin
  update assistant_profiles
  set persona_scores = null, persona = (
    select to_persona from persona_moves
    where user_id = old.user_id and assistant = old.assistant order by moved_at desc, id desc limit 1)
  where user_id = old.user_id and assistant = old.assistant;
  return null;
end
$$;
alter table assistant_profiles drop column persona_chosen;
