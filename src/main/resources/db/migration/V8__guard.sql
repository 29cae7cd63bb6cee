-- What the log writes rests on where it believes a conversation stands. Where that is outdated nothing of the batch may
-- stay: an error in the same journey as the commit ends the transaction before it.
create function written(moved bigint, meant bigint) returns bigint language plpgsql as $$
begin
    if moved <> meant then
        raise exception 'Another transaction changed a conversation in between' using errcode = 'serialization_failure';
    end if;
    return pg_current_xact_id()::text::bigint;
end
$$;
