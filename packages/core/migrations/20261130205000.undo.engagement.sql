drop index advice_by_question;
drop index advice_by_giving;
drop index journey_moves_by_stage;
drop index conversations_by_last_word;
drop table campaign_sends;
drop table campaigns;
