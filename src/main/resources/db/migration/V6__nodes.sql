-- A process that serves, alive while it says so by this database's clock. Whoever was silent for too long is taken
-- out by the others, and what it had with it; if it was only slow it comes back.
create table node (
    id         uuid primary key,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);

-- Members of staff with a connection, by the node that has it.
create table attendance (
    node  uuid not null references node on delete cascade,
    agent uuid not null,
    site  text not null default 'main',
    primary key (node, agent)
);
create index attendance_agent on attendance (agent);

-- What holds for a member of staff at whatever node they sit; gone_since is null while they sit at any.
create table presence (
    agent      uuid primary key,
    site       text        not null default 'main',
    chosen     text        not null,
    idle_since timestamptz not null,
    gone_since timestamptz
);

-- The newest entry when the offer was made: whoever hears late that the conversation was taken before drops only
-- what was offered before.
alter table offer add column seq int not null default 0;
alter table passed add column seq int not null default 0;

create index customer_forgotten on customer (forgotten_at) where forgotten_at is not null;
