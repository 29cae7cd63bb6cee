package dev.ramah.conversation;

import dev.ramah.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said about each episode, by what it is about: {@code 1.csat}, {@code 2.cause}. What was said once stays;
 * whatever was not said yet may still be. Only whether they want to hear when it is fixed may change.
 */
record Answers(Map<String, String> given) {

    /** Enough of a comment's digest to know the same one again; what it said isn't told by it. */
    private static final int DIGITS = 8;

    /** As it is stored: {@code 1.cause=WAIT 1.csat=2}. */
    static Answers parse(String stored) {
        Map<String, String> given = new TreeMap<>();
        if (!stored.isEmpty()) {
            for (String each : stored.split(" ", -1)) {
                String[] pair = each.split("=", 2);
                given.put(pair[0], pair[1]);
            }
        }
        return new Answers(given);
    }

    /**
     * The same, and this.
     *
     * @throws Problem CONFLICT if it says something else than what was said before
     */
    Answers with(Happened.Rated rated) {
        Map<String, String> all = new TreeMap<>(given);
        put(all, rated.episode(), "csat", rated.csat());
        put(all, rated.episode(), "nps", rated.nps());
        put(all, rated.episode(), "effort", rated.effort());
        put(all, rated.episode(), "repeated", rated.repeated());
        put(all, rated.episode(), "cause", rated.cause());
        put(all, rated.episode(), "comment", rated.text() == null ? null : digest(rated.text()));
        if (rated.tell() != null) {
            all.put(rated.episode() + ".tell", rated.tell().toString());
        }
        return new Answers(all);
    }

    private static void put(Map<String, String> all, int episode, String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        String before = all.putIfAbsent(episode + "." + name, value.toString());
        if (before != null && !before.equals(value.toString())) {
            throw Problem.conflict("This was rated already, with another " + name + ": what was said first stays.");
        }
    }

    private static String digest(String comment) {
        return UUID.nameUUIDFromBytes(comment.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, DIGITS);
    }

    String stored() {
        return given.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }
}
