-- Who was asked is counted by when the episode was over, as in every other report.
drop index survey_ask_asked;
-- What somebody said no to before it was over is counted by when it was, also if they had it asked after all.
update survey_ask a
   set decided_at = e.at
  from entry e
 where a.decided_at < e.at and e.conversation = a.conversation and e.episode = a.episode and e.kind = 'resolved';

-- When something known was asked for: a report reads what was asked again in its days, and not all that was said in them.
alter table repeated add column at timestamptz;
update repeated r set at = e.at from entry e where e.conversation = r.conversation and e.seq = r.seq;
-- An older node beside this one does not write it.
alter table repeated alter column at set default now(), alter column at set not null;
create index repeated_at on repeated (at);

-- What staff said, to find what nobody has looked through for that.
create index entry_answered on entry (at, conversation, seq) where kind = 'said' and role = 'AGENT';
