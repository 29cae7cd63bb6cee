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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The door to the sheets. Whoever changes them holds the edition's lock. */
@ApplicationScoped
class Sheets {

    private static final int AT_ONCE = 500;

    /** A year of hours in two round trips. */
    private static final int FETCHED = 5_000;

    private static final String WHICH = "unnest(?::text[], ?::int4[], ?::int8[]) as wanted (dimension, minutes, start)";

    private static final String SAVE =
            """
            insert into insight_sheet (edition, dimension, minutes, start, counts, times)
            select ?, dimension, minutes, to_timestamp(start), counts, times
              from unnest(?::text[], ?::int4[], ?::int8[], ?::bytea[], ?::bytea[])
                as sheet (dimension, minutes, start, counts, times)
                on conflict (edition, dimension, minutes, start)
                do update set counts = excluded.counts, times = excluded.times""";

    private final StatelessSession session;

    Sheets(StatelessSession session) {
        this.session = session;
    }

    /** What is to be added to sheets, and what taken away. */
    static final class Changes {

        private record Counted(Instant at, int cell, long n, long millis) {}

        private final Map<Sheet.Id, Sheet> sheets = new HashMap<>();

        /** The keys of these sheets, by the order in which they were met: nothing is numbered that comes to nothing. */
        private final Map<String, Integer> keys = new LinkedHashMap<>();

        /** What these add is added, and what those did is taken away. */
        static Changes of(List<Episode> fresh, List<Episode> stale) {
            Changes changes = new Changes();
            fresh.forEach(each -> changes.add(each, 1));
            stale.forEach(each -> changes.add(each, -1));
            return changes;
        }

        private void add(Episode episode, int sign) {
            // The same from every side, so it is counted once.
            List<Counted> counted = new ArrayList<>();
            Counting.of(episode, (at, cell, n, millis) -> counted.add(new Counted(at, cell, sign * n, sign * millis)));
            for (Dimension dimension : Dimension.values()) {
                String key = dimension.key(episode);
                if (key != null) {
                    int number = keys.computeIfAbsent(key, none -> keys.size());
                    dimension.minutes().forEach(minutes -> add(dimension, minutes, number, counted));
                }
            }
        }

        private void add(Dimension dimension, int minutes, int key, List<Counted> counted) {
            @Nullable Sheet sheet = null;
            long start = 0;
            for (Counted each : counted) {
                // What follows on one another mostly lies in one sheet.
                long itsStart = Stretch.start(minutes, each.at());
                if (sheet == null || itsStart != start) {
                    start = itsStart;
                    sheet = sheets.computeIfAbsent(new Sheet.Id(dimension, minutes, start), none -> new Sheet());
                }
                sheet.add(key, each.cell(), each.n(), each.millis());
            }
        }

        /** What added up to nothing changes nothing. */
        private void settle() {
            sheets.values().removeIf(Sheet::isEmpty);
        }

        /** The keys that anything is left of, at their places. */
        private @Nullable String[] named() {
            @Nullable String[] all = keys.keySet().toArray(String[]::new);
            @Nullable String[] named = new String[all.length];
            sheets.values().forEach(sheet -> sheet.each((key, cell, n, millis) -> named[key] = all[key]));
            return named;
        }
    }

    /** Changes sheets; those that were not there yet begin empty. */
    @Transactional
    void change(int edition, Changes changes) {
        changes.settle();
        if (changes.sheets.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            int[] keys = keys(connection, changes.named());
            Map<Sheet.Id, Sheet> sheets = read(connection, edition, changes.sheets.keySet());
            changes.sheets.forEach((id, change) -> {
                Sheet sheet = sheets.computeIfAbsent(id, none -> new Sheet());
                change.each((key, cell, n, millis) -> sheet.add(keys[key], cell, n, millis));
            });
            save(connection, edition, sheets);
        });
    }

    /** The numbers of keys, at their places; a new one gets the next. Null stays without. */
    private static int[] keys(Connection connection, @Nullable String[] named) throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        // Two statements: the second one sees what the first one waited for, if another edition numbered it just now.
        try (PreparedStatement add = connection.prepareStatement(
                        """
                        insert into insight_key (key) select unnest(?::text[]) except select key from insight_key
                            on conflict (key) do nothing""");
                PreparedStatement read =
                        connection.prepareStatement("select key, id from insight_key where key = any(?)")) {
            Array all = connection.createArrayOf(
                    "text", Arrays.stream(named).filter(Objects::nonNull).toArray());
            add.setArray(1, all);
            add.executeUpdate();
            read.setArray(1, all);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return Arrays.stream(named)
                .mapToInt(each -> each == null ? -1 : Objects.requireNonNull(numbers.get(each)))
                .toArray();
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
            which(statement, 1, ids);
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
        List<Sheet.Id> ids = List.copyOf(sheets.keySet());
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                List<Sheet.Id> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
                List<Sheet> theirs = some.stream()
                        .map(sheets::get)
                        .map(Objects::requireNonNull)
                        .toList();
                statement.setInt(1, edition);
                which(statement, 2, some);
                statement.setArray(
                        5,
                        connection.createArrayOf(
                                "bytea", theirs.stream().map(Sheet::counts).toArray(byte[][]::new)));
                statement.setArray(
                        6,
                        connection.createArrayOf(
                                "bytea", theirs.stream().map(Sheet::times).toArray(byte[][]::new)));
                statement.executeUpdate();
            }
        }
    }

    /** Sets three parameters, from this one on: which sheets are meant. */
    private static void which(PreparedStatement statement, int first, Collection<Sheet.Id> ids) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                first,
                connection.createArrayOf(
                        "text",
                        ids.stream().map(each -> each.dimension().name()).toArray()));
        statement.setArray(
                first + 1,
                connection.createArrayOf(
                        "int4", ids.stream().map(Sheet.Id::minutes).toArray()));
        statement.setArray(
                first + 2,
                connection.createArrayOf(
                        "int8", ids.stream().map(Sheet.Id::start).toArray()));
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
            statement.setFetchSize(FETCHED);
            statement.setInt(1, edition);
            statement.setString(2, dimension.name());
            statement.setInt(3, stretch.minutes());
            statement.setObject(4, time(stretch.from()));
            statement.setObject(5, time(stretch.to()));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    Instant start = found.getObject(1, OffsetDateTime.class).toInstant();
                    for (int column = 2; column <= (times ? 3 : 2); column++) {
                        Sheet.read(
                                found.getBytes(column),
                                new Adding(number -> rows.of(key(connection, number, keys), start)));
                    }
                }
            }
        }
    }

    /** All cells of a key stand together in a sheet, and go to the same tallies. */
    private static final class Adding implements Sheet.Reader {

        private final IntFunction<Collection<Tally>> rows;
        private int key = -1;
        private Collection<Tally> tallies = List.of();

        Adding(IntFunction<Collection<Tally>> rows) {
            this.rows = rows;
        }

        @Override
        public void cell(int itsKey, int cell, long n, long millis) {
            if (itsKey != key) {
                key = itsKey;
                tallies = rows.apply(itsKey);
            }
            for (Tally each : tallies) {
                each.add(cell, n, millis);
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
        // The edition first: whoever adds to its sheets holds that row, and would wait for what is locked here.
        for (String table : List.of(
                "insight_edition", "insight_sheet", "insight_episode", "insight_followed", "insight_followed_stale")) {
            session.createNativeMutationQuery("delete from " + table + " where edition = :edition")
                    .setParameter("edition", edition)
                    .executeUpdate();
        }
    }

    private static OffsetDateTime time(long seconds) {
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    }
}
