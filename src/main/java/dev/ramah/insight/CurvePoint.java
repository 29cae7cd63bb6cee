package dev.ramah.insight;

import dev.ramah.loyalty.Loyalty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A point of a curve as a row: from this day on, such a share of the group had bought again. */
record CurvePoint(String question, String group, int day, double share, double low, double high, int atRisk) {

    static final List<String> COLUMNS = List.of("question", "group", "day", "share", "low", "high", "atRisk");

    static List<CurvePoint> of(Loyalty loyalty) {
        return loyalty.comparisons().stream()
                .flatMap(each -> each.groups().stream().flatMap(group -> group.curve().stream()
                        .map(point -> new CurvePoint(
                                each.question().wire(),
                                group.key(),
                                point.day(),
                                point.share(),
                                point.low(),
                                point.high(),
                                point.atRisk()))))
                .toList();
    }

    /** The values under {@link #COLUMNS}. */
    List<@Nullable Object> cells() {
        return List.of(question, group, day, share, low, high, atRisk);
    }
}
