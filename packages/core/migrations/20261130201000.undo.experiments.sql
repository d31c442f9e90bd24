drop table experiment_events;
drop table experiment_assignments;
drop table experiments;
drop table experiment_settings;
