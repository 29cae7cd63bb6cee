package dev.ramah.conversation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where conversations stood when this node last wrote them, the latest {@value #MOST} of them. It is a guess: another
 * node may have written since, so whatever rests on it is guarded where it is stored. Of the log's thread only.
 */
final class Recent {

    /** About 300 bytes each. */
    private static final int MOST = 10_000;

    private final Map<UUID, Conversation> byId = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Conversation> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Takes these out, for verbs will change them and only a commit makes the change true; nothing where one is missing.
     */
    Optional<Map<UUID, Conversation>> take(Collection<UUID> ids) {
        if (!byId.keySet().containsAll(ids)) {
            return Optional.empty();
        }
        Map<UUID, Conversation> taken = new HashMap<>();
        ids.forEach(id -> taken.computeIfAbsent(id, byId::remove));
        return Optional.of(taken);
    }

    void keep(Collection<Conversation> written) {
        written.forEach(each -> byId.put(each.id, each));
    }
}
