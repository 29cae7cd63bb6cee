package dev.ramah.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Our own PostgreSQL, for whoever has none: unpacked, initialised and started in one folder, and kept
 * there between runs. Durable (fsync and synchronous commit on), reachable from this machine only, with a
 * generated password. It outlives a crash of the application; the next start adopts it.
 */
public final class Postgres implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Postgres.class);
    private static final String USER = "ramah";
    private static final String DATABASE = "ramah";

    private final Path folder;
    private final PostgresPrograms programs;
    private final FileLock lock;
    private final String password;
    private int port;
    private volatile boolean stopping;

    private Postgres(Path folder, PostgresPrograms programs, FileLock lock, String password) {
        this.folder = folder;
        this.programs = programs;
        this.lock = lock;
        this.password = password;
    }

    /**
     * Starts the server of this folder, or adopts the one that a crash left running.
     *
     * @throws IllegalStateException if another process uses the folder, or PostgreSQL can't start; the
     *     message says what to do
     */
    public static Postgres start(Path folder) {
        try {
            Files.createDirectories(folder);
            FileLock lock = lock(folder);
            PostgresPrograms programs = PostgresPrograms.unpack(folder);
            Postgres postgres = new Postgres(folder, programs, lock, password(folder));
            postgres.initialise();
            postgres.startOrAdopt();
            postgres.createDatabase(DATABASE);
            postgres.watch();
            return postgres;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL did not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The URL of another database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The server's process id. */
    public long pid() {
        return postmaster().orElseThrow().pid();
    }

    /** Creates a database of this name unless there is one. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                var exists = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                create.execute("create database \"" + name.replace("\"", "") + "\"");
            }
        }
    }

    /** Takes the server down at once, as a crash would, and leaves it down. */
    public void halt() {
        stopping = true;
        programs.run("pg_ctl", "stop", "-m", "immediate", "-D", data());
    }

    /** Brings a halted server back, at the same address. */
    public void resume() throws SQLException {
        startServer();
        stopping = false;
        watch();
    }

    /** Stops the server in an orderly way and gives the folder free. */
    @Override
    public void close() {
        stopping = true;
        if (postmaster().isPresent()) {
            programs.run("pg_ctl", "stop", "-m", "fast", "-t", "60", "-D", data());
        }
        try {
            lock.channel().close();
        } catch (IOException e) {
            LOG.debug("The lock was gone already", e);
        }
    }

    private String data() {
        return folder.resolve("data").toAbsolutePath().toString();
    }

    /** Held by the operating system for as long as our process lives, so a crash can't leave it behind. */
    private static FileLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("Another Ramah is running on the folder "
                    + folder.toAbsolutePath()
                    + ". Stop it, or give this one a folder of its own with RAMAH_DATA.");
        }
        return lock;
    }

    private static String password(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Ids.secret());
        }
        return Files.readString(file, StandardCharsets.UTF_8).trim();
    }

    private void initialise() throws IOException {
        Path data = Path.of(data());
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        // Made beside its place and moved there whole, so that an interrupted start leaves nothing half done.
        Path fresh = folder.resolve("data.new").toAbsolutePath();
        programs.delete(fresh);
        programs.mustRun(
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + folder.resolve("password").toAbsolutePath(),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions");
        Files.move(fresh, data);
    }

    private void startOrAdopt() throws IOException, SQLException {
        Optional<Postmaster> running = postmaster();
        if (running.isPresent()) {
            port = running.get().port();
            try {
                connect("postgres").close();
                LOG.infof("Adopted the PostgreSQL that an earlier run left at port %d", port);
                return;
            } catch (SQLException notOurs) {
                LOG.debug("The process in postmaster.pid is not a server of ours", notOurs);
            }
        }
        try (var free = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        startServer();
    }

    private void startServer() throws SQLException {
        // pg_ctl detaches the server from our terminal: Ctrl-C must reach us first, and the server in order.
        String options = "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on -c synchronous_commit=on"
                + " -c full_page_writes=on -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=2GB";
        programs.mustRun(
                "pg_ctl",
                "start",
                "-w",
                "-t",
                "120",
                "-D",
                data(),
                "-l",
                folder.resolve("postgres.log").toAbsolutePath().toString(),
                "-o",
                options);
        connect("postgres").close();
    }

    /** A server that dies though nobody stopped it is started again: a desk has no other. */
    private void watch() {
        Optional<ProcessHandle> server = postmaster().flatMap(each -> ProcessHandle.of(each.pid()));
        if (server.isPresent()) {
            var unused = server.get().onExit().thenRun(this::bringBack);
        }
    }

    private void bringBack() {
        if (stopping) {
            return;
        }
        if (postmaster().isPresent()) {
            watch();
            return;
        }
        LOG.warn("PostgreSQL went away; starting it again");
        try {
            startServer();
            watch();
        } catch (IllegalStateException | SQLException e) {
            LOG.error("PostgreSQL did not come back; trying again in a second", e);
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::bringBack);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    /** The living server that {@code postmaster.pid} names, if any: its first line is the process, its fourth the port. */
    private Optional<Postmaster> postmaster() {
        try {
            List<String> lines = Files.readAllLines(Path.of(data(), "postmaster.pid"));
            long pid = Long.parseLong(lines.get(0).trim());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .map(alive ->
                            new Postmaster(pid, Integer.parseInt(lines.get(3).trim())));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private record Postmaster(long pid, int port) {}
}
