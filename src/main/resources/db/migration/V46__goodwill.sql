-- What may be given. Amounts are whole hundredths, of money or of points.
create table gesture (
    id      uuid primary key,
    site    text   not null default 'main',
    kind    text   not null,
    name    text   not null,
    amount  bigint,
    cost    bigint not null check (cost >= 0),
    code    text,
    active  boolean not null,
    version int    not null default 0
);

-- What was given, as the gesture was then. Whose it is, is the conversation's to tell: customers turn out to be others.
create table gift (
    id           uuid primary key,
    site         text        not null default 'main',
    gesture      uuid        not null references gesture (id),
    conversation uuid        not null references conversation (id),
    episode      int         not null,
    agent        uuid        not null,
    agent_name   text        not null,
    client_id    text        not null,
    kind         text        not null,
    name         text        not null,
    amount       bigint,
    currency     text        not null,
    code         text unique,
    cost         bigint      not null check (cost >= 0),
    reason       text,
    at           timestamptz not null,
    -- Whether an entry tells of it.
    told         boolean     not null default false,
    -- Sent twice, it is given once.
    unique (conversation, agent, client_id)
);
create index gift_agent on gift (agent, at);
create index gift_at on gift (at);
create index gift_untold on gift (at) where not told;

-- Who gives and who gets, locked while one of them does, so that two at once never go above what is allowed.
create table giving (
    who  uuid primary key,
    site text not null default 'main'
);
