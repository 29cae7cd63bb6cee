-- What was approved the last time: who changes it later is asked about words that were not in it.
alter table practice_scenario add column cleared jsonb;
update practice_scenario set cleared = plot where state <> 'DRAFT';
-- Everybody's rehearsals, the newest first.
create index practice_attempt_newest on practice_attempt (agent, started_at, id);
-- A share of the day's calls is for rehearsals, and no more.
alter table model_call add column practice boolean not null default false;
