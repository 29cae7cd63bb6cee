-- The first good mark that the customer gave later; nulls while there is none. See GoodMarks.
alter table follow_up
    add column won_conversation uuid,
    add column won_episode      int,
    add column won_at           timestamptz,
    add column won_csat         int;

-- Customers to whom somebody's conversations came: which marks are theirs is to be looked at anew.
create table follow_up_moved (
    customer uuid not null,
    site     text not null default 'main'
);

with good as (
    select o.customer, o.id as conversation, e.at, e.kind,
           cast(e.facts ->> 'episode' as int) as episode, cast(e.facts ->> 'csat' as int) as csat
      from entry e
      join conversation o on o.id = e.conversation
     where e.kind in ('rated', 'reconsidered') and cast(e.facts ->> 'csat' as int) >= 4
), first as (
    select distinct on (f.id) f.id, good.conversation, good.episode, good.at, good.csat
      from follow_up f
      join conversation c on c.id = f.conversation
      join good on good.customer = c.customer and good.at > f.rated_at
       and (good.conversation > c.id
            or (good.conversation = c.id and good.episode + cast(good.kind = 'reconsidered' as int) > f.episode))
     order by f.id, good.at, good.conversation
)
update follow_up f
   set won_conversation = first.conversation, won_episode = first.episode, won_at = first.at, won_csat = first.csat
  from first
 where f.id = first.id;

-- What became of a year of them is counted from this alone.
drop index follow_up_rated;
create index follow_up_rated on follow_up (rated_at) include (cause, due, answered_at, won_at);
