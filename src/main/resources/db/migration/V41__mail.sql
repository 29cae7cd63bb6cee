-- Words of ours that a customer may not have seen: they are written to, unless they come and look.
create table mail_unseen (
    conversation uuid primary key,
    site         text        not null default 'main',
    -- the newest of these words
    upto         int         not null,
    due_at       timestamptz not null,
    -- when a node last saw the customer's screen open
    there_at     timestamptz
);
create index mail_unseen_due on mail_unseen (due_at);

-- How far the log was read for that, and when the mailbox is looked into next.
create table mail_cursor (
    site    text primary key default 'main',
    settled bigint      not null,
    look_at timestamptz not null
);

-- What we write to customers. The address is blanked when the customer is erased.
create table mail (
    id           uuid primary key,
    site         text        not null default 'main',
    conversation uuid        not null,
    purpose      text        not null,
    address      text,
    message_id   text        not null unique,
    -- it has our words after the one and up to the other
    after_seq    int         not null,
    upto         int         not null,
    -- when it is sent, or by when a try that is being made is over; null when that is done
    due_at       timestamptz,
    tries        int         not null default 0,
    wanted_at    timestamptz not null,
    sent_at      timestamptz,
    problem      text
);
create index mail_due on mail (due_at) where due_at is not null;
create index mail_conversation on mail (conversation, wanted_at);

-- The links in them, as fingerprints.
create table mail_link (
    hash         text primary key,
    site         text        not null default 'main',
    conversation uuid        not null,
    expires_at   timestamptz not null
);
create index mail_link_conversation on mail_link (conversation);

-- What customers wrote back, by the fingerprint of its Message-ID, and what became of it.
create table mail_received (
    hash         text primary key,
    site         text        not null default 'main',
    conversation uuid,
    received_at  timestamptz not null,
    outcome      text        not null
);
create index mail_received_conversation on mail_received (conversation, received_at);
