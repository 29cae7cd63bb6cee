-- Where the shop's own programs want to hear of what happens here.
create table webhook (
    id            uuid primary key,
    site          text        not null default 'main',
    address       text        not null,
    -- of which kinds of entries; none named is all
    kinds         text[]      not null,
    -- also what only colleagues see
    notes         boolean     not null,
    -- what its deliveries are signed with: it has to be readable
    secret        text        not null,
    active        boolean     not null,
    version       int         not null,
    created_at    timestamptz not null,
    -- its cursor: what transactions before this one wrote is among its deliveries
    settled       bigint      not null,
    -- since when nothing arrived there; null while things do
    failing_since timestamptz,
    stopped_at    timestamptz,
    stopped_why   text
);

-- One entry on its way to one of them, or there.
create table webhook_delivery (
    id           uuid primary key,
    site         text        not null default 'main',
    webhook      uuid        not null references webhook on delete cascade,
    conversation uuid        not null,
    seq          int         not null,
    kind         text        not null,
    at           timestamptz not null,
    -- when it is tried next; whoever tries it puts this off for as long as that may take. Null when it is over.
    due_at       timestamptz,
    arrived      boolean     not null default false,
    tries        int         not null default 0,
    tried_since  timestamptz,
    tried_at     timestamptz,
    -- as it was sent; blanked when the customer is erased
    body         text,
    status       int,
    millis       int,
    problem      text,
    response     text,
    unique (webhook, conversation, seq)
);
create index webhook_delivery_due on webhook_delivery (webhook, due_at) where due_at is not null;
create index webhook_delivery_before on webhook_delivery (webhook, conversation, seq) where due_at is not null;
create index webhook_delivery_newest on webhook_delivery (webhook, at desc, id desc);
create index webhook_delivery_conversation on webhook_delivery (conversation);
