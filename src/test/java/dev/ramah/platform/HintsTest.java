package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ramah.platform.Hints.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HintsTest {

    private static final long PATIENCE_MILLIS = 30_000;

    private final Vertx vertx = Vertx.vertx();
    private final List<Hints> open = new ArrayList<>();
    private TestRedis redis;

    @BeforeEach
    void start() throws Exception {
        redis = new TestRedis();
    }

    @AfterEach
    void stop() throws Exception {
        open.forEach(each -> each.close(new ShutdownEvent()));
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        redis.close();
    }

    @Test
    void oneNodeTellsAnotherAndDoesNotHearItself() throws Exception {
        Hints here = node();
        Hints there = node();
        BlockingQueue<String> heardHere = heardBy(here);
        BlockingQueue<String> heardThere = heardBy(there);
        passes(here, "first", heardThere);
        passes(there, "second", heardHere);
        here.send(Topic.DESK, "from here");
        there.send(Topic.DESK, "two words");
        assertEquals("two words", heardHere.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS), "and nothing of its own");
    }

    @Test
    void afterRedisWasAwayTheyHearOfEachOtherAgain() throws Exception {
        Hints here = node();
        BlockingQueue<String> heard = heardBy(node());
        passes(here, "before", heard);
        redis.goes();
        here.send(Topic.DESK, "lost");
        assertNull(here.ask(Request.cmd(Command.PING), Duration.ofMillis(100)));
        redis.comesBack();
        passes(here, "after", heard);
    }

    @Test
    void withoutRedisNothingIsTold() {
        Hints alone = new Hints(new Node(), vertx, Optional.empty());
        open.add(alone);
        alone.open(new StartupEvent());
        alone.send(Topic.DESK, "nobody there");
        assertNull(alone.ask(Request.cmd(Command.PING), Duration.ofMillis(100)));
    }

    private Hints node() {
        Hints hints = new Hints(new Node(), vertx, Optional.of(redis.url()));
        open.add(hints);
        hints.open(new StartupEvent());
        return hints;
    }

    private static BlockingQueue<String> heardBy(Hints hints) {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        hints.on(Topic.DESK, heard::add);
        return heard;
    }

    /** Hints are lost until both lines are open, so it is said until it is heard. */
    private static void passes(Hints from, String text, BlockingQueue<String> to) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        String heard = null;
        while (heard == null && System.nanoTime() < until) {
            from.send(Topic.DESK, text);
            heard = to.poll(50, TimeUnit.MILLISECONDS);
        }
        assertEquals(text, heard);
        // What was said too often is heard before what is said next.
        from.send(Topic.DESK, "end of " + text);
        while (!("end of " + text).equals(heard)) {
            heard = to.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
