package dev.ramah.insight;

import dev.ramah.loyalty.Group;
import dev.ramah.loyalty.Loyalty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point of a curve as a row: from this day on, such a share of the group had bought again.
 *
 * @param adjusted the share if all groups had bought as often before; null where that can't be said, or no longer
 */
record CurvePoint(
        String question,
        String group,
        int day,
        double share,
        double low,
        double high,
        int atRisk,
        @Nullable Double adjusted,
        @Nullable Double adjustedLow,
        @Nullable Double adjustedHigh) {

    static final List<String> COLUMNS = List.of(
            "question", "group", "day", "share", "low", "high", "atRisk", "adjusted", "adjustedLow", "adjustedHigh");

    static List<CurvePoint> of(Loyalty loyalty) {
        return loyalty.comparisons().stream()
                .flatMap(each -> each.groups().stream()
                        .flatMap(group -> of(each.question().wire(), group).stream()))
                .toList();
    }

    /** The adjusted curve rises only on days on which the other one does. */
    private static List<CurvePoint> of(String question, Group group) {
        List<Group.Point> even =
                group.adjusted() == null ? List.of() : group.adjusted().curve();
        int last = even.isEmpty() ? -1 : even.get(even.size() - 1).day();
        Iterator<Group.Point> rest = even.iterator();
        Group.@Nullable Point next = rest.hasNext() ? rest.next() : null;
        Group.Point now = new Group.Point(0, 0, 0, 0, 0);
        List<CurvePoint> points = new ArrayList<>();
        for (Group.Point each : group.curve()) {
            if (next != null && next.day() <= each.day()) {
                now = next;
                next = rest.hasNext() ? rest.next() : null;
            }
            points.add(of(question, group.key(), each, each.day() <= last ? now : null));
        }
        return points;
    }

    private static CurvePoint of(String question, String group, Group.Point point, Group.@Nullable Point even) {
        return new CurvePoint(
                question,
                group,
                point.day(),
                point.share(),
                point.low(),
                point.high(),
                point.atRisk(),
                even == null ? null : Double.valueOf(even.share()),
                even == null ? null : Double.valueOf(even.low()),
                even == null ? null : Double.valueOf(even.high()));
    }

    /** The values under {@link #COLUMNS}. */
    List<@Nullable Object> cells() {
        return Arrays.asList(question, group, day, share, low, high, atRisk, adjusted, adjustedLow, adjustedHigh);
    }
}
