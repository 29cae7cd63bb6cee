package dev.ramah.language;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a chat model says of a conversation. Nothing in it is checked yet but its form.
 *
 * @param summary what is wanted and where it stands, a sentence each
 * @param tried what was tried, and did not do
 * @param open what is still to be answered
 */
public record BriefReply(List<Point> summary, List<Point> tried, List<Point> open, List<Named> facts) {

    /** Something it says, and the numbers of the entries that it has it from. */
    public record Point(String text, List<Integer> entries) {}

    /** A fact, and the number of the entry that it has it from. */
    public record Named(String kind, String value, int entry) {}

    /** The same with each of its texts changed. */
    BriefReply each(UnaryOperator<String> change) {
        return new BriefReply(
                points(summary, change),
                points(tried, change),
                points(open, change),
                facts.stream()
                        .map(each -> new Named(each.kind(), change.apply(each.value()), each.entry()))
                        .toList());
    }

    private static List<Point> points(List<Point> points, UnaryOperator<String> change) {
        return points.stream()
                .map(each -> new Point(change.apply(each.text()), each.entries()))
                .toList();
    }
}
