-- A conversation that is offered to one agent until a moment; the row is the claim, so no two get it.
create table offer (
    conversation uuid primary key,
    site         text        not null default 'main',
    agent        uuid        not null,
    until        timestamptz not null
);
create index offer_agent on offer (agent);

-- Who let an offer pass or declined it, for as long as the conversation waits: others come first then.
create table passed (
    conversation uuid not null,
    agent        uuid not null,
    site         text not null default 'main',
    primary key (conversation, agent)
);
