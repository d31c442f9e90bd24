do $$
declare
  part regclass;
begin
  for part in select inhrelid from pg_inherits where inhparent = 'recall_entries_by_words'::regclass loop
    execute format('alter index %s reset (fastupdate)', part);
  end loop;
end
$$;
