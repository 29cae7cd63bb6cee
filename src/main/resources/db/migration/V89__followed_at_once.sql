-- A report reads all of a year's rows, so what it reads of each is one value: it takes a third of the time that it takes
-- column by column. What was kept is made anew from the episodes and the shop's news.
drop table insight_followed;
create table insight_followed (
    edition      int not null,
    conversation uuid not null,
    number       int not null,
    site         text not null default 'main',
    customer     uuid not null,
    -- microseconds since 1970
    ended        bigint not null,
    -- when the customer's episode before this one ended: in a range that begins later, this is their first
    before       bigint,
    -- the episode, how it went, and what its customer had bought and bought next; see Following
    following    bytea not null,
    primary key (edition, conversation, number)
);
create index insight_followed_ended on insight_followed (edition, ended);
create index insight_followed_customer on insight_followed (edition, customer);

insert into insight_followed_stale (edition, customer)
select distinct edition, customer from insight_episode where ended is not null;

-- Whether they would recommend the shop is asked of few, and read of all.
alter table insight_episode add column nps int;
update insight_episode set nps = cast(facts -> 'rating' ->> 'nps' as int) where (facts -> 'rating' ->> 'nps') is not null;
drop index insight_episode_nps;
create index insight_episode_nps on insight_episode (edition, rated) include (conversation, number, customer, nps)
    where nps is not null;
