package dev.ramah.cast;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A real socket to the running application. It keeps every frame it got; waiting for one looks at those too. */
public final class Line implements AutoCloseable, WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Long enough for a machine that is busy with other things; nothing waits this long that works. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<JsonNode> frames = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private record Waiting(Predicate<JsonNode> wanted, CompletableFuture<JsonNode> found) {}

    private Line(URI uri, Map<String, String> headers) {
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        headers.forEach(builder::header);
        this.socket = builder.buildAsync(uri, this).join();
    }

    /** Opens a socket; fails with the handshake's refusal. */
    public static Line to(URI uri) {
        return new Line(uri, Map.of());
    }

    /** Opens a socket with these headers, as a browser's page would. */
    public static Line to(URI uri, Map<String, String> headers) {
        return new Line(uri, headers);
    }

    public Line send(Map<String, ?> frame) {
        try {
            return sendRaw(JSON.writeValueAsString(frame));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Line sendRaw(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    /** The first frame, earlier or coming, that is this. */
    public JsonNode await(Predicate<JsonNode> wanted) {
        CompletableFuture<JsonNode> found = new CompletableFuture<>();
        synchronized (frames) {
            for (JsonNode each : frames) {
                if (wanted.test(each)) {
                    return each;
                }
            }
            waiting.add(new Waiting(wanted, found));
        }
        try {
            return found.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new AssertionError("It never came. What came: " + all(), e);
            }
            throw e;
        }
    }

    /** The first frame of this type. */
    public JsonNode await(String type) {
        return await(frame -> frame.path("type").asText().equals(type));
    }

    /** The first entry of this kind. */
    public JsonNode awaitEntry(String kind) {
        return await(frame -> isEntry(frame) && frame.path("kind").asText().equals(kind));
    }

    /** The first entry that says this. */
    public JsonNode awaitSaid(String text) {
        return await(frame -> isEntry(frame) && frame.path("text").asText().contains(text));
    }

    /** The same answer, if it is no problem: what was not done would be missed much later, and elsewhere. */
    static JsonNode done(JsonNode answer) {
        assertNotEquals("problem", answer.path("type").asText(), answer.toString());
        return answer;
    }

    /** The first problem with this code. */
    public JsonNode awaitProblem(String code) {
        return await(frame -> frame.path("type").asText().equals("problem")
                && frame.path("code").asText().equals(code));
    }

    /** Everything that came, in order. */
    public List<JsonNode> all() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    /** The entries that came, in order. */
    public List<JsonNode> entries() {
        return all().stream().filter(Line::isEntry).toList();
    }

    /** Forgets what came, so that the next wait is for something new. */
    public Line clear() {
        synchronized (frames) {
            frames.clear();
        }
        return this;
    }

    /** The code with which the other side closed. */
    public int awaitClose() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye")
                .exceptionally(gone -> socket)
                .join();
        socket.abort();
    }

    /** Breaks the line without a word, as a lost network does. */
    public void cut() {
        socket.abort();
    }

    public static boolean isEntry(JsonNode frame) {
        return frame.path("type").asText().equals("entry");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            receive(text);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void receive(String text) {
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
        List<Waiting> answered;
        synchronized (frames) {
            frames.add(frame);
            answered =
                    waiting.stream().filter(each -> each.wanted().test(frame)).toList();
            waiting.removeAll(answered);
        }
        answered.forEach(each -> each.found().complete(frame));
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
        closed.completeExceptionally(fault);
    }
}
