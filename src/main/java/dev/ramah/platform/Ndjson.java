package dev.ramah.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** A table as lines, each a JSON object of its own. */
public final class Ndjson {

    public static final String ON_REQUEST = "application/x-ndjson;qs=0.4";

    private Ndjson() {}

    public static String of(List<?> rows, ObjectMapper json) {
        StringBuilder lines = new StringBuilder();
        try {
            for (Object each : rows) {
                lines.append(json.writeValueAsString(each)).append('\n');
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row could not be written", e);
        }
        return lines.toString();
    }
}
