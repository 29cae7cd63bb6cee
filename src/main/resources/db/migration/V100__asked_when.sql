-- Who was asked is counted by when the episode was over, as in every other report.
drop index survey_ask_asked;
-- What somebody said no to before it was over is counted by when it was.
update survey_ask a
   set decided_at = e.at
  from entry e
 where a.refusal = 'SKIPPED' and e.conversation = a.conversation and e.episode = a.episode and e.kind = 'resolved';

-- When something known was asked for: a report reads what was asked again in its days, and not all that was said in them.
alter table repeated add column at timestamptz;
update repeated r set at = e.at from entry e where e.conversation = r.conversation and e.seq = r.seq;
alter table repeated alter column at set not null;
create index repeated_at on repeated (at);

-- What staff said, to find what nobody has looked through for that.
create index entry_answered on entry (at, conversation, seq) where kind = 'said' and role = 'AGENT';
