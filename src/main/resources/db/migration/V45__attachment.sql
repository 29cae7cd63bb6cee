-- Files that people sent. What a file is called and what it is stands in the log as well; here is who sent it, so that a
-- repeat is one file, and which of them nobody's log tells of.
create table attachment (
    id           uuid primary key,
    site         text        not null default 'main',
    conversation uuid        not null references conversation (id),
    -- CUSTOMER, or the account of staff.
    sender       text        not null,
    client_id    text        not null,
    name         text        not null,
    media        text        not null,
    size         int         not null,
    width        int,
    height       int,
    at           timestamptz not null,
    -- Whether an entry tells of it.
    told         boolean     not null default false,
    unique (conversation, sender, client_id)
);
create index attachment_untold on attachment (at) where not told;

-- Apart, so that whoever looks for files does not read them.
create table attachment_content (
    attachment uuid primary key references attachment (id),
    bytes      bytea not null
);
-- Pictures are packed already: packing them again costs time and saves nothing.
alter table attachment_content alter column bytes set storage external;

-- What addresses of files are signed with: the same for every node, and nothing that anybody has to set.
create table attachment_key (
    single boolean primary key default true check (single),
    secret text not null
);
insert into attachment_key (secret) values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
