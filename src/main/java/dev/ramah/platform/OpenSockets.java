package dev.ramah.platform;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * All sockets that are open on this node. Gives up those of which nothing is heard any more, for a line may be dead
 * without a word to either side. When the application stops no new ones are let in, and the open ones are told when to
 * come back: not all at once.
 */
@ApplicationScoped
public class OpenSockets {

    private static final Logger LOG = Logger.getLogger(OpenSockets.class);

    private static final int SERVICE_RESTART = 1012;

    /** A node lets more than this in, but it has other things to do as it begins. */
    private static final int BACK_PER_SECOND = 200;

    /** Nobody waits longer than this to try again, in seconds. */
    private static final int LONGEST_WAIT = 60;

    private static final long HELLO_WITHIN_MILLIS = 10_000;

    /** Time for the last frames to leave. */
    private static final long GOODBYE_SECONDS = 5;

    private final Map<String, OpenSocket> open = new ConcurrentHashMap<>();
    private final Duration silence;
    private final Vertx vertx;
    private volatile boolean stopping;

    /** @param silence how long nothing is heard of a line, not even an answer to a ping, before it is given up */
    OpenSockets(@ConfigProperty(name = "ramah.sockets.silence", defaultValue = "60s") Duration silence, Vertx vertx) {
        this.silence = silence;
        this.vertx = vertx;
    }

    /** Whether new ones may still be opened. */
    public boolean isOpen() {
        return !stopping;
    }

    /** How many there are. */
    public int count() {
        return open.size();
    }

    /** How many there are to this address. */
    long count(String path) {
        return open.values().stream().filter(each -> each.path().equals(path)).count();
    }

    /** A connection was opened: from now on it is looked after, until it {@linkplain #closed closes}. */
    public OpenSocket opened(WebSocketConnection connection) {
        OpenSocket socket = new OpenSocket(connection);
        open.put(connection.id(), socket);
        if (stopping) {
            socket.close(SERVICE_RESTART, comeBack(0));
        }
        return socket;
    }

    /**
     * The same, and whoever has not said hello within ten seconds is shown the door.
     *
     * @param greeted whether a hello was heard and is good
     */
    public OpenSocket opened(WebSocketConnection connection, BooleanSupplier greeted) {
        OpenSocket socket = opened(connection);
        vertx.setTimer(HELLO_WITHIN_MILLIS, late -> {
            if (connection.isOpen() && !greeted.getAsBoolean()) {
                socket.refuse("The first frame is hello.");
            }
        });
        return socket;
    }

    /** The one sending side of this connection; one that is closed already gets another, which sends nothing. */
    public OpenSocket of(WebSocketConnection connection) {
        OpenSocket socket = open.get(connection.id());
        return socket == null ? new OpenSocket(connection) : socket;
    }

    public void closed(String id) {
        open.remove(id);
    }

    /** Something came over this connection. */
    public void heard(String id) {
        OpenSocket socket = open.get(id);
        if (socket != null) {
            socket.heard();
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void giveUpTheSilent() {
        long before = System.nanoTime() - silence.toNanos();
        open.values().stream()
                .filter(each -> each.isSilentSince(before))
                .forEach(each -> each.close(OpenSocket.TRY_AGAIN_LATER, "Nothing was heard of you."));
    }

    /**
     * Lets nobody in any more, and tells those who are here when to come back; returns when they were told. What they
     * sent and have no answer to they send again. This is the first of Quarkus's events of a stop, fired while everything
     * still stands: by the time of the other one it has closed the lines itself, with nothing to say.
     */
    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        this.stopping = true;
        List<OpenSocket> leaving = List.copyOf(open.values());
        CompletableFuture<?>[] gone = new CompletableFuture<?>[leaving.size()];
        for (int i = 0; i < gone.length; i++) {
            gone[i] = leaving.get(i).hangUp(SERVICE_RESTART, comeBack(i));
        }
        try {
            CompletableFuture.allOf(gone)
                    .orTimeout(GOODBYE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (RuntimeException e) {
            LOG.debug("Some did not hear that we stop; they come back by themselves", e);
        }
    }

    /** What clients read: the seconds after which this one may come back. */
    private static String comeBack(int number) {
        return "Restarting; retry in " + Math.min(LONGEST_WAIT, 1 + number / BACK_PER_SECOND) + " s";
    }
}
