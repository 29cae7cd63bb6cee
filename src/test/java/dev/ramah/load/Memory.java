package dev.ramah.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM holds after a full collection, in MB (of 2^20 bytes): in the machine's memory, and in its heap. */
record Memory(double resident, double heap) {

    private static final double KB_A_MB = 1024;

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** Collects first, twice: what the first run frees for cleaners is gone only after the second. */
    static Memory of(long pid) throws IOException {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        String heap = jcmd(pid, "GC.heap_info");
        long used = USED.matcher(heap.substring(0, Math.max(0, heap.indexOf("Metaspace"))))
                .results()
                .mapToLong(each -> Long.parseLong(each.group(1)))
                .sum();
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
        if (!resident.find()) {
            throw new IllegalStateException("No VmRSS for " + pid);
        }
        return new Memory(Long.parseLong(resident.group(1)) / KB_A_MB, used / KB_A_MB);
    }

    Memory minus(Memory before) {
        return new Memory(resident - before.resident, heap - before.heap);
    }

    Memory times(double factor) {
        return new Memory(resident * factor, heap * factor);
    }

    private static String jcmd(long pid, String command) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
