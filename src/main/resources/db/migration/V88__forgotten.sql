-- Whoever was forgotten says nothing more, also not what was on its way when their words were erased.
alter table conversation add column forgotten boolean not null default false;
update conversation set forgotten = true from customer c where c.id = conversation.customer and c.forgotten_at is not null;
