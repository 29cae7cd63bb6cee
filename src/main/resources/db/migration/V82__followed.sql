-- From the end of each episode on: what its customer had bought and bought next, and what puts them into a group. It says
-- nothing that the episodes and the shop's news do not, and is made anew for a customer whenever these change.
-- Times are microseconds since 1970: a report reads a hundred thousand of them.
create table insight_followed (
    edition      int not null,
    conversation uuid not null,
    number       int not null,
    site         text not null default 'main',
    customer     uuid not null,
    ended        bigint not null,
    -- when the customer's episode before this one ended: in a range that begins later, this is their first
    before       bigint,
    -- whether the shop can tell what they buy
    known        boolean not null,
    -- of somebody who was erased: until when it is known that they bought nothing
    until        bigint,
    -- orders that they had made, and when they made the next
    earlier      int not null,
    next         bigint,
    ending       text,
    csat         int,
    met          boolean not null,
    first_kept   boolean,
    waited       float8,
    repeated     boolean,
    goodwill     text,
    primary key (edition, conversation, number)
);
create index insight_followed_ended on insight_followed (edition, ended);
create index insight_followed_customer on insight_followed (edition, customer);

-- Raised with every change of these rows, so that a report that was read before is known to be still right.
alter table insight_edition add column followed bigint not null default 0;

-- Whose rows are to be made anew, of which edition; of all where that is null.
create table insight_followed_stale (
    edition  int,
    customer uuid not null,
    site     text not null default 'main'
);
create index insight_followed_stale_edition on insight_followed_stale (edition);

create function customers_bought() returns trigger language plpgsql as $$
begin
    insert into insight_followed_stale (customer)
    select distinct customer from changed where type in ('order', 'purchase');
    return null;
end
$$;
create trigger customer_event_told after insert on customer_event
    referencing new table as changed for each statement execute function customers_bought();
-- Words were blanked, or they are somebody else's now; whose they were gets his own episodes counted anew by that.
create trigger customer_event_changed after update on customer_event
    referencing new table as changed for each statement execute function customers_bought();

create function customer_is_known() returns trigger language plpgsql as $$
begin
    insert into insight_followed_stale (customer) values (new.id);
    return null;
end
$$;
create trigger customer_known after update of external_id, forgotten_at on customer
    for each row when (old.external_id is distinct from new.external_id
                       or old.forgotten_at is distinct from new.forgotten_at)
    execute function customer_is_known();
