-- What somebody of staff notes about an episode that they were in; for them and their managers.
create table work_note (
    agent        uuid        not null,
    conversation uuid        not null,
    number       int         not null,
    site         text        not null default 'main',
    text         text        not null,
    written_at   timestamptz not null,
    primary key (agent, conversation, number)
);
create index work_note_conversation on work_note (conversation);

-- Up to when digests have been sent, by which rule. One row; whoever sends holds it.
create table digest_cursor (
    one      boolean primary key default true check (one),
    site     text        not null default 'main',
    rule     text        not null,
    sent_for timestamptz not null
);

-- A mail of the house to its own people, on its way or there. The same one to the same address is there once.
create table house_mail (
    id         uuid primary key,
    site       text        not null default 'main',
    what       text        not null,
    address    text        not null,
    message_id text        not null,
    subject    text        not null,
    body_text  text        not null,
    body_html  text        not null,
    -- when it is tried next; null when it is over
    due_at     timestamptz,
    tries      int         not null default 0,
    sent_at    timestamptz,
    problem    text,
    created_at timestamptz not null,
    unique (what, address)
);
create index house_mail_due on house_mail (due_at) where due_at is not null;
