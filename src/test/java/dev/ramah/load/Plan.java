package dev.ramah.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run does; each is a property {@code load.*}.
 *
 * @param parts which of latency, durable, idle and size
 * @param million how many messages to send as fast as it goes, checking nothing but that each arrives once and in
 *     order; 0 for the usual measures
 * @param rounds how often each measure is taken, in turn with what it is compared with
 * @param seconds how long each measure at one rate takes
 * @param warmUp seconds at 2,000 messages a second for each server before anything counts
 * @param idle how many customers are connected and silent, and come back at once
 * @param step by how many messages a second the search for the best durable rate goes up
 * @param sizes for the part size: to how many past entries the log grows before each measure
 * @param tick how often the tool looks what is due, in milliseconds; 0 sends each message when it is due
 */
record Plan(
        Set<String> parts,
        int million,
        int conversations,
        int agents,
        int rounds,
        int seconds,
        int warmUp,
        int idle,
        int step,
        List<Long> sizes,
        Duration tick) {

    static Plan fromProperties() {
        boolean quick = Boolean.getBoolean("load.quick");
        String parts = System.getProperty("load.parts", quick ? "latency,durable" : "latency,durable,idle");
        return new Plan(
                new TreeSet<>(Arrays.asList(parts.split(",", -1))),
                Integer.getInteger("load.messages", Boolean.getBoolean("load.million") ? 1_000_000 : 0),
                Integer.getInteger("load.customers", 500),
                Integer.getInteger("load.agents", 20),
                Integer.getInteger("load.rounds", quick ? 2 : 3),
                Integer.getInteger("load.seconds", quick ? 4 : 7),
                Integer.getInteger("load.warmup", quick ? 20 : 60),
                Integer.getInteger("load.idle", 2_000),
                Integer.getInteger("load.step", 1_000),
                Arrays.stream(System.getProperty("load.sizes", "0,1000000,10000000")
                                .split(",", -1))
                        .map(Long::valueOf)
                        .toList(),
                Duration.ofMillis(Integer.getInteger("load.tick", 0)));
    }

    boolean has(String part) {
        return parts.contains(part);
    }
}
