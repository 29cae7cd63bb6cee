-- When more was heard of it than chance explains, and since when somebody knows: null until they do.
alter table theme
    add column risen_at       timestamptz,
    add column risen_n        int,
    add column risen_expected float8,
    add column risen_seen_at  timestamptz;
create index theme_risen on theme (risen_at) where risen_at is not null;
