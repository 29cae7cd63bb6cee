package dev.ramah.fault;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A long day at half load, while customers come and go: memory, descriptors and latency must not grow. A command of its
 * own, for an hour unless {@code -Dsoak} says otherwise (as in {@code PT5M}); {@code -Dsoak.rate} is the messages a
 * second. It is the one place where times are judged, and only against those of the same run.
 */
class Soak {

    private static final Duration LENGTH = Duration.parse(System.getProperty("soak", "PT1H"));
    private static final int RATE = Integer.getInteger("soak.rate", 500);
    private static final int TALKERS = 200;
    private static final int WINDOWS = 12;

    /** How much more than at the beginning is noise: the machine is shared, and caches fill. */
    private static final double MEMORY_MAY_GROW = 1.25;

    private static final double LATENCY_MAY_GROW = 2;
    private static final int DESCRIPTORS_MAY_GROW = 50;

    /** What was measured in one part of the run. */
    private record Window(long heapMegabytes, long residentMegabytes, long descriptors, double p50, double p95) {

        @Override
        public String toString() {
            return "live heap %d MB, resident %d MB, %d descriptors, p50 %.1f ms, p95 %.1f ms"
                    .formatted(heapMegabytes, residentMegabytes, descriptors, p50, p95);
        }
    }

    @Test
    void nothingGrows() throws Exception {
        Installation ramah = Installation.fresh("soak", Map.of("RAMAH_LIMITS_ENABLED", "false"));
        ramah.start();
        try {
            Timed history = new Timed();
            List<Talker> talkers = new ArrayList<>();
            for (int i = 0; i < TALKERS; i++) {
                talkers.add(Talker.arrives("talker " + i, history, ramah.port(), ramah::port));
            }
            List<Window> windows = new ArrayList<>();
            int n = 0;
            for (int i = 0; i < WINDOWS; i++) {
                n = talk(talkers, n, LENGTH.dividedBy(WINDOWS));
                talkers.forEach(Client::settles);
                Window window = measured(ramah, history.takeMillis());
                System.out.printf("%2d: %s%n", i + 1, window);
                windows.add(window);
                // A tenth leaves for good, a tenth loses its line.
                for (int t = i % 10; t < TALKERS; t += 10) {
                    talkers.set(t, replaced(talkers.get(t), ramah, history));
                    talkers.get((t + 5) % TALKERS).cut();
                }
            }
            assertEquals(history.acknowledged(), stored(ramah), "acknowledged is stored, once");
            judge(windows);
            talkers.forEach(Client::close);
        } finally {
            ramah.close();
        }
    }

    private static Talker replaced(Talker leaving, Installation ramah, History history) {
        leaving.close();
        return Talker.arrives(leaving.name + "'", history, ramah.port(), ramah::port);
    }

    /** By the schedule, not by the answers: whoever waits for an answer would not notice that all have to. */
    private static int talk(List<Talker> talkers, int from, Duration time) {
        long begin = System.nanoTime();
        long between = TimeUnit.SECONDS.toNanos(1) / RATE;
        int n = 0;
        for (; n * between < time.toNanos(); n++) {
            LockSupport.parkNanos(begin + n * between - System.nanoTime());
            talkers.get(n % talkers.size()).say(from + n);
        }
        return from + n;
    }

    private static Window measured(Installation ramah, double[] millis) throws Exception {
        long pid = ramah.process().pid();
        jcmd(pid, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(pid, "GC.heap_info"));
        long heap = used.find() ? Long.parseLong(used.group(1)) / 1024 : 0;
        Matcher resident = Pattern.compile("VmRSS:\\s+(\\d+) kB").matcher(Files.readString(proc(pid, "status")));
        long memory = resident.find() ? Long.parseLong(resident.group(1)) / 1024 : 0;
        try (Stream<Path> open = Files.list(proc(pid, "fd"))) {
            return new Window(heap, memory, open.count(), quantile(millis, 0.5), quantile(millis, 0.95));
        }
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", String.valueOf(pid), file);
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        command)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, jcmd.waitFor(), output);
        return output;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }

    /** The last third against the one after the first, in which everything gets warm. */
    private static void judge(List<Window> windows) {
        List<Window> before = windows.subList(WINDOWS / 3, 2 * WINDOWS / 3);
        List<Window> after = windows.subList(2 * WINDOWS / 3, WINDOWS);
        assertAll(
                () -> assertTrue(
                        least(after, Window::heapMegabytes) <= MEMORY_MAY_GROW * least(before, Window::heapMegabytes),
                        "live heap grows"),
                () -> assertTrue(
                        least(after, Window::descriptors) <= least(before, Window::descriptors) + DESCRIPTORS_MAY_GROW,
                        "descriptors grow"),
                () -> assertTrue(
                        least(after, Window::p95) <= LATENCY_MAY_GROW * least(before, Window::p95), "latency grows"));
    }

    private static double least(List<Window> windows, java.util.function.ToDoubleFunction<Window> what) {
        return windows.stream().mapToDouble(what).min().orElseThrow();
    }

    private static long stored(Installation ramah) throws Exception {
        try (Connection database = ramah.database();
                ResultSet row = database.createStatement()
                        .executeQuery("select count(*) from entry where role = 'CUSTOMER' and kind = 'said'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Keeps no events, which would grow themselves, but how long each message took. */
    private static final class Timed extends History {

        private final Map<Message, Long> begun = new HashMap<>();
        private final List<Double> millis = new ArrayList<>();
        private long acknowledged;

        @Override
        synchronized void add(Event event) {
            if (event instanceof Invoked invoked) {
                begun.putIfAbsent(invoked.message(), System.nanoTime());
            } else if (event instanceof Ok ok) {
                Long since = begun.remove(ok.message());
                if (since != null) {
                    acknowledged++;
                    millis.add((System.nanoTime() - since) / 1e6);
                }
            }
        }

        synchronized long acknowledged() {
            return acknowledged;
        }

        synchronized double[] takeMillis() {
            double[] sorted = millis.stream().mapToDouble(each -> each).toArray();
            Arrays.sort(sorted);
            millis.clear();
            return sorted;
        }
    }
}
