-- Calls of the chat model: what was spent, and what came of it. No word of anybody is in here.
create table model_call (
    id bigint generated always as identity primary key,
    site text not null default 'main',
    conversation uuid not null,
    at timestamptz not null,
    outcome text not null
);
create index model_call_of_conversation on model_call (conversation);
create index model_call_of_day on model_call (at);

-- What was looked up at the shop for whom. Arguments may hold words of a customer: they can be blanked.
create table tool_call (
    id bigint generated always as identity primary key,
    site text not null default 'main',
    conversation uuid not null,
    customer uuid not null,
    tool text not null,
    arguments text not null,
    outcome text not null,
    status integer,
    millis bigint not null,
    at timestamptz not null
);
create index tool_call_of_customer on tool_call (customer);
