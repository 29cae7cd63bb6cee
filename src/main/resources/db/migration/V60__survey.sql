-- What customers are asked. Of those that are on, the first whose rules let it is asked.
create table survey (
    id         uuid    primary key,
    site       text    not null default 'main',
    name       text    not null,
    is_on      boolean not null default true,
    -- the lowest is looked at first
    place      int     not null,
    -- which version of its questions is asked
    form       int     not null,
    rules      jsonb   not null,
    -- counts every change, so that nobody overwrites what they have not seen
    version    int     not null
);

-- Its questions, version by version: whoever was asked one answers that one.
create table survey_form (
    survey uuid        not null references survey,
    number int         not null,
    form   jsonb       not null,
    at     timestamptz not null,
    primary key (survey, number)
);

-- Whether somebody was asked about an episode: decided once, and kept also when the answer was no.
create table survey_ask (
    id           uuid        primary key,
    site         text        not null default 'main',
    conversation uuid        not null,
    episode      int         not null,
    -- none where no survey was on, or a colleague said no before it was over
    survey       uuid        references survey,
    form         int,
    nps          boolean     not null default false,
    channel      text,
    state        text        not null,
    -- why not
    refusal      text,
    -- why a colleague said no: one of a list, and words of theirs
    skipped      text,
    note         text,
    -- the colleague who asked or said no; none where a rule did
    by_whom      uuid,
    decided_at   timestamptz not null,
    -- when there is something to be done: to ask, or to remind
    due_at       timestamptz,
    asked_at     timestamptz,
    reminded_at  timestamptz,
    answered_at  timestamptz,
    -- what they were unhappy with
    cause        text,
    -- whether the log knows the answer
    told         boolean     not null default true,
    unique (conversation, episode)
);
create index survey_ask_due on survey_ask (due_at) where due_at is not null;
create index survey_ask_decided on survey_ask (decided_at);
create index survey_ask_asked on survey_ask (asked_at) where asked_at is not null;
create index survey_ask_untold on survey_ask (answered_at) where not told;

create table survey_answer (
    ask      uuid not null references survey_ask on delete cascade,
    question text not null,
    number   int,
    choice   text,
    -- blanked when the customer is erased
    words    text,
    primary key (ask, question)
);

-- What the log says of NPS and effort, an episode a row, however it was answered.
create table survey_measure (
    conversation uuid        not null,
    episode      int         not null,
    site         text        not null default 'main',
    at           timestamptz not null,
    nps          int,
    effort       int,
    primary key (conversation, episode)
);
create index survey_measure_at on survey_measure (at);

-- Every transaction before this one was read.
create table survey_cursor (
    site    text   primary key default 'main',
    settled bigint not null
);
insert into survey_cursor (settled) values (cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint));

-- What links are signed with: the same for every node, and nothing that anybody has to set.
create table survey_key (
    single boolean primary key default true check (single),
    secret text not null
);
insert into survey_key (secret) values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

-- The one that comes with Ramah: how the chat was, when it is over, and not again for two weeks.
insert into survey (id, name, place, form, rules, version) values (
    '01900000-0000-7000-8000-000000000001', 'How was this chat?', 1, 1,
    '{"on": ["resolved", "gave_up"], "afterDays": 0, "share": 100, "languages": [], "teams": [], "reasons": [],
      "pauseDays": 14, "channel": "widget", "remindAfterDays": null}', 1);
insert into survey_form (survey, number, form, at) values (
    '01900000-0000-7000-8000-000000000001', 1,
    '{"language": "en", "primary": "csat", "standard": true, "questions": [
        {"key": "csat", "kind": "csat", "required": true, "options": [],
         "text": {"en": "How was this chat?", "id": "Bagaimana obrolan ini?", "ar": "كيف كانت هذه المحادثة؟"}},
        {"key": "more", "kind": "text", "required": false, "options": [],
         "text": {"en": "Anything to add?", "id": "Ada tambahan?", "ar": "هل تود إضافة شيء؟"}}]}', now());
