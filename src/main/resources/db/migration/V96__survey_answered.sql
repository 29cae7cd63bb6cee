-- Answers are counted, and the newest read first, by when they were given.
create index survey_ask_answered on survey_ask (answered_at) where answered_at is not null;
