package dev.ramah.recall;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer besides what they said here.
 *
 * @param verified whether the shop vouches for name and e-mail
 * @param orders by number, the newest first
 */
public record Profile(
        @Nullable String name,
        @Nullable String email,
        boolean verified,
        List<Purchase> orders,
        Map<String, String> attributes) {

    public static final Profile UNKNOWN = new Profile(null, null, false, List.of(), Map.of());

    /** An order of the shop's own data. */
    public record Purchase(String order, List<String> items) {}

    boolean hasOrder(String number) {
        return orders.stream().anyMatch(each -> each.order().equalsIgnoreCase(number));
    }
}
