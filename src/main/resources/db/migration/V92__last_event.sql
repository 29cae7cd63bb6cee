-- Waits, promises and thumbs may happen several times in an episode, and count each by its own moment: all of them lie
-- between its beginning and this one. It is there in every edition that is counted from now on.
alter table insight_episode add column last_event timestamptz;
create index insight_episode_last_event on insight_episode (edition, last_event, opened) where last_event is not null;
