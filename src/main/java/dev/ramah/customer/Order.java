package dev.ramah.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** An order as the shop last told of it; {@code total} and {@code items} read as the shop wrote them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(String order, Instant at, @Nullable String status, @Nullable String total, List<String> items) {

    /** Each order as it was told last, by what was told of them, the newest first. */
    static List<Order> latest(List<CustomerEvent> told) {
        Map<String, Order> latest = new LinkedHashMap<>();
        told.stream()
                .flatMap(event -> of(event.data, event.at).stream())
                .forEach(order -> latest.putIfAbsent(order.order(), order));
        return List.copyOf(latest.values());
    }

    /** Empty where the data has no order number. */
    static Optional<Order> of(JsonNode data, Instant at) {
        String number = data.path("order").asText("");
        return number.isBlank()
                ? Optional.empty()
                : Optional.of(new Order(number, at, text(data.path("status")), total(data), items(data)));
    }

    private static @Nullable String total(JsonNode data) {
        String total = text(data.path("total"));
        String currency = text(data.path("currency"));
        return total == null || currency == null ? total : currency + " " + total;
    }

    private static List<String> items(JsonNode data) {
        return StreamSupport.stream(data.path("items").spliterator(), false)
                .map(Order::item)
                .toList();
    }

    private static String item(JsonNode item) {
        if (!item.isObject()) {
            return item.asText();
        }
        String quantity = text(item.path("quantity"));
        return (quantity == null ? "" : quantity + " × ") + item.path("name").asText();
    }

    private static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
