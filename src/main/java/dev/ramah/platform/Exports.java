package dev.ramah.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room that holds something of customers shows it to them: what {@link Forgets} erases, this hands out. */
public interface Exports {

    /** The key of this room's part in the file that the customer gets, in lower case. */
    String name();

    /** Everything this room holds of the customer, as values that can be written as JSON; null when it holds nothing. */
    @Nullable Object export(UUID customer);
}
