package dev.ramah.loyalty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one question beside each other.
 *
 * @param groups all of the question, in its order
 * @param plain whether the groups that are shown differ; null where fewer than two are
 * @param adjusted the same among those who had bought as often before
 */
public record Comparison(
        Question question, List<Group> groups, @Nullable Difference plain, @Nullable Difference adjusted) {

    /**
     * What a log-rank test says.
     *
     * @param p how often chance alone would put the groups as far apart
     * @param corrected the same, as many questions were looked at (Holm): below 0.05 it is called a difference
     */
    public record Difference(double chiSquare, int degrees, double p, double corrected) {

        static Difference of(LogRank test) {
            return new Difference(test.chiSquare(), test.degrees(), test.p(), test.p());
        }

        Difference corrected(double forAll) {
            return new Difference(chiSquare, degrees, p, forAll);
        }
    }

    /** The same with curves of at most so many points. */
    Comparison drawn(int most) {
        return new Comparison(
                question, groups.stream().map(each -> each.drawn(most)).toList(), plain, adjusted);
    }
}
