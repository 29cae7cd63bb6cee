package dev.ramah.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.fault.History.Delivered;
import dev.ramah.fault.History.Looked;
import dev.ramah.fault.History.Message;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Map;
import java.util.function.IntSupplier;

/** A customer with the widget open, in bad weather. */
final class Talker extends Client {

    final String conversation;
    final String token;
    private int cursor;
    private String viewing = "";
    private boolean leftByTheBot;

    private Talker(String name, History history, IntSupplier port, String conversation, String token) {
        super(name, history, () -> URI.create("ws://127.0.0.1:" + port.getAsInt() + "/ws/chat"));
        this.conversation = conversation;
        this.token = token;
    }

    /** Opens a conversation at one port, and talks over another, asked for before each connection. */
    static Talker arrives(String name, History history, int rest, IntSupplier port) {
        Response opened = RestAssured.given()
                .port(rest)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "language", "en"))
                .post("/api/conversations");
        opened.then().statusCode(201);
        Talker talker = new Talker(name, history, port, opened.path("conversation"), opened.path("token"));
        talker.arrives();
        return talker;
    }

    /** The same customer on another line. */
    Talker again(String as, IntSupplier port) {
        Talker twin = new Talker(as, history, port, conversation, token);
        twin.arrives();
        return twin;
    }

    /** Says it under an id that is this customer's and this number's. */
    void say(int n) {
        say(conversation, name + "-" + n, "Message " + n + " of " + name);
    }

    /** Waits until an entry with this number, or a later one, is on the screen. */
    void sees(int seq) {
        await(() -> cursor >= seq, "entry " + seq + " (has " + cursor + ")");
    }

    /** Waits until a person is asked for, or there: from then on the bot says nothing. */
    void isLeftByTheBot() {
        await(() -> leftByTheBot, "the end of the bot's turn");
    }

    synchronized int cursor() {
        return cursor;
    }

    @Override
    String sender() {
        return History.CUSTOMER;
    }

    @Override
    Map<String, ?> hello() {
        return Map.of("type", "hello", "token", token, "after", cursor());
    }

    @Override
    Map<String, Object> frame(Message message, String text) {
        return Map.of("type", "say", "clientId", message.clientId(), "text", text);
    }

    @Override
    String conversation(JsonNode frame) {
        return conversation;
    }

    @Override
    void heard(Connection line, JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "welcome" -> {
                viewing = line.name;
                history.add(new Looked(viewing, name, conversation, false, cursor));
                welcomed(line);
            }
            case "entry" -> {
                int seq = frame.path("seq").asInt();
                String kind = frame.path("kind").asText();
                history.add(new Delivered(viewing, seq, kind, frame.path("text").asText()));
                leftByTheBot |= kind.equals("escalated") || kind.equals("assigned");
                cursor = Math.max(cursor, seq);
            }
            default -> {}
        }
    }
}
