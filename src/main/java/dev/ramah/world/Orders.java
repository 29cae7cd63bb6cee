package dev.ramah.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.customer.Customers;
import dev.ramah.customer.ShopEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** What Sari and Tom bought, told as the shop tells it. */
@ApplicationScoped
class Orders {

    static final String FILE = "orders.ndjson";

    private final Customers customers;
    private final Clock clock;

    Orders(Customers customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /** Tells what was not told before; whoever was forgotten since stays so. */
    void tell() {
        Instant now = clock.instant();
        Lines.of(FILE).forEach(each -> tell(each, now));
    }

    private void tell(JsonNode line, Instant now) {
        JsonNode told = line.path("event");
        ShopEvent event =
                new ShopEvent(told.path("id").asText(), told.path("type").asText(), Lines.at(told, now), (ObjectNode)
                        told.path("data"));
        if (customers.wasTold(event)) {
            return;
        }
        String externalId = line.path("customer").asText();
        customers.known(externalId, Lines.text(line, "name"), Lines.text(line, "email"), Lines.text(line, "language"));
        customers.told(externalId, event);
    }
}
