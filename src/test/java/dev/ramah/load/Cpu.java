package dev.ramah.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Processor time in seconds, as Linux counts it in {@code /proc/PID/stat} (proc(5): fields 14 to 17, in hundredths of
 * a second): of the server, and of the PostgreSQL behind it.
 */
record Cpu(double server, double database) {

    private static final double TICKS_A_SECOND = 100;

    /** Of one process; one that is gone took nothing. */
    static double of(long pid) {
        List<Long> ticks = ticks(pid);
        return ticks.isEmpty() ? 0 : (ticks.get(0) + ticks.get(1)) / TICKS_A_SECOND;
    }

    /** Of a process, its living children, and those of its children that have ended. */
    static double ofTree(long pid) {
        double ended = ticks(pid).stream().skip(2).mapToLong(Long::longValue).sum() / TICKS_A_SECOND;
        double children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(each -> of(each.pid()))
                .sum();
        return of(pid) + ended + children;
    }

    /** Own time in user and system mode, then that of children it has waited for. */
    private static List<Long> ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The second field is a name in brackets that may have anything inside.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return List.of(fields[11], fields[12], fields[13], fields[14]).stream()
                    .map(Long::valueOf)
                    .toList();
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cpu minus(Cpu before) {
        return new Cpu(server - before.server, database - before.database);
    }

    Cpu per10Thousand(int messages) {
        return new Cpu(server * 10_000 / messages, database * 10_000 / messages);
    }

    double sum() {
        return server + database;
    }
}
