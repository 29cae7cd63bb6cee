package dev.ramah.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.platform.Problem.Code;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.http.HttpClosedException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The sending side of a connection. Frames leave in the order in which they are given. A reader that is too
 * slow is dropped before what waits for it fills the memory; it comes back and goes on from its cursor.
 */
public final class OpenSocket {

    /** The most that may wait for one reader, in characters. */
    private static final long MOST_UNSENT = 4L * 1024 * 1024;

    /** Below this, in characters, there is room for more of what can be read later as well. */
    private static final long ROOM = 256L * 1024;

    /** The close code for "sign in first", in the range for applications (RFC 6455, 7.4.2). */
    public static final int NOT_SIGNED_IN = 4401;

    /** The close code for "not now" (IANA's registry of WebSocket close codes). */
    public static final int TRY_AGAIN_LATER = 1013;

    /** Time for the other side to read why, and to close as well. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS);

    private static final LongAdder TOO_SLOW = new LongAdder();

    private final WebSocketConnection connection;
    private final AtomicLong unsent = new AtomicLong();
    private final Queue<Runnable> forRoom = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean hungUp = new AtomicBoolean();
    private volatile long heardAt = System.nanoTime();

    public OpenSocket(WebSocketConnection connection) {
        this.connection = connection;
    }

    /** How many were dropped because they did not read, since the process began. */
    static long tooSlow() {
        return TOO_SLOW.sum();
    }

    String path() {
        return connection.handshakeRequest().path();
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    /** Whether nothing came since this moment of {@link System#nanoTime}. */
    boolean isSilentSince(long moment) {
        return heardAt - moment < 0;
    }

    public void send(ObjectNode frame) {
        send(frame.toString());
    }

    public void send(String frame) {
        if (hungUp.get() || !connection.isOpen()) {
            return;
        }
        if (unsent.addAndGet(frame.length()) > MOST_UNSENT) {
            TOO_SLOW.increment();
            close(TRY_AGAIN_LATER, "Too slow; come back and go on.");
            return;
        }
        connection.sendText(frame).subscribe().with(sent -> left(frame), gone -> left(frame));
    }

    private void left(String frame) {
        unsent.addAndGet(-frame.length());
        useRoom();
    }

    /** Runs this now or, if much waits for this reader, as soon as most of it has left; never, if they are gone. */
    public void whenThereIsRoom(Runnable next) {
        forRoom.add(next);
        useRoom();
    }

    private void useRoom() {
        while (unsent.get() < ROOM) {
            Runnable next = forRoom.poll();
            if (next == null) {
                return;
            }
            if (!hungUp.get() && connection.isOpen()) {
                next.run();
            }
        }
    }

    /** Tells what went wrong with the frame of this client id; an unexpected fault says nothing about its inside. */
    public void problem(Throwable fault, @Nullable String clientId) {
        send(Frame.problem(Faults.asProblem(fault), clientId));
    }

    /** The transport failed, or whoever handled the frame did; they may be gone. */
    public void failed(Throwable fault) {
        if (!(fault instanceof HttpClosedException) && connection.isOpen()) {
            problem(fault, null);
        }
    }

    /** Refuses whoever has not signed in, and closes. */
    public void refuse(String detail) {
        send(Frame.problem(new Problem(Code.NOT_SIGNED_IN, detail), null));
        close(NOT_SIGNED_IN, "Sign in first.");
    }

    public void close(int code, String reason) {
        var unused = hangUp(code, reason);
    }

    /** As {@link #close}; completes when the close frame is out, or the connection is gone. */
    CompletableFuture<Void> hangUp(int code, String reason) {
        if (!hungUp.compareAndSet(false, true)) {
            return CompletableFuture.completedFuture(null);
        }
        // Behind what waits for a reader who does not read, a close frame would wait as well.
        LATER.execute(() -> UpgradeSocket.breakOff(connection));
        return connection
                .close(new CloseReason(code, reason))
                .onFailure()
                .recoverWithNull()
                .subscribeAsCompletionStage();
    }
}
