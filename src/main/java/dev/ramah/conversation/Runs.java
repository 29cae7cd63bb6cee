package dev.ramah.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which macros ran in an episode, and the newest entry of each. Who starts one again without having seen that is too
 * late: of two clicks, or two people, one does it.
 */
record Runs(Map<UUID, Integer> newest) {

    /** As it is stored: {@code id=seq,id=seq}. */
    static Runs parse(@Nullable String stored) {
        Map<UUID, Integer> newest = new LinkedHashMap<>();
        if (stored != null) {
            for (String each : stored.split(",", -1)) {
                String[] pair = each.split("=", 2);
                newest.put(UUID.fromString(pair[0]), Integer.valueOf(pair[1]));
            }
        }
        return new Runs(newest);
    }

    boolean hasRunSince(UUID macro, int seq) {
        return newest.getOrDefault(macro, 0) > seq;
    }

    /** The same with this run. */
    String with(UUID macro, int seq) {
        Map<UUID, Integer> all = new LinkedHashMap<>(newest);
        all.put(macro, seq);
        return all.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(","));
    }
}
