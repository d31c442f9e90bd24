drop trigger messages_forget_advice on messages;
drop function forget_advice_of_message();
drop table advice_reports;
drop table advice_givings;
drop table advice;
drop function drop_advice_without_ground();
