drop index messages_replaced;
alter table messages drop column replaced_by;
