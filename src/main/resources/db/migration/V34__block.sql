-- Customers who may not write until a moment; the row is the latest of each.
create table blocked (
    customer     uuid        primary key,
    site         text        not null default 'main',
    conversation uuid        not null,
    agent        uuid        not null,
    at           timestamptz not null,
    until        timestamptz not null,
    reason       text        not null
);
create index blocked_until on blocked (until);
