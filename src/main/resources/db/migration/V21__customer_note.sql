-- What colleagues want to know of a customer the next time; every version stays, the highest counts.
create table customer_note (
    customer    uuid not null references customer,
    version     int  not null,
    site        text not null default 'main',
    text        text not null,
    at          timestamptz not null,
    author      uuid not null,
    author_name text not null,
    primary key (customer, version)
);
