-- What was learned from ratings of those who gave none: one row, of which newer learning takes the place.
create table insight_expectation (
    site       text        primary key default 'main',
    -- what was learned by; another list of traits has to be learned anew
    traits     text        not null,
    learned_at timestamptz not null,
    learned    jsonb       not null
);
