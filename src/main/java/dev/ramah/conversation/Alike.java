package dev.ramah.conversation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened, of entries that are read without their words: then most of them say the same, and to take apart the same
 * text again and again was a good part of reading a log.
 */
final class Alike {

    /** So many are remembered; a log has few that differ, but for those that hold a time or an id. */
    private static final int MOST = 5_000;

    private record Facts(String kind, String facts) {}

    private final Map<Facts, Happened> read = new HashMap<>();

    Happened of(EntryRow row) {
        return row.words() == null ? withoutWords(row) : HappenedJson.join(row.kind(), row.facts(), row.words());
    }

    Happened withoutWords(EntryRow row) {
        Facts facts = new Facts(row.kind(), row.facts());
        @Nullable Happened known = read.get(facts);
        if (known != null) {
            return known;
        }
        Happened what = HappenedJson.join(row.kind(), row.facts(), null);
        if (read.size() < MOST) {
            read.put(facts, what);
        }
        return what;
    }
}
