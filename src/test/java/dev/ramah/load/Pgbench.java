package dev.ramah.load;

import dev.ramah.platform.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own tool: rows like those of the log, one an insert and a transaction, in a table of its own. */
final class Pgbench {

    private static final List<Integer> CLIENTS = List.of(8, 16, 32);
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private static final String TABLE =
            """
            create schema if not exists load;
            create sequence if not exists load.number;
            create table if not exists load.inserted (
                conversation uuid        not null,
                seq          int         not null,
                episode      int         not null,
                kind         text        not null,
                role         text        not null,
                author       uuid,
                author_name  text,
                at           timestamptz not null,
                client_id    text,
                facts        jsonb       not null,
                words        text,
                primary key (conversation, seq)
            )""";

    private static final String INSERT =
            """
            \\set room random(100, 599)
            insert into load.inserted values (('00000000-0000-4000-8000-000000000' || :room)::uuid,
                nextval('load.number'), 1, 'said', 'customer', null, 'Customer', now(), 'client-' || :room, '{}',
                'Hello, my order has not arrived yet. Could you have a look where it is, please? Thank you very much.');
            """;

    private final Path program;
    private final Installation installation;
    private final Path script;

    private Pgbench(Path program, Installation installation) throws IOException {
        this.program = program;
        this.installation = installation;
        script = Files.writeString(Path.of("target", "load.pgbench.sql"), INSERT);
    }

    /** Against the server of this installation; empty where pgbench is not installed. */
    static Optional<Pgbench> against(Installation installation) throws IOException, SQLException {
        Optional<Path> program = find();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        try (Connection database = installation.database();
                Statement statement = database.createStatement()) {
            statement.execute(TABLE);
        }
        return Optional.of(new Pgbench(program.get(), installation));
    }

    /** Debian's newest, which is no wrapper; else that of the path. */
    private static Optional<Path> find() throws IOException {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "pgbench"));
        if (!Files.isDirectory(DEBIAN)) {
            return path.filter(Files::isExecutable).findFirst();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            Stream<Path> debian = versions.sorted(Comparator.reverseOrder()).map(each -> each.resolve("bin/pgbench"));
            return Stream.concat(debian, path).filter(Files::isExecutable).findFirst();
        }
    }

    /** Its best rate in inserts a second, over some numbers of clients. */
    double best(int secondsEach) throws IOException, InterruptedException {
        double best = 0;
        for (int clients : CLIENTS) {
            best = Math.max(best, rate(clients, secondsEach));
        }
        return best;
    }

    private double rate(int clients, int seconds) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "-n",
                "-M",
                "prepared",
                "-f",
                script.toString(),
                "-c",
                String.valueOf(clients),
                "-j",
                "2",
                "-T",
                String.valueOf(seconds),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(installation.databasePort()),
                "-U",
                "ramah",
                "ramah");
        builder.environment().put("PGPASSWORD", installation.databasePassword());
        Path printed = Path.of("target", "load.pgbench.log");
        Process pgbench = builder.redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            pgbench.waitFor(seconds + 60L, TimeUnit.SECONDS);
        } finally {
            pgbench.destroyForcibly();
        }
        String output = Files.readString(printed, StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench did not tell a rate:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
