-- What background work leaves behind. The queue keeps its jobs in a schema of its own, pgboss, which it makes and
-- upgrades itself when the server starts.

-- One row a job, all its attempts together: what an operator sees, and what makes a job's effects happen once.
create table job_runs (
  -- The job's.
  id uuid primary key,
  task text not null,
  started_at timestamptz not null,
  -- When the latest attempt ended; null while it runs.
  finished_at timestamptz,
  -- 'failed': to be tried again. 'parked': failed for the last time. 'interrupted': a stop returned it to the queue.
  outcome text not null default 'running' check (outcome in ('running', 'completed', 'failed', 'parked', 'interrupted')),
  attempts integer not null check (attempts > 0),
  -- Counts and names; never a person's words or ids.
  report jsonb
);
create index job_runs_of_task on job_runs (task, started_at);
create index job_runs_by_start on job_runs (started_at);
