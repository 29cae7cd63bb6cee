package dev.ramah.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.StatelessSession;

/** The door to the sheets. Whoever changes them holds the edition's lock. */
@ApplicationScoped
class Sheets {

    private static final int AT_ONCE = 500;

    private static final String WHICH = "unnest(?::text[], ?::int4[], ?::int8[]) as wanted (dimension, minutes, start)";

    private static final String SAVE =
            """
            insert into insight_sheet (edition, dimension, minutes, start, counts, times) values (?, ?, ?, ?, ?, ?)
                on conflict (edition, dimension, minutes, start)
                do update set counts = excluded.counts, times = excluded.times""";

    private final StatelessSession session;

    Sheets(StatelessSession session) {
        this.session = session;
    }

    /** What is to be added to sheets, and what taken away. */
    static final class Changes {

        private record Cell(Sheet.Id sheet, String key, int cell) {}

        private final Map<Cell, long[]> cells = new LinkedHashMap<>();

        void add(Episode episode) {
            add(episode, 1);
        }

        void takeAway(Episode episode) {
            add(episode, -1);
        }

        private void add(Episode episode, int sign) {
            for (Dimension dimension : Dimension.values()) {
                String key = dimension.key(episode);
                if (key != null) {
                    Counting.of(episode, (at, cell, n, millis) -> {
                        for (int minutes : Stretch.MINUTES) {
                            Sheet.Id sheet = new Sheet.Id(dimension, minutes, Stretch.start(minutes, at));
                            long[] sum = cells.computeIfAbsent(new Cell(sheet, key, cell), none -> new long[2]);
                            sum[0] += sign * n;
                            sum[1] += sign * millis;
                        }
                    });
                }
            }
        }
    }

    /** Changes sheets; those that were not there yet begin empty. */
    @Transactional
    void change(int edition, Changes changes) {
        changes.cells.values().removeIf(each -> each[0] == 0 && each[1] == 0);
        if (changes.cells.isEmpty()) {
            return;
        }
        Set<String> named = new HashSet<>();
        Set<Sheet.Id> touched = new HashSet<>();
        changes.cells.keySet().forEach(each -> {
            named.add(each.key());
            touched.add(each.sheet());
        });
        session.doWork(connection -> {
            Map<String, Integer> keys = keys(connection, named);
            Map<Sheet.Id, Sheet> sheets = read(connection, edition, touched);
            changes.cells.forEach((cell, sum) -> sheets.computeIfAbsent(cell.sheet(), none -> new Sheet())
                    .add(Objects.requireNonNull(keys.get(cell.key())), cell.cell(), sum[0], sum[1]));
            save(connection, edition, sheets);
        });
    }

