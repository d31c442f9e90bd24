drop table content_revisions;
drop table content_entries;
drop table content_versions;
