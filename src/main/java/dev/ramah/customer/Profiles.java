package dev.ramah.customer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.platform.Exports;
import dev.ramah.platform.Forgets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words about a customer that this room holds itself. */
@ApplicationScoped
class Profiles implements Forgets, Exports {

    record Profile(Guest customer, List<Told> events) {}

    record Told(String type, Instant at, JsonNode data) {}

    private final Clock clock;

    Profiles(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public @Nullable Object export(UUID customer) {
        Optional<Customer> known = Customer.findByIdOptional(customer);
        return known.map(each -> new Profile(each.guest(), events(customer))).orElse(null);
    }

    private static List<Told> events(UUID customer) {
        return CustomerEvent.of(customer).stream()
                .map(each -> new Told(each.type, each.at, each.data))
                .toList();
    }

    @Override
    public void forget(UUID customer) {
        Customer.<Customer>findByIdOptional(customer).ifPresent(each -> each.forget(clock.instant()));
        // Whoever still shows one of them has to hear of it.
        Customer.mergedInto(customer).forEach(each -> each.forget(clock.instant()));
        CustomerEvent.of(customer).forEach(CustomerEvent::forget);
    }
}
