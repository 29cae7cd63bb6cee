package dev.ramah.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.fault.History.Delivered;
import dev.ramah.fault.History.Looked;
import dev.ramah.fault.History.Message;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A member of staff at the desk, in bad weather: watches conversations, answers in those that are theirs. */
final class Watcher extends Client {

    private final String id;
    private final String token;
    private final Map<String, Integer> cursors = new HashMap<>();
    private final Map<String, String> viewings = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    /** From where it asked to see a conversation, for each time that has no answer yet. */
    private final Map<String, Deque<Integer>> asked = new HashMap<>();

    private final Map<String, Integer> from = new HashMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final Set<String> offered = new HashSet<>();
    private final Map<String, Integer> welcomes = new HashMap<>();

    Watcher(String name, String id, String token, History history, IntSupplier port) {
        super(name, history, () -> URI.create("ws://127.0.0.1:" + port.getAsInt() + "/ws/desk"));
        this.id = id;
        this.token = token;
        arrives();
    }

    synchronized void watches(String conversation) {
        cursors.putIfAbsent(conversation, 0);
        if (isWelcome()) {
            ask(watch(conversation));
        }
    }

    private Map<String, Object> watch(String conversation) {
        int after = cursors.getOrDefault(conversation, 0);
        asked.computeIfAbsent(conversation, none -> new ArrayDeque<>()).add(after);
        return Map.of("type", "watch", "conversation", conversation, "after", after);
    }

    private @Nullable Integer answered(String conversation) {
        return asked.getOrDefault(conversation, new ArrayDeque<>()).poll();
    }

    /** Asks for it; somebody else may be first. */
    void takes(String conversation) {
        ask(Map.of("type", "take", "conversation", conversation));
    }

    /** Says it under an id that is this agent's and this number's. */
    void says(String conversation, int n) {
        say(conversation, name + "-" + n, "Message " + n + " of " + name);
    }

    /** Waits until an entry with this number, and all before it, are on the screen. */
    void sees(String conversation, int seq) {
        await(
                () -> cursors.getOrDefault(conversation, 0) >= seq,
                "entry " + seq + " of " + conversation + " (has " + cursors.get(conversation) + ")");
    }

    /** The lines on which it was told of everything anew, though nothing was lost. */
    synchronized Set<String> linesWelcomedAgain() {
        return welcomes.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The conversations that were ever offered to them. */
    synchronized Set<String> offeredConversations() {
        return Set.copyOf(offered);
    }

    @Override
    String sender() {
        return id;
    }

    @Override
    Map<String, ?> hello() {
        return Map.of("type", "hello", "token", token);
    }

    @Override
    Map<String, Object> frame(Message message, String text) {
        return Map.of(
                "type", "say", "conversation", message.conversation(), "clientId", message.clientId(), "text", text);
    }

    @Override
    String conversation(JsonNode frame) {
        return frame.path("conversation").asText();
    }

    @Override
    void heard(Connection line, JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "welcome" -> {
                welcomes.merge(line.name, 1, Integer::sum);
                asked.clear();
                cursors.keySet().forEach(conversation -> line.send(watch(conversation)));
                welcomed(line);
            }
            case "watching" -> {
                String viewing = line.name + "#" + looks.incrementAndGet();
                viewings.put(conversation(frame), viewing);
                Integer after = answered(conversation(frame));
                if (after != null) {
                    from.put(viewing, after);
                }
            }
            case "entry" -> shown(conversation(frame), frame);
            case "problem" -> {
                boolean passes = frame.path("code").asText().equals("unavailable");
                if (passes && frame.path("about").asText().equals("watch")) {
                    answered(conversation(frame));
                    askLater(line, () -> watch(conversation(frame)));
                }
            }
            case "offer" -> offered.add(conversation(frame));
            default -> {}
        }
    }

    /**
     * A holder is shown what is new without asking, from a number that the server chose; what was asked for begins at
     * the cursor. Staff see every entry, so a cursor moves on by one.
     */
    private void shown(String conversation, JsonNode entry) {
        int seq = entry.path("seq").asInt();
        int cursor = cursors.getOrDefault(conversation, 0);
        String viewing = viewings.getOrDefault(conversation, "none");
        if (begun.add(viewing)) {
            int after = from.getOrDefault(viewing, seq - 1);
            history.add(new Looked(viewing, name + " at " + conversation, conversation, true, after));
        }
        history.add(new Delivered(
                viewing, seq, entry.path("kind").asText(), entry.path("text").asText()));
        if (seq == cursor + 1) {
            cursors.put(conversation, seq);
        }
    }
}
