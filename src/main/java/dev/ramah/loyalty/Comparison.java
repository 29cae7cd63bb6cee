package dev.ramah.loyalty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

        private static Difference of(LogRank test) {
            return new Difference(test.chiSquare(), test.degrees(), test.p(), test.p());
        }

        Difference corrected(double forAll) {
            return new Difference(chiSquare, degrees, p, forAll);
        }
    }

    /** One group while it is counted. */
    private static final class Sum {

        private final Course course = new Course();
        private final Course[] strata = new Course[Followed.STRATA];
        private final Evened.Counts within = new Evened.Counts(Followed.STRATA);

        Sum() {
            Arrays.setAll(strata, none -> new Course());
        }

        void add(Followed customer, int days) {
            int day = customer.bought() > 0 ? customer.bought() : customer.seen();
            course.add(day, customer.bought() > 0);
            strata[customer.stratum()].add(day, customer.bought() > 0);
            if (customer.seen() >= days) {
                within.add(customer.stratum(), customer.bought() > 0 && customer.bought() <= days);
            }
        }

        boolean isShown() {
            return Group.suffices(course.size(), course.happened());
        }

        @Nullable Rate rate() {
            int of = within.of();
            int bought = within.bought();
            return Group.suffices(of, bought) ? Rate.of(bought, of) : null;
        }
    }

    static Comparison of(Question question, List<Followed> customers, int days) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        question.groups().forEach(key -> sums.put(key, new Sum()));
        for (Followed each : customers) {
            @Nullable String key = each.groups().get(question);
            if (key != null) {
                sums.computeIfAbsent(key, other -> new Sum()).add(each, days);
            }
        }
        List<Sum> shown = sums.values().stream().filter(Sum::isShown).toList();
        Map<Sum, Evened> evened = evened(shown);
        List<Group> groups = new ArrayList<>();
        sums.forEach((key, sum) ->
                groups.add(sum.isShown() ? Group.of(key, sum.course, sum.rate(), evened.get(sum)) : Group.hidden(key)));
        return new Comparison(
                question,
                List.copyOf(groups),
                test(List.<Course[]>of(shown.stream().map(each -> each.course).toArray(Course[]::new))),
                test(strata(shown)));
    }

    /** The same with curves of at most so many points. */
    Comparison drawn(int most) {
        return new Comparison(
                question, groups.stream().map(each -> each.drawn(most)).toList(), plain, adjusted);
    }

    private static Map<Sum, Evened> evened(List<Sum> shown) {
        List<Sum> rated = shown.stream().filter(each -> each.rate() != null).toList();
        Map<Sum, Evened> evened = new LinkedHashMap<>();
        if (rated.size() > 1) {
            Optional<List<Evened>> all =
                    Evened.of(rated.stream().map(each -> each.within).toList());
            all.ifPresent(each -> {
                for (int i = 0; i < rated.size(); i++) {
                    evened.put(rated.get(i), each.get(i));
                }
            });
        }
        return evened;
    }

    private static List<Course[]> strata(List<Sum> shown) {
        List<Course[]> strata = new ArrayList<>();
        for (int i = 0; i < Followed.STRATA; i++) {
            int stratum = i;
            strata.add(shown.stream().map(each -> each.strata[stratum]).toArray(Course[]::new));
        }
        return strata;
    }

    private static @Nullable Difference test(List<Course[]> strata) {
        return strata.get(0).length < 2
                ? null
                : LogRank.of(strata).map(Difference::of).orElse(null);
    }
}
