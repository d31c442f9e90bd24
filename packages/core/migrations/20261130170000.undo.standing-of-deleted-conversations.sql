drop trigger messages_lean_anew on messages;
drop function standing_leans_anew_without_message();
drop trigger conversations_lean_anew on conversations;
drop function standing_leans_anew();
