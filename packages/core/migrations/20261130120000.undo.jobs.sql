-- The queue's own schema goes too: without this migration nothing uses it.
drop schema if exists pgboss cascade;
drop table job_runs;
