-- What changed of a conversation without an entry: whose it is, its language, its page; and that its words were erased.
-- Whoever keeps what the log adds up to reads these conversations again.
create table conversation_touched (
    conversation uuid not null,
    site         text not null default 'main',
    tx           xid8 not null default pg_current_xact_id()
);
create index conversation_touched_tx on conversation_touched (tx);

create function touch_conversation() returns trigger language plpgsql as $$
begin
    insert into conversation_touched (conversation, site) values (new.id, new.site);
    return null;
end
$$;

-- Most updates name none of these columns, and the condition is looked at before the function is called.
create trigger conversation_touched after update of customer, language, page on conversation
    for each row when (old.customer is distinct from new.customer
                       or old.language is distinct from new.language
                       or old.page is distinct from new.page)
    execute function touch_conversation();

-- One counting of the whole log. A new one is made beside the one that is read, and takes its place when it is whole.
create table insight_edition (
    edition  int primary key,
    site     text not null default 'main',
    -- what is counted and how; another way of counting needs a new edition
    counting text not null,
    -- every transaction before this one is in it
    settled  bigint not null,
    -- while it is made: all conversations up to this one are in it
    done_to  uuid,
    done     bigint not null default 0,
    of       bigint not null,
    began_at timestamptz not null,
    ready_at timestamptz
);

-- What each episode's entries add up to, without a word that anybody said.
create table insight_episode (
    edition      int not null,
    conversation uuid not null,
    number       int not null,
    site         text not null default 'main',
    customer     uuid not null,
    opened       timestamptz not null,
    ended        timestamptz,
    ending       text,
    rated        timestamptz,
    csat         int,
    commented    boolean not null,
    contained    boolean not null,
    language     text not null,
    page         text,
    reason       text,
    people       text[] not null,
    articles     text[] not null,
    facts        jsonb not null,
    primary key (edition, conversation, number)
);
create index insight_episode_customer on insight_episode (edition, customer);
create index insight_episode_opened on insight_episode (edition, opened);
create index insight_episode_ended on insight_episode (edition, ended) where ended is not null;
create index insight_episode_rated on insight_episode (edition, rated) where rated is not null;
create index insight_episode_commented on insight_episode (edition, rated) where commented;

-- The keys of sheets, as numbers.
create table insight_key (
    id   int generated always as identity primary key,
    site text not null default 'main',
    key  text not null unique
);

-- The figures of one stretch of time, seen from one side: for each key how much of each thing was counted in it.
-- `counts` and `times` are written by insight.Sheet; no other program reads them.
create table insight_sheet (
    edition   int not null,
    dimension text not null,
    minutes   int not null,
    start     timestamptz not null,
    site      text not null default 'main',
    counts    bytea not null,
    times     bytea not null,
    primary key (edition, dimension, minutes, start)
);
-- They are dense already: to pack them takes longer than it saves.
alter table insight_sheet alter column counts set storage external, alter column times set storage external;
