package dev.ramah.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Conversations that ended long ago, evenly over the last year, written straight into the tables. */
final class Past {

    /** Entries of one conversation: the customer and the bot in turn, and that it ended. */
    static final int ENTRIES_EACH = 20;

    private static final int CONVERSATIONS_AT_ONCE = 20_000;

    /** Ids as the application makes them, with the time in front, and stored by a transaction before all others. */
    private static final String WRITE =
            """
            with past as (
                   select i, now() - interval '1 day' - interval '365 days' * (1 - i / ?::float8) as at
                     from generate_series(?::bigint, ?::bigint) i),
                 named as (
                   select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
                           || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid as id, at
                     from past),
                 opened as (
                   insert into conversation (id, customer, customer_name, language, turn, status, last, episode,
                                             opened_at, spoken_at, customer_last, bot_answered)
                   select id, id, 'Somebody', 'en', 'NOBODY', 'RESOLVED', ?, 1, at, at, ?, true from named),
                 stored as (
                   insert into entry (conversation, seq, episode, kind, role, at, client_id, facts, tx)
                   select id, n, 1,
                          case when n = last then 'resolved' else 'said' end,
                          case when n % 2 = 1 then 'CUSTOMER' else 'BOT' end,
                          at + n * interval '20 seconds',
                          case when n % 2 = 1 then md5(id::text || n) end,
                          case when n = last then '{"ending": "CONFIRMED", "survey": false, "handedOver": false}'::jsonb
                               else '{"choices": [], "citations": []}'::jsonb end,
                          '3'::xid8
                     from named, (select ? as last) l, generate_series(1, last) n)
            insert into words (conversation, seq, text)
            select id, n, 'My order has not arrived yet. Could you have a look where it is? This is about '
                          || md5(id::text || n)
              from named, generate_series(1, ? - 1) n""";

    private Past() {}

    /** Adds this many entries, and lets the database settle as it would over a year. */
    static void add(Connection database, long entries) throws SQLException {
        long conversations = entries / ENTRIES_EACH;
        try (PreparedStatement write = database.prepareStatement(WRITE)) {
            for (long from = 1; from <= conversations; from += CONVERSATIONS_AT_ONCE) {
                write.setLong(1, conversations);
                write.setLong(2, from);
                write.setLong(3, Math.min(conversations, from + CONVERSATIONS_AT_ONCE - 1));
                for (int last = 4; last <= 7; last++) {
                    write.setInt(last, ENTRIES_EACH);
                }
                write.executeUpdate();
            }
        }
        try (Statement settle = database.createStatement()) {
            settle.execute("vacuum analyze");
            settle.execute("checkpoint");
        }
    }

    /** How many entries there are, and what they take on the disk with their words and indexes. */
    record Size(long entries, long bytes) {

        static Size of(Connection database) throws SQLException {
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery(
                            """
                            select (select count(*) from entry),
                                   pg_total_relation_size('entry') + pg_total_relation_size('words')
                                   + pg_total_relation_size('conversation')""")) {
                row.next();
                return new Size(row.getLong(1), row.getLong(2));
            }
        }

        double bytesEach() {
            return (double) bytes / Math.max(1, entries);
        }
    }
}
