package dev.ramah.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Conversations of one server in which both sides are there and may speak. */
final class Talks implements AutoCloseable {

    private static final String TEXT =
            "Hello, my order has not arrived yet. Could you have a look where it is, please? Thank you very much.";

    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(15);

    /** Hears every frame of both sides. */
    interface Hears {
        void heard(boolean atAgent, String frame);
    }

    /** What becomes of the schedule when more than this many messages are on their way. */
    record Pressure(int most, boolean waits) {

        /** Sends on whatever happens, as customers do, and stops where that has no end. */
        static Pressure stopAbove(int most) {
            return new Pressure(most, false);
        }

        /** Sends as fast as it goes. */
        static Pressure waitAbove(int most) {
            return new Pressure(most, true);
        }
    }

    /** One conversation: who writes for which side, and how its frames begin up to the client id. */
    private record Talk(WebSocket customer, String customerSays, WebSocket agent, String agentSays) {}

    private static int runs;

    private final long tickNanos;
    private final Context loop;
    private final Wires wires;
    private final List<Talk> all = new ArrayList<>();
    private volatile Hears listener = (atAgent, frame) -> {};

    /** What is due is sent at the next tick, or at once where that is zero; times count from when it was due. */
    Talks(Vertx vertx, Duration tick) {
        tickNanos = Math.max(1, tick.toNanos());
        loop = vertx.getOrCreateContext();
        this.wires = new Wires(vertx);
    }

    Future<WebSocket> open(Wires.Door door, boolean agent) {
        return wires.open(door, frame -> listener.heard(agent, frame));
    }

    void add(WebSocket customer, String customerSays, WebSocket agent, String agentSays) {
        all.add(new Talk(customer, customerSays, agent, agentSays));
    }

    /** Does something and waits until this many frames with this in them have come to either side. */
    void await(int frames, String having, Runnable action) throws InterruptedException {
        CountDownLatch missing = new CountDownLatch(frames);
        listener = (atAgent, frame) -> {
            if (frame.contains(having)) {
                missing.countDown();
            }
        };
        action.run();
        if (!missing.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(missing.getCount() + " of " + frames + " frames did not come: " + having);
        }
    }

    /** Sends at this rate for so long, hears what comes of it, and waits until it is all answered. */
    Run run(int rate, int messages, Pressure pressure) {
        int number = ++runs;
        Schedule schedule = new Schedule(rate, messages, all.size(), number);
        // A moment ahead, so that the first ones are not late.
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
        Book book = new Book("r" + number + "-", schedule, all.size(), start);
        listener = book;
        int sent = send(schedule, book, start, pressure);
        settle(book, sent);
        return new Run(rate, sent, book);
    }

    private int send(Schedule schedule, Book book, long start, Pressure pressure) {
        Progress progress = new Progress();
        int next = 0;
        while (next < schedule.messages()) {
            long now = System.nanoTime() - start;
            long ahead = nextTick(schedule.due(next)) - now;
            if (ahead > 0) {
                LockSupport.parkNanos(ahead);
                continue;
            }
            if (next - book.done() > pressure.most()) {
                if (!pressure.waits()) {
                    return next;
                }
                if (progress.stalled(book.done())) {
                    return next;
                }
                LockSupport.parkNanos(200_000);
                continue;
            }
            int first = next;
            int most = pressure.waits() ? first + 100 : schedule.messages();
            while (next < Math.min(most, schedule.messages()) && schedule.due(next) <= now) {
                next++;
            }
            int end = next;
            loop.runOnContext(onTheEventLoop -> {
                for (int i = first; i < end; i++) {
                    say(schedule, book.mark(), i);
                }
            });
        }
        return next;
    }

    private long nextTick(long nanos) {
        return (nanos + tickNanos - 1) / tickNanos * tickNanos;
    }

    private void say(Schedule schedule, String mark, int message) {
        Talk talk = all.get(schedule.conversation(message));
        boolean byAgent = schedule.byAgent(message);
        (byAgent ? talk.agent() : talk.customer())
                .writeTextMessage((byAgent ? talk.agentSays() : talk.customerSays()) + mark + message + "\",\"text\":\""
                        + TEXT + "\"}");
    }

    /** Until all is answered, or nothing more came for a while. */
    private static void settle(Book book, int sent) {
        Progress progress = new Progress();
        while (book.done() < sent && !progress.stalled(book.done())) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Whether anything still comes. */
    private static final class Progress {

        private int before = -1;
        private long since;

        boolean stalled(int done) {
            long now = System.nanoTime();
            if (done != before) {
                before = done;
                since = now;
            }
            return now - since > SETTLE_NANOS;
        }
    }

    @Override
    public void close() {
        wires.close();
    }
}
