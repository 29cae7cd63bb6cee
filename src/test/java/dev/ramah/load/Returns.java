package dev.ramah.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Customers of one server who are connected and silent: what they take of its memory, and how fast all come back. */
final class Returns {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Vertx vertx;
    private final Server server;
    private final List<Wires.Door> doors;
    private final long descriptorsWithout;

    /** Makes them known to the server; nobody is connected yet. */
    Returns(Vertx vertx, Server server, int customers) throws Exception {
        this.vertx = vertx;
        this.server = server;
        this.descriptorsWithout = descriptors();
        this.doors = server.customers(customers);
    }

    Server server() {
        return server;
    }

    /** Drops all of them at once and lets them come back at once: how many are back a second, with what they missed. */
    double perSecond() throws InterruptedException {
        try (Wires before = new Wires(vertx)) {
            comeIn(before);
        }
        try (Wires after = new Wires(vertx)) {
            long start = System.nanoTime();
            comeIn(after);
            return doors.size() * 1e9 / (System.nanoTime() - start);
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

    private void comeIn(Wires wires) throws InterruptedException {
        List<Future<WebSocket>> all =
                doors.stream().map(door -> wires.open(door, frame -> {})).toList();
        Wires.await(all);
    }

    /** Until the server has noticed that they are gone. */
    private void awaitNobody() throws IOException {
        long since = System.nanoTime();
        while (descriptors() > descriptorsWithout + doors.size() / 100 && System.nanoTime() - since < PATIENCE_NANOS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private long descriptors() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/" + server.pid() + "/fd"))) {
            return all.count();
        }
    }
}
