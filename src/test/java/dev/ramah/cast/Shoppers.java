package dev.ramah.cast;

import dev.ramah.platform.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Customers of the shop who were served, all of one kind alike, and who order again or don't: written straight into the
 * tables, the log and the shop's news, for a report shows nothing of fewer than a hundred.
 */
public final class Shoppers implements AutoCloseable {

    private final Connection database;
    private final PreparedStatement customer;
    private final PreparedStatement conversation;
    private final PreparedStatement entry;
    private final PreparedStatement words;
    private final PreparedStatement order;
    private final PreparedStatement complaint;
    private final PreparedStatement repeated;

    public Shoppers(Connection database) throws SQLException {
        this.database = database;
        customer = database.prepareStatement(
                "insert into customer (id, external_id, language, since) values (?, ?, 'en', ?)");
        conversation = database.prepareStatement(
                """
                insert into conversation (id, customer, customer_name, language, turn, status, last, episode, opened_at,
                                          spoken_at, bot_answered, handed_over, person_helped)
                values (?, ?, '', 'en', 'NOBODY', 'RESOLVED', ?, 1, ?, ?, true, ?, ?)""");
        entry = database.prepareStatement(
                """
                insert into entry (conversation, seq, episode, kind, role, author, author_name, at, facts)
                values (?, ?, 1, ?, ?, ?, ?, ?, cast(? as jsonb))""");
        words = database.prepareStatement("insert into words (conversation, seq, text) values (?, ?, ?)");
        order = database.prepareStatement(
                """
                insert into customer_event (id, customer, type, at, data, received_at)
                values (?, ?, 'order', ?, jsonb_build_object('order', ?), now())""");
        complaint = database.prepareStatement(
                """
                insert into complaint (id, conversation, episode, customer, at, language, theme)
                select gen_random_uuid(), ?, 1, ?, ?, 'en', id from theme where number = ?""");
        repeated = database.prepareStatement(
                "insert into repeated (conversation, seq, asks, episode, at) values (?, 5, 'ORDER', 1, now())");
    }

    /**
     * How a customer was served.
     *
     * @param waited for a person, who then solves it; null where the bot has it alone
     * @param solved whether they said so, where the bot had it alone; else they left in silence
     * @param askedAgain whether the person asked for what they had told
     * @param theme of their complaint; null if they had none
     */
    public record Talk(
            @Nullable Duration waited,
            boolean solved,
            boolean askedAgain,
            boolean given,
            @Nullable Integer csat,
            @Nullable Integer nps,
            @Nullable Integer theme) {

        private boolean met() {
            return waited != null;
        }
    }

    private record Said(String kind, String role, Duration after, String facts, @Nullable String words) {}

    /**
     * Adds so many who were served this way, unless those of this name are there.
     *
     * @param opened when each of them wrote to us
     * @param buying so many of them order again, on one of the days 1 to 60 after it
     * @param earlier how many orders each had made before
     */
    public void add(String name, Talk talk, Instant opened, int many, int buying, int earlier) throws SQLException {
        if (!called(name).isEmpty()) {
            return;
        }
        for (int i = 0; i < many; i++) {
            UUID whose = UUID.randomUUID();
            row(customer, whose, name + "-" + whose, opened.minus(100, ChronoUnit.DAYS));
            serve(talk, whose, opened);
            for (int before = 1; before <= earlier; before++) {
                order(whose, opened.minus(10L * before, ChronoUnit.DAYS));
            }
            if (i < buying) {
                order(whose, opened.plus(1 + i % 60, ChronoUnit.DAYS));
            }
        }
        write();
    }

    /** Serves all of this name once more. */
    public void serveAgain(String name, Talk talk, Instant opened) throws SQLException {
        for (UUID each : called(name)) {
            serve(talk, each, opened);
        }
        write();
    }

    private List<UUID> called(String name) throws SQLException {
        try (PreparedStatement those =
                database.prepareStatement("select id from customer where starts_with(external_id, ?)")) {
            those.setString(1, name + "-");
            List<UUID> called = new ArrayList<>();
            try (ResultSet rows = those.executeQuery()) {
                while (rows.next()) {
                    called.add(rows.getObject(1, UUID.class));
                }
            }
            return called;
        }
    }