    /** The numbers of keys; a new one gets the next. */
    private static Map<String, Integer> keys(Connection connection, Set<String> named) throws SQLException {
        Map<String, Integer> keys = new HashMap<>();
        // Two statements: the second one sees what the first one waited for, if another edition numbered it just now.
        try (PreparedStatement add = connection.prepareStatement(
                        """
                        insert into insight_key (key) select unnest(?::text[]) except select key from insight_key
                            on conflict (key) do nothing""");
                PreparedStatement read =
                        connection.prepareStatement("select key, id from insight_key where key = any(?)")) {
            Array all = connection.createArrayOf("text", named.toArray());
            add.setArray(1, all);
            add.executeUpdate();
            read.setArray(1, all);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    keys.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return keys;
    }

    private static Map<Sheet.Id, Sheet> read(Connection connection, int edition, Collection<Sheet.Id> ids)
            throws SQLException {
        Map<Sheet.Id, Sheet> sheets = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                """
                select s.dimension, s.minutes, wanted.start, s.counts, s.times from %s
                  join insight_sheet s on s.edition = ? and s.dimension = wanted.dimension
                   and s.minutes = wanted.minutes and s.start = to_timestamp(wanted.start)"""
                        .formatted(WHICH))) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            ids.stream().map(each -> each.dimension().name()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int4", ids.stream().map(Sheet.Id::minutes).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int8", ids.stream().map(Sheet.Id::start).toArray()));
            statement.setInt(4, edition);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Sheet sheet = new Sheet();
                    Sheet.read(rows.getBytes(4), sheet::add);
                    Sheet.read(rows.getBytes(5), sheet::add);
                    sheets.put(
                            new Sheet.Id(Dimension.valueOf(rows.getString(1)), rows.getInt(2), rows.getLong(3)), sheet);
                }
            }
        }
        return sheets;
    }

    private static void save(Connection connection, int edition, Map<Sheet.Id, Sheet> sheets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            int waiting = 0;
            for (Map.Entry<Sheet.Id, Sheet> each : sheets.entrySet()) {
                Sheet.Id id = each.getKey();
                statement.setInt(1, edition);
                statement.setString(2, id.dimension().name());
                statement.setInt(3, id.minutes());
                statement.setObject(4, time(id.start()));
                statement.setBytes(5, each.getValue().counts());
                statement.setBytes(6, each.getValue().times());
                statement.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** Where what a sheet holds goes to. */
    interface Rows {
        /** All tallies that something counted at this moment under this key belongs to. */
        Collection<Tally> of(String key, Instant at);
    }

    /**
     * Adds up what lies in these stretches.
     *
     * @param times whether bins of times are wanted as well as counts
     */
    @Transactional
    void addUp(int edition, Dimension dimension, List<Stretch> stretches, boolean times, Rows rows) {
        session.doWork(connection -> {
            Map<Integer, String> keys = new HashMap<>();
            for (Stretch each : stretches) {
                addUp(connection, edition, dimension, each, times, keys, rows);
            }
        });
    }

    private static void addUp(
            Connection connection,
            int edition,
            Dimension dimension,
            Stretch stretch,
            boolean times,
            Map<Integer, String> keys,
            Rows rows)
            throws SQLException {
        String columns = times ? "counts, times" : "counts";
        try (PreparedStatement statement = connection.prepareStatement(
                "select start, " + columns
                        + " from insight_sheet where edition = ? and dimension = ? and minutes = ? and start >= ? and start < ?")) {
            statement.setFetchSize(AT_ONCE);
            statement.setInt(1, edition);
            statement.setString(2, dimension.name());
            statement.setInt(3, stretch.minutes());
            statement.setObject(4, time(stretch.from()));
            statement.setObject(5, time(stretch.to()));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    Instant start = found.getObject(1, OffsetDateTime.class).toInstant();
                    Map<Integer, Collection<Tally>> here = new HashMap<>();
                    for (int column = 2; column <= (times ? 3 : 2); column++) {
                        Sheet.read(found.getBytes(column), (key, cell, n, millis) -> here.computeIfAbsent(
                                        key, one -> rows.of(key(connection, one, keys), start))
                                .forEach(tally -> tally.add(cell, n, millis)));
                    }
                }
            }
        }
    }

    /** What the key of this number is; they are read all at once when the first unknown one is met. */
    private static String key(Connection connection, int number, Map<Integer, String> known) {
        String key = known.get(number);
        if (key != null) {
            return key;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("select id, key from insight_key where id <> all(?)")) {
            statement.setArray(
                    1, connection.createArrayOf("int4", known.keySet().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getInt(1), rows.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of the sheets could not be read", e);
        }
        String read = known.get(number);
        if (read == null) {
            throw new IllegalStateException("A sheet has a key that nobody wrote");
        }
        return read;
    }

    /** Removes an edition's sheets and what was kept of its episodes. */
    @Transactional
    void drop(int edition) {
        for (String table : List.of("insight_sheet", "insight_episode", "insight_edition")) {
            session.createNativeMutationQuery("delete from " + table + " where edition = :edition")
                    .setParameter("edition", edition)
                    .executeUpdate();
        }
    }

    private static OffsetDateTime time(long seconds) {
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    }
}
