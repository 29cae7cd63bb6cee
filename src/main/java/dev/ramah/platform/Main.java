package dev.ramah.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where it starts: does a {@link Command} if one is named; otherwise brings a database unless one is given, then the application. */
@QuarkusMain
public class Main {

    private static final Logger LOG = Logger.getLogger(Main.class);

    static final String URL = "quarkus.datasource.jdbc.url";

    private Main() {}

    public static void main(String... args) {
        if (args.length > 0) {
            Optional<Command> command = Command.named(args[0]);
            if (command.isPresent()) {
                System.exit(command.get().run(List.of(args).subList(1, args.length), System.out));
            }
        }
        if (setting("ramah.demo", "").equals("true")) {
            sampleSettings();
        }
        if (setting("ramah.log.json", "").equals("true")) {
            JsonLog.begin();
        }
        if (isGiven(URL)) {
            Quarkus.run(Greeting.class, args);
        } else {
            runWithOurOwnDatabase(args);
        }
    }

    @SuppressWarnings("SystemExitOutsideMain") // a clear line and exit code, where a stack trace would help nobody
    private static void runWithOurOwnDatabase(String... args) {
        CountDownLatch closed = new CountDownLatch(1);
        int exit = 1;
        try (Postgres postgres = Postgres.start(Path.of(setting("ramah.data", "ramah-data")))) {
            System.setProperty(URL, postgres.jdbcUrl());
            System.setProperty("quarkus.datasource.username", postgres.user());
            System.setProperty("quarkus.datasource.password", postgres.password());
            // The machine goes down only after the database did, which comes after the application.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(closed)));
            AtomicInteger code = new AtomicInteger();
            Quarkus.run(
                    Greeting.class,
                    (status, fault) -> {
                        code.set(status);
                        say(fault);
                    },
                    args);
            exit = code.get();
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
        } finally {
            closed.countDown();
        }
        System.exit(exit);
    }

    /** Whoever takes the exit code from Quarkus has to say why it could not start as well. */
    private static void say(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                System.err.println(
                        "Another program has the port that Ramah is to listen at. Stop it, or give Ramah another"
                                + " one with QUARKUS_HTTP_PORT.");
                return;
            }
        }
        if (fault != null) {
            LOG.error("Ramah could not start", fault);
        }
    }

    private static void await(CountDownLatch closed) {
        try {
            if (!closed.await(60, TimeUnit.SECONDS)) {
                System.err.println("PostgreSQL took too long to stop; the next start adopts it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sample world has settings of its own, and a secret that nobody knows. */
    private static void sampleSettings() {
        Properties settings = new Properties();
        try (@Nullable InputStream file = Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("world/settings.properties")) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put("ramah.site-secret", Ids.secret());
        settings.stringPropertyNames().stream()
                .filter(each -> !isGiven(each))
                .forEach(each -> System.setProperty(each, settings.getProperty(each)));
    }

    private static boolean isGiven(String property) {
        return !setting(property, "").isBlank();
    }

    private static String setting(String property, String otherwise) {
        String environment = property.replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT);
        @Nullable String value = System.getProperty(property, System.getenv(environment));
        return value == null ? otherwise : value;
    }
}
