package dev.ramah.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the log knows of customers. */
public interface Talks {

    /** How many conversations each has; who has none may be missing. */
    Map<UUID, Integer> conversations(Collection<UUID> customers);

    /** How many entries of theirs still have words. */
    int entries(UUID customer);

    /** Their conversations, the newest first. */
    List<Talk> of(UUID customer);
}
