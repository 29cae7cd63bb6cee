-- Whether a chat model named it; and when one is asked next, null when it was or nobody has to.
alter table theme
    add column titled    boolean not null default false,
    add column title_due timestamptz;
create index theme_title_due on theme (title_due) where title_due is not null;
