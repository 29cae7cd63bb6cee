package dev.ramah.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The desk's work while the database is away. */
class ChoresTest {

    private static final Logger LOG = Logger.getLogger(Chores.class.getName());

    private final Chores chores = new Chores();

    @AfterEach
    void stops() throws InterruptedException {
        chores.stop();
    }

    @Test
    void itWaitsForTheDatabaseDoesAllInOrderAndSaysOnceThatItWaits() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler ears = new Handler() {
            @Override
            public void publish(LogRecord each) {
                logged.add(each.getMessage());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        LOG.addHandler(ears);
        try {
            List<String> done = new CopyOnWriteArrayList<>();
            AtomicInteger tries = new AtomicInteger();
            CompletableFuture<Void> last = new CompletableFuture<>();
            chores.later(() -> {
                if (tries.incrementAndGet() < 4) {
                    throw new IllegalStateException(new SQLException("read-only", "25006"));
                }
                done.add("first");
            });
            chores.later(() -> {
                done.add("second");
                last.complete(null);
            });
            last.orTimeout(60, TimeUnit.SECONDS).join();
            assertEquals(List.of("first", "second"), done);
            assertEquals(4, tries.get());
            assertEquals(1, logged.size(), logged.toString());
        } finally {
            LOG.removeHandler(ears);
        }
    }
}
