-- How an assistant's people were foretold, a row a day on which it was fitted: a second fit of a day takes the place of the first.
-- It holds counts and parameters, and nothing of one person.
create table prediction_models (
  id uuid primary key,
  assistant text not null,
  kind text not null check (kind in ('prior', 'bg-nbd', 'regression')),
  -- Which features the parameters belong to.
  features_version integer not null check (features_version > 0),
  -- Midnights (UTC): the first day anybody wrote, null while nobody has; and the first day that was not looked at.
  window_from timestamptz,
  window_until timestamptz not null,
  people integer not null check (people >= 0),
  parameters jsonb not null,
  -- How it did on weeks it had not seen; null while there were none.
  held_out jsonb,
  why text not null,
  fitted_at timestamptz not null,
  unique (assistant, window_until)
);

-- How likely a person is to write to an assistant within thirty days, and why. The latest only: what was thought of somebody last
-- month is nobody's business.
create table predictions (
  user_id uuid not null references users (id) on delete cascade,
  assistant text not null,
  at timestamptz not null,
  probability double precision not null check (probability between 0 and 1),
  band text not null check (band in ('engaged', 'uncertain', 'at_risk', 'gone')),
  reasons jsonb not null,
  model_id uuid not null references prediction_models (id) on delete cascade,
  primary key (user_id, assistant)
);
create index predictions_by_probability on predictions (assistant, band, probability, user_id);
create index predictions_of_model on predictions (model_id);

-- Who switches analytics off has nothing foretold of them from that moment on, whoever writes the consent.
create function forget_predictions_of_person() returns trigger language plpgsql as $$
begin
  delete from predictions where user_id = new.user_id;
  return null;
end
$$;
create trigger profiles_forget_predictions after update of consent on profiles
  for each row when (new.consent ->> 'analytics' = 'false' and old.consent ->> 'analytics' is distinct from 'false')
  execute function forget_predictions_of_person();
