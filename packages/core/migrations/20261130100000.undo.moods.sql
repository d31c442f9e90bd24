drop trigger profiles_forget_moods on profiles;
drop function forget_moods_of_person();
drop index turns_with_mood;
