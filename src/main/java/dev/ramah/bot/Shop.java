package dev.ramah.bot;

import dev.ramah.customer.Customers;
import dev.ramah.customer.Guest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Asks what the shop knows, with the rights of the customer who asks. */
@ApplicationScoped
class Shop {

    private final Customers customers;

    Shop(Customers customers) {
        this.customers = customers;
    }

    /** What may be told to this customer about themselves. */
    Known known(UUID customer) {
        return customers
                .find(customer)
                .filter(Guest::verified)
                .map(guest -> new Known(guest.externalId(), guest.name(), customers.orders(customer), true))
                .orElseGet(() -> new Known(null, null, List.of(), customers.canBeVouchedFor()));
    }
}
