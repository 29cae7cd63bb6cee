package dev.ramah.platform;

import java.util.UUID;

/**
 * A room that holds words of customers. Each room that does implements this, so that erasing a customer
 * reaches all of them; it is called inside one transaction and must leave numbers, kinds and times in place.
 */
public interface Forgets {

    /** Blanks every word this room holds of the customer; doing it twice changes nothing. */
    void forget(UUID customer);
}
