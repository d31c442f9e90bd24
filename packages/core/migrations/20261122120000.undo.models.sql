drop view cache_performance_stats;
drop table openai_threads;
drop table served_models;
drop table system_alerts;
drop table circuit_breaker_states;
alter table turns drop column cache_result, drop column cache_reason, drop column prompt;
alter table messages drop column image_count;
drop index model_attempts_by_time;
drop index model_attempts_of_user;
drop index model_attempts_by_brand;
alter table model_attempts drop constraint model_attempts_user_id_fkey;
update model_attempts set user_id = null, message_id = null
where not exists (select from turns where turns.user_id = model_attempts.user_id and turns.message_id = model_attempts.message_id);
alter table model_attempts add constraint model_attempts_user_id_message_id_fkey
  foreign key (user_id, message_id) references turns (user_id, message_id) on delete set null;
alter table model_attempts
  drop column cost_micro_usd, drop column usage_source, drop column vendor_request_id, drop column failure_code;
update model_attempts set outcome = 'failed' where outcome in ('too-large', 'unknown-model', 'bad-request');
alter table model_attempts drop constraint model_attempts_outcome_check;
alter table model_attempts add constraint model_attempts_outcome_check check (
  outcome in ('completed', 'empty', 'filtered', 'truncated', 'rate-limited', 'refused-key', 'timed-out', 'failed', 'cut', 'cancelled')
);
