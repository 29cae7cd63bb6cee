package dev.ramah.insight;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The rows of a table that an episode with this key counts in, each once, when it is counted at this moment. */
interface Keys {

    Comparator<String> BY_NAME = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    List<String> of(String key, Instant at);
}
