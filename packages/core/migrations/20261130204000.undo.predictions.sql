drop trigger profiles_forget_predictions on profiles;
drop function forget_predictions_of_person();
drop table predictions;
drop table prediction_models;
