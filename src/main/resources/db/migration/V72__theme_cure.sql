-- What is behind a theme, who sees to it until when, and where that stands.
alter table theme
    add column state    text not null default 'OPEN',
    add column cause    text,
    add column owner    uuid,
    add column due      date,
    -- why nothing is done about it
    add column reason   text,
    add column fixed_at timestamptz,
    -- "you said, we did", by language, and whether customers read it
    add column done       jsonb   not null default '{}',
    add column done_shown boolean not null default false;

-- Whether they want to hear when it is fixed.
alter table complaint add column tell boolean not null default false;

-- Who is told that it is fixed, once a customer and theme, in the conversation in which they asked for it.
create table theme_told (
    theme        uuid        not null references theme,
    customer     uuid        not null,
    site         text        not null default 'main',
    conversation uuid        not null,
    episode      int         not null,
    words        text        not null,
    by_whom      uuid        not null,
    by_name      text        not null,
    at           timestamptz not null,
    -- null until the log tells of it
    told_at      timestamptz,
    primary key (theme, customer)
);
create index theme_told_waiting on theme_told (at) where told_at is null;
