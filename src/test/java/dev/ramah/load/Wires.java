package dev.ramah.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that are opened one by one and dropped all at once. */
final class Wires implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    /** Hears every frame of a connection, on the one event loop of the tool. */
    interface Hears {
        void heard(String frame);
    }

    /** How one comes in: with these first frames, and is there after so many frames that have this answer in them. */
    record Door(int port, String path, List<String> hello, String answer, int answers) {}

    private final WebSocketClient client;
    private volatile boolean closed;

    Wires(Vertx vertx) {
        client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(Integer.MAX_VALUE)
                .setConnectTimeout(30_000)
                .setTcpNoDelay(true));
    }

    /** Connects and completes when the door's answers are there. */
    Future<WebSocket> open(Door door, Hears hears) {
        Promise<WebSocket> in = Promise.promise();
        client.connect(new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(door.port())
                        .setURI(door.path()))
                .onFailure(in::tryFail)
                .onSuccess(socket -> {
                    int[] missing = {door.answers()};
                    socket.textMessageHandler(frame -> {
                        if (missing[0] > 0 && frame.contains(door.answer()) && --missing[0] == 0) {
                            in.tryComplete(socket);
                        }
                        hears.heard(frame);
                    });
                    socket.closeHandler(closed -> in.tryFail("Closed with " + socket.closeStatusCode() + " "
                            + socket.closeReason() + " before all was answered at " + door.path()));
                    door.hello().forEach(socket::writeTextMessage);
                });
        return in.future();
    }

    /** Connects, and tries again whenever it is refused, as clients do: how often is counted. */
    Future<WebSocket> openAtLast(Door door, AtomicInteger refusals) {
        return open(door, frame -> {}).recover(refused -> {
            refusals.incrementAndGet();
            return closed ? Future.failedFuture(refused) : openAtLast(door, refusals);
        });
    }

    /** Waits until all of these are there. */
    static <T> List<T> await(List<Future<T>> all) throws InterruptedException {
        try {
            return Future.all(all)
                    .<T>map(done -> null)
                    .toCompletionStage()
                    .thenApply(done -> all.stream().map(Future::result).toList())
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not come in", e.getCause());
        } catch (TimeoutException e) {
            long there = all.stream().filter(Future::succeeded).count();
            throw new IllegalStateException(there + " of " + all.size() + " came in", e);
        }
    }

    /** Drops all connections at once, without a word. */
    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
