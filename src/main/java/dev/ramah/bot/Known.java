package dev.ramah.bot;

import dev.ramah.customer.Order;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the shop knows of whoever asks. It tells nothing of those for whom the shop has not vouched, whatever they say
 * about themselves.
 *
 * @param externalId by which the shop knows them; null unless it has vouched for them
 * @param name as they are called; null if nobody said so, or it proves nothing
 * @param orders as the shop last told, the newest first
 * @param canSignIn whether the shop can vouch for anybody at all
 */
record Known(@Nullable String externalId, @Nullable String name, List<Order> orders, boolean canSignIn) {

    /** Somebody of whom nothing is known, and who is not asked to change that. */
    static final Known NOBODY = new Known(null, null, List.of(), false);

    private static final Set<String> OVER = Set.of("delivered", "cancelled", "canceled", "refunded", "returned");

    // With more, nobody reads how each one stands.
    private static final int MOST_ORDERS = 3;

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])#?(\\p{L}{0,4}-?\\d{3,}[\\p{L}\\p{N}-]*)");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    boolean isVerified() {
        return externalId != null;
    }

    /** The number of an order that a question speaks of, if it has one. */
    static Optional<String> number(String question) {
        return NUMBER.matcher(question)
                .results()
                .map(each -> each.group(1))
                .filter(each -> !YEAR.matcher(each).matches())
                .findFirst();
    }

    /** Theirs with this number. */
    Optional<Order> order(String number) {
        return orders.stream()
                .filter(each -> each.order().equalsIgnoreCase(number))
                .findFirst();
    }

    /** Those that are still on their way, or the newest. */
    List<Order> current() {
        List<Order> open = orders.stream()
                .filter(each ->
                        each.status() == null || !OVER.contains(each.status().toLowerCase(Locale.ROOT)))
                .limit(MOST_ORDERS)
                .toList();
        return open.isEmpty() ? orders.stream().limit(1).toList() : open;
    }
}
