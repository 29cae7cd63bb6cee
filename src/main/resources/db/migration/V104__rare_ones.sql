-- Who waits is asked for without whether it is open, which follows from it.
drop index conversation_open;
create index conversation_open on conversation (turn) where turn <> 'NOBODY';

-- What is rare is found without looking through all of a year.
drop index insight_episode_rated;
create index insight_episode_rated on insight_episode (edition, rated) include (csat, articles) where rated is not null;
alter table insight_episode add column asked_again boolean;
create index insight_episode_asked_again on insight_episode (edition, opened) where asked_again;
