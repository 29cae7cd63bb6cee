package dev.ramah.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Installation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The packaged application with its own PostgreSQL, spoken to by the contract and nothing else. */
final class Ramah implements Server {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "a long enough password";
    private static final String ADMIN = "rani@kopi.example";

    /** So many REST calls at a time; each is answered before its caller makes the next. */
    private static final int AT_ONCE = 8;

    /** So many customers are made ready at a time: this is not what is measured. */
    private static final int GROUP = 100;

    private final Vertx vertx;
    private final Installation installation;
    private final HttpClient http = HttpClient.newHttpClient();
    private int agentsSoFar;

    private Ramah(Vertx vertx, Installation installation) {
        this.vertx = vertx;
        this.installation = installation;
    }

    static Ramah start(Vertx vertx) throws IOException, InterruptedException {
        Installation installation = Installation.fresh(
                "load",
                Map.of(
                        "RAMAH_LIMITS_ENABLED", "false",
                        "RAMAH_ADMIN_EMAIL", ADMIN,
                        "RAMAH_ADMIN_PASSWORD", PASSWORD));
        try {
            installation.start();
            return new Ramah(vertx, installation);
        } catch (IOException | InterruptedException | RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    Installation installation() {
        return installation;
    }

    @Override
    public String name() {
        return "ramah";
    }

    @Override
    public long pid() {
        return installation.process().pid();
    }

    @Override
    public Cpu cpu() {
        try {
            return new Cpu(
                    Cpu.of(pid()), Cpu.ofTree(installation.databaseProcess().pid()));
        } catch (IOException e) {
            throw new IllegalStateException("Its PostgreSQL is gone", e);
        }
    }

    /** The address of one of its sockets. */
    URI socket(String path) {
        return URI.create("ws://127.0.0.1:" + installation.port() + path);
    }

    /** Somebody new who takes conversations; their token. */
    String agent() throws IOException, InterruptedException {
        String email = "agent" + agentsSoFar++ + "@kopi.example";
        post(
                "/api/staff",
                token(ADMIN),
                Map.of("email", email, "name", "Agent " + agentsSoFar, "password", PASSWORD, "role", "agent"));
        return token(email);
    }

    /** A conversation that was opened by REST, and the key to it. */
    private record Opened(String conversation, String token) {}

    @Override
    public Talks talks(int conversations, int agents, Duration tick) throws Exception {
        Talks talks = new Talks(vertx, tick);
        List<Future<WebSocket>> desks = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            String hello = frame(Map.of("type", "hello", "token", agent()));
            desks.add(talks.open(door("/ws/desk", hello, "\"type\":\"welcome\""), true));
        }
        List<Opened> opened = open(conversations);
        List<Future<WebSocket>> chats = opened.stream()
                .map(each -> talks.open(door("/ws/chat", hello(each, 0), "\"type\":\"welcome\""), false))
                .toList();
        List<WebSocket> theirs = Wires.await(desks);
        List<WebSocket> customers = Wires.await(chats);
        talks.await(2 * conversations, "\"kind\":\"assigned\"", () -> {
            for (int i = 0; i < conversations; i++) {
                theirs.get(i % agents)
                        .writeTextMessage(frame(Map.of(
                                "type", "take", "conversation", opened.get(i).conversation())));
            }
        });
        for (int i = 0; i < conversations; i++) {
            talks.add(
                    customers.get(i),
                    "{\"type\":\"say\",\"clientId\":\"",
                    theirs.get(i % agents),
                    "{\"type\":\"say\",\"conversation\":\"" + opened.get(i).conversation() + "\",\"clientId\":\"");
        }
        return talks;
    }

    /** Each has left an address twice, knows of the first, and is back when it has the second from the log. */
    @Override
    public List<Wires.Door> customers(int count) throws Exception {
        List<Opened> opened = open(count);
        for (int from = 0; from < count; from += GROUP) {
            leaveAddress(opened.subList(from, Math.min(count, from + GROUP)));
        }
        return opened.stream()
                .map(each -> door("/ws/chat", hello(each, 1), "\"clientId\":\"contact-2\""))
                .toList();
    }

    private void leaveAddress(List<Opened> customers) throws InterruptedException {
        try (Wires wires = new Wires(vertx)) {
            List<Future<WebSocket>> left = new ArrayList<>();
            for (Opened each : customers) {
                List<String> frames = List.of(hello(each, 0), contact("contact-1"), contact("contact-2"));
                left.add(wires.open(
                        new Wires.Door(installation.port(), "/ws/chat", frames, "\"clientId\":\"contact-", 2),
                        heard -> {}));
            }
            Wires.await(left);
        }
    }

    private Wires.Door door(String path, String hello, String answer) {
        return new Wires.Door(installation.port(), path, List.of(hello), answer, 1);
    }

    private static String hello(Opened to, int after) {
        return frame(Map.of("type", "hello", "token", to.token(), "after", after));
    }

    private static String contact(String clientId) {
        return frame(Map.of("type", "contact", "clientId", clientId, "email", "somebody@kopi.example"));
    }

    private List<Opened> open(int count) throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Opened> opened = new ArrayList<>();
            var calls = callers.invokeAll(
                    IntStream.range(0, count).mapToObj(this::opening).toList(), 2, TimeUnit.MINUTES);
            for (var call : calls) {
                opened.add(call.get());
            }
            return opened;
        } finally {
            callers.shutdownNow();
        }
    }

    private Callable<Opened> opening(int number) {
        return () -> {
            JsonNode answer = post("/api/conversations", null, Map.of("name", "Customer " + number));
            return new Opened(
                    answer.path("conversation").asText(), answer.path("token").asText());
        };
    }

    /** How long the overview of the last thirty days takes, the second time it is asked for. */
    double reportMillis() throws IOException, InterruptedException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        HttpRequest overview = HttpRequest.newBuilder(URI.create(installation.url("/api/reports/overview?from="
                        + today.minusDays(30) + "&to=" + today.plusDays(1) + "&zone=UTC")))
                .header("Authorization", "Bearer " + token(ADMIN))
                .build();
        long began = 0;
        for (int time = 0; time < 2; time++) {
            began = System.nanoTime();
            HttpResponse<String> answer = http.send(overview, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /** A token that reads reports. */
    String admin() throws IOException, InterruptedException {
        return token(ADMIN);
    }

    /** The token of an agent of this team. */
    String agent(String team) throws IOException, InterruptedException {
        String email = "agent" + agentsSoFar++ + "@kopi.example";
        post(
                "/api/staff",
                token(ADMIN),
                Map.of(
                        "email",
                        email,
                        "name",
                        "Agent of " + team,
                        "password",
                        PASSWORD,
                        "role",
                        "agent",
                        "teams",
                        List.of(team)));
        return token(email);
    }

    /** What this address answers. */
    String reads(String token, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(installation.url(path)))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** How long a report takes. */
    double reportMillis(String token, String report) throws IOException, InterruptedException {
        return millis(token, "/api/reports/" + report);
    }

    /** How long what is at this address takes. */
    double millis(String token, String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        get(path, token);
        return (System.nanoTime() - began) / 1e6;
    }

    /** How many marks a report counts. */
    long answers(String token, String report) throws IOException, InterruptedException {
        return read(token, report).path("csat").path("answers").asLong();
    }

    /** Has all figures counted anew, and waits until they are. */
    void recount(String token) throws IOException, InterruptedException {
        post("/api/reports/recount", token, Map.of());
        do {
            TimeUnit.MILLISECONDS.sleep(200);
        } while (read(token, "recount").path("counting").asBoolean());
    }

    private JsonNode read(String token, String report) throws IOException, InterruptedException {
        return get("/api/reports/" + report, token);
    }

    JsonNode get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(installation.url(path)))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private String token(String email) throws IOException, InterruptedException {
        return post("/api/login", null, Map.of("email", email, "password", PASSWORD))
                .path("token")
                .asText();
    }

    JsonNode post(String path, @Nullable String token, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(installation.url(path)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(frame(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static String frame(Map<String, ?> fields) {
        return JSON.valueToTree(fields).toString();
    }

    @Override
    public void close() {
        installation.close();
    }
}
