-- Complaints that mean the same. Its number and, from its second day on, its name stay what they were.
create table theme (
    id           uuid        primary key,
    site         text        not null default 'main',
    number       int         not null,
    name         text        not null,
    -- named by people: nothing else names it any more
    named        boolean     not null default false,
    pinned       boolean     not null default false,
    -- what joined another goes on drawing to it what is like itself
    merged_into  uuid        references theme,
    at           timestamptz not null,
    -- the sum of its complaints' meanings
    sum          bytea       not null,
    unique (site, number)
);

-- What a customer said about an episode, or said in one that they gave a low mark. The words and their meaning go when
-- they are erased; that it was there, and to which theme it belongs, stays.
create table complaint (
    id           uuid        primary key,
    site         text        not null default 'main',
    conversation uuid        not null,
    episode      int         not null,
    customer     uuid        not null,
    at           timestamptz not null,
    csat         int,
    language     text        not null,
    words        text,
    meaning      bytea,
    theme        uuid        references theme,
    -- in whose sum its meaning is
    centre       uuid        references theme,
    -- put there by people: what is very like it goes there too
    decided      boolean     not null default false,
    -- the teams that had to do with it, and what staff say it was about
    teams        text[]      not null default '{}',
    topic        text,
    -- what was given in it, in hundredths
    cost         bigint      not null default 0,
    currency     text,
    unique (conversation, episode)
);
create index complaint_of on complaint (theme, at desc);
create index complaint_decided on complaint (at desc) where decided;
create index complaint_unread on complaint (at, id) where words is not null and meaning is null;
create index complaint_loose on complaint (at desc) where meaning is not null and theme is null;

-- Every transaction before this one was read. It begins with one that is yet to come: the last days are read then, as
-- after a restored copy.
create table theme_cursor (
    site    text   primary key default 'main',
    settled bigint not null
);
insert into theme_cursor (settled) values (9223372036854775807);
