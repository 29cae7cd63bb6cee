-- Several steps at once. `steps`: what is done, in order; `key`: a digit that does it.
create table macro (
    id         uuid primary key,
    site       text        not null default 'main',
    title      text        not null,
    key        text check (key between '1' and '9' and length(key) = 1),
    steps      jsonb       not null,
    scope      text        not null check (scope in ('PERSONAL', 'TEAM', 'EVERYONE')),
    team       text,
    owner      uuid,
    version    int         not null,
    changed_at timestamptz not null,
    changed_by uuid        not null,
    check ((scope = 'TEAM') = (team is not null)),
    check ((scope = 'PERSONAL') = (owner is not null))
);
create unique index macro_key on macro (site, key, scope, coalesce(team, ''), coalesce(owner::text, ''))
    where key is not null;

-- Which macros ran in this episode and up to which entry they went, as `id=seq,id=seq`: read and written by the log.
alter table conversation add column macros text;
