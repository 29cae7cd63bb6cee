-- How far a customer's devices have got what we say, seen or not; written now and then, and not by the log.
create table customer_delivered (
    conversation uuid primary key,
    site         text not null default 'main',
    seq          int  not null
);
