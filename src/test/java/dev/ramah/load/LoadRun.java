package dev.ramah.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Messages, connections and memory under load, next to a bare relay and to pgbench, in turn and in one run: machines
 * are noisy, ratios hold. Its name keeps it out of the build; the README says how to run it. It fails where a message
 * was lost, doubled, reordered or delivered without being stored, never for being slow.
 */
class LoadRun {

    /** The goal of the search: the 95th percentile of delivery, in milliseconds. */
    private static final double MOST_P95 = 20;

    private static final int SEARCH_SECONDS = 5;
    private static final int FLOOD = 40_000;
    private static final int LEAST_RATE = 100;

    private final Plan plan = Plan.fromProperties();
    private final Report report = new Report(Path.of("target", "load.txt"));
    private final List<Run> ours = new ArrayList<>();

    LoadRun() throws IOException {}

    /** One run at one rate, and what it took of the processors for 10,000 messages. */
    private record Pace(Run run, Cpu cpu) {}

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void measure() throws Exception {
        report.line(
                "load of the machine before: %s",
                Files.readString(Path.of("/proc/loadavg")).strip());
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (Ramah ramah = Ramah.start(vertx)) {
            // Ctrl-C must not leave a server and its database behind.
            Runtime.getRuntime().addShutdownHook(new Thread(ramah::close));
            if (plan.million() > 0) {
                million(ramah);
            } else {
                try (Relay relay = Relay.start(vertx)) {
                    Runtime.getRuntime().addShutdownHook(new Thread(relay::close));
                    compare(vertx, ramah, relay);
                }
            }
            promise(ramah);
        } finally {
            vertx.close();
        }
    }

    private void compare(Vertx vertx, Ramah ramah, Relay relay) throws Exception {
        if (plan.has("latency") || plan.has("durable") || plan.has("size")) {
            try (Talks ramahs = ramah.talks(plan.conversations(), plan.agents(), plan.tick());
                    Talks relays = relay.talks(plan.conversations(), plan.agents(), plan.tick())) {
                pace("warm-up", ramah, ramahs, 2_000, plan.warmUp());
                pace("warm-up", relay, relays, 2_000, plan.warmUp());
                if (plan.has("latency")) {
                    latency(ramah, ramahs, relay, relays);
                }
                if (plan.has("durable")) {
                    durable(ramah, ramahs);
                }
                if (plan.has("size")) {
                    size(ramah, ramahs);
                }
            }
        }
        if (plan.has("idle")) {
            idle(new Returns(vertx, ramah, plan.idle()), new Returns(vertx, relay, plan.idle()));
        }
    }

    private Pace pace(String what, Server server, Talks talks, int rate, int seconds) {
        return pace(what, server, talks, rate, seconds, 5 * rate);
    }

    /** One that is further behind than this many messages has no end, and is stopped. */
    private Pace pace(String what, Server server, Talks talks, int rate, int seconds, int mostBehind) {
        Cpu before = server.cpu();
        double toolBefore = Cpu.of(ProcessHandle.current().pid());
        Run run = talks.run(rate, rate * seconds, Talks.Pressure.stopAbove(mostBehind));
        int count = Math.max(1, run.book().deliveries());
        Cpu cpu = server.cpu().minus(before).per10Thousand(count);
        double tool = (Cpu.of(ProcessHandle.current().pid()) - toolBefore) * 10_000 / count;
        report.line(
                "%-8s %-6s %5d/s: %s | CPU s per 10,000: server %.2f PostgreSQL %.2f (the tool itself %.2f)",
                what, server.name(), rate, run, cpu.server(), cpu.database(), tool);
        if (server instanceof Ramah) {
            ours.add(run);
        }
        return new Pace(run, cpu);
    }

