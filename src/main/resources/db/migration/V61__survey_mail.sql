-- What a mail asks about; none for answers and transcripts.
alter table mail add column about uuid;
