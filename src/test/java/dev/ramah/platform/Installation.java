package dev.ramah.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged application as a process of its own, on a folder of its own, as somebody runs it who read the README. */
public final class Installation implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;

    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private @Nullable Process process;

    private Installation(Path folder, Map<String, String> settings, int port) {
        this.folder = folder;
        this.settings = settings;
        this.port = port;
    }

    /** A fresh one of this name under {@code target}, not started yet. */
    public static Installation fresh(String name, Map<String, String> settings) throws IOException {
        Path folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target", "installations")), name + "-");
        return new Installation(folder, settings, Ports.free());
    }

    /** Starts it and waits until it would serve the first conversation. */
    public Installation start() throws IOException, InterruptedException {
        begin();
        awaitReady();
        return this;
    }

    /** Starts it and waits for nothing. */
    public void begin() throws IOException {
        process = launch(port).start();
    }

    /** The process of this installation, not started; another port makes a second one on the same folder. */
    public ProcessBuilder launch(int onPort) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("RAMAH_DATA", folder.resolve("data").toAbsolutePath().toString());
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(onPort));
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=" + System.getProperty("ramah.tier", "4"),
                "-jar",
                Path.of(System.getProperty("ramah.jar")).toAbsolutePath().toString()));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("out.log").toFile()));
        return builder;
    }

    /** Kills it as the operating system would, with no chance to clean up. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The process that is or was running. */
    public Process process() {
        return Objects.requireNonNull(process, "not started");
    }

    public int port() {
        return port;
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** What it printed so far. */
    public String output() throws IOException {
        return Files.readString(folder.resolve("out.log"));
    }

    /** A look into its PostgreSQL: the one it was given, or its own. */
    public Connection database() throws IOException, SQLException {
        String given = settings.get("QUARKUS_DATASOURCE_JDBC_URL");
        if (given != null) {
            return DriverManager.getConnection(
                    given, settings.get("QUARKUS_DATASOURCE_USERNAME"), settings.get("QUARKUS_DATASOURCE_PASSWORD"));
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/ramah", "ramah", databasePassword());
    }

    /** Where its own PostgreSQL listens on this machine; user and database are called {@code ramah}. */
    public int databasePort() throws IOException {
        return Integer.parseInt(Files.readAllLines(folder.resolve("data/data/postmaster.pid"))
                .get(3)
                .strip());
    }

    public String databasePassword() throws IOException {
        return Files.readString(folder.resolve("data/password")).strip();
    }

    /** The process of its own PostgreSQL. */
    public ProcessHandle databaseProcess() throws IOException {
        String pid = Files.readAllLines(folder.resolve("data/data/postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Stops it in order, and its PostgreSQL with it. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().orTimeout(90, TimeUnit.SECONDS).join();
        }
    }

    /** Waits until it would serve the first conversation. */
    public void awaitReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create(url("/q/health/ready"))).build();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until) {
            if (process != null && !process.isAlive()) {
                throw new IllegalStateException("It ended:\n" + output());
            }
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Not listening yet.
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("Not ready in " + PATIENCE_SECONDS + " s:\n" + output());
    }
}
