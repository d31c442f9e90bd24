-- Moods over time are read from what each turn's summary says, by person and time. Turns in a crisis are read too, mood or
-- not: where there was one, nothing is summed up.
create index turns_with_mood on turns (user_id, started_at)
  where jsonb_typeof(summary -> 'mood') = 'object' or summary #>> '{risk,level}' = 'crisis';

-- Who switches moods off has none kept: those of turns and those shown with replies go in the same statement, whoever
-- writes the consent. Later turns are stored without (see turn/finish.ts).
create function forget_moods_of_person() returns trigger language plpgsql as $$
begin
  update turns set summary = jsonb_set(summary, '{mood}', 'null')
  where user_id = new.user_id and jsonb_typeof(summary -> 'mood') = 'object';
  update messages set details = jsonb_set(details, '{mood}', 'null')
  where user_id = new.user_id and jsonb_typeof(details -> 'mood') = 'object';
  return null;
end
$$;
create trigger profiles_forget_moods after update of consent on profiles
  for each row when (new.consent ->> 'mood' = 'false' and old.consent ->> 'mood' is distinct from 'false')
  execute function forget_moods_of_person();
