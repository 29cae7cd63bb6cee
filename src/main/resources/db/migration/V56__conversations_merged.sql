-- A conversation that goes on in another one, and in that one the ids of all that do, with spaces between them.
alter table conversation
    add column merged_into uuid,
    add column absorbed    text not null default '';
