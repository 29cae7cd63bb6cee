-- What staff said is looked through as news of the log, and no report has to find what nobody has read yet. From the
-- beginning: what was looked through already is soon passed over.
create table repeat_cursor (
    site    text   primary key default 'main',
    settled bigint not null
);
insert into repeat_cursor (settled) values (0);
drop index entry_answered;

-- Whether something was asked again is one of the figures of an episode: who finds it out says so to those who keep them.
drop index repeated_at;
create trigger repeated_found after insert on repeated
    for each row execute function touch_asked();
