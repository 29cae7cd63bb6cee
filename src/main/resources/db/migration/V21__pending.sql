-- A promise to a customer: somebody comes back to them by then.
alter table conversation
    add column pending_until timestamptz,
    add column pending_told  boolean not null default false;
create index conversation_pending on conversation (pending_until) where pending_until is not null;
