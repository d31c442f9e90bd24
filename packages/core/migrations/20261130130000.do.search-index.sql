-- Words are searched in every turn, and written once. GIN's list of what is not yet in its place is read whole by every
-- search: at 20,000 entries a person it made up half of recall's time, until a vacuum came by.
do $$
declare
  part regclass;
begin
  for part in select inhrelid from pg_inherits where inhparent = 'recall_entries_by_words'::regclass loop
    execute format('alter index %s set (fastupdate = off)', part);
    perform gin_clean_pending_list(part);
  end loop;
end
$$;
