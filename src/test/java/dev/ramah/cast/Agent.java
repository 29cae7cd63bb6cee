package dev.ramah.cast;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A member of staff at the desk. */
public final class Agent implements AutoCloseable {

    public final String id;
    public final String token;
    private Line line;

    private Agent(String id, String token) {
        this.id = id;
        this.token = token;
        this.line = connect();
    }

    /** Signs in and sits down. */
    public static Agent signsIn(String email, String password) {
        Response in = RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/api/login");
        in.then().statusCode(200);
        return new Agent(in.path("me.id"), in.path("token"));
    }

    public Line line() {
        return line;
    }

    public Line connect() {
        Line fresh = Line.to(Visitor.uri("/ws/desk"));
        fresh.send(Map.of("type", "hello", "token", token));
        fresh.await("welcome");
        return fresh;
    }

    public void comesBack() {
        line = connect();
    }

    public void send(String type, Map<String, ?> fields) {
        Map<String, Object> frame = new HashMap<>(fields);
        frame.put("type", type);
        line.send(frame);
    }

    /** Looks at a conversation from its beginning. */
    public JsonNode watches(String conversation) {
        send("watch", Map.of("conversation", conversation, "after", 0));
        return line.await(frame -> frame.path("type").asText().equals("watching")
                && frame.path("conversation").asText().equals(conversation));
    }

    /** Takes it and waits until it is theirs. */
    public JsonNode takes(String conversation) {
        send("take", Map.of("conversation", conversation));
        return line.await(frame -> Line.isEntry(frame)
                && frame.path("kind").asText().equals("assigned")
                && frame.path("conversation").asText().equals(conversation)
                && frame.path("by").path("id").asText().equals(id));
    }

    /** Sends a frame about a conversation with a client id of its own, and waits until it is done. */
    public JsonNode does(String type, String conversation, Map<String, ?> fields) {
        return Line.done(tries(type, conversation, fields));
    }

    /** The same, whatever is answered. */
    public JsonNode tries(String type, String conversation, Map<String, ?> fields) {
        String clientId = UUID.randomUUID().toString();
        Map<String, Object> all = new HashMap<>(fields);
        all.put("clientId", clientId);
        all.put("conversation", conversation);
        send(type, all);
        return line.await(frame -> frame.path("clientId").asText().equals(clientId));
    }

    public JsonNode says(String conversation, String text) {
        return does("say", conversation, Map.of("text", text));
    }

    public JsonNode resolves(String conversation) {
        return does("resolve", conversation, Map.of());
    }

    @Override
    public void close() {
        line.close();
    }
}
