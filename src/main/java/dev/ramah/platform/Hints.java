package dev.ramah.platform;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What nodes tell each other through Redis, and the only door to it. A hint may be lost, and without Redis all are:
 * whoever relies on something looks for it in the database as well, and hints only make that quick.
 */
@ApplicationScoped
public class Hints {

    /** What a hint is about. */
    public enum Topic {
        /** Entries were written. */
        ENTRIES,
        /** Who is at the desk has changed, or what is offered there. */
        DESK,
        /** A frame for whoever looks at a conversation, which is stored nowhere. */
        FRAME,
        /** Who of staff looks at a conversation from a node. */
        LOOKING,
        /** Sessions of this account are over. */
        SESSIONS_ENDED,
        /** This customer's words are gone. */
        FORGOTTEN;

        String channel() {
            return "ramah:" + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Logger LOG = Logger.getLogger(Hints.class);

    /** Who hears late hears nothing: beyond this many hints the newest are dropped. */
    private static final int WAITING = 10_000;

    private final Node node;
    private final @Nullable RedisLine speaking;
    private final @Nullable RedisLine hearing;
    private final LongAdder lost = new LongAdder();
    private final Map<Topic, List<Consumer<String>>> hearers = new EnumMap<>(Topic.class);
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Threads.named("hints"),
            new ThreadPoolExecutor.DiscardPolicy());

    Hints(Node node, Vertx vertx, @ConfigProperty(name = "ramah.redis") Optional<String> url) {
        this.node = node;
        for (Topic each : Topic.values()) {
            hearers.put(each, new CopyOnWriteArrayList<>());
        }
        Request subscribe = Request.cmd(Command.SUBSCRIBE);
        Arrays.stream(Topic.values()).map(Topic::channel).forEach(subscribe::arg);
        // Who listens on a connection can say nothing on it.
        speaking = url.map(each -> new RedisLine(vertx, each, List.of(), ignored -> {}))
                .orElse(null);
        hearing = url.map(each -> new RedisLine(vertx, each, List.of(subscribe), this::received))
                .orElse(null);
    }

    void open(@Observes @Priority(StartOrder.HINTS) StartupEvent started) {
        if (speaking != null && hearing != null) {
            speaking.open();
            hearing.open();
        }
    }

    void close(@Observes ShutdownEvent stopped) {
        if (speaking != null && hearing != null) {
            speaking.close();
            hearing.close();
        }
        thread.shutdownNow();
    }

    /** Tells all other nodes, as far as Redis is there; never waits, and this node does not hear it. */
    public void send(Topic topic, String text) {
        send(topic, () -> text);
    }

    /** The same, of a text that is only made where there may be somebody to reach. */
    public void send(Topic topic, Supplier<String> text) {
        if (speaking != null) {
            Request publish = Request.cmd(Command.PUBLISH).arg(topic.channel()).arg(node.id() + " " + text.get());
            speaking.send(publish).onFailure(away -> {
                lost.increment();
                LOG.debugf("A hint was lost: %s", away);
            });
        }
    }

    /** How many hints did not get through to Redis. */
    long lost() {
        return lost.sum();
    }

    /** Whether there should be a Redis and is none. */
    boolean isAway() {
        return speaking != null && !speaking.isThere();
    }

    /** Calls this with what other nodes send, one after another on a thread for hints; who blocks it delays all others. */
    public void on(Topic topic, Consumer<String> hear) {
        hearersOf(topic).add(hear);
    }

    /** A command of which nobody needs the answer; lost while Redis is away. */
    void tell(Request request) {
        if (speaking != null) {
            speaking.send(request).onFailure(lost -> LOG.debugf("Redis was not told: %s", lost));
        }
    }

    /** The answer to a command; null when Redis is away or takes longer than this. Waits for it: not on an event loop. */
    @Nullable Response ask(Request request, Duration atMost) {
        if (speaking == null) {
            return null;
        }
        try {
            return speaking.send(request)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            LOG.debugf("Redis did not answer: %s", away);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void received(@Nullable Response message) {
        boolean isNews = message != null
                && message.isArray()
                && message.size() == 3
                && "message".equals(message.get(0).toString());
        if (message == null || !isNews) {
            return;
        }
        String channel = message.get(1).toString();
        String[] parts = message.get(2).toString().split(" ", 2);
        if (parts.length < 2 || parts[0].equals(node.id().toString())) {
            return;
        }
        for (Topic topic : Topic.values()) {
            if (topic.channel().equals(channel)) {
                thread.execute(() -> pass(topic, parts[1]));
            }
        }
    }

    private void pass(Topic topic, String text) {
        for (Consumer<String> each : hearersOf(topic)) {
            try {
                each.accept(text);
            } catch (RuntimeException e) {
                LOG.debugf(e, "A hint about %s was not understood", topic);
            }
        }
    }

    private List<Consumer<String>> hearersOf(Topic topic) {
        return hearers.getOrDefault(topic, List.of());
    }
}
