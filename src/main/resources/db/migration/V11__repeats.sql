-- A hint of the repeat guard that somebody waved away: it is silent from then on. No words: what was asked for, and the
-- entry that has the answer, 0 for the profile.
create table waved (
    conversation uuid        not null,
    asks         text        not null,
    answer       int         not null,
    site         text        not null default 'main',
    agent        uuid        not null,
    at           timestamptz not null,
    primary key (conversation, asks, answer)
);

-- What a member of staff asked although it was known; read from the log, so it can be made again at any time. Not who.
create table repeated (
    conversation uuid not null,
    seq          int  not null,
    asks         text not null,
    site         text not null default 'main',
    episode      int  not null,
    primary key (conversation, seq, asks)
);

-- How far each conversation was looked through for that.
create table looked_through (
    conversation uuid primary key,
    site         text not null default 'main',
    seq          int  not null
);
