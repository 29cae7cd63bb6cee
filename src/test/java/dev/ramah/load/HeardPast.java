package dev.ramah.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What other rooms made of a {@link RatedPast} while it went on, for none of it is news to them: who was asked and answered,
 * the low marks that somebody followed up, complaints in twelve themes, what was asked again, who was told how long to wait.
 */
final class HeardPast {

    private static final String SURVEY = "'01900000-0000-7000-8000-000000000001'";

    /** Of what was written as if by an earlier transaction; what comes as news they take in themselves. */
    private static final String RATED = " from entry e where e.kind = 'rated' and e.tx = '3'";

    private static final String BYTE = "get_byte(uuid_send(e.conversation), 15)";

    private static final List<String> WRITE = List.of(
            """
            insert into survey_ask (id, conversation, episode, survey, form, channel, state, decided_at, asked_at, answered_at)
            select gen_random_uuid(), e.conversation, 1, %s, 1, 'WIDGET', 'ANSWERED', e.at - interval '9 seconds',
                   e.at - interval '9 seconds', e.at"""
                            .formatted(SURVEY)
                    + RATED,
            """
            insert into survey_answer (ask, question, number)
            select a.id, 'csat', cast(e.facts ->> 'csat' as int)
              from survey_ask a join entry e on e.conversation = a.conversation and e.kind = 'rated' and e.tx = '3'""",
            """
            insert into survey_answer (ask, question, words)
            select a.id, 'more', w.text
              from survey_ask a
              join entry e on e.conversation = a.conversation and e.kind = 'rated' and e.tx = '3'
              join words w on w.conversation = e.conversation and w.seq = e.seq""",
            """
            insert into survey_measure (conversation, episode, at, nps)
            select e.conversation, 1, e.at, cast(e.facts ->> 'nps' as int)"""
                    + RATED + " and e.facts ->> 'nps' is not null",
            """
            insert into follow_up (id, conversation, episode, csat, nps, rated_at, due, state, answered_at, cause)
            select gen_random_uuid(), e.conversation, 1, cast(e.facts ->> 'csat' as int), cast(e.facts ->> 'nps' as int), e.at,
                   e.at + interval '48 hours', case when %s < 200 then 'ANSWERED' else 'CLOSED' end,
                   case when %s < 200 then e.at + interval '15 minutes' * %s end,
                   (array['ANSWER', 'WAIT', 'RULE', 'PERSON', 'PRODUCT', null])[1 + %s %% 6]"""
                            .formatted(BYTE, BYTE, BYTE, BYTE)
                    + RATED + " and cast(e.facts ->> 'csat' as int) <= 2",
            // Whose the good marks are that came later, the application finds out by itself.
            """
            insert into follow_up_moved (customer)
            select distinct c.customer from conversation c join follow_up f on f.conversation = c.id""",
            """
            insert into theme (id, number, name, at, sum)
            select gen_random_uuid(), n, 'theme ' || n, now(), decode(repeat('00', 4 * 384), 'hex')
              from generate_series(1, 12) n""",
            """
            insert into complaint (id, conversation, episode, customer, at, csat, language, theme)
            select gen_random_uuid(), c.id, 1, c.customer, f.rated_at, f.csat, c.language, t.id
              from follow_up f
              join conversation c on c.id = f.conversation
              join theme t on t.number = 1 + get_byte(uuid_send(c.id), 15) % 12""",
            """
            insert into repeated (conversation, seq, asks, episode, at)
            select e.conversation, 6, 'ORDER', 1, e.at"""
                    + RATED + " and " + BYTE + " < 16",
            """
            insert into looked_through (conversation, seq) select e.conversation, 10""" + RATED,
            """
            insert into wait_told (conversation, seq, at, behind, foretold, likely, most)
            select e.conversation, e.seq, e.at, 1, 60, 60, 120 from entry e where e.kind = 'escalated' and e.tx = '3'""");

    /** What comes into these is news of their conversations, but not what was there before. */
    private static final List<String> TOLD_AS_NEWS = List.of("survey_ask", "repeated", "wait_told");

    private HeardPast() {}

    /** Writes what is not there yet. */
    static void add(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String table : TOLD_AS_NEWS) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            for (String each : WRITE) {
                statement.executeUpdate(each + " on conflict do nothing");
            }
            for (String table : TOLD_AS_NEWS) {
                statement.execute("alter table " + table + " enable trigger user");
            }
        }
    }
}
