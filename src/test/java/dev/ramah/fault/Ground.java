package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.BuiltOnce;
import dev.ramah.platform.Installation;
import dev.ramah.platform.Patience;
import dev.ramah.platform.Postgres;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the faults happen: the packaged application on a PostgreSQL of its own, a cable between the two, and a cable
 * between it and its clients. Built once for all tests; each leaves it whole.
 */
final class Ground implements AutoCloseable {

    static final int MESSAGES_A_MINUTE = 3_000;
    static final int FRAMES_A_MINUTE = 4_000;

    /** How long the application waits for a sign of life: short, so that tests need not wait long. */
    private static final String SILENCE = "4s";

    private static final String EMAIL = "rani@kopi.example";
    private static final String PASSWORD = "kopi-nusantara";

    final Postgres postgres;
    final Cable toDatabase;
    final Installation ramah;
    final Cable toClients;

    private Ground(Postgres postgres, Cable toDatabase, Installation ramah, Cable toClients) {
        this.postgres = postgres;
        this.toDatabase = toDatabase;
        this.ramah = ramah;
        this.toClients = toClients;
    }

    @SuppressWarnings("MustBeClosedChecker") // the ground holds them until it closes
    private static Ground built() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "installations")), "pg-");
        Postgres postgres = Postgres.start(folder);
        String url = postgres.jdbcUrl();
        Cable toDatabase = new Cable(Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1")));
        Installation ramah = Installation.fresh(
                        "faults",
                        Map.ofEntries(
                                Map.entry(
                                        "QUARKUS_DATASOURCE_JDBC_URL",
                                        url.replaceAll(":\\d+/", ":" + toDatabase.port() + "/") + "?socketTimeout=4"),
                                Map.entry("QUARKUS_DATASOURCE_USERNAME", postgres.user()),
                                Map.entry("QUARKUS_DATASOURCE_PASSWORD", postgres.password()),
                                Map.entry("RAMAH_ADMIN_EMAIL", EMAIL),
                                Map.entry("RAMAH_ADMIN_PASSWORD", PASSWORD),
                                Map.entry("RAMAH_SOCKETS_SILENCE", SILENCE),
                                Map.entry("QUARKUS_WEBSOCKETS_NEXT_SERVER_AUTO_PING_INTERVAL", "1s"),
                                Map.entry("RAMAH_LIMITS_MESSAGES_PER_MINUTE", String.valueOf(MESSAGES_A_MINUTE)),
                                Map.entry("RAMAH_LIMITS_FRAMES_PER_MINUTE", String.valueOf(FRAMES_A_MINUTE)),
                                Map.entry("RAMAH_LIMITS_CONVERSATIONS_PER_HOUR", "1000000"),
                                Map.entry("RAMAH_LIMITS_CONNECTIONS_PER_ADDRESS", "1000000"),
                                Map.entry("RAMAH_LIMITS_LOGINS_PER_FIVE_MINUTES", "100000")))
                .start();
        return new Ground(postgres, toDatabase, ramah, new Cable(ramah.port()));
    }

    /** A customer whose line is the cable. */
    Talker talker(String name, History history) {
        return Talker.arrives(name, history, ramah.port(), toClients::port);
    }

    /** The administrator at the desk, on a line of their own. */
    Watcher watcher(String name, History history) {
        Response in = RestAssured.given()
                .port(ramah.port())
                .contentType(ContentType.JSON)
                .body(Map.of("email", EMAIL, "password", PASSWORD))
                .post("/api/login");
        in.then().statusCode(200);
        return new Watcher(name, in.path("me.id"), in.path("token"), history, ramah::port);
    }

    /** This many of them, each with a conversation of their own. */
    List<Talker> talkers(int many, History history) {
        return IntStream.range(0, many)
                .parallel()
                .mapToObj(i -> talker("talker " + i, history))
                .toList();
    }

    /** Everybody says the messages of these numbers, in turns. */
    static void burst(List<Talker> talkers, int from, int to) {
        for (int n = from; n < to; n++) {
            int number = n;
            talkers.forEach(each -> each.say(number));
        }
    }

    /** How many customers' lines the application thinks are open. */
    int connectedCustomers() {
        String metrics =
                RestAssured.given().port(ramah.port()).get("/q/metrics").asString();
        return metrics.lines()
                .filter(each -> each.startsWith("ramah_connections{") && each.contains("chat"))
                .mapToInt(each -> (int) Double.parseDouble(each.substring(each.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** What the database has of these talkers' conversations. */
    List<Stored> log(List<Talker> talkers) throws SQLException {
        try (Connection database = database()) {
            return log(database, talkers);
        }
    }

    private static List<Stored> log(Connection database, List<Talker> talkers) throws SQLException {
        return Stored.in(
                database, talkers.stream().map(each -> each.conversation).collect(Collectors.toSet()));
    }

    /** Straight to the database, past the cable. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    /** As the operating system would, with no chance to clean up; and waits until the server is back. */
    void killPostgres() {
        long before = postgres.pid();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        Patience.until("PostgreSQL is back", () -> postgres.pid() != before && answers());
    }

    private boolean answers() throws SQLException {
        try (Connection database = database()) {
            return database.isValid(1);
        }
    }

    /** Whoever is connected has to connect anew, and gets the database's new settings. */
    void endAllSessions() throws SQLException {
        runInDatabase(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'ramah' and pid <> pg_backend_pid()");
    }

    /** This conversation's log gets this many entries with these words, as if they had been said. */
    void fill(String conversation, int entries, String words) throws SQLException {
        String last = "(select last from conversation where id = '" + conversation + "')";
        String numbers = last + " + generate_series(1, " + entries + ")";
        runInDatabase(
                """
                insert into entry (conversation, seq, episode, kind, role, author_name, at, facts)
                select e.conversation, %s, e.episode, 'said', 'SYSTEM', null, now(), e.facts
                  from entry e where e.conversation = '%s' and e.kind = 'said' and e.seq = 1"""
                        .formatted(numbers, conversation),
                "insert into words (conversation, seq, text) select '%s'::uuid, %s, '%s'"
                        .formatted(conversation, numbers, words),
                "update conversation set last = last + %d where id = '%s'".formatted(entries, conversation));
    }

    void runInDatabase(String... statements) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Everybody gets their answers and sees what is stored; then the promise is checked. */
    void judge(String fault, History history, List<Talker> talkers, Watcher... watchers) throws SQLException {
        try (Connection database = database()) {
            judge(fault, database, history, talkers, watchers);
        }
    }

    /** The same for another installation's database. */
    static void judge(String fault, Connection database, History history, List<Talker> talkers, Watcher... watchers)
            throws SQLException {
        talkers.forEach(Client::settles);
        // After this nothing more is said by anybody, so that what was seen can be compared with what is stored.
        talkers.forEach(Talker::isLeftByTheBot);
        List<Stored> log = log(database, talkers);
        Map<String, Integer> last = log.stream()
                .filter(each -> each.isShown(false))
                .collect(Collectors.toMap(Stored::conversation, Stored::seq, Math::max));
        talkers.forEach(each -> each.sees(last.getOrDefault(each.conversation, 0)));
        for (Watcher each : watchers) {
            last.forEach(each::sees);
        }
        Promise.holds(history, log);
        long handedOver =
                log.stream().filter(each -> each.kind().equals("escalated")).count();
        assertTrue(handedOver <= last.size(), "The bot asks for a person once");
        System.out.printf("%s: %s; %d stored%n", fault, history, log.size());
    }

    @Override
    public void close() throws IOException {
        ramah.close();
        toClients.close();
        toDatabase.close();
        postgres.close();
    }

    /** Gives the ground to tests that ask for it as a parameter. */
    static final class Opens extends BuiltOnce<Ground> {

        Opens() {
            super(Ground.class);
        }

        @Override
        protected Ground build() throws IOException, InterruptedException {
            return built();
        }
    }
}
