package dev.ramah.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the archive on the class path, run as a user that it accepts. */
final class PostgresPrograms {

    /** The user and group "nobody": PostgreSQL refuses to run as root. */
    private static final int NOBODY = 65534;

    private final Path home;
    private final List<String> prefix;

    private PostgresPrograms(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** Unpacks into the folder once a version; root's processes are given to nobody. */
    static PostgresPrograms unpack(Path folder) throws IOException {
        URL archive = archive();
        // The length tells one version's archive from the next without reading 15 MB at every start.
        Path home = folder.resolve("postgres-" + archive.openConnection().getContentLengthLong());
        if (!Files.isDirectory(home)) {
            Path fresh = folder.resolve("postgres.new");
            new PostgresPrograms(fresh, List.of()).delete(fresh);
            extract(archive, fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root) {
            for (Path each : List.of(folder, folder.resolve("password"))) {
                if (Files.exists(each)) {
                    Files.setAttribute(each, "unix:uid", NOBODY);
                }
            }
        }
        return new PostgresPrograms(home.toAbsolutePath(), root ? asNobody() : List.of());
    }

    /** Runs a program to its end and returns what it said; a failure is in the words, not thrown. */
    String run(String program, String... arguments) {
        try {
            return execute(program, arguments).output();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a program to its end.
     *
     * @throws IllegalStateException with what it said if it fails
     */
    void mustRun(String program, String... arguments) {
        try {
            Result result = execute(program, arguments);
            if (result.exit() != 0) {
                throw new IllegalStateException(program + " failed: " + result.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder of ours and all in it, if it is there. */
    void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private Result execute(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        // The server inherits its starter's output, so a pipe would stay open for as long as it lives: a file.
        Path said = Files.createTempFile("ramah-" + program, ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(said.toFile())
                    .directory(home.toFile());
            builder.environment().put("LC_ALL", "C");
            int exit = builder.start().waitFor();
            return new Result(exit, Files.readString(said).trim());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + program + " ran", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private record Result(int exit, String output) {}

    /** Keeps the right to pass folders that only root may enter, as a home folder often is. */
    private static List<String> asNobody() {
        String rights = "+dac_override,+dac_read_search";
        return List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                // access(2) asks without these rights unless setuid fix-ups are off; initdb finds its programs by it.
                "--securebits=+no_setuid_fixup",
                "--inh-caps=" + rights,
                "--ambient-caps=" + rights);
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "postgres-" + system + "-" + machine + ".txz";
        URL found = Thread.currentThread().getContextClassLoader().getResource(name);
        if (found == null) {
            throw new IllegalStateException("There is no PostgreSQL in Ramah for " + system + " on " + machine
                    + ". Give it one with QUARKUS_DATASOURCE_JDBC_URL.");
        }
        return found;
    }

    private static void extract(URL archive, Path into) throws IOException {
        Path root = into.toAbsolutePath().normalize();
        Files.createDirectories(root);
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) {
                    throw new IOException("The archive names a file outside of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
