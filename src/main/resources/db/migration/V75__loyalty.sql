-- Few are asked whether they would recommend us, and a report over a year looks for them among all who gave a mark.
create index insight_episode_nps on insight_episode (edition, rated) where (facts -> 'rating' ->> 'nps') is not null;

-- What was bought, without looking at each event: of which order it was, and when that was first told of.
create index customer_event_bought on customer_event (customer, (coalesce(nullif(data ->> 'order', ''), id)), at)
    where type in ('order', 'purchase');
