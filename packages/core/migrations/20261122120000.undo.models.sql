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
alter table model_attempts
  drop column cost_micro_usd, drop column usage_source, drop column vendor_request_id, drop column failure_code;
update model_attempts set outcome = 'failed' where outcome in ('too-large', 'unknown-model', 'bad-request');
alter table model_attempts drop constraint model_attempts_outcome_check;
alter table model_attempts add constraint model_attempts_outcome_check check (
  outcome in ('completed', 'empty', 'filtered', 'truncated', 'rate-limited', 'refused-key', 'timed-out', 'failed', 'cut', 'cancelled')
);
