package dev.ramah.load;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Customers of one server who are connected and silent: what they take of its memory, and how fast all come back. */
final class Returns {

    private static final long STEADY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Vertx vertx;
    private final Server server;
    private final List<Wires.Door> doors;

    /** Makes them known to the server; nobody is connected yet. */
    Returns(Vertx vertx, Server server, int customers) throws Exception {
        this.vertx = vertx;
        this.server = server;
        this.doors = server.customers(customers);
    }

    Server server() {
        return server;
    }

    /** How many came back a second, and how many tries of theirs were refused before. */
    record Rate(double perSecond, int refusals) {}

    /** Drops all of them at once and lets them come back at once: until each has its state and what it missed. */
    Rate back() throws InterruptedException {
        try (Wires before = new Wires(vertx)) {
            comeIn(before);
        }
        try (Wires after = new Wires(vertx)) {
            long start = System.nanoTime();
            int refusals = comeIn(after);
            return new Rate(doors.size() * 1e9 / (System.nanoTime() - start), refusals);
        }
    }

    /** What a thousand of them take, connected and at rest. */
    Memory perThousand() throws IOException, InterruptedException {
        awaitNobody();
        Memory without = Memory.of(server.pid());
        try (Wires wires = new Wires(vertx)) {
            comeIn(wires);
            return Memory.of(server.pid()).minus(without).times(1_000.0 / doors.size());
        }
    }

    private int comeIn(Wires wires) throws InterruptedException {
        AtomicInteger refusals = new AtomicInteger();
        Wires.await(doors.stream().map(door -> wires.openAtLast(door, refusals)).toList());
        return refusals.get();
    }

    /** Until the server has noticed that they are gone: its descriptors don't get fewer any more. */
    private void awaitNobody() throws IOException {
        long fewest = Long.MAX_VALUE;
        long since = System.nanoTime();
        while (System.nanoTime() - since < STEADY_NANOS) {
            long now = descriptors();
            if (now < fewest) {
                fewest = now;
                since = System.nanoTime();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private long descriptors() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/" + server.pid() + "/fd"))) {
            return all.count();
        }
    }
}
