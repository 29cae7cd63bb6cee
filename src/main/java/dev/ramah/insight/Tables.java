package dev.ramah.insight;

import dev.ramah.feedback.Rating;
import dev.ramah.feedback.Satisfaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Satisfaction, split and whole. Rows come by name: nobody is ranked by figures that chance may turn round. */
final class Tables {

    private Tables() {}

    static List<Row> split(Collection<Episode> episodes, Range range, Keys keys) {
        return sums(episodes, range, keys).entrySet().stream()
                .map(each -> Row.of(each.getKey(), each.getValue()))
                .toList();
    }

    static Row whole(Collection<Episode> episodes, Range range) {
        SortedMap<String, Satisfaction> sums = sums(episodes, range, (episode, at) -> List.of("all"));
        return Row.of(null, sums.getOrDefault("all", new Satisfaction()));
    }

    private static SortedMap<String, Satisfaction> sums(Collection<Episode> episodes, Range range, Keys keys) {
        SortedMap<String, Satisfaction> sums = new TreeMap<>(Keys.BY_NAME);
        for (Episode each : episodes) {
            Instant ended = each.ended();
            if (each.asked() && ended != null && range.contains(ended)) {
                keys.of(each, ended).forEach(key -> at(key, sums).addAsked(each.hasMark()));
            }
            Rating rating = each.rating();
            if (rating != null && range.contains(rating.at())) {
                keys.of(each, rating.at()).forEach(key -> at(key, sums).add(rating));
            }
        }
        return sums;
    }

    private static Satisfaction at(String key, SortedMap<String, Satisfaction> sums) {
        return sums.computeIfAbsent(key, first -> new Satisfaction());
    }
}