    private void latency(Server ramah, Talks ramahs, Server relay, Talks relays) {
        List<Pace> oursSlow = new ArrayList<>();
        List<Pace> oursFast = new ArrayList<>();
        List<Pace> relaySlow = new ArrayList<>();
        List<Pace> relayFast = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            oursSlow.add(pace("latency", ramah, ramahs, 1_000, plan.seconds()));
            relaySlow.add(pace("latency", relay, relays, 1_000, plan.seconds()));
            oursFast.add(pace("latency", ramah, ramahs, 2_000, plan.seconds()));
            relayFast.add(pace("latency", relay, relays, 2_000, plan.seconds()));
        }
        row("p50 at 1,000/s, bare relay = 1", oursSlow, relaySlow, 0.5, "1.6");
        row("p95 at 2,000/s, bare relay = 1", oursFast, relayFast, 0.95, "1.7");
        double server = median(oursFast, each -> each.cpu().server());
        double database = median(oursFast, each -> each.cpu().database());
        double relays10Thousand = median(relayFast, each -> each.cpu().sum());
        report.row(
                "CPU of server + PostgreSQL per 10,000 at 2,000/s",
                text("%.2f s (%.2f + %.2f)", server + database, server, database),
                text("relay %.2f s", relays10Thousand),
                (server + database) / relays10Thousand,
                "4 s");
    }

    private void row(String measure, List<Pace> ours, List<Pace> relay, double quantile, String goal) {
        double mine = median(ours, each -> each.run().delivered().quantile(quantile));
        double theirs = median(relay, each -> each.run().delivered().quantile(quantile));
        report.row(measure, text("%.2f ms", mine), text("relay %.2f ms", theirs), mine / theirs, goal);
    }

    private void durable(Ramah ramah, Talks talks) throws IOException, InterruptedException, SQLException {
        Optional<Pgbench> pgbench = Pgbench.against(ramah.installation());
        List<Double> inserts = new ArrayList<>();
        List<Double> messages = new ArrayList<>();
        for (int round = 0; round < Math.max(1, plan.rounds() - 1); round++) {
            if (pgbench.isPresent()) {
                inserts.add(pgbench.get().best(plan.seconds() / 2));
                report.line("durable  pgbench single-row inserts %.0f/s", inserts.get(round));
            }
            int from = round == 0 ? plan.step() : (int) Math.max(plan.step(), messages.get(0) - 1.5 * plan.step());
            messages.add(search(ramah, talks, from));
        }
        double best = median(messages, each -> each);
        double bench = pgbench.isPresent() ? median(inserts, each -> each) : Double.NaN;
        report.row(
                "durable messages/s with p95 up to 20 ms",
                text("%.0f/s", best),
                pgbench.isPresent() ? text("pgbench %.0f/s", bench) : "install postgresql-contrib",
                best / bench,
                "0.6, aim at 1.0");
        if (pgbench.isEmpty()) {
            report.line("pgbench was not found: install PostgreSQL's programs (Debian: postgresql-contrib).");
        }
    }

    /** The best rate: up in steps while they are good, the last one halved; where the first is not, down. */
    private double search(Ramah ramah, Talks talks, int from) {
        double best = 0;
        int rate = from;
        for (double next = durable(ramah, talks, rate); next > 0; next = durable(ramah, talks, rate)) {
            best = next;
            rate += plan.step();
        }
        if (best > 0) {
            return Math.max(best, durable(ramah, talks, rate - plan.step() / 2));
        }
        while (best == 0 && rate > LEAST_RATE) {
            rate -= rate / 4;
            best = durable(ramah, talks, rate);
        }
        return best;
    }

    /** Deliveries a second at this rate; 0 if they were too few or too late, twice. */
    private double durable(Ramah ramah, Talks talks, int rate) {
        for (int attempt = 0; attempt < 2; attempt++) {
            Run run = pace("durable", ramah, talks, rate, SEARCH_SECONDS, rate).run();
            if (run.keptUp() && run.delivered().quantile(0.95) <= MOST_P95) {
                return run.deliveredPerSecond();
            }
        }
        return 0;
    }

    /** What a log that has grown costs those who write to it, and those who read reports from it. */
    private void size(Ramah ramah, Talks talks) throws Exception {
        long before = 0;
        for (long entries : plan.sizes()) {
            Past.Size size;
            try (Connection database = ramah.installation().database()) {
                Past.add(database, entries - before);
                size = Past.Size.of(database);
            }
            before = entries;
            double best = search(ramah, talks, 4 * plan.step());
            report.line(
                    "size     %,d entries of %.0f bytes each, with words and indexes: %.0f/s durable, a report of a month takes %.0f ms",
                    size.entries(), size.bytesEach(), best, ramah.reportMillis());
        }
    }

    private void idle(Returns ramah, Returns relay) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        // The first time is for the compiler.
        ramah.back();
        relay.back();
        for (int round = 0; round < plan.rounds(); round++) {
            ours.add(back(ramah));
            theirs.add(back(relay));
        }
        double mine = median(ours, each -> each);
        double bare = median(theirs, each -> each);
        report.row(
                text("%,d clients dropped at once, back with state and cursor", plan.idle()),
                text("%.0f/s", mine),
                text("relay %.0f/s", bare),
                mine / bare,
                "2,000/s");
        List<Memory> held = new ArrayList<>();
        List<Memory> bareHeld = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            held.add(memory(ramah));
            bareHeld.add(memory(relay));
        }
        double resident = median(held, Memory::resident);
        double relayResident = median(bareHeld, Memory::resident);
        report.row(
                "memory per 1,000 idle customers, signed in and resumable",
                text("%.1f MB (heap %.1f)", resident, median(held, Memory::heap)),
                text("relay %.1f MB (heap %.1f)", relayResident, median(bareHeld, Memory::heap)),
                resident / relayResident,
                "20 MB");
    }

    private double back(Returns returns) throws InterruptedException {
        Returns.Rate rate = returns.back();
        report.line(
                "idle     %-6s %d dropped and back at %.0f/s, refused before %d",
                returns.server().name(), plan.idle(), rate.perSecond(), rate.refusals());
        return rate.perSecond();
    }

    private Memory memory(Returns returns) throws IOException, InterruptedException {
        Memory held = returns.perThousand();
        report.line(
                "idle     %-6s a thousand hold %.1f MB, of that in the heap %.1f",
                returns.server().name(), held.resident(), held.heap());
        return held;
    }

    /** As fast as it goes: only the promise counts. */
    private void million(Ramah ramah) throws Exception {
        try (Talks talks = ramah.talks(plan.conversations(), plan.agents(), plan.tick())) {
            Run run = talks.run(FLOOD, plan.million(), Talks.Pressure.waitAbove(2_000));
            report.line(
                    "%d sent as fast as it goes: delivered %.0f/s, refused %d",
                    run.sent(), run.deliveredPerSecond(), run.book().refused());
            ours.add(run);
        }
    }

    private void promise(Ramah ramah) throws IOException, SQLException {
        long sent = 0;
        int lost = 0;
        int doubled = 0;
        int reordered = 0;
        Stored stored = new Stored(0, 0, 0, 0);
        for (Run run : ours) {
            sent += run.sent();
            lost += run.book().lost(run.sent());
            doubled += run.book().doubled();
            reordered += run.book().reordered();
            stored = stored.plus(Stored.of(run, ramah.installation()));
        }
        if (sent > 0) {
            report.row(
                    "lost, doubled, reordered, delivered and not stored",
                    text("%d, %d, %d, %d of %,d", lost, doubled, reordered, stored.deliveredNotStored(), sent),
                    "",
                    Double.NaN,
                    "0");
        }
        report.line(
                "load of the machine after: %s",
                Files.readString(Path.of("/proc/loadavg")).strip());
        report.table();
        assertEquals(0, lost, "acknowledged and never delivered");
        assertEquals(0, doubled, "arrived twice");
        assertEquals(0, reordered, "arrived out of order");
        assertEquals(new Stored(0, 0, 0, 0), stored, "what was heard of and what is stored");
    }

    private static <T> double median(List<T> all, ToDoubleFunction<T> of) {
        double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
