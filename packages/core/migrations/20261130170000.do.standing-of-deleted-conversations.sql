-- What leans a person towards a stage or persona was read from messages that prove no move yet, and so from no row that would
-- take it along: with a conversation that is deleted, or a message that is forgotten, it is begun anew.
create function standing_leans_anew() returns trigger language plpgsql as $$
begin
  update assistant_profiles set journey_leaning = null, persona_scores = null
  where user_id = old.user_id and assistant = old.assistant
    and (journey_leaning is not null or persona_scores is not null);
  return null;
end
$$;
create trigger conversations_lean_anew after delete on conversations
  for each row execute function standing_leans_anew();

create function standing_leans_anew_without_message() returns trigger language plpgsql as $$
begin
  update assistant_profiles set journey_leaning = null, persona_scores = null
  from conversations
  where conversations.user_id = new.user_id and conversations.id = new.conversation_id
    and assistant_profiles.user_id = new.user_id and assistant_profiles.assistant = conversations.assistant
    and (journey_leaning is not null or persona_scores is not null);
  return null;
end
$$;
create trigger messages_lean_anew after update of forgotten_at on messages
  for each row when (old.forgotten_at is null and new.forgotten_at is not null)
  execute function standing_leans_anew_without_message();
