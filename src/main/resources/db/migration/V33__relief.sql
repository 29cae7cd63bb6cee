-- Episodes of which whoever had them said that they were abusive.
create table abusive (
    conversation uuid        not null,
    episode      int         not null,
    site         text        not null default 'main',
    agent        uuid        not null,
    at           timestamptz not null,
    primary key (conversation, episode)
);

-- Who is spared for a while: an easier conversation next, or a pause until a moment. One row a person, the latest.
create table relief (
    agent  uuid        primary key,
    site   text        not null default 'main',
    relief text        not null,
    began  timestamptz not null,
    until  timestamptz,
    why    text        not null,
    over   boolean     not null
);
