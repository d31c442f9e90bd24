drop table safety_events;
