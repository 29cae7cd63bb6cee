package dev.ramah.theme;

import dev.ramah.language.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses what tells most: near the middle, and not what was quoted already (maximal marginal relevance: J. Carbonell
 * and J. Goldstein, "The Use of MMR, Diversity-Based Reranking", SIGIR 1998).
 */
final class Quotes {

    /** How much being near the middle counts; the rest is being unlike the others. */
    private static final double NEAR = 0.7;

    /** From this cosine on it is the same said again. */
    private static final double REPEAT = 0.95;

    private Quotes() {}

    /** At most so many, the most telling first; of those that are as good, the first. */
    static <T> List<T> of(List<T> all, Function<T, Vector> meaning, Vector middle, int most) {
        List<T> chosen = new ArrayList<>();
        List<T> left = new ArrayList<>(all);
        while (chosen.size() < most) {
            left.removeIf(each -> likest(each, chosen, meaning) >= REPEAT);
            Optional<T> next = left.stream()
                    .max(Comparator.comparingDouble(
                            each -> NEAR * meaning.apply(each).cosine(middle)
                                    - (1 - NEAR) * Math.max(0, likest(each, chosen, meaning))));
            if (next.isEmpty()) {
                break;
            }
            chosen.add(next.get());
            left.remove(next.get());
        }
        return chosen;
    }

    private static <T> double likest(T one, List<T> chosen, Function<T, Vector> meaning) {
        return chosen.stream()
                .mapToDouble(each -> meaning.apply(each).cosine(meaning.apply(one)))
                .max()
                .orElse(-1);
    }
}
