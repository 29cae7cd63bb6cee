-- What people set on a page, a record of the room that uses it; what is not here has its default.
create table setting (
    name       text        primary key,
    site       text        not null default 'main',
    value      jsonb       not null,
    -- who changes it names the version that they saw
    version    int         not null,
    changed_by uuid        not null,
    changed_at timestamptz not null
);

-- Who changed which of these, or which row that people edit. Ids sort by time.
create table change (
    id     uuid        primary key,
    site   text        not null default 'main',
    at     timestamptz not null,
    agent  uuid        not null,
    what   text        not null,
    key    text        not null,
    before jsonb,
    after  jsonb
);
create index change_what on change (what, key, id desc);
