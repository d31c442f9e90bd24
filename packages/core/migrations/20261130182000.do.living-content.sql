-- What a brand's team edits over the shipped files: passages and products, an entry each. Instances keep what they serve in
-- memory and read only what changed: `version` counts an assistant's changes, and each entry says in which it changed last.

create table content_versions (
  assistant text primary key,
  version bigint not null,
  changed_at timestamptz not null
);

create table content_entries (
  assistant text not null,
  kind text not null check (kind in ('passage', 'product')),
  id text not null check (length(id) between 1 and 120),
  -- Of the latest save. deleted: the edit is gone and what the file says is served again; the row stays, so that revisions
  -- go on counting and other instances learn of it.
  state text not null check (state in ('draft', 'live', 'retired', 'deleted')),
  revision integer not null check (revision >= 1),
  -- What was saved last; null where something was retired without having been edited, and for what was deleted.
  content jsonb,
  -- What is served of it; null: what the file says, or nothing where `is_hidden`.
  live_content jsonb,
  is_hidden boolean not null,
  version bigint not null,
  primary key (assistant, kind, id),
  check (not (is_hidden and live_content is not null)),
  check (state <> 'deleted' or (content is null and live_content is null and not is_hidden))
);
create index content_entries_by_version on content_entries (assistant, version);

-- Who did what and when: never changed, only added to.
create table content_revisions (
  assistant text not null,
  kind text not null check (kind in ('passage', 'product')),
  id text not null,
  revision integer not null,
  state text not null check (state in ('draft', 'live', 'retired', 'deleted')),
  content jsonb,
  changed_at timestamptz not null,
  actor text not null check (actor in ('account', 'operator-token')),
  -- The operator's account; null for OPERATOR_TOKEN, and once the account is erased.
  changed_by uuid references users (id) on delete set null,
  primary key (assistant, kind, id, revision)
);
create index content_revisions_by_account on content_revisions (changed_by);
