-- Who is named in a note finds it by this.
create index entry_mentions on entry using gin ((facts -> 'mentions')) where kind = 'noted';

-- How far somebody has read the notes of a conversation that name them.
create table mention_read (
    account      uuid not null,
    conversation uuid not null,
    site         text not null default 'main',
    seq          int  not null,
    primary key (account, conversation)
);
