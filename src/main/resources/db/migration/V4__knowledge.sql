-- The help articles. A deleted one stays as an empty row, so that every node learns that it is gone.
create table article (
    id         bigint generated always as identity primary key,
    site       text not null default 'main',
    key        text not null,
    language   text not null,
    title      text not null,
    body       text not null,
    questions  varchar[] not null default '{}',
    tags       varchar[] not null default '{}',
    version    int not null,                    -- of this article; for the editor's optimistic check
    changed    bigint not null,                 -- the knowledge version that changed it last
    deleted    boolean not null default false,
    updated_at timestamptz not null,
    unique (site, key, language)
);
create index article_changed on article (site, changed);

-- One number for all of it. Whoever writes takes the next one first and so waits for earlier writers: numbers
-- commit in order, and "changed > the one I know" misses nothing.
create table knowledge (
    site    text primary key default 'main',
    version bigint not null
);
insert into knowledge (version) values (0);

-- What managers said about a tag; a tag without a row is a topic the bot may answer.
create table topic (
    site         text not null default 'main',
    tag          text not null,
    needs_person boolean not null,
    primary key (site, tag)
);

-- Meanings of our own texts (never a customer's), by the SHA-256 of the text: 4-byte floats, little endian.
create table embedding (
    site   text not null default 'main',
    model  text not null,
    hash   text not null,
    vector bytea not null,
    primary key (model, hash)
);
