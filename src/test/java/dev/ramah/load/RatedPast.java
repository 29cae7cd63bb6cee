package dev.ramah.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;

/**
 * Conversations that ended and were rated, written straight into the tables: six of ten solved by the bot, the others by
 * one of twenty people, asked on one of twelve pages in three languages, about one of forty articles, by customers of
 * whom half left an address and many came more than once. Times have a long tail, as they do.
 */
final class RatedPast {

    static final int ENTRIES_EACH = 10;

    private static final int AT_ONCE = 20_000;

    /** The number of the first, of the last, of all; from when, over how many days; by which transaction, null for this one. */
    private static final String WRITE =
            """
            with numbered as (
                   select i, timestamptz '%s' + interval '1 day' * %s * (i - %s) / %s::float8 as at,
                          ('x' || substr(md5('r' || i), 1, 8))::bit(32)::int8 as r
                     from generate_series(%s::int8, %s::int8) i),
                 past as (
                   select i, at, abs(r) as r, abs(r) %% 10 < 6 as bot, (abs(r) / 10) %% 20 as agent,
                          (10 + (abs(r) / 200) %% 50 + exp((abs(r) / 1000) %% 90 / 12.0)) * interval '1 second' as wait,
                          md5('c' || (abs(r) %% greatest(1, %s * 7 / 10)))::uuid as customer,
                          (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
                           || substr(md5('v' || i), 1, 3) || '8' || substr(md5('v' || i), 4, 15))::uuid as id
                     from numbered),
                 people as (
                   insert into customer (id, language, email, since)
                   select customer, 'en', case when get_byte(decode(replace(customer::text, '-', ''), 'hex'), 0) < 128
                                               then customer || '@kopi.example' end, min(at)
                     from past group by customer on conflict do nothing),
                 opened as (
                   insert into conversation (id, customer, customer_name, language, page, turn, status, last, episode,
                                             opened_at, spoken_at, bot_answered, handed_over, person_helped)
                   select id, customer, '', (array['en', 'id', 'nl'])[1 + r %% 3],
                          'https://kopi.example/page-' || r %% 12, 'NOBODY', 'RESOLVED', 10, 1, at, at, bot, not bot, not bot
                     from past),
                 stored as (
                   insert into entry (conversation, seq, episode, kind, role, author, author_name, at, facts%s)
                   select id, n, 1,
                          case when n = 10 then 'rated' when n = 9 then 'resolved' when bot then 'said'
                               when n = 4 then 'escalated' when n = 5 then 'assigned' else 'said' end,
                          case when n = 10 or n in (1, 3) or (bot and n < 9 and n %% 2 = 1) or (not bot and n = 7)
                               then 'CUSTOMER' when bot or n < 5 then 'BOT' else 'AGENT' end,
                          case when not bot and n between 5 and 9 and n <> 7 then md5('agent' || agent)::uuid end,
                          case when not bot and n between 5 and 9 and n <> 7 then 'Agent ' || agent end,
                          at + n * interval '9 seconds' + case when n > 4 and not bot then wait else interval '0' end,
                          case when n = 10 then jsonb_build_object('episode', 1, 'csat', 1 + least(4, (r / 7) %% 7))
                                                   || case when r %% 5 = 0 then jsonb_build_object('nps', (r / 5) %% 11)
                                                           else '{}'::jsonb end
                               when n = 9 then jsonb_build_object('ending', case when bot then 'CONFIRMED' else 'HELPED' end,
                                                                  'survey', true, 'handedOver', not bot)
                               when n = 4 and not bot then jsonb_build_object('reason',
                                    (array['ASKED_FOR_A_PERSON', 'NOTHING_FOUND', 'UPSET', 'DID_NOT_HELP'])[1 + r %% 4])
                               when n = 5 and not bot then '{}'::jsonb
                               when n = 2 then jsonb_build_object('choices', '[]'::jsonb, 'citations', jsonb_build_array(
                                    jsonb_build_object('article', 'past-' || r %% 40, 'title', 'Past ' || r %% 40)))
                               else '{"choices": [], "citations": []}'::jsonb end%s
                     from past, generate_series(1, 10) n)
            insert into words (conversation, seq, text)
            select id, n, case when n = 10 then 'It took ' || md5(id::text) else 'My order has not arrived yet ' || md5(id::text || n) end
              from past, generate_series(1, 10) n
             where n <> 9 and (bot or n not in (4, 5)) and (n < 10 or r %% 4 = 0)""";

    private RatedPast() {}

    /**
     * Adds conversations with these numbers, spread over days from a moment on.
     *
     * @param old whether they are to be as old as they say, or news to whoever reads the log
     * @param told hears how many are there, now and then
     */
    static void add(
            Connection database, long first, long last, String from, double days, boolean old, LongConsumer told)
            throws SQLException {
        long all = last - first + 1;
        for (long next = first; next <= last; next += AT_ONCE) {
            String write = WRITE.formatted(
                    from,
                    days,
                    first,
                    all,
                    next,
                    Math.min(last, next + AT_ONCE - 1),
                    last,
                    old ? ", tx" : "",
                    old ? ", '3'::xid8" : "");
            try (PreparedStatement statement = database.prepareStatement(write)) {
                statement.executeUpdate();
            }
            told.accept(Math.min(last, next + AT_ONCE - 1));
        }
    }

    /** Lets the database settle as it would over a year. */
    static void settle(Connection database) throws SQLException {
        try (Statement settle = database.createStatement()) {
            settle.execute("vacuum analyze");
            settle.execute("checkpoint");
        }
    }
}
