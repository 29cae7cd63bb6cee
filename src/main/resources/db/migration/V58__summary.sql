-- What a chat model made of a conversation for whoever takes it, one for each hand-over and language. A row without words
-- was asked for and is not there (yet): nobody asks a second time. The words are the customer's in other words, so they go
-- with them.
create table summary (
    conversation uuid        not null,
    seq          int         not null,
    language     text        not null,
    site         text        not null default 'main',
    at           timestamptz not null,
    words        jsonb,
    primary key (conversation, seq, language)
);
