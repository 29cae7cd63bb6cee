-- How a shift was, as people said when it ended. The marks don't say whose they are; who answered in a week stands apart
-- from them, to know how many people a figure is about.
create table shift_mark (
    id   uuid not null primary key default gen_random_uuid(),
    site text not null default 'main',
    week date not null,
    -- empty: in no team
    team text not null,
    mark int  not null check (mark between 1 and 5)
);
create index shift_mark_week on shift_mark (week);

create table shift_answered (
    week  date not null,
    team  text not null,
    agent uuid not null,
    site  text not null default 'main',
    primary key (week, team, agent)
);
