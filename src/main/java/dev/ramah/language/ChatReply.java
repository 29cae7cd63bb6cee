package dev.ramah.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a chat model decided. Nothing in it is checked yet but its form.
 *
 * @param reason why a person is asked for; empty unless it {@linkplain Does#HAND_OVER hands over}
 * @param choices numbers of passages to choose from, where it asks back
 * @param tool what it wants to look up, with these arguments
 * @param sentences what it says, where it answers
 */
public record ChatReply(
        Does does,
        String reason,
        List<Integer> choices,
        String tool,
        Map<String, String> arguments,
        List<Sentence> sentences) {

    /** The four things that it can do. */
    public enum Does {
        ANSWER,
        ASK_BACK,
        HAND_OVER,
        LOOK_UP
    }

    /** One sentence, and the numbers of the passages that it has it from. */
    public record Sentence(String text, List<Integer> sources) {

        static Sentence of(JsonNode json) {
            return new Sentence(json.path("text").asText(""), numbers(json.path("sources")));
        }
    }

    /** @throws IllegalArgumentException if it does not say what it does */
    static ChatReply of(JsonNode json) {
        return new ChatReply(
                does(json.path("decision").asText("")),
                json.path("reason").asText(""),
                numbers(json.path("choices")),
                json.path("tool").asText(""),
                arguments(json.path("arguments")),
                each(json.path("sentences")).map(Sentence::of).toList());
    }

    static Does does(String decision) {
        return Does.valueOf(decision.strip().toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> arguments(JsonNode json) {
        Map<String, String> arguments = new TreeMap<>();
        each(json)
                .forEach(each -> arguments.put(
                        each.path("name").asText(""), each.path("value").asText("")));
        return arguments;
    }

    private static List<Integer> numbers(JsonNode json) {
        return each(json)
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::intValue)
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false);
    }
}
