-- When somebody asked for a person in an episode: the moment at which its first response and the target of it count.
alter table insight_episode add column asked_at timestamptz;
create index insight_episode_asked_at on insight_episode (edition, asked_at) where asked_at is not null;

-- By which hours and targets an edition was counted; other ones need a new edition, and this one is read until then.
alter table insight_edition add column terms text not null default '';
