package dev.ramah.conversation;

import static dev.ramah.conversation.Columns.column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The three statements of a batch: lock, look for repeats, write. However many commands there are, it is two journeys
 * to the database, or one where the first is left out, for on a busy machine it is the journeys that take the time; the
 * rows are plain objects that nobody watches for changes.
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
            column("at", "timestamptz", row -> row.entry().at()),
            column("client_id", "text", row -> row.entry().clientId()),
            column("facts", "jsonb", row -> row.split().facts()),
            column("text", "text", row -> row.split().words())));

    /** How a row is found, and that it still is the one that the verbs were applied to. */
    private static final Columns<Conversation> WHICH = new Columns<>(List.of(
            column("id", "uuid", c -> c.id),
            column("written_by", "xid", c -> Integer.toUnsignedString(c.stored().by()))));

    /** What verbs change. */
    private static final Columns<Conversation> STATE = new Columns<>(List.of(
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
            column("opened_at", "timestamptz", c -> c.openedAt),
            column("spoken_at", "timestamptz", c -> c.spokenAt),
            column("waiting_since", "timestamptz", c -> c.waitingSince),
            column("head_of_queue", "bool", c -> c.headOfQueue),
            column("bot_due", "timestamptz", c -> c.botDue),
            column("customer_last", "int4", c -> c.customerLast),
            column("bot_answered", "bool", c -> c.botAnswered),
            column("handed_over", "bool", c -> c.handedOver),
            column("person_helped", "bool", c -> c.personHelped),
            column("asked_at", "timestamptz", c -> c.askedAt),
            column("customer_seen", "int4", c -> c.customerSeen),
            column("staff_seen", "int4", c -> c.staffSeen),
            column("pending_until", "timestamptz", c -> c.pendingUntil),
            column("pending_told", "bool", c -> c.pendingTold),
            column("macros", "text", c -> c.macros),
            column("followed", "text", c -> c.followed),
            column("reconsidered", "text", c -> c.reconsidered),
            column("followed_last", "bool", c -> c.followedLast),
            column("merged_into", "uuid", c -> c.mergedInto),
            column("absorbed", "text", c -> c.absorbed),
            column("rated", "text", c -> c.rated),
            column("fixed", "text", c -> c.fixed)));

    /** Always written, so that there is something to set where nothing is new. */
    private static final int LAST = STATE.indexOf("last");

    /** Writes entries, and these columns of their conversations. */
    private record Write(Columns<Conversation> moved, String sql) {

        static Write of(BitSet fresh) {
            Columns<Conversation> changed = STATE.only(fresh);
            Columns<Conversation> moved = WHICH.and(changed);
            return new Write(
                    moved,
                    String.format(
                            """
                            with fresh (%s) as (select * from %s),
                                 stored as (insert into entry (conversation, seq, episode, kind, role, author, author_name, at, client_id, facts)
                                            select conversation, seq, episode, kind, role, author, author_name, at, client_id, facts
                                              from fresh),
                                 said as (insert into words (conversation, seq, text)
                                          select conversation, seq, text from fresh where text is not null),
                                 state (%s) as (select * from %s),
                                 moved as (update conversation c set %s from state n
                                            where c.id = n.id and c.xmin = n.written_by returning c.id)
                            select written((select count(*) from moved), (select count(*) from state))""",
                            ENTRY.names(), ENTRY.unnest(), moved.names(), moved.unnest(), changed.assignments("n")));
        }
    }

    private static final Map<BitSet, Write> WRITES = new ConcurrentHashMap<>();

    private static final Columns<UUID> ID = new Columns<>(List.of(column("id", "uuid", id -> id)));

    private static final String LOCK = "select customer, customer_name, id, xmin, " + STATE.names()
            + ", forgotten from conversation where id = any(?::uuid[]) order by id for update";

    private static final Columns<Command> SENT = new Columns<>(List.of(
            column("conversation", "uuid", each -> each.conversation().id()),
            column("client_id", "text", Command::clientId)));

    /** What was said in a conversation that was merged into this one was said; its number is none of this one's. */
    private static final String KNOWN = String.format(
            """
            select c.id, coalesce(e.author::text, e.role), e.client_id, case when e.conversation = c.id then e.seq else 0 end
              from %s as sent (%s)
              join conversation c on c.id = sent.conversation
              join entry e on e.conversation = any(c.id || string_to_array(c.absorbed, ' ')::uuid[])
                          and e.client_id = sent.client_id""",
            SENT.unnest(), SENT.names());

    /** The guard of V8; an entry's number or a sender's client id that is taken. */
    private static final Set<String> OUTDATED = Set.of("40001", "23505");

    private final Connection connection;

    Ink(Connection connection) {
        this.connection = connection;
    }

    /** Conversations that are locked until the end of the transaction, and which of the commands were written before. */
    record Locked(Map<UUID, Conversation> conversations, Map<Command.Key, Integer> known) {

        /** The same commands, each on its way to where its conversation goes on; what is there is not locked by this. */
        List<Command> led(List<Command> commands) {
            return commands.stream().map(each -> each.led(conversations)).toList();
        }
    }

    /** Locks what these commands are about. */
    Locked lock(List<Command> batch) throws SQLException {
        return lock(
                batch.stream().flatMap(Command::conversations).distinct().toList(),
                batch.stream().filter(each -> each.clientId() != null).toList());
    }

    /**
     * Locks these conversations, in id order, so that two nodes never wait for each other in a circle; then looks for
     * the client ids of these commands that are known. Two statements, so that the second one sees whatever the first
     * one waited for, but one journey to the database and back.
     */
    Locked lock(List<UUID> ids, List<Command> named) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK + ";" + KNOWN)) {
            int next = ID.bind(statement, 1, ids);
            SENT.bind(statement, next, named);
            statement.execute();
            Map<UUID, Conversation> conversations = new HashMap<>();
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    Conversation conversation = conversation(row);
                    conversations.put(conversation.id, conversation);
                }
            }
            statement.getMoreResults();
            Map<Command.Key, Integer> known = new HashMap<>();
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    known.put(
                            new Command.Key(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                            row.getInt(4));
                }
            }
            return new Locked(conversations, known);
        }
    }

    /** In the order of {@link #LOCK}. */
    private static Conversation conversation(ResultSet row) throws SQLException {
        Conversation c = new Conversation();
        c.customer = row.getObject(1, UUID.class);
        c.customerName = row.getString(2);
        c.id = row.getObject(3, UUID.class);
        c.language = row.getString(5);
        c.page = row.getString(6);
        c.turn = Turn.valueOf(row.getString(7));
        c.status = Status.valueOf(row.getString(8));
        c.last = row.getInt(9);
        c.episode = row.getInt(10);
        c.holder = row.getObject(11, UUID.class);
        c.holderName = row.getString(12);
        c.team = row.getString(13);
        c.wanted = row.getObject(14, UUID.class);
        c.openedAt = Objects.requireNonNull(time(row, 15));
        c.spokenAt = Objects.requireNonNull(time(row, 16));
        c.waitingSince = time(row, 17);
        c.headOfQueue = row.getBoolean(18);
        c.botDue = time(row, 19);
        c.customerLast = row.getInt(20);
        c.botAnswered = row.getBoolean(21);
        c.handedOver = row.getBoolean(22);
        c.personHelped = row.getBoolean(23);
        c.askedAt = time(row, 24);
        c.customerSeen = row.getInt(25);
        c.staffSeen = row.getInt(26);
        c.pendingUntil = time(row, 27);
        c.pendingTold = row.getBoolean(28);
        c.macros = row.getString(29);
        c.followed = row.getString(30);
        c.reconsidered = row.getString(31);
        c.followedLast = row.getBoolean(32);
        c.mergedInto = row.getObject(33, UUID.class);
        c.absorbed = row.getString(34);
        c.rated = row.getString(35);
        c.fixed = row.getString(36);
        c.forgotten = row.getBoolean(37);
        stored(c, Integer.parseUnsignedInt(row.getString(4)));
        return c;
    }

    /**
     * Writes the new entries and where their conversations stand now. Only columns with something new are sent.
     *
     * @return the number of the transaction
     * @throws SQLException {@linkplain #isOutdated outdated} if one of the conversations is not as it was when the
     *     verbs were applied; then nothing is written
     */
    long write(List<Entry> entries, List<Conversation> conversations) throws SQLException {
        return write("", entries, conversations);
    }

    /** The same, and commits in the same journey. */
    long writeAndCommit(List<Entry> entries, List<Conversation> conversations) throws SQLException {
        return write(";commit", entries, conversations);
    }

    private long write(String after, List<Entry> entries, List<Conversation> conversations) throws SQLException {
        Write write = WRITES.computeIfAbsent(fresh(conversations), Write::of);
        try (PreparedStatement statement = connection.prepareStatement(write.sql() + after)) {
            List<Row> rows = entries.stream().map(Row::of).toList();
            int next = ENTRY.bind(statement, 1, rows);
            write.moved().bind(statement, next, conversations);
            statement.execute();
            try (ResultSet transaction = statement.getResultSet()) {
                transaction.next();
                long number = transaction.getLong(1);
                conversations.forEach(each -> stored(each, (int) number));
                return number;
            }
        }
    }

    /** The columns that are new in any of these; the same ones again and again, as there are few verbs. */
    private static BitSet fresh(List<Conversation> conversations) {
        BitSet fresh = new BitSet();
        fresh.set(LAST);
        conversations.forEach(each -> STATE.markChanges(each.stored().values(), each, fresh));
        return fresh;
    }

    private static void stored(Conversation conversation, int by) {
        conversation.stored(new Conversation.Stored(by, STATE.values(conversation)));
    }

    /** Whether somebody else wrote to a conversation, or this very command, since its state was read. */
    static boolean isOutdated(Throwable fault) {
        return fault.getCause() instanceof SQLException refusal && OUTDATED.contains(refusal.getSQLState());
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
