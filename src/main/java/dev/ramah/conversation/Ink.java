package dev.ramah.conversation;

import static dev.ramah.conversation.Columns.column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The three statements of a batch: lock, look for repeats, write. However many commands there are, each is one
 * round trip; the rows are plain objects that nobody watches for changes.
 */
final class Ink {

    /** A new entry with its facts and its words taken apart. */
    private record Row(Entry entry, HappenedJson.Split split) {

        static Row of(Entry entry) {
            return new Row(entry, HappenedJson.split(entry.what()));
        }
    }

    private static final Columns<Row> ENTRY = new Columns<>(List.of(
            column("conversation", "uuid", row -> row.entry().conversation().id()),
            column("seq", "int4", row -> row.entry().seq()),
            column("episode", "int4", row -> row.entry().episode()),
            column("kind", "text", row -> row.entry().what().kind()),
            column("role", "text", row -> row.entry().by().role().name()),
            column("author", "uuid", row -> row.entry().by().id()),
            // The log keeps no names of customers: they can be erased.
            column(
                    "author_name",
                    "text",
                    row -> row.entry().isBy(Role.AGENT) ? row.entry().by().name() : null),
            column("at", "timestamptz", row -> time(row.entry().at())),
            column("client_id", "text", row -> row.entry().clientId()),
            column("facts", "jsonb", row -> row.split().facts()),
            column("text", "text", row -> row.split().words())));

    /** What verbs change; the id comes first. */
    private static final Columns<Conversation> STATE = new Columns<>(List.of(
            column("id", "uuid", c -> c.id),
            column("language", "text", c -> c.language),
            column("page", "text", c -> c.page),
            column("turn", "text", c -> c.turn.name()),
            column("status", "text", c -> c.status.name()),
            column("last", "int4", c -> c.last),
            column("episode", "int4", c -> c.episode),
            column("holder", "uuid", c -> c.holder),
            column("holder_name", "text", c -> c.holderName),
            column("team", "text", c -> c.team),
            column("wanted", "uuid", c -> c.wanted),
            column("opened_at", "timestamptz", c -> time(c.openedAt)),
            column("spoken_at", "timestamptz", c -> time(c.spokenAt)),
            column("waiting_since", "timestamptz", c -> time(c.waitingSince)),
            column("head_of_queue", "bool", c -> c.headOfQueue),
            column("bot_due", "timestamptz", c -> time(c.botDue)),
            column("customer_last", "int4", c -> c.customerLast),
            column("bot_answered", "bool", c -> c.botAnswered),
            column("handed_over", "bool", c -> c.handedOver),
            column("person_helped", "bool", c -> c.personHelped),
            column("asked_at", "timestamptz", c -> time(c.askedAt)),
            column("customer_seen", "int4", c -> c.customerSeen),
            column("staff_seen", "int4", c -> c.staffSeen)));

    private static final String WRITE = String.format(
            """
            with fresh (%s) as (select * from %s),
                 stored as (insert into entry (conversation, seq, episode, kind, role, author, author_name, at, client_id, facts)
                            select conversation, seq, episode, kind, role, author, author_name, at, client_id, facts
                              from fresh),
                 said as (insert into words (conversation, seq, text)
                          select conversation, seq, text from fresh where text is not null),
                 moved as (update conversation c set %s from %s as n (%s) where c.id = n.id)
            select pg_current_xact_id()::text::int8""",
            ENTRY.names(), ENTRY.unnest(), STATE.assignments("n"), STATE.unnest(), STATE.names());

    private final StatelessSession session;

    Ink(StatelessSession session) {
        this.session = session;
    }

    /** Locks them in id order, so that two nodes never wait for each other in a circle. */
    Map<UUID, Conversation> lock(Collection<UUID> ids) {
        Map<UUID, Conversation> locked = new HashMap<>();
        session.createNativeQuery(
                        "select * from conversation where id = any(:ids) order by id for update", Conversation.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .forEach(each -> locked.put(each.id, each));
        return locked;
    }

    /**
     * Which of these were written before, and as which entry. A statement of its own after the lock, and so with a
     * snapshot that has whatever the lock waited for.
     */
    Map<Command.Key, Integer> known(List<Command> named) {
        Map<Command.Key, Integer> known = new HashMap<>();
        if (named.isEmpty()) {
            return known;
        }
        session.createNativeQuery(
                        """
                        select e.conversation, coalesce(e.author::text, e.role), e.client_id, e.seq
                          from unnest(cast(:conversations as uuid[]), cast(:clientIds as text[])) as k (conversation, client_id)
                          join entry e on e.conversation = k.conversation and e.client_id = k.client_id""",
                        Object[].class)
                .setParameter(
                        "conversations",
                        named.stream().map(each -> each.conversation().id()).toArray(UUID[]::new))
                .setParameter("clientIds", named.stream().map(Command::clientId).toArray(String[]::new))
                .getResultList()
                .forEach(row ->
                        known.put(new Command.Key((UUID) row[0], (String) row[1], (String) row[2]), (Integer) row[3]));
        return known;
    }

    /**
     * Writes the new entries and where their conversations stand now.
     *
     * @return the number of the transaction
     */
    long write(List<Entry> entries, List<Conversation> conversations) {
        List<Row> rows = entries.stream().map(Row::of).toList();
        return session.doReturningWork(connection -> write(connection, rows, conversations));
    }

    private static long write(Connection connection, List<Row> rows, List<Conversation> conversations)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            int next = ENTRY.bind(connection, statement, 1, rows);
            STATE.bind(connection, statement, next, conversations);
            try (ResultSet transaction = statement.executeQuery()) {
                transaction.next();
                return transaction.getLong(1);
            }
        }
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
