-- A customer was unhappy, and somebody answers them. Read from the log, one an episode; whose it is stands only here.
create table follow_up (
    id           uuid        primary key,
    site         text        not null default 'main',
    conversation uuid        not null,
    episode      int         not null,
    csat         int         not null,
    rated_at     timestamptz not null,
    due          timestamptz not null,
    state        text        not null,
    owner        uuid,
    -- handed on because it was late, which happens once
    escalated_at timestamptz,
    answered_at  timestamptz,
    answered_by  uuid,
    closed_at    timestamptz,
    -- why nobody answered; words of staff
    reason       text,
    -- the mark that the customer gave after the answer
    again        int,
    unique (conversation, episode)
);
create index follow_up_open on follow_up (owner, due) where state = 'OPEN';
create index follow_up_rated on follow_up (rated_at);

-- Who did what with it; nobody where it went by itself.
create table follow_up_step (
    id        uuid        primary key,
    site      text        not null default 'main',
    follow_up uuid        not null references follow_up on delete cascade,
    at        timestamptz not null,
    what      text        not null,
    by_whom   uuid,
    to_whom   uuid
);
create index follow_up_step_of on follow_up_step (follow_up, id);

-- Every transaction before this one was read.
create table follow_up_cursor (
    site    text   primary key default 'main',
    settled bigint not null
);
insert into follow_up_cursor (settled) values (cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint));

-- What of a conversation was answered so and rated again, as "1 3": its verbs refuse to do it twice.
alter table conversation
    add column followed      text    not null default '',
    add column reconsidered  text    not null default '',
    add column followed_last boolean not null default false;
