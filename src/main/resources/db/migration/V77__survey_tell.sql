-- Whether who gave a low mark wanted to hear when it is fixed, as they said with their answers; what they say later only
-- the log knows.
alter table survey_ask add column tell boolean not null default false;
