-- Hard conversations that agents rehearse on. All words in here are anonymous or written by staff.
create table practice_scenario (
    id          uuid        primary key,
    site        text        not null default 'main',
    state       text        not null,
    -- what is rehearsed: lines, facts, article, branches
    plot        jsonb       not null,
    -- the episode it was made from, until somebody approves it: then nothing leads back
    source      uuid,
    episode     int,
    -- counts every change, so that nobody overwrites what they have not seen
    version     int         not null,
    made_by     uuid,
    made_at     timestamptz not null,
    approved_by uuid,
    approved_at timestamptz
);
create index practice_scenario_source on practice_scenario (source) where source is not null;

-- Somebody rehearses. Nothing of it is in the log of any conversation, so nothing counts it.
create table practice_attempt (
    id         uuid        primary key,
    site       text        not null default 'main',
    scenario   uuid        not null references practice_scenario,
    agent      uuid        not null,
    -- made by whoever begins: the same again is the same attempt
    client_id  text        not null,
    -- the scenario as it was when they began
    plot       jsonb       not null,
    talk       jsonb       not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    score      int,
    marks      jsonb,
    unique (agent, client_id)
);
create index practice_attempt_of on practice_attempt (agent, scenario, started_at);
create index practice_attempt_scenario on practice_attempt (scenario, ended_at);
