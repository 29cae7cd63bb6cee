package dev.ramah.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.platform.Problem.Code;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One frame that a client sent over a socket: JSON with a {@code type}. Reading a field checks it; what is
 * missing or of the wrong kind is a {@link Problem} that names the field. Unknown fields are ignored.
 */
public final class Frame {

    /** The longest frame, in bytes of UTF-8; what is far longer ends the connection ({@link FrameGuard}). */
    public static final int LONGEST = 16 * 1024;

    private static final int LONGEST_ID = 100;
    // A key that is there twice, or words behind the object, are read one way by one parser and another by the next.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode json;
    private final String type;

    private Frame(JsonNode json, String type) {
        this.json = json;
        this.type = type;
    }

    /** Reads a frame; a {@link Problem} says what is wrong with it: TOO_LARGE or MALFORMED. */
    public static Frame parse(String raw) {
        if (raw.length() > LONGEST || raw.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new Problem(Code.TOO_LARGE, "A frame has at most " + LONGEST + " bytes.");
        }
        try {
            JsonNode json = JSON.readTree(raw);
            JsonNode type = json == null ? null : json.get("type");
            if (type == null || !type.isTextual()) {
                throw malformed("A frame is a JSON object with a \"type\".");
            }
            return new Frame(json, type.textValue());
        } catch (JsonProcessingException e) {
            throw malformed("A frame is a JSON object.");
        }
    }

    /** The beginning of a frame to send. */
    public static ObjectNode of(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /** The frame that tells of a problem, with the client's own id for what it is about. */
    public static ObjectNode problem(Problem problem, @Nullable String clientId) {
        Refusals.count(Refusals.Door.SOCKET, problem.code());
        ObjectNode frame = of("problem").put("code", problem.code().wire()).put("detail", problem.detail());
        if (problem.retryAfter() != null) {
            frame.put("retryAfter", problem.retryAfter().toSeconds());
        }
        if (clientId != null) {
            frame.put("clientId", clientId);
        }
        return frame;
    }

    public String type() {
        return type;
    }

    /** The sender's id for this frame, 1 to {@value #LONGEST_ID} characters. */
    public String clientId() {
        String id = text("clientId");
        if (id.isBlank() || id.length() > LONGEST_ID || !Text.isStorable(id)) {
            throw malformed("clientId has 1 to " + LONGEST_ID + " characters.");
        }
        return id;
    }

    /** The sender's id if there is a usable one, for telling of a problem with the rest. */
    public @Nullable String clientIdOrNull() {
        String id = rawText("clientId");
        return id != null && id.length() <= LONGEST_ID ? id : null;
    }

    /** The text in this field if there is one, unchecked: for telling of a problem with the rest. */
    public @Nullable String rawText(String field) {
        JsonNode value = json.get(field);
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    public String text(String field) {
        String value = textOrNull(field);
        if (value == null) {
            throw malformed(field + " is missing.");
        }
        return value;
    }

    public @Nullable String textOrNull(String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw malformed(field + " is a text.");
        }
        return value.textValue();
    }

    public int integer(String field) {
        Integer value = integerOrNull(field);
        if (value == null) {
            throw malformed(field + " is missing.");
        }
        return value;
    }

    public @Nullable Integer integerOrNull(String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw malformed(field + " is a whole number.");
        }
        return value.intValue();
    }

    /** A whole number between these, both included, or null if there is none. */
    public @Nullable Integer integerOrNull(String field, int least, int most) {
        Integer value = integerOrNull(field);
        if (value != null && (value < least || value > most)) {
            throw Problem.invalid(field + " is between " + least + " and " + most + ".");
        }
        return value;
    }

    public boolean bool(String field) {
        Boolean value = boolOrNull(field);
        if (value == null) {
            throw malformed(field + " is missing.");
        }
        return value;
    }

    public @Nullable Boolean boolOrNull(String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw malformed(field + " is true or false.");
        }
        return value.booleanValue();
    }

    public UUID id(String field) {
        UUID id = idOrNull(field);
        if (id == null) {
            throw malformed(field + " is missing.");
        }
        return id;
    }

    public @Nullable UUID idOrNull(String field) {
        String value = textOrNull(field);
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw malformed(field + " is a UUID.");
        }
    }

    /** The moment in this field, as ISO 8601 writes it, or null if there is none. */
    public @Nullable Instant instantOrNull(String field) {
        String value = textOrNull(field);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw malformed(field + " is a time as in 2026-11-21T09:00:00Z.");
        }
    }

    /** The object in this field, read by the same rules. */
    public Frame inner(String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isObject()) {
            throw malformed(field + " is an object.");
        }
        return new Frame(value, type);
    }

    private static Problem malformed(String detail) {
        return new Problem(Code.MALFORMED, detail);
    }
}
