-- Whoever is asked by mail, by a link or days later is asked without an entry, and so is answered what is no mark: the
-- conversation is read again by those who keep what the log adds up to.
create function touch_asked() returns trigger language plpgsql as $$
begin
    insert into conversation_touched (conversation, site) values (new.conversation, new.site);
    return null;
end
$$;

create trigger survey_asked after insert on survey_ask
    for each row when (new.asked_at is not null)
    execute function touch_asked();
create trigger survey_answered after update of asked_at, answered_at on survey_ask
    for each row when (old.asked_at is distinct from new.asked_at
                       or old.answered_at is distinct from new.answered_at)
    execute function touch_asked();
