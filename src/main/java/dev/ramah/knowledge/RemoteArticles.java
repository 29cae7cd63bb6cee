package dev.ramah.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.platform.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The articles of a desk that runs somewhere, as whoever has a login there may write them. */
final class RemoteArticles {

    // A part is taken in seconds; a server that trains and imports at once takes longer.
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int TRIES = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String desk;
    private final String token;
    private final @Nullable String language;

    private RemoteArticles(String desk, String token, @Nullable String language) {
        this.desk = desk;
        this.token = token;
        this.language = language;
    }

    /** With a token that somebody already has. */
    static RemoteArticles with(String token, String desk, @Nullable String language) {
        return new RemoteArticles(desk.replaceAll("/+$", ""), token, language);
    }

    /** The same for who signs in with an e-mail address and a password. */
    static RemoteArticles signedIn(String email, String password, String desk, @Nullable String language)
            throws IOException, InterruptedException {
        RemoteArticles nobody = with("", desk, language);
        byte[] body = JSON.writeValueAsBytes(Map.of("email", email, "password", password));
        JsonNode answer = nobody.ask("/api/login", "application/json", body);
        return with(answer.path("token").asText(), desk, language);
    }

    /**
     * Sends one part; sending it again changes nothing, so it is tried again where the line or the server gave way.
     *
     * @throws Problem if the server refuses it
     * @throws IOException if it can't be reached
     */
    JsonNode send(ImportParts.Part part) throws IOException, InterruptedException {
        String path = "/api/articles/import?" + query("name", part.name()) + query("language", language);
        for (int tries = 1; ; tries++) {
            try {
                return ask(path, part.type(), part.content().getBytes());
            } catch (IOException | Problem fault) {
                boolean mayPass = !(fault instanceof Problem told)
                        || told.code() == Problem.Code.UNAVAILABLE
                        || told.code() == Problem.Code.RATE_LIMITED;
                if (tries == TRIES || !mayPass) {
                    throw fault;
                }
                Thread.sleep(Duration.ofSeconds(1L << tries).toMillis());
            }
        }
    }

    /** How many articles the bot has yet to read. */
    int waiting() throws IOException, InterruptedException {
        return ask("/api/articles/status", null, null).path("waiting").asInt();
    }

    private static String query(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }

    private JsonNode ask(String path, @Nullable String type, byte @Nullable [] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null && body != null) {
            request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        }
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw refused(answer);
        }
        return JSON.readTree(answer.body());
    }

    private static Problem refused(HttpResponse<byte[]> answer) {
        String detail;
        try {
            detail = JSON.readTree(answer.body()).path("detail").asText("");
        } catch (IOException noProblemOfOurs) {
            detail = "";
        }
        String told = detail.isEmpty() ? "It answered " + answer.statusCode() + "." : detail;
        return switch (answer.statusCode()) {
            case 401 -> new Problem(Problem.Code.NOT_SIGNED_IN, told);
            case 403 -> Problem.forbidden(told);
            case 429 -> new Problem(Problem.Code.RATE_LIMITED, told);
            case 502, 503, 504 -> new Problem(Problem.Code.UNAVAILABLE, told);
            default -> Problem.invalid(told);
        };
    }
}
