-- What became of the replies that were suggested to the customer's words with this number: used, edited or ignored.
-- No text, and not by whom.
create table suggestion_outcome (
    conversation uuid        not null,
    seq          int         not null,
    site         text        not null default 'main',
    kind         text        not null check (kind in ('ARTICLE', 'SOLVED')),
    outcome      text        not null check (outcome in ('USED', 'EDITED', 'IGNORED')),
    at           timestamptz not null,
    primary key (conversation, seq)
);
create index suggestion_outcome_at on suggestion_outcome (at);
