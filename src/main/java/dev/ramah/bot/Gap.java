package dev.ramah.bot;

import dev.ramah.language.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Questions of one meaning that the articles did not answer well.
 *
 * @param middle the one that lies nearest to all the others: it says what they are about
 */
record Gap(Miss middle, List<Miss> misses) {

    // Of pairs of questions to one bank's 77 topics as near as this, most are about the same; further off, most are
    // not.
    static final double SAME = 0.85;

    /** How it is found again as long as its questions are there. */
    String id() {
        return middle.conversation().id() + ":" + middle.seq();
    }

    long customers() {
        return misses.stream().map(Miss::customer).distinct().count();
    }

    /** Those of them whose mark was bad. */
    long unhappy() {
        return misses.stream()
                .filter(Miss::isUnhappy)
                .map(Miss::customer)
                .distinct()
                .count();
    }

    /** An unhappy customer counts twice. */
    long weight() {
        return customers() + unhappy();
    }

    Map<Miss.Reason, Long> reasons() {
        return misses.stream().collect(Collectors.groupingBy(Miss::reason, Collectors.counting()));
    }

    /** What people answered, the answer that went with the best mark first, then the longest. */
    Optional<Miss> bestAnswered() {
        return misses.stream()
                .filter(each -> !each.answers().isEmpty())
                .max(Comparator.comparingInt(Miss::csat).thenComparingInt(each -> String.join("", each.answers())
                        .length()));
    }

    /** The heaviest first. A question joins the group whose middle is nearest, if it is near enough. */
    static List<Gap> of(List<Miss> misses, Map<String, Vector> meanings) {
        List<Group> groups = new ArrayList<>();
        for (Miss miss : misses) {
            Vector meaning = meanings.get(miss.question());
            if (meaning != null) {
                groups.stream()
                        .filter(each -> each.language.equals(miss.language()) && each.nearness(meaning) >= SAME)
                        .max(Comparator.comparingDouble(each -> each.nearness(meaning)))
                        .ifPresentOrElse(group -> group.add(miss, meaning), () -> groups.add(new Group(miss, meaning)));
            }
        }
        return groups.stream()
                .map(Group::gap)
                .sorted(Comparator.comparingLong(Gap::weight)
                        .reversed()
                        .thenComparing(each -> each.middle().at(), Comparator.reverseOrder()))
                .toList();
    }

    /** While it grows. */
    private static final class Group {

        private final String language;
        private final List<Miss> misses = new ArrayList<>();
        private final List<Vector> meanings = new ArrayList<>();
        private Vector middle;

        Group(Miss first, Vector meaning) {
            language = first.language();
            misses.add(first);
            meanings.add(meaning);
            middle = meaning;
        }

        double nearness(Vector meaning) {
            return meaning.cosine(middle);
        }

        void add(Miss miss, Vector meaning) {
            misses.add(miss);
            meanings.add(meaning);
            middle = Vector.middle(meanings);
        }

        Gap gap() {
            int nearest = 0;
            for (int i = 1; i < meanings.size(); i++) {
                if (nearness(meanings.get(i)) > nearness(meanings.get(nearest))) {
                    nearest = i;
                }
            }
            return new Gap(misses.get(nearest), List.copyOf(misses));
        }
    }
}
