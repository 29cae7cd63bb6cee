-- Why somebody is away; null while they are not, or did not say.
alter table presence add column why text;

-- What they said of themselves, and when; who is away why is asked of it, nobody is measured by it.
create table status_said (
    agent  uuid        not null,
    at     timestamptz not null,
    site   text        not null default 'main',
    chosen text        not null,
    why    text,
    primary key (agent, at)
);

-- A shift that is over, by the id under which it was ended: ended twice is ended once.
create table shift_over (
    agent     uuid        not null,
    client_id text        not null,
    site      text        not null default 'main',
    at        timestamptz not null,
    primary key (agent, client_id)
);
