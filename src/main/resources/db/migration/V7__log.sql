-- The log writer holds the lock of the conversation's row while it writes, and nothing deletes a conversation: what
-- these keys check is so by construction, and checking it took a look-up for each row.
alter table entry drop constraint entry_conversation_fkey;
alter table words drop constraint words_conversation_seq_fkey;

-- How a node hears what another node wrote.
create index entry_tx on entry (tx);

-- Entries arrive in the order of their time, so a summary of each stretch of the table is index enough.
drop index entry_at;
create index entry_at on entry using brin (at) with (pages_per_range = 32, autosummarize = on);

-- Without the time of the last word in it: that changes with every message, and a row of which no indexed column
-- changes is rewritten in its own page, without touching any index.
drop index conversation_open;
create index conversation_open on conversation (turn) where status = 'OPEN' and turn <> 'NOBODY';
alter table conversation set (fillfactor = 50);
