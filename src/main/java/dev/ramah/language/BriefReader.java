package dev.ramah.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads a brief when it is whole: half of one helps nobody. */
final class BriefReader implements ChatModel.Reads<BriefReply> {

    /** Many times what fits beside a conversation. */
    private static final int LONGEST = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringBuilder all = new StringBuilder();

    @Override
    public void read(String piece) {
        all.append(piece);
        if (all.length() > LONGEST) {
            throw new ChatFault(ChatFault.Reason.MODEL_NONSENSE, "longer than " + LONGEST + " characters");
        }
    }

    @Override
    public BriefReply whole() {
        // Some put a fence or a sentence around it, whatever they were told.
        int start = all.indexOf("{");
        int end = all.lastIndexOf("}");
        if (start < 0 || end < start) {
            throw new ChatFault(ChatFault.Reason.MODEL_NONSENSE, "no object");
        }
        try {
            JsonNode json = JSON.readTree(all.substring(start, end + 1));
            return new BriefReply(
                    each(json.path("summary"), BriefReader::point),
                    each(json.path("tried"), BriefReader::point),
                    each(json.path("open"), BriefReader::point),
                    each(json.path("facts"), BriefReader::fact));
        } catch (JsonProcessingException e) {
            throw new ChatFault(ChatFault.Reason.MODEL_NONSENSE, e.getClass().getSimpleName());
        }
    }

    private static BriefReply.Point point(JsonNode json) {
        return new BriefReply.Point(
                json.path("text").asText(""),
                each(json.path("entries"), each -> each).stream()
                        .filter(JsonNode::canConvertToInt)
                        .map(JsonNode::intValue)
                        .toList());
    }

    private static BriefReply.Named fact(JsonNode json) {
        return new BriefReply.Named(
                json.path("kind").asText(""),
                json.path("value").asText(""),
                json.path("entry").asInt(0));
    }

    private static <T> List<T> each(JsonNode json, Function<JsonNode, T> of) {
        return json.isArray()
                ? StreamSupport.stream(json.spliterator(), false).map(of).toList()
                : List.of();
    }
}
