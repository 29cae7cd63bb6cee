-- Who is to rehearse what, and by when. Once for each of both; assigning again moves the day.
create table practice_assignment (
    id          uuid        primary key,
    site        text        not null default 'main',
    scenario    uuid        not null references practice_scenario,
    agent       uuid        not null,
    -- the day by which, where they are
    due         date        not null,
    assigned_by uuid        not null,
    assigned_at timestamptz not null,
    unique (scenario, agent)
);
create index practice_assignment_of on practice_assignment (agent, due);
