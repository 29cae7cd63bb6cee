-- Who was asked is counted by when the episode was over, as in every other report.
drop index survey_ask_asked;
-- What somebody said no to before it was over is counted by when it was.
update survey_ask a
   set decided_at = e.at
  from entry e
 where a.refusal = 'SKIPPED' and e.conversation = a.conversation and e.episode = a.episode and e.kind = 'resolved';
