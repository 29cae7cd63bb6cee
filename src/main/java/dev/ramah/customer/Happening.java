package dev.ramah.customer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that the shop told of a customer besides orders: a visit, a purchase, points.
 *
 * @param data its plain values; what the shop nests in it is left out
 */
public record Happening(String type, Instant at, Map<String, String> data) {

    private static final int MOST_VALUES = 8;

    static Happening of(String type, Instant at, JsonNode data) {
        Map<String, String> values = new LinkedHashMap<>();
        data.properties().forEach(each -> {
            if (each.getValue().isValueNode() && !each.getValue().isNull() && values.size() < MOST_VALUES) {
                values.put(each.getKey(), each.getValue().asText());
            }
        });
        return new Happening(type, at, values);
    }
}
