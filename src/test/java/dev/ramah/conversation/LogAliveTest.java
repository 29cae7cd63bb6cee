package dev.ramah.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Ticks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log's thread died, or hangs in a transaction: only a restart helps. */
@SuppressWarnings("NullAway") // the pen has neither pool nor sessions, and nothing is ever told
class LogAliveTest {

    private final AtomicLong now = new AtomicLong();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Ticks ticks = new Ticks() {
        @Override
        public long millis() {
            return now.get();
        }
    };
    private final Pen stuck = new Pen(null) {
        @Override
        <T> T inOneTransaction(Work<T> work) {
            begun.countDown();
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("let go");
        }
    };
    private final Log log = new Log(stuck, null, new ConversationMeters(registry), ticks);

    @AfterEach
    void stop() throws InterruptedException {
        free.countDown();
        log.stop(new ShutdownEvent());
    }

    @Test
    void aThreadThatIsNotThereWritesNothing() {
        assertFalse(log.isAlive());
    }

    @Test
    void aTransactionThatNeverEndsIsNoLife() throws InterruptedException {
        log.start(new StartupEvent());
        now.addAndGet(Duration.ofDays(1).toMillis());
        assertTrue(log.isAlive(), "nobody said anything for a day");

        CompletableFuture<Receipt> promise = log.append(new Command(
                new ConversationRef(UUID.randomUUID()),
                Author.customer(""),
                "m-1",
                Instant.EPOCH,
                (c, by) -> {},
                new CompletableFuture<>()));
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        assertTrue(log.isAlive());
        now.addAndGet(Duration.ofMinutes(4).toMillis());
        assertFalse(log.isAlive());

        free.countDown();
        assertThrows(CompletionException.class, promise::join);
        assertEquals(
                1,
                registry.get("ramah.log.failed").tag("why", "refused").counter().count());
    }
}
