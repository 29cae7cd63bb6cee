-- What the customer said about which episode, as "1.cause=WAIT 1.csat=2": what was said once stays, and the verbs refuse
-- anything else. Of a comment it is eight digits of its digest.
alter table conversation
    add column rated text not null default '',
    -- the episodes of which the customer was told, as "1 3", that what they complained about is fixed
    add column fixed text not null default '';

-- Of what was said twice before, what was said first stays from now on; whether they want to hear of it is the newest.
with said as (
    select e.conversation, e.seq, e.facts ->> 'episode' || '.' || fact.key as name, fact.value
      from entry e, jsonb_each_text(e.facts - 'episode') as fact
     where e.kind = 'rated' and fact.value is not null and fact.key <> 'tell'
     union all
    select e.conversation, -e.seq, e.facts ->> 'episode' || '.tell', e.facts ->> 'tell'
      from entry e
     where e.kind = 'rated' and e.facts ->> 'tell' is not null
     union all
    select e.conversation, e.seq, e.facts ->> 'episode' || '.comment', left(md5(w.text), 8)
      from entry e
      join words w on w.conversation = e.conversation and w.seq = e.seq
     where e.kind = 'rated' and w.text is not null
), counts as (
    select distinct on (conversation, name) conversation, name, value from said order by conversation, name, seq
)
update conversation c
   set rated = each.rated
  from (select conversation, string_agg(name || '=' || value, ' ' order by name) as rated from counts group by 1) as each
 where c.id = each.conversation and not c.forgotten;

-- Who was asked something else than how satisfied they are may be unhappy as well.
alter table follow_up
    alter column csat drop not null,
    add column nps    int,
    add column effort int;
