-- What made an agent righter for a conversation than the next best.
alter table offer add column because text;

-- What somebody was told when they began to wait, in seconds; what came of it is in the log. `seq`: the entry that made
-- them wait. `foretold`: the upper end before it was stretched by what earlier ones turned out to be.
create table wait_told (
    conversation uuid             not null,
    seq          int              not null,
    site         text             not null default 'main',
    at           timestamptz      not null,
    behind       int              not null,
    foretold     double precision not null,
    likely       int              not null,
    most         int              not null,
    primary key (conversation, seq)
);
create index wait_told_at on wait_told (at);

-- When conversations come into somebody's hands and leave them.
create index entry_hands on entry (at) where kind in ('assigned', 'transferred', 'requeued', 'resolved');
