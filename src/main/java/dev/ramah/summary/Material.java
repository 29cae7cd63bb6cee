package dev.ramah.summary;

import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was said in an episode up to a hand-over, as a chat model gets it: a line an entry, each with its number. */
final class Material {

    /** Whole entries, the newest of them; a model that reads more answers later and not better. */
    private static final int LONGEST = 16_000;

    private final Map<Integer, Entry> entries;

    private Material(Map<Integer, Entry> entries) {
        this.entries = entries;
    }

    /** Of this log, up to this entry; notes of staff stay with staff, and what was erased is gone. */
    static Material of(List<Entry> log, int upTo) {
        int episode = log.stream()
                .filter(each -> each.seq() <= upTo)
                .mapToInt(Entry::episode)
                .max()
                .orElse(0);
        List<Entry> said = log.stream()
                .filter(each -> each.seq() <= upTo && each.episode() == episode && !each.erased())
                .filter(each -> !text(each).isBlank())
                .toList();
        Map<Integer, Entry> kept = new TreeMap<>();
        int length = 0;
        for (Entry each : newestFirst(said)) {
            length += text(each).length();
            if (length > LONGEST && !kept.isEmpty()) {
                break;
            }
            kept.put(each.seq(), each);
        }
        return new Material(kept);
    }

    private static Collection<Entry> newestFirst(List<Entry> said) {
        List<Entry> turned = new ArrayList<>();
        said.forEach(each -> turned.add(0, each));
        return turned;
    }

    /** Without a word of the customer there is nothing to tell. */
    boolean isEmpty() {
        return entries.values().stream().noneMatch(each -> each.isBy(Role.CUSTOMER));
    }

    boolean has(int seq) {
        return entries.containsKey(seq);
    }

    boolean isCustomers(int seq) {
        Entry entry = entries.get(seq);
        return entry != null && entry.isBy(Role.CUSTOMER);
    }

    String words(int seq) {
        Entry entry = entries.get(seq);
        return entry == null ? "" : text(entry);
    }

    /** One line each, so that nobody's words look like an entry of their own. */
    String lines() {
        return entries.values().stream()
                .map(each -> "[" + each.seq() + "] " + each.by().role().name().toLowerCase(Locale.ROOT) + ": "
                        + text(each).replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining("\n"));
    }

    private static String text(Entry entry) {
        return entry.what() instanceof Happened.Said said ? said.text() : "";
    }
}
