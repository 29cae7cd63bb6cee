package dev.ramah.feedback;

import dev.ramah.conversation.Cause;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Adds up how it went. An answer is a mark from 1 to 5; whoever answers without being asked counts in the marks,
 * but not in the response rate, which is about those who were asked, in whatever way and of whatever.
 */
public final class Satisfaction {

    private static final int HIGHEST = 5;

    /** From this mark on an answer is good: CSAT is the share of 4 and 5. */
    private static final int GOOD = 4;

    /** Promoters give 9 or 10, detractors 0 to 6 (F. Reichheld, Harvard Business Review, December 2003). */
    private static final int PROMOTER = 9;

    private static final int DETRACTOR = 6;

    /** From this effort on it was easy. */
    private static final int EASY = 5;

    private final int[] marks = new int[HIGHEST];
    private int asked;
    private int askedWhoAnswered;
    private int recommendations;
    private int promoters;
    private int detractors;
    private int efforts;
    private int effort;
    private int easy;
    private final Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
    private int repeatedOf;
    private int repeated;

    /**
     * What was counted elsewhere.
     *
     * @param marks how often each mark was given, from 1 to 5
     * @param recommendations how often each number from 0 to 10
     * @param efforts how often each number from 1 to 7
     * @param causes how often each was named with a low mark
     */
    public static Satisfaction of(
            int asked,
            int answered,
            int[] marks,
            int[] recommendations,
            int[] efforts,
            int repeated,
            int repeatedOf,
            Map<Cause, Integer> causes) {
        Satisfaction sum = new Satisfaction();
        sum.asked = asked;
        sum.askedWhoAnswered = answered;
        System.arraycopy(marks, 0, sum.marks, 0, HIGHEST);
        sum.recommendations = Arrays.stream(recommendations).sum();
        sum.promoters =
                Arrays.stream(recommendations, PROMOTER, recommendations.length).sum();
        sum.detractors = Arrays.stream(recommendations, 0, DETRACTOR + 1).sum();
        for (int i = 0; i < efforts.length; i++) {
            sum.efforts += efforts[i];
            sum.effort += (i + 1) * efforts[i];
            sum.easy += i + 1 >= EASY ? efforts[i] : 0;
        }
        sum.repeated = repeated;
        sum.repeatedOf = repeatedOf;
        sum.causes.putAll(causes);
        return sum;
    }

    /** Somebody was asked, and has answered or not. */
    public void addAsked(boolean answered) {
        asked++;
        askedWhoAnswered += answered ? 1 : 0;
    }

    public void add(Rating rating) {
        if (rating.csat() != null) {
            marks[rating.csat() - 1]++;
        }
        if (rating.nps() != null) {
            recommendations++;
            promoters += rating.nps() >= PROMOTER ? 1 : 0;
            detractors += rating.nps() <= DETRACTOR ? 1 : 0;
        }
        if (rating.effort() != null) {
            efforts++;
            effort += rating.effort();
            easy += rating.effort() >= EASY ? 1 : 0;
        }
        if (rating.isLow() && rating.cause() != null) {
            causes.merge(rating.cause(), 1, Integer::sum);
        }
        if (rating.repeated() != null) {
            repeatedOf++;
            repeated += rating.repeated() ? 1 : 0;
        }
    }

    /** How many gave a mark. */
    public int answers() {
        return Arrays.stream(marks).sum();
    }

    public int asked() {
        return asked;
    }

    /** Of those asked, who answered. */
    public int answered() {
        return askedWhoAnswered;
    }

    /** The share of those asked who answered, 0 to 1. */
    public OptionalDouble responseRate() {
        return share(askedWhoAnswered, asked);
    }

    /** The share of good marks, 0 to 1. */
    public OptionalDouble csat() {
        return share(good(), answers());
    }

    public Optional<Wilson> interval() {
        return answers() == 0 ? Optional.empty() : Optional.of(Wilson.of(good(), answers()));
    }

    /** How often each mark was given, from 1 to 5. */
    public List<Integer> distribution() {
        return Arrays.stream(marks).boxed().toList();
    }

    /** Percentage of promoters less that of detractors, -100 to 100. */
    public OptionalDouble nps() {
        return share(100 * (promoters - detractors), recommendations);
    }

    /** What the score may truly be; nothing where nobody said. */
    public Optional<Bootstrap> npsInterval() {
        return recommendations == 0
                ? Optional.empty()
                : Optional.of(Bootstrap.of(promoters, detractors, recommendations));
    }

    /** How many said whether they would recommend us. */
    public int recommendations() {
        return recommendations;
    }

    /** The mean effort, 1 to 7. */
    public OptionalDouble effort() {
        return share(effort, efforts);
    }

    /** How many said how much effort it was. */
    public int efforts() {
        return efforts;
    }

    /** How many of them said 5, 6 or 7. */
    public int easy() {
        return easy;
    }

    /** How many had to repeat themselves, of {@link #repeatedOf} who said whether they had to. */
    public int repeated() {
        return repeated;
    }

    public int repeatedOf() {
        return repeatedOf;
    }

    /** What those who gave a 1 or 2 were unhappy with, as far as they said. */
    public Map<Cause, Integer> causes() {
        return Map.copyOf(causes);
    }

    private int good() {
        return Arrays.stream(marks, GOOD - 1, HIGHEST).sum();
    }

    private static OptionalDouble share(int part, int of) {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / of);
    }
}
