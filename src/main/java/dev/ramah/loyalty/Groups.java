package dev.ramah.loyalty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one question while they are counted, and which of them are shown.
 *
 * <p>A group is shown that has enough customers and enough of them who bought again. The groups of a question are all
 * customers, and what those who are hidden have together follows from what is shown; so they must be enough together, or be
 * nobody. Else the smallest one that is shown is hidden with them (complementary suppression; A. Hundepool and others,
 * Statistical Disclosure Control, 2012). One always does, for it is enough by itself. The same holds for the
 * rates, of those who were followed for long enough.
 */
final class Groups {

    private final Question question;
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private final List<Sum> shown;
    private final List<Sum> rated;

    private Groups(Question question, List<Followed> customers, int days) {
        this.question = question;
        question.groups().forEach(key -> sums.put(key, new Sum(key)));
        for (Followed each : customers) {
            @Nullable String key = each.groups().get(question);
            if (key != null) {
                sums.computeIfAbsent(key, Sum::new).add(each, days);
            }
        }
        shown = told(sums.values(), sums.values(), each -> each.course.size(), each -> each.course.happened());
        rated = told(sums.values(), shown, each -> each.within.of(), each -> each.within.bought());
    }

    /** One group. */
    private static final class Sum {

        private final String key;
        private final Course course = new Course();
        private final Course[] strata = new Course[Followed.STRATA];
        private final Evened.Counts within = new Evened.Counts(Followed.STRATA);

        Sum(String key) {
            this.key = key;
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

        int[] sizes() {
            return Arrays.stream(strata).mapToInt(Course::size).toArray();
        }
    }

    static Groups of(Question question, List<Followed> customers, int days) {
        return new Groups(question, customers, days);
    }

    /** Those of the candidates that may be told, though what all have together is known. */
    private static List<Sum> told(
            Collection<Sum> all, Collection<Sum> candidates, ToIntFunction<Sum> customers, ToIntFunction<Sum> orders) {
        List<Sum> told = new ArrayList<>(candidates.stream()
                .filter(each -> Group.suffices(customers.applyAsInt(each), orders.applyAsInt(each)))
                .toList());
        List<Sum> others = all.stream().filter(each -> !told.contains(each)).toList();
        int left = others.stream().mapToInt(customers).sum();
        if (left > 0 && !Group.suffices(left, others.stream().mapToInt(orders).sum())) {
            told.stream().min(Comparator.comparingInt(customers)).ifPresent(told::remove);
        }
        return told;
    }

    /** How many are shown. */
    int shown() {
        return shown.size();
    }

    /**
     * The groups beside each other.
     *
     * @param reach of the intervals, in standard errors
     */
    Comparison compared(double reach) {
        Map<Sum, Evened> evened = evened(reach);
        @Nullable Standard standard = shown.size() < 2
                ? null
                : Standard.of(shown.stream().map(Sum::sizes).toList()).orElse(null);
        List<Group> groups = inOrder().stream()
                .map(each ->
                        shown.contains(each) ? group(each, evened.get(each), standard, reach) : Group.hidden(each.key))
                .toList();
        return new Comparison(
                question,
                groups,
                test(List.<Course[]>of(shown.stream().map(each -> each.course).toArray(Course[]::new))),
                test(strata()));
    }

    private Group group(Sum sum, @Nullable Evened evened, @Nullable Standard standard, double reach) {
        return Group.of(
                sum.key,
                sum.course,
                KaplanMeier.of(sum.course, reach),
                rated.contains(sum) ? Rate.of(sum.within.bought(), sum.within.of(), reach) : null,
                evened,
                standard == null ? null : KaplanMeier.evened(List.of(sum.strata), standard, reach),
                standard == null ? 0 : standard.covered());
    }

    /** Those that every report has first, then the largest of the others, last what is left of them. */
    private List<Sum> inOrder() {
        List<String> first = question.groups();
        return sums.values().stream()
                .sorted(Comparator.<Sum>comparingInt(
                                each -> first.contains(each.key) ? first.indexOf(each.key) : first.size())
                        .thenComparing(each -> each.key.equals(Question.OTHER))
                        .thenComparing(each -> -each.course.size())
                        .thenComparing(each -> each.key))
                .toList();
    }

    private Map<Sum, Evened> evened(double reach) {
        Map<Sum, Evened> evened = new LinkedHashMap<>();
        if (rated.size() > 1) {
            Optional<List<Evened>> all =
                    Evened.of(rated.stream().map(each -> each.within).toList(), reach);
            all.ifPresent(each -> {
                for (int i = 0; i < rated.size(); i++) {
                    evened.put(rated.get(i), each.get(i));
                }
            });
        }
        return evened;
    }

    private List<Course[]> strata() {
        List<Course[]> strata = new ArrayList<>();
        for (int i = 0; i < Followed.STRATA; i++) {
            int stratum = i;
            strata.add(shown.stream().map(each -> each.strata[stratum]).toArray(Course[]::new));
        }
        return strata;
    }

    private static Comparison.@Nullable Difference test(List<Course[]> strata) {
        return strata.get(0).length < 2
                ? null
                : LogRank.of(strata).map(Comparison.Difference::of).orElse(null);
    }
}
