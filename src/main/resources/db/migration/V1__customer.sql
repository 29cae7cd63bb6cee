-- Who is on the other end. Forgetting blanks the words and keeps the row.
create table customer (
    id           uuid primary key,
    site         text not null default 'main',
    -- the shop's own id for them; only who proved it, or the shop itself, gets a row with one
    external_id  text,
    name         text,
    email        text,
    language     text not null,
    attributes   jsonb not null default '{}',
    since        timestamptz not null,
    forgotten_at timestamptz,
    unique (site, external_id)
);
create index customer_since on customer (since desc);

-- What the shop told about them.
create table customer_event (
    -- SHA-256 of the shop's id for it: enough to know a repeat, and nothing to forget
    id          text not null,
    site        text not null default 'main',
    customer    uuid not null references customer,
    type        text not null,
    at          timestamptz not null,
    data        jsonb not null,
    received_at timestamptz not null,
    primary key (site, id)
);
create index customer_event_customer on customer_event (customer, type, at);
