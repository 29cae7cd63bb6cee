-- How often each answer was given, by the hour in which they answered: what each change added or took away, until it is
-- added up. Nobody waits for a row here, for each change is one of its own.
create table survey_count (
    hour     timestamptz not null,
    site     text        not null default 'main',
    survey   uuid        not null,
    form     int         not null,
    -- none of those who answered anything
    question text,
    -- an option's key, or a number; none of words
    answer   text,
    n        int         not null
);
create index survey_count_hour on survey_count (hour);

create function survey_hour(at timestamptz) returns timestamptz language sql immutable
    return date_bin('1 hour', at, timestamptz '1970-01-01 00:00Z');

-- What answers count for; of whoever has not answered yet, nothing.
create view survey_counted as
    select g.ask, survey_hour(a.answered_at) as hour, a.site, a.survey, a.form, g.question,
           coalesce(g.choice, cast(g.number as text)) as answer
      from survey_answer g
      join survey_ask a on a.id = g.ask
     where a.answered_at is not null
       and (g.number is not null or g.choice is not null or g.words is not null);

insert into survey_count (hour, site, survey, form, question, answer, n)
select hour, site, survey, form, question, answer, count(*) from survey_counted group by 1, 2, 3, 4, 5, 6
 union all
select survey_hour(answered_at), site, survey, form, null, null, count(*)
  from survey_ask a
 where answered_at is not null and exists (select from survey_answer g where g.ask = a.id)
 group by 1, 2, 3, 4;

create function count_answers() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into survey_count (hour, site, survey, form, question, answer, n)
        select c.hour, c.site, c.survey, c.form, c.question, c.answer, count(*)
          from fresh g join survey_counted c on c.ask = g.ask and c.question = g.question
         group by 1, 2, 3, 4, 5, 6
         union all
        -- Whose first answers these are.
        select survey_hour(a.answered_at), a.site, a.survey, a.form, null, null, count(*)
          from (select ask, count(*) as n from fresh group by ask) as g
          join survey_ask a on a.id = g.ask
         where a.answered_at is not null and g.n = (select count(*) from survey_answer o where o.ask = g.ask)
         group by 1, 2, 3, 4;
    else
        insert into survey_count (hour, site, survey, form, question, answer, n)
        select survey_hour(a.answered_at), a.site, a.survey, a.form, g.question,
               coalesce(g.choice, cast(g.number as text)), sum(g.n)
          from (select *, 1 as n from fresh union all select *, -1 from stale) as g
          join survey_ask a on a.id = g.ask
         where a.answered_at is not null
           and (g.number is not null or g.choice is not null or g.words is not null)
         group by 1, 2, 3, 4, 5, 6
        having sum(g.n) <> 0;
    end if;
    return null;
end
$$;
create trigger survey_answer_given after insert on survey_answer
    referencing new table as fresh for each statement execute function count_answers();
create trigger survey_answer_changed after update on survey_answer
    referencing new table as fresh old table as stale for each statement execute function count_answers();

-- Answers are kept first, and then that they were given.
create function count_answered() returns trigger language plpgsql as $$
begin
    insert into survey_count (hour, site, survey, form, question, answer, n)
    select hour, site, survey, form, question, answer, 1 from survey_counted where ask = new.id
     union all
    select survey_hour(new.answered_at), new.site, new.survey, new.form, null, null, 1
     where exists (select from survey_answer g where g.ask = new.id);
    return null;
end
$$;
create trigger survey_answered_now after update of answered_at on survey_ask
    for each row when (old.answered_at is null and new.answered_at is not null)
    execute function count_answered();
