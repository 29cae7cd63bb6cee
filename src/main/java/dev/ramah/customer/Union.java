package dev.ramah.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of two customers who are one: what the one says who is kept, counts, and what is missing there is filled
 * from the other. Two whom the shop vouches for are two, whatever else they share.
 *
 * @param lines what differs or is filled, in the order in which people look at it
 */
public record Union(List<Line> lines) {

    /** As many attributes as a customer may have. */
    static final int MOST_ATTRIBUTES = 20;

    /**
     * One value.
     *
     * @param what name, email, identity, or else the attribute's name
     * @param attribute whether it is one: they may be called as they like
     * @param stays which of the two, KEPT or MERGED
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(String what, boolean attribute, @Nullable String kept, @Nullable String merged, String stays) {

        boolean isFilled() {
            return stays.equals("MERGED");
        }
    }

    static boolean areTwo(Guest kept, Guest merged) {
        return kept.externalId() != null && merged.externalId() != null;
    }

    static Union of(Guest kept, Guest merged) {
        List<Line> lines = new ArrayList<>();
        add(lines, "name", kept.name(), merged.name());
        add(lines, "email", kept.email(), merged.email());
        add(lines, "identity", kept.externalId(), merged.externalId());
        int room = MOST_ATTRIBUTES - kept.attributes().size();
        TreeSet<String> names = new TreeSet<>(kept.attributes().keySet());
        names.addAll(merged.attributes().keySet());
        for (String each : names) {
            String here = kept.attributes().get(each);
            boolean filled = here == null && room-- > 0;
            lines.add(new Line(each, true, here, merged.attributes().get(each), filled ? "MERGED" : "KEPT"));
        }
        return new Union(List.copyOf(lines));
    }

    private static void add(List<Line> lines, String what, @Nullable String kept, @Nullable String merged) {
        if (kept != null || merged != null) {
            lines.add(new Line(what, false, kept, merged, kept == null ? "MERGED" : "KEPT"));
        }
    }

    /** What fills this gap; null where there is none or nothing does. */
    @Nullable String filling(String what) {
        return lines.stream()
                .filter(each -> !each.attribute() && each.what().equals(what) && each.isFilled())
                .map(Line::merged)
                .findFirst()
                .orElse(null);
    }

    /** The attributes of both. */
    Map<String, String> attributes() {
        Map<String, String> all = new TreeMap<>();
        for (Line each : lines) {
            String value = each.isFilled() ? each.merged() : each.kept();
            if (each.attribute() && value != null) {
                all.put(each.what(), value);
            }
        }
        return all;
    }
}
