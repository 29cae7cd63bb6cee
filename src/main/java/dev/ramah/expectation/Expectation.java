package dev.ramah.expectation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was learned from ratings, and whether it is good for anything. The newest fifth of them is held back, and what is
 * shown is what was learned from the older ones: the quality that is told is the one of what is used.
 *
 * @param ratings that there were
 * @param unhappy how many of them were 1 or 2
 * @param leaning null while there are too few
 * @param quality null while there are too few
 */
public record Expectation(int ratings, int unhappy, @Nullable Leaning leaning, @Nullable Quality quality) {

    /** With fewer there is nothing to learn from, or nothing to check it by. */
    public static final int FEWEST_RATINGS = 300;

    public static final int FEWEST_UNHAPPY = 50;

    /** Of each kind, among those that are held back. */
    private static final int FEWEST_HELD_BACK = 10;

    private static final int FIFTHS = 5;

    /** Learns from these, in any order. */
    public static Expectation of(List<Example> examples) {
        int unhappy = unhappy(examples);
        List<Example> byTime =
                examples.stream().sorted(Comparator.comparing(Example::at)).toList();
        int older = examples.size() - examples.size() / FIFTHS;
        List<Example> learnedFrom = byTime.subList(0, older);
        List<Example> heldBack = byTime.subList(older, examples.size());
        int late = unhappy(heldBack);
        if (examples.size() < FEWEST_RATINGS
                || unhappy < FEWEST_UNHAPPY
                || late < FEWEST_HELD_BACK
                || heldBack.size() - late < FEWEST_HELD_BACK
                || unhappy == late) {
            return new Expectation(examples.size(), unhappy, null, null);
        }
        Leaning leaning = Leaning.learned(learnedFrom);
        double base = (double) unhappy(learnedFrom) / learnedFrom.size();
        return new Expectation(examples.size(), unhappy, leaning, Quality.of(leaning, base, heldBack));
    }

    /** What may be shown: nothing unless it beats the base rate. */
    @JsonIgnore
    public Optional<Leaning> shown() {
        return quality != null && quality.beatsTheBaseRate() ? Optional.ofNullable(leaning) : Optional.empty();
    }

    private static int unhappy(List<Example> examples) {
        return (int) examples.stream().filter(Example::unhappy).count();
    }
}
