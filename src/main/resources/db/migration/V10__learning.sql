-- Articles that wait for a person's word. `sources`: the conversations whose words they hold.
create table proposal (
    id         bigint generated always as identity primary key,
    site       text        not null default 'main',
    key        text        not null,
    language   text        not null,
    title      text        not null,
    body       text        not null,
    questions  varchar[]   not null default '{}',
    tags       varchar[]   not null default '{}',
    sources    uuid[]      not null default '{}',
    made_at    timestamptz not null,
    made_by    text        not null
);

-- Articles that were written, or written on, because customers had asked for nothing that there was.
create table closed_gap (
    site         text        not null default 'main',
    key          text        not null,
    language     text        not null,
    published_at timestamptz not null,
    primary key (site, key, language)
);

-- Questions whose answer somebody has decided; without an article they are a person's.
create table bench_question (
    id       bigint generated always as identity primary key,
    site     text        not null default 'main',
    text     text        not null,
    language text        not null,
    article  text,
    added_at timestamptz not null,
    unique (site, language, text)
);

-- What became of each when it was last asked, of the articles in print or with those that wait.
create table bench_result (
    question  bigint      not null references bench_question (id) on delete cascade,
    waiting   boolean     not null,
    decision  text        not null,
    article   text,
    passed    boolean     not null,
    before    boolean,
    asked_at  timestamptz not null,
    primary key (question, waiting)
);
