package dev.ramah.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where it starts: brings a database unless one is given, then the application. */
@QuarkusMain
public class Main {

    static final String URL = "quarkus.datasource.jdbc.url";

    private Main() {}

    @SuppressWarnings("SystemExitOutsideMain") // a clear line and exit code, where a stack trace would help nobody
    public static void main(String... args) {
        if (setting("ramah.demo", "").equals("true")) {
            sampleSettings();
        }
        if (isGiven(URL)) {
            Quarkus.run(Greeting.class, args);
            return;
        }
        Path folder = Path.of(setting("ramah.data", "ramah-data"));
        try (Postgres postgres = Postgres.start(folder)) {
            System.setProperty(URL, postgres.jdbcUrl());
            System.setProperty("quarkus.datasource.username", postgres.user());
            System.setProperty("quarkus.datasource.password", postgres.password());
            Quarkus.run(Greeting.class, args);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
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
