-- A promise to a customer: somebody comes back to them by then.
alter table conversation
    add column pending_until timestamptz,
    add column pending_told  boolean not null default false;
-- What was used lately is suggested whenever somebody opens a conversation.
create index entry_tagged on entry (at) where kind = 'tagged';
create index conversation_pending on conversation (pending_until) where pending_until is not null;
