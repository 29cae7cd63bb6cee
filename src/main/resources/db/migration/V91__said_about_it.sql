-- Whether customers would recommend the shop is kept with the episode that they said it of: what they said of a later one
-- tells that they came again.
insert into insight_followed_stale (edition, customer)
select distinct edition, customer from insight_episode where ended is not null and nps is not null;
