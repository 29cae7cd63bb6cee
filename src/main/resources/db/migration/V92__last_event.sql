-- Waits, promises and thumbs may happen several times in an episode, and count each by its own moment: all of them lie
-- between its beginning and this one. It is there in every edition that is counted from now on.
alter table insight_episode add column last_event timestamptz;
create index insight_episode_last_event on insight_episode (edition, last_event, opened) where last_event is not null;

-- Few have any of these, and all of them are looked for.
create index insight_episode_promised on insight_episode (edition, last_event, opened)
    where facts -> 'promised' <> '[]' or facts -> 'late' <> '[]';
create index insight_episode_thumbed on insight_episode (edition, last_event, opened) where facts -> 'thumbs' <> '[]';
