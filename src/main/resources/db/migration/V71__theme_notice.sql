-- What everybody who opens the chat is told about a theme, by language, as {"en": "…"}.
create table theme_notice (
    id         uuid        primary key,
    site       text        not null default 'main',
    theme      uuid        not null references theme,
    texts      jsonb       not null,
    since      timestamptz not null,
    until      timestamptz not null,
    by_whom    uuid        not null,
    -- taken down by hand, before its time
    taken_down timestamptz
);
create index theme_notice_shown on theme_notice (until) where taken_down is null;
