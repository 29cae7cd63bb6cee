package dev.ramah.cast;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A customer with the widget open: Sari or Tom, or somebody nobody knows yet. */
public final class Visitor implements AutoCloseable {

    public final String conversation;
    public final String token;
    private Line line;

    private Visitor(String conversation, String token) {
        this.conversation = conversation;
        this.token = token;
        this.line = connect(0);
    }

    /** Opens a conversation and connects. */
    public static Visitor arrives(Map<String, ?> about) {
        Response opened =
                RestAssured.given().contentType(ContentType.JSON).body(about).post("/api/conversations");
        opened.then().statusCode(201);
        return new Visitor(opened.path("conversation"), opened.path("token"));
    }

    public static Visitor sari() {
        return arrives(Map.of("name", "Sari", "language", "id"));
    }

    public static Visitor tom() {
        return arrives(Map.of("name", "Tom", "language", "en", "page", "/beans/gayo"));
    }

    public Line line() {
        return line;
    }

    /** Says it under a fresh client id and waits until it is stored. */
    public JsonNode says(String text) {
        return does("say", Map.of("text", text));
    }

    /** Sends a frame that carries a client id of its own, and waits until it is done. */
    public JsonNode does(String type, Map<String, ?> fields) {
        return Line.done(tries(type, fields));
    }

    /** The same, whatever is answered. */
    public JsonNode tries(String type, Map<String, ?> fields) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> all = new HashMap<>(fields);
        all.put("clientId", id);
        send(type, all);
        return line.await(frame -> frame.path("clientId").asText().equals(id));
    }

    public JsonNode asksForPerson() {
        return does("human", Map.of());
    }

    public void send(String type, Map<String, ?> fields) {
        Map<String, Object> frame = new HashMap<>(fields);
        frame.put("type", type);
        line.send(frame);
    }

    /** Another connection of the same person, from after this entry on. */
    public Line connect(int after) {
        Line fresh = Line.to(uri("/ws/chat"));
        fresh.send(Map.of("type", "hello", "token", token, "after", after));
        fresh.await("welcome");
        return fresh;
    }

    /** Comes back after the line was lost, having seen this much. */
    public void comesBack(int after) {
        line = connect(after);
    }

    @Override
    public void close() {
        line.close();
    }

    /** The address of a socket of the application under test. */
    public static URI uri(String path) {
        return URI.create("ws://localhost:" + RestAssured.port + path);
    }
}
