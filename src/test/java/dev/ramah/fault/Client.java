package dev.ramah.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.fault.History.Failed;
import dev.ramah.fault.History.Invoked;
import dev.ramah.fault.History.Message;
import dev.ramah.fault.History.Ok;
import dev.ramah.fault.History.Unknown;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client as ours are, only harsher: it keeps what is not acknowledged, comes back by itself when the line is lost or
 * nothing is heard on it, goes on from its cursor, and sends again under the same ids. Unlike ours it sends without
 * waiting for the answer to what it sent before. All that happens goes into the history.
 */
abstract class Client implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "clients");
        thread.setDaemon(true);
        return thread;
    });

    /** Without an answer for this long, a line is taken for dead. */
    private static final long PATIENCE_MILLIS = 5_000;

    private static final long LOOKS_AT_ITS_WATCH_EVERY_MILLIS = 500;

    private static final long LONGEST_PAUSE_MILLIS = 500;

    /** Where lines bring nothing, pauses grow to this: thousands who come back at once would run the server over. */
    private static final long LONGEST_RETREAT_MILLIS = 8_000;

    /** Long enough for a machine that is busy with other things; nothing waits this long that works. */
    private static final long BOUND_SECONDS = 150;

    /** Problems that say nothing about whether the message was stored. */
    private static final Set<String> IN_DOUBT = Set.of("unavailable", "fault");

    final String name;
    final History history;

    private final Supplier<URI> where;
    private final Map<Message, String> outbox = new LinkedHashMap<>();
    private final Map<Message, String> sent = new HashMap<>();
    private final Map<String, Integer> closes = new LinkedHashMap<>();
    private @Nullable Connection current;
    private int connections;
    /** Lines in a row that brought no answer: as the widget does, it comes back later each time. */
    private int inVain;

    private boolean gone;

    /** @param where the address of the socket, asked for before each connection */
    Client(String name, History history, Supplier<URI> where) {
        this.name = name;
        this.history = history;
        this.where = where;
    }

    /** The first frame of a connection. */
    abstract Map<String, ?> hello();

    /** A frame other than an answer to what was said. */
    abstract void heard(Connection line, JsonNode frame);

    /** The name under which the log stores what this client says. */
    abstract String sender();

    /** A fresh frame that says this. */
    abstract Map<String, Object> frame(Message message, String text);

    /** Connects, and waits until it is welcome. */
    void arrives() {
        connect();
        await(() -> current != null && current.welcome, "a welcome");
    }

    synchronized void say(String conversation, String clientId, String text) {
        Message message = new Message(conversation, sender(), clientId);
        outbox.put(message, text);
        if (current != null && current.welcome) {
            transmit(current, message);
        }
    }

    /** Sends a frame that is no message after a pause, unless the line is another one by then. */
    final void askLater(Connection line, Supplier<Map<String, Object>> frame) {
        var unused = CLOCK.schedule(
                () -> {
                    synchronized (this) {
                        if (line == current) {
                            line.send(frame.get());
                        }
                    }
                },
                LONGEST_PAUSE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** Sends a frame that is no message, if there is a line to send it on. */
    final synchronized void ask(Map<String, ?> frame) {
        if (current != null && current.welcome) {
            current.send(frame);
        }
    }

    /** Waits until all that it said was acknowledged or refused. */
    void settles() {
        await(outbox::isEmpty, "an answer to everything");
    }

    /** Waits until no more than this many of its messages have no answer. */
    void hasAtMostUnsettled(int many) {
        await(() -> outbox.size() <= many, "answers to all but " + many);
    }

    /** Waits until it has no line that works. */
    void losesItsLine() {
        await(() -> !isWelcome(), "the end of its line");
    }

    /** How many of its messages have no answer yet. */
    synchronized int unsettled() {
        return outbox.size();
    }

    /** Whether it has a line on which it was welcomed. */
    synchronized boolean isWelcome() {
        return current != null && current.welcome;
    }

    /** The codes and reasons with which lines were closed by the other side; 1006 for those that broke. */
    synchronized List<String> closes() {
        return List.copyOf(closes.keySet());
    }

    /** Breaks the line without a word, as a lost network does; it comes back. */
    void cut() {
        Connection line;
        synchronized (this) {
            line = current;
        }
        if (line != null) {
            line.abort();
            lost(line, "1006");
        }
    }

    /** Has no line until it {@linkplain #comesBack comes back}. */
    void rests() {
        close();
    }

    void comesBack() {
        synchronized (this) {
            gone = false;
        }
        arrives();
    }

    @Override
    public void close() {
        Connection line;
        synchronized (this) {
            gone = true;
            line = current;
            current = null;
        }
        if (line != null) {
            line.abort();
        }
    }

    /** Waits for something that this client's doing brings about. */
    final void await(BooleanSupplier condition, String what) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        synchronized (this) {
            while (!condition.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("%s waits for %s in vain. Unanswered: %d; line %d, welcome: %s; ends: %s"
                            .formatted(name, what, outbox.size(), connections, isWelcome(), closes));
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private synchronized void connect() {
        if (gone) {
            return;
        }
        Connection line = new Connection(name + "/" + ++connections);
        current = line;
        var unused = HTTP.newWebSocketBuilder()
                .connectTimeout(Duration.ofMillis(PATIENCE_MILLIS))
                .buildAsync(where.get(), line)
                .exceptionally(fault -> {
                    lost(line, "refused");
                    return null;
                });
        line.looksAtItsWatch();
    }

    private synchronized void lost(Connection line, String how) {
        if (line != current) {
            return;
        }
        current = null;
        closes.merge(how, 1, Integer::sum);
        line.unanswered.keySet().forEach(each -> history.add(new Unknown(each)));
        line.unanswered.clear();
        long longest = Math.min(LONGEST_RETREAT_MILLIS, LONGEST_PAUSE_MILLIS << Math.min(inVain++, 10));
        var unused =
                CLOCK.schedule(this::connect, ThreadLocalRandom.current().nextLong(1, longest), TimeUnit.MILLISECONDS);
        notifyAll();
    }

    private void transmit(Connection line, Message message) {
        String text = outbox.getOrDefault(message, "");
        sent.put(message, text);
        history.add(new Invoked(message, line.name, text));
        line.unanswered.merge(message, 1, Integer::sum);
        line.send(frame(message, text));
    }

    private synchronized void receive(Connection line, JsonNode frame) {
        if (line != current) {
            return;
        }
        line.heardAt = System.nanoTime();
        String clientId = frame.path("clientId").asText("");
        switch (frame.path("type").asText()) {
            case "ack" ->
                answered(line, about(frame, clientId), frame.path("seq").asInt(), null);
            case "problem" -> refused(line, frame, clientId);
            default -> {
                heard(line, frame);
                Message mine = clientId.isEmpty() ? null : about(frame, clientId);
                if (mine != null && isMine(frame)) {
                    answered(
                            line,
                            mine,
                            frame.path("seq").asInt(),
                            frame.path("text").asText());
                }
            }
        }
        notifyAll();
    }

    private boolean isMine(JsonNode entry) {
        return entry.path("by").path("id").asText("").equals(sender())
                || (sender().equals(History.CUSTOMER)
                        && entry.path("by").path("role").asText().equals("customer"));
    }

    /** The conversation that a frame is about. */
    abstract String conversation(JsonNode frame);

    private Message about(JsonNode frame, String clientId) {
        return new Message(conversation(frame), sender(), clientId);
    }

    private void answered(Connection line, Message message, int seq, @Nullable String text) {
        if (sent.containsKey(message)) {
            history.add(new Ok(message, seq, text));
            inVain = 0;
            line.unanswered.remove(message);
            outbox.remove(message);
        }
    }

    private void refused(Connection line, JsonNode problem, String clientId) {
        Message message = about(problem, clientId);
        if (!sent.containsKey(message)) {
            heard(line, problem);
            return;
        }
        String code = problem.path("code").asText();
        line.unanswered.remove(message);
        boolean inDoubt = IN_DOUBT.contains(code);
        history.add(inDoubt ? new Unknown(message) : new Failed(message, code));
        if (inDoubt || code.equals("rate_limited")) {
            long pause = problem.path("retryAfter").asLong(0) * 1000 + LONGEST_PAUSE_MILLIS;
            var unused = CLOCK.schedule(() -> again(line, message), pause, TimeUnit.MILLISECONDS);
        } else {
            outbox.remove(message);
        }
    }

    private synchronized void again(Connection line, Message message) {
        if (line == current && outbox.containsKey(message) && !line.unanswered.containsKey(message)) {
            transmit(line, message);
        }
    }

    /** What waits goes out, in order, on a line that is welcome now. */
    final void welcomed(Connection line) {
        line.welcome = true;
        List.copyOf(outbox.keySet()).forEach(each -> transmit(line, each));
    }

    /** One line, from its hello to its end. */
    final class Connection implements WebSocket.Listener {

        final String name;
        final Map<Message, Integer> unanswered = new LinkedHashMap<>();
        private final StringBuilder partial = new StringBuilder();
        private CompletableFuture<?> sending = new CompletableFuture<>();
        private @Nullable WebSocket socket;
        private boolean welcome;
        private boolean aborted;
        private long heardAt = System.nanoTime();

        private Connection(String name) {
            this.name = name;
        }

        @Override
        public synchronized void onOpen(WebSocket opened) {
            socket = opened;
            if (aborted) {
                opened.abort();
                return;
            }
            sending.complete(null);
            send(hello());
            opened.request(1);
        }

        /** In order, one after another, whenever the line takes it. */
        synchronized void send(Map<String, ?> frame) {
            String text;
            try {
                text = JSON.writeValueAsString(frame);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            sending = sending.thenCompose(
                    before -> socket == null ? CompletableFuture.completedFuture(null) : socket.sendText(text, true));
        }

        synchronized void abort() {
            aborted = true;
            if (socket != null) {
                socket.abort();
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                String text = partial.toString();
                partial.setLength(0);
                try {
                    receive(this, JSON.readTree(text));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("Not JSON: " + text, e);
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            lost(this, code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable fault) {
            lost(this, "1006");
        }

        /** A line on which no answer comes is dead though it looks alive. */
        private void looksAtItsWatch() {
            var unused = CLOCK.schedule(
                    () -> {
                        boolean dead;
                        synchronized (Client.this) {
                            if (this != current) {
                                return;
                            }
                            boolean waits = !welcome || !unanswered.isEmpty();
                            dead = waits
                                    && System.nanoTime() - heardAt > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
                        }
                        if (dead) {
                            abort();
                            lost(this, "silent");
                        } else {
                            looksAtItsWatch();
                        }
                    },
                    LOOKS_AT_ITS_WATCH_EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }
}
