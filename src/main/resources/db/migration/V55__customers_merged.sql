-- A customer who turned out to be another one: what they had is the other's, and their row only says whose. It always
-- names somebody who was not merged themselves.
alter table customer
    add column merged_into    uuid references customer,
    add column merged_at      timestamptz,
    add column merged_by      uuid,
    add column merged_by_name text;
create index customer_merged on customer (merged_into) where merged_into is not null;

-- The last nine digits of what may be a telephone number: that much is the same with and without the country's code.
create function telephones(attributes jsonb) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(right(regexp_replace(value, '\D', '', 'g'), 9)), '{}')
      from jsonb_each_text(attributes)
     where key ~* '(phone|mobile|whatsapp|telepon|^telp?$|^no_?hp$|^hp$|^wa$|هاتف|جوال)'
       and length(regexp_replace(value, '\D', '', 'g')) between 8 and 15
$$;
create index customer_telephones on customer using gin (telephones(attributes)) where merged_into is null;
create index customer_email on customer (lower(email)) where merged_into is null;

-- Whatever is written for somebody in the moment in which they turn out to be another one is the other's. Whoever merges
-- holds the row, so it is waited for.
create function belongs_to_whom_it_stays() returns trigger language plpgsql as $$
declare
    stays uuid;
begin
    select merged_into into stays from customer where id = new.customer for share;
    if stays is not null then
        new.customer := stays;
    end if;
    return new;
end
$$;
create trigger customer_event_stays before insert on customer_event
    for each row execute function belongs_to_whom_it_stays();
create trigger customer_note_stays before insert on customer_note
    for each row execute function belongs_to_whom_it_stays();
create trigger conversation_stays before insert on conversation
    for each row execute function belongs_to_whom_it_stays();
create trigger customer_token_stays before insert on customer_token
    for each row execute function belongs_to_whom_it_stays();
create trigger tool_call_stays before insert on tool_call
    for each row execute function belongs_to_whom_it_stays();
create trigger blocked_stays before insert on blocked
    for each row execute function belongs_to_whom_it_stays();
