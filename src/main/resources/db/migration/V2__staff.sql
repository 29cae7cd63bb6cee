-- The people who work here.
create table account (
    id             uuid primary key,
    site           text not null default 'main',
    email          text not null check (email = lower(email)),
    name           text not null,
    -- bcrypt; null until the invitation is taken
    password       text,
    role           text not null check (role in ('AGENT', 'MANAGER', 'ADMIN')),
    languages      text[] not null default '{}',
    skills         text[] not null default '{}',
    teams          text[] not null default '{}',
    created_at     timestamptz not null,
    deactivated_at timestamptz,
    -- they forgot their password and wait for an administrator's link
    asked_reset_at timestamptz,
    unique (site, email)
);

-- A signed-in browser. The token itself is nowhere: its SHA-256 is the key.
create table staff_session (
    hash       text primary key,
    site       text not null default 'main',
    account    uuid not null references account,
    expires_at timestamptz not null,
    used_at    timestamptz not null
);
create index staff_session_account on staff_session (account);

-- A one-time link, also kept as its SHA-256. Only the first administrator's has no account yet.
create table staff_link (
    hash       text primary key,
    site       text not null default 'main',
    purpose    text not null check (purpose in ('INVITATION', 'RESET', 'FIRST')),
    account    uuid references account,
    expires_at timestamptz not null,
    check ((account is null) = (purpose = 'FIRST'))
);
create index staff_link_account on staff_link (account);
