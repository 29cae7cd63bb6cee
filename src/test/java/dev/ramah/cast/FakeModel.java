package dev.ramah.cast;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A chat model that says what a test tells it to, over the streaming protocols of OpenAI, Ollama, Anthropic and Gemini.
 * It listens on this machine only.
 */
public final class FakeModel implements AutoCloseable {

    /** Where the shop answers, beside the model. */
    public static final String SHOP = "/hooks/";

    private static final ObjectMapper JSON = new ObjectMapper();

    // So small that every sentence comes in several pieces, some cut in the middle of a word.
    private static final int PIECE = 17;

    /** What it does with a call; gets what it was asked. */
    public interface Act extends Function<String, Answer> {}

    /** A status, and the words of the model; it begins after {@code before}, and goes on after {@code half} of it. */
    public record Answer(int status, String words, CountDownLatch before, CountDownLatch half) {

        static Answer of(int status, String words) {
            return new Answer(status, words, new CountDownLatch(0), new CountDownLatch(0));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> lookedUp = new ConcurrentLinkedQueue<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cutOff = new AtomicInteger();
    private volatile String shopKnows = "{}";
    private volatile Act act = asked -> Answer.of(500, "");

    public FakeModel() {
        this(0);
    }

    /** One that listens at this port; 0 is any. */
    public FakeModel(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where it listens, without a path. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on it does this. */
    public void does(Act next) {
        act = next;
    }

    /** From now on it says this, in pieces. */
    public void says(String words) {
        does(asked -> Answer.of(200, words));
    }

    /** From now on it first wants to look something up, then says this. */
    public void looksUpThenSays(String lookUp, String words) {
        does(body -> Answer.of(200, body.contains("What the shop knows") ? words : lookUp));
    }

    /** What the shop tells, whatever is looked up. */
    public void shopKnows(String json) {
        shopKnows = json;
    }

    /** What was looked up at the shop so far. */
    public List<String> lookedUp() {
        return new ArrayList<>(lookedUp);
    }

    /** From now on it refuses with this status. */
    public void refuses(int status) {
        does(asked -> Answer.of(status, ""));
    }

    /** From now on it says nothing until the latch is open. */
    public void saysAfter(CountDownLatch open, String words) {
        does(asked -> new Answer(200, words, open, new CountDownLatch(0)));
    }

    /** From now on it stops in the middle until the latch is open. */
    public void pausesInTheMiddle(CountDownLatch open, String words) {
        does(asked -> new Answer(200, words, new CountDownLatch(0), open));
    }

    /** An answer of these sentences, each from these passages. */
    public static String answer(String sentence, Integer... sources) {
        return answers(List.of(sentence), List.of(sources));
    }

    /** An answer whose sentences all name the same passages. */
    public static String answers(List<String> sentences, List<Integer> sources) {
        ObjectNode reply = reply("answer");
        for (String sentence : sentences) {
            ObjectNode each = reply.withArray("sentences").addObject().put("text", sentence);
            sources.forEach(each.withArray("sources")::add);
        }
        return reply.toString();
    }

    public static String asksBack(Integer... choices) {
        ObjectNode reply = reply("ask_back");
        List.of(choices).forEach(reply.withArray("choices")::add);
        return reply.toString();
    }

    public static String handsOver(String reason) {
        return reply("hand_over").put("reason", reason).toString();
    }

    public static String looksUp(String tool, String name, String value) {
        ObjectNode reply = reply("look_up").put("tool", tool);
        if (!name.isEmpty()) {
            reply.withArray("arguments").addObject().put("name", name).put("value", value);
        }
        return reply.toString();
    }

    private static ObjectNode reply(String decision) {
        ObjectNode reply = JSON.createObjectNode().put("decision", decision).put("reason", "NONE");
        reply.putArray("choices");
        reply.put("tool", "NONE");
        reply.putArray("arguments");
        reply.putArray("sentences");
        return reply;
    }

    /** How many of those who asked did not wait for the end. */
    public int cutOff() {
        return cutOff.get();
    }

    /** What it was asked so far, as it came over the line. */
    public List<String> asked() {
        return new ArrayList<>(asked);
    }

    public void forgets() {
        asked.clear();
    }

    private void serve(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (call.getRequestURI().getPath().startsWith(SHOP)) {
            lookedUp.add(body);
            try (call) {
                byte[] told = shopKnows.getBytes(StandardCharsets.UTF_8);
                call.sendResponseHeaders(200, told.length);
                call.getResponseBody().write(told);
            }
            return;
        }
        asked.add(body);
        Answer answer = act.apply(body);
        try (call) {
            wait(answer.before());
            if (answer.status() != 200) {
                byte[] error =
                        "{\"error\":{\"message\":\"as told\",\"type\":\"test\"}}".getBytes(StandardCharsets.UTF_8);
                call.getResponseHeaders().set("Content-Type", "application/json");
                call.sendResponseHeaders(answer.status(), error.length);
                call.getResponseBody().write(error);
                return;
            }
            Protocol protocol = Protocol.of(call.getRequestURI().getPath());
            call.getResponseHeaders().set("Content-Type", protocol.type);
            call.sendResponseHeaders(200, 0);
            stream(call.getResponseBody(), protocol, answer);
        } catch (IOException gone) {
            cutOff.incrementAndGet();
        }
    }

    private static void stream(OutputStream out, Protocol protocol, Answer answer) throws IOException {
        write(out, protocol.begins());
        int half = answer.words().length() / 2;
        for (int at = 0; at < answer.words().length(); at += PIECE) {
            if (at <= half && at + PIECE > half) {
                wait(answer.half());
            }
            String piece = answer.words().substring(at, Math.min(answer.words().length(), at + PIECE));
            write(out, protocol.piece(JSON.writeValueAsString(piece)));
        }
        write(out, protocol.ends());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void wait(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the model go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private enum Protocol {
        OPENAI("text/event-stream") {
            @Override
            String begins() {
                return event(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
            }

            @Override
            String piece(String words) {
                return event(chunk("{\"content\":" + words + "}", "null"));
            }

            @Override
            String ends() {
                return event(chunk("{}", "\"stop\"")) + event("[DONE]");
            }

            private String chunk(String delta, String reason) {
                return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"fake\",\"choices\":[{"
                        + "\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + reason + "}]}";
            }
        },
        OLLAMA("application/x-ndjson") {
            @Override
            String begins() {
                return "";
            }

            @Override
            String piece(String words) {
                return line(words, "false");
            }

            @Override
            String ends() {
                return line("\"\"", "true,\"done_reason\":\"stop\",\"prompt_eval_count\":1,\"eval_count\":1");
            }

            private String line(String words, String done) {
                return "{\"model\":\"fake\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                        + "\"content\":" + words + "},\"done\":" + done + "}\n";
            }
        },
        ANTHROPIC("text/event-stream") {
            @Override
            String begins() {
                return named(
                                "message_start",
                                "{\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\","
                                        + "\"content\":[],\"model\":\"fake\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}}")
                        + named(
                                "content_block_start",
                                "{\"type\":\"content_block_start\",\"index\":0,"
                                        + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
            }

            @Override
            String piece(String words) {
                return named(
                        "content_block_delta",
                        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                                + words + "}}");
            }

            @Override
            String ends() {
                return named("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
                        + named(
                                "message_delta",
                                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                                        + "\"usage\":{\"output_tokens\":1}}")
                        + named("message_stop", "{\"type\":\"message_stop\"}");
            }

            private String named(String name, String data) {
                return "event: " + name + "\n" + event(data);
            }
        },
        GEMINI("text/event-stream") {
            @Override
            String begins() {
                return "";
            }

            @Override
            String piece(String words) {
                return event("{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":" + words
                        + "}]},\"index\":0}]}");
            }

            @Override
            String ends() {
                return event("{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"\"}]},"
                        + "\"finishReason\":\"STOP\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":1,"
                        + "\"candidatesTokenCount\":1,\"totalTokenCount\":2}}");
            }
        };

        private final String type;

        Protocol(String type) {
            this.type = type;
        }

        abstract String begins();

        abstract String piece(String words);

        abstract String ends();

        static Protocol of(String path) {
            if (path.endsWith("/chat/completions")) {
                return OPENAI;
            } else if (path.endsWith("/api/chat")) {
                return OLLAMA;
            }
            return path.endsWith("/messages") ? ANTHROPIC : GEMINI;
        }

        private static String event(String data) {
            return "data: " + data + "\n\n";
        }
    }
}
