-- What a low mark was for: the wait is not the person's, and so is not what became of it.
alter table follow_up add column cause text;
alter table complaint add column cause text;

create function first_cause(talk uuid, nth int) returns text language sql stable as $$
    select facts ->> 'cause' from entry
     where conversation = talk and kind = 'rated' and cast(facts ->> 'episode' as int) = nth
       and facts ->> 'cause' is not null
     order by seq limit 1
$$;
update follow_up set cause = first_cause(conversation, episode)
 where case when csat is not null then csat <= 2 when nps is not null then nps <= 6 else effort <= 3 end;
update complaint set cause = first_cause(conversation, episode) where coalesce(csat <= 2, true);
drop function first_cause;

-- Good marks of a conversation, those that came after an answer too: a customer who gives one later is won back.
create index entry_good on entry (conversation, at)
    where kind in ('rated', 'reconsidered') and cast(facts ->> 'csat' as int) >= 4;
