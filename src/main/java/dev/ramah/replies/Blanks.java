package dev.ramah.replies;

import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.State;
import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import dev.ramah.customer.Order;
import dev.ramah.recall.Fact;
import dev.ramah.recall.Facts;
import dev.ramah.recall.Profile;
import dev.ramah.recall.Profile.Purchase;
import dev.ramah.recall.Spoken;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the variables of a text stand for in a conversation. What is not known has no value, for nothing is guessed. */
@ApplicationScoped
class Blanks {

    private final Conversations conversations;
    private final Customers customers;
    private final String shop;

    Blanks(
            Conversations conversations,
            Customers customers,
            @ConfigProperty(name = "ramah.shop", defaultValue = "Ramah") String shop) {
        this.conversations = conversations;
        this.customers = customers;
        this.shop = shop;
    }

    /** The values that are known, when this colleague speaks. */
    Map<Variable, String> of(State state, Colleague agent) {
        Map<Variable, String> known = new EnumMap<>(Variable.class);
        Optional<Guest> guest = customers.find(state.customer());
        put(known, Variable.CUSTOMER_NAME, guest.map(Guest::name).orElse(state.customerName()));
        put(known, Variable.CUSTOMER_EMAIL, guest.map(Guest::email).orElse(null));
        put(known, Variable.AGENT_NAME, agent.name());
        put(known, Variable.SHOP, shop);
        List<Order> orders = customers.orders(state.customer());
        String order = order(state, orders);
        put(known, Variable.ORDER, order);
        put(
                known,
                Variable.ORDER_STATUS,
                orders.stream()
                        .filter(each -> each.order().equalsIgnoreCase(order == null ? "" : order))
                        .findFirst()
                        .map(Order::status)
                        .orElse(null));
        return known;
    }

    /** The same where there is no conversation, and of the customer no more is known than this. */
    Map<Variable, String> of(@Nullable String customer, @Nullable String order, Colleague agent) {
        Map<Variable, String> known = new EnumMap<>(Variable.class);
        put(known, Variable.CUSTOMER_NAME, customer);
        put(known, Variable.AGENT_NAME, agent.name());
        put(known, Variable.SHOP, shop);
        put(known, Variable.ORDER, order);
        return known;
    }

    /** The one they spoke of last in this episode; without a word of any, the only one they have. */
    private @Nullable String order(State state, List<Order> orders) {
        List<Spoken> said = conversations.entries(state.conversation(), 0).stream()
                .filter(each -> each.episode() == state.episode() && each.what() instanceof Happened.Said)
                .map(Blanks::spoken)
                .toList();
        Profile profile = new Profile(
                null,
                null,
                false,
                orders.stream()
                        .map(each -> new Purchase(each.order(), each.items()))
                        .toList(),
                Map.of());
        List<String> named = Facts.in(said, profile).stream()
                .filter(each -> each.kind().equals("order"))
                .map(Fact::value)
                .toList();
        if (!named.isEmpty()) {
            return named.get(named.size() - 1);
        }
        return orders.size() == 1 ? orders.get(0).order() : null;
    }

    private static Spoken spoken(Entry entry) {
        return new Spoken(
                entry.seq(), entry.by().role(), entry.what() instanceof Happened.Said said ? said.text() : "");
    }

    private static void put(Map<Variable, String> known, Variable variable, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            known.put(variable, value);
        }
    }
}