    private void write() throws SQLException {
        for (PreparedStatement each : all()) {
            each.executeBatch();
        }
    }

    private List<PreparedStatement> all() {
        return List.of(customer, conversation, entry, words, order, complaint, repeated);
    }

    /** What they complain about; the themes of a number that is there stay. */
    public void theme(int number, String name) throws SQLException {
        try (PreparedStatement theme = database.prepareStatement(
                """
                insert into theme (id, number, name, at, sum)
                select gen_random_uuid(), ?, ?, now(), decode(repeat('00', 1536), 'hex')
                 where not exists (select 1 from theme where number = ?)""")) {
            row(theme, number, name, number);
            theme.executeBatch();
        }
    }

    private void serve(Talk talk, UUID whose, Instant opened) throws SQLException {
        UUID id = Ids.next(opened);
        UUID bima = UUID.nameUUIDFromBytes(new byte[] {1});
        List<Said> all = said(talk);
        row(conversation, id, whose, all.size(), opened, opened, talk.met(), talk.met());
        for (int i = 0; i < all.size(); i++) {
            Said each = all.get(i);
            boolean bimas = each.role().equals("AGENT");
            row(
                    entry,
                    id,
                    i + 1,
                    each.kind(),
                    each.role(),
                    bimas ? bima : null,
                    bimas ? "Bima" : null,
                    opened.plus(each.after()),
                    each.facts());
            if (each.words() != null) {
                row(words, id, i + 1, each.words());
            }
        }
        if (talk.theme() != null) {
            row(complaint, id, whose, opened, talk.theme());
        }
        if (talk.askedAgain()) {
            row(repeated, id);
        }
    }

    /** Nothing that says what it is about: themes would be made of it. */
    private static List<Said> said(Talk talk) {
        String plain = "{\"choices\": [], \"citations\": []}";
        Duration taken = Duration.ofSeconds(20);
        List<Said> all = new ArrayList<>();
        all.add(new Said("said", "CUSTOMER", Duration.ZERO, plain, "Hello"));
        all.add(new Said("said", "BOT", Duration.ofSeconds(10), plain, "It is on its way."));
        if (talk.waited() != null) {
            all.add(new Said("escalated", "BOT", taken, "{\"reason\": \"UPSET\"}", null));
            taken = taken.plus(talk.waited());
            all.add(new Said("assigned", "AGENT", taken, "{}", null));
            all.add(new Said("said", "AGENT", taken.plusSeconds(5), plain, "It comes tomorrow."));
        }
        if (talk.given()) {
            String gift =
                    """
                    {"gift": "%s", "gesture": "voucher", "name": "Voucher", "amount": 2500000, "currency": "IDR", "cost": 2500000}"""
                            .formatted(UUID.randomUUID());
            all.add(new Said("gave", "AGENT", taken.plusSeconds(10), gift, "It was late."));
        }
        String ending = talk.met() ? "HELPED" : talk.solved() ? "CONFIRMED" : "LEFT";
        String resolver = talk.met() ? "AGENT" : talk.solved() ? "CUSTOMER" : "SYSTEM";
        all.add(new Said(
                "resolved",
                resolver,
                taken.plusSeconds(60),
                "{\"ending\": \"%s\", \"survey\": true, \"handedOver\": %s}".formatted(ending, talk.met()),
                null));
        if (talk.csat() != null) {
            String nps = talk.nps() == null ? "" : ", \"nps\": " + talk.nps();
            all.add(new Said(
                    "rated",
                    "CUSTOMER",
                    taken.plusSeconds(90),
                    "{\"episode\": 1, \"csat\": %d%s}".formatted(talk.csat(), nps),
                    null));
        }
        return all;
    }

    private void order(UUID whose, Instant at) throws SQLException {
        String number = UUID.randomUUID().toString();
        row(order, number, whose, at, number);
    }

    private static void row(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant at ? Timestamp.from(at) : values[i]);
        }
        statement.addBatch();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement each : all()) {
            each.close();
        }
    }
}
