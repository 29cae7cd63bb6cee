-- Lists of conversations, those whose episode began last first. No column of these indexes changes with a message, so a
-- message still rewrites its conversation's row in its own page.
create index conversation_opened on conversation (opened_at desc, id desc);
create index conversation_team on conversation (team, opened_at desc, id desc) where team is not null;
create index conversation_language on conversation (language, opened_at desc, id desc);
create index conversation_called on conversation using gin (to_tsvector('simple', customer_name));
-- What a conversation was about: few entries say so, and only those are in it.
create index entry_about on entry ((facts ->> 'reason'), conversation) where kind = 'tagged';

-- How words of a language are cut down to what they have in common; where nobody knows, they stay as they are.
create function tongue(language text) returns regconfig language sql immutable parallel safe as $$
    select (case language when 'en' then 'english' when 'id' then 'indonesian' when 'ar' then 'arabic'
                          when 'de' then 'german' when 'es' then 'spanish' when 'fr' then 'french'
                          when 'nl' then 'dutch' when 'pt' then 'portuguese' when 'it' then 'italian'
                          when 'sv' then 'swedish' when 'da' then 'danish' when 'fi' then 'finnish'
                          when 'ru' then 'russian' when 'tr' then 'turkish' else 'simple' end)::regconfig
$$;

-- Everything said, to be found by its words. A projection of the log that follows it a moment later: the log itself
-- writes nothing here. The language is that in which it was taken in.
create table spoken (
    conversation uuid        not null,
    seq          int         not null,
    site         text        not null default 'main',
    at           timestamptz not null,
    language     text        not null,
    terms        tsvector    not null,
    primary key (conversation, seq)
);
create index spoken_terms on spoken using gin (terms);
create index spoken_at on spoken (at desc, conversation desc, seq desc);

-- How far that is. First all conversations in the order of their ids, `done_to` being the last of them; then what
-- transactions after `settled` wrote, of which everything up to this entry of that transaction is in.
create table spoken_upto (
    site         text   primary key default 'main',
    whole        boolean not null default false,
    done_to      uuid,
    settled      bigint not null default 0,
    conversation uuid,
    seq          int    not null default 0
);
insert into spoken_upto default values;
