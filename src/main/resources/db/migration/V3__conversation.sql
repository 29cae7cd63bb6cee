-- A conversation's state: what its log adds up to, so that a transition can be checked without reading it.
create table conversation (
    id                uuid primary key,
    site              text        not null default 'main',
    client_id         text,
    customer          uuid        not null,
    customer_name     text        not null,
    language          text        not null,
    page              text,
    turn              text        not null,
    status            text        not null,
    last              int         not null,
    episode           int         not null,
    holder            uuid,
    holder_name       text,
    team              text,
    wanted            uuid,
    opened_at         timestamptz not null,
    spoken_at         timestamptz not null,
    waiting_since     timestamptz,
    head_of_queue     boolean     not null default false,
    bot_due           timestamptz,
    customer_last     int         not null default 0,
    bot_answered      boolean     not null default false,
    handed_over       boolean     not null default false,
    person_helped     boolean     not null default false,
    asked_at          timestamptz,
    customer_seen     int         not null default 0,
    staff_seen        int         not null default 0,
    unique (site, client_id)
);
create index conversation_customer on conversation (customer);
create index conversation_bot_due on conversation (bot_due) where bot_due is not null;
create index conversation_open on conversation (turn, spoken_at) where status = 'OPEN';
create index conversation_holder on conversation (holder) where holder is not null;

-- The log. Never updated but for `erased`; the words lie apart so that they can be blanked.
create table entry (
    conversation uuid        not null references conversation (id),
    seq          int         not null,
    episode      int         not null,
    kind         text        not null,
    role         text        not null,
    author       uuid,
    author_name  text,
    at           timestamptz not null,
    client_id    text,
    facts        jsonb       not null,
    erased       boolean     not null default false,
    -- The writing transaction: a reader that follows the log asks for those below pg_snapshot_xmin.
    tx           xid8        not null default pg_current_xact_id(),
    primary key (conversation, seq)
);
-- Sending twice is one entry; two people may happen to use the same client id.
create unique index entry_client_id on entry (conversation, client_id, coalesce(author::text, role))
    where client_id is not null;
create index entry_at on entry (at);

create table words (
    conversation uuid not null,
    seq          int  not null,
    text         text,
    primary key (conversation, seq),
    foreign key (conversation, seq) references entry (conversation, seq)
);

-- What a customer's browser holds; only its fingerprint is kept. `everything`: all of the customer's conversations.
create table customer_token (
    hash         text primary key,
    site         text        not null default 'main',
    customer     uuid        not null,
    conversation uuid        not null references conversation (id),
    everything   boolean     not null,
    expires_at   timestamptz not null
);
create index customer_token_customer on customer_token (customer);
create index customer_token_expires on customer_token (expires_at);
