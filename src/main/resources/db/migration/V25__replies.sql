-- What is said often. `texts` by language; whose it is tells who may say it: one person, a team, or everyone.
create table canned_reply (
    id         uuid primary key,
    site       text        not null default 'main',
    shortcut   text        not null,
    title      text        not null,
    texts      jsonb       not null,
    scope      text        not null check (scope in ('PERSONAL', 'TEAM', 'EVERYONE')),
    team       text,
    owner      uuid,
    version    int         not null,
    changed_at timestamptz not null,
    changed_by uuid        not null,
    check ((scope = 'TEAM') = (team is not null)),
    check ((scope = 'PERSONAL') = (owner is not null))
);
create unique index canned_reply_shortcut
    on canned_reply (site, shortcut, scope, coalesce(team, ''), coalesce(owner::text, ''));
