package dev.ramah.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Conversations of the last year in which words are as frequent as words are: of twenty thousand the n-th most frequent
 * is said about 1/n as often as the first. Written straight into the tables, taken in to be found, a tenth in
 * Indonesian, a tenth of one team.
 */
final class SpokenPast {

    static final int ENTRIES_EACH = 20;

    private static final int AT_ONCE = 5_000;

    /** How many conversations there will be; the first and the last of now. */
    private static final String WRITE =
            """
            with past as (
                   select i, now() - interval '1 day' - interval '365 days' * (1 - i / ?::float8) as at
                     from generate_series(?::bigint, ?::bigint) i),
                 named as (
                   select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
                           || substr(md5('s' || i), 1, 3) || '8' || substr(md5('s' || i), 4, 15))::uuid as id, i, at
                     from past),
                 opened as (
                   insert into conversation (id, customer, customer_name, language, team, turn, status, last, episode,
                                             opened_at, spoken_at)
                   select id, id, 'Somebody', case when i % 10 = 0 then 'id' else 'en' end,
                          case when i % 10 = 1 then 'orders' end, 'NOBODY', 'RESOLVED', 20, 1, at, at from named),
                 said as (
                   select id, i, n, at + n * interval '20 seconds' as at,
                          (select string_agg(translate(floor(power(20000, random() + 0 * k))::int::text, '0123456789', 'etaoinshrd'), ' ')
                             from generate_series(1, 8 + (n + i % 7)::int % 12) k)
                          || case when n = 7 then ' order ' || i else '' end as text
                     from named, generate_series(1, 20) n),
                 stored as (
                   insert into entry (conversation, seq, episode, kind, role, at, facts, tx)
                   select id, n, 1, 'said', case when n % 2 = 1 then 'CUSTOMER' else 'BOT' end, at,
                          '{"choices": [], "citations": []}'::jsonb, '3'::xid8 from said),
                 kept as (insert into words (conversation, seq, text) select id, n, text from said)
            insert into spoken (conversation, seq, at, language, terms)
            select id, n, at, 'en', to_tsvector('english', text) from said""";

    private SpokenPast() {}

    /** Adds this many entries, and lets the database settle as it would over a year. */
    static void add(Connection database, long entries) throws SQLException {
        long conversations = entries / ENTRIES_EACH;
        try (PreparedStatement write = database.prepareStatement(WRITE)) {
            for (long from = 1; from <= conversations; from += AT_ONCE) {
                write.setLong(1, conversations);
                write.setLong(2, from);
                write.setLong(3, Math.min(conversations, from + AT_ONCE - 1));
                write.executeUpdate();
            }
        }
        try (Statement settle = database.createStatement()) {
            settle.execute("vacuum analyze");
            settle.execute("checkpoint");
        }
    }

    /** What the index takes on the disk, in bytes for each entry. */
    static double bytesEach(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                var row = statement.executeQuery(
                        "select pg_total_relation_size('spoken')::float8 / count(*) from spoken")) {
            row.next();
            return row.getDouble(1);
        }
    }
}
