-- What somebody was told of their wait, and what came of it, is one of the figures of an episode.
create trigger wait_told_news after insert on wait_told
    for each row execute function touch_asked();
create index insight_episode_told on insight_episode (edition, last_event, opened) where facts -> 'told' <> '[]';
