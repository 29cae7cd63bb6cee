package dev.ramah.theme;

import dev.ramah.language.Vector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts complaints that mean the same together, one after another. What is near the middle of a theme joins it and moves
 * the middle a little; what is near none waits until enough that are alike, of several customers, make a new one. What
 * was put somewhere stays there, whatever comes later.
 */
final class Grouping {

    /**
     * When complaints are alike. Cosines are the sentence model's: with the shipped one, complaints about the same thing
     * were at 0.66 to 0.81 of each other (10th to 90th percentile of 81 in two languages) and at 0.80 to 0.90 of their
     * middle; others at 0.44 to 0.63, and at most at 0.75 of a middle that wasn't theirs. Of thousands that were put together
     * of many ways to say twenty things (theme/complaints.txt among the tests), 90% were at 0.78 or more of their middle, 17%
     * of another one too, and 3% of those that belong to none; at 0.76 these were 96%, 35% and 8%.
     *
     * @param join from this cosine with its middle on, a complaint belongs to a theme
     * @param link from this one on, two complaints are alike
     * @param same from this one on, two middles are those of one theme, and a complaint says what another said
     * @param alike how many make a new theme, at least
     * @param customers of how many customers, at least
     */
    record Rule(double join, double link, double same, int alike, int customers) {

        static final Rule SHIPPED = new Rule(0.78, 0.66, 0.9, 5, 3);

        /** Of the shipped model: at which cosine two complaints about other things are in the mean, and two about the same. */
        private static final double APART = 0.5;

        private static final double ALIKE = 0.72;

        /** With less between them a model does not tell complaints apart, and nothing is as good a rule as another. */
        private static final double TOLD_APART = 0.03;

        /**
         * The rule for a model to which complaints about other things are at {@code apart} of each other in the mean, and
         * those about the same at {@code alike}: each bound stands as far between the two as with the shipped one. That is
         * exact for complaints that share a part with all others, a part with their theme, and have the rest for themselves.
         */
        static Rule of(double apart, double alike) {
            if (apart < 0 || alike >= 1 || alike - apart < TOLD_APART) {
                return SHIPPED;
            }
            int n = SHIPPED.alike;
            return new Rule(
                    between(
                            toMiddle(APART, ALIKE),
                            toMiddle(ALIKE, ALIKE),
                            SHIPPED.join,
                            toMiddle(apart, alike),
                            toMiddle(alike, alike)),
                    between(APART, ALIKE, SHIPPED.link, apart, alike),
                    between(
                            ofMiddles(APART, ALIKE, n),
                            ofMiddles(ALIKE, ALIKE, n),
                            SHIPPED.same,
                            ofMiddles(apart, alike, n),
                            ofMiddles(alike, alike, n)),
                    n,
                    SHIPPED.customers);
        }

        /** The cosine of a complaint with the middle of many that are {@code alike}, where it is at {@code to} of each. */
        private static double toMiddle(double to, double alike) {
            return to / Math.sqrt(alike);
        }

        /** The cosine of two middles of so many each. */
        private static double ofMiddles(double to, double alike, int n) {
            return to / (alike + (1 - alike) / n);
        }

        /** As far between these two as a bound is between those. */
        private static double between(double low, double high, double bound, double newLow, double newHigh) {
            return newLow + (bound - low) / (high - low) * (newHigh - newLow);
        }
    }

    /** A complaint as far as it is grouped. */
    record Point(UUID id, UUID customer, Vector meaning) {}

    /** The middle of a theme's complaints: their sum, of which only the direction counts. */
    static final class Centre {

        private final UUID theme;
        private final float[] sum;
        private Vector middle;

        Centre(UUID theme, float[] sum) {
            this.theme = theme;
            this.sum = sum.clone();
            this.middle = Vector.towards(sum);
        }

        /** Of these; there must be one at least. */
        static Centre of(UUID theme, Collection<Vector> meanings) {
            Centre centre =
                    new Centre(theme, new float[meanings.iterator().next().size()]);
            meanings.forEach(centre::add);
            return centre;
        }

        UUID theme() {
            return theme;
        }

        float[] sum() {
            return sum.clone();
        }

        Vector middle() {
            return middle;
        }

        void add(Vector meaning) {
            float[] values = meaning.values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
            middle = Vector.towards(sum);
        }
    }

    /** A complaint that people put somewhere, and in whose sum it is. */
    record Anchor(UUID theme, Vector meaning) {}

    /**
     * Where some complaints belong.
     *
     * @param theme null if they make a new one
     */
    record Placed(@Nullable UUID theme, List<Point> points) {}

    private final Rule rule;
    private final List<Centre> centres;
    private final List<Anchor> anchors;
    private final List<Point> loose;

    /**
     * A grouping that goes on from here.
     *
     * @param anchors what people decided, which goes before what is near
     * @param loose those that belong nowhere yet
     */
    Grouping(Rule rule, Collection<Centre> centres, Collection<Anchor> anchors, Collection<Point> loose) {
        this.rule = rule;
        this.centres = new ArrayList<>(centres);
        this.anchors = List.copyOf(anchors);
        this.loose = new ArrayList<>(loose);
    }

    /** Where it belongs, and those with it that belong nowhere without it; null for nowhere yet. */
    @Nullable Placed place(Point point) {
        Centre near = decided(point.meaning()).orElseGet(() -> nearest(point.meaning()));
        if (near != null && near.middle().cosine(point.meaning()) >= rule.join()) {
            near.add(point.meaning());
            return new Placed(near.theme(), List.of(point));
        }
        List<Point> alike = enough(around(point));
        if (alike.isEmpty()) {
            loose.add(point);
            return null;
        }
        loose.removeAll(alike);
        Vector middle = Vector.middle(alike.stream().map(Point::meaning).toList());
        Centre same = nearest(middle);
        if (same != null && same.middle().cosine(middle) >= rule.same()) {
            alike.forEach(each -> same.add(each.meaning()));
            return new Placed(same.theme(), alike);
        }
        return new Placed(null, alike);
    }

    /** A theme that was made of what was placed. */
    void founded(Centre centre) {
        centres.add(centre);
    }

    /** Those that wait and lie where this one's neighbours have their middle; it is among them or nobody is. */
    private List<Point> around(Point point) {
        List<Point> near = new ArrayList<>(loose.stream()
                .filter(each -> each.meaning().cosine(point.meaning()) >= rule.link())
                .toList());
        near.add(point);
        if (enough(near).isEmpty()) {
            return List.of();
        }
        Vector middle = Vector.middle(near.stream().map(Point::meaning).toList());
        if (middle.cosine(point.meaning()) < rule.join()) {
            return List.of();
        }
        List<Point> around = new ArrayList<>(loose.stream()
                .filter(each -> each.meaning().cosine(middle) >= rule.join())
                .toList());
        around.add(point);
        return around;
    }

    private List<Point> enough(List<Point> points) {
        Set<UUID> customers = new HashSet<>();
        points.forEach(each -> customers.add(each.customer()));
        return points.size() >= rule.alike() && customers.size() >= rule.customers() ? points : List.of();
    }

    /** Where people put what says the same. */
    private Optional<Centre> decided(Vector meaning) {
        return anchors.stream()
                .filter(each -> each.meaning().cosine(meaning) >= rule.same())
                .max(Comparator.comparingDouble(each -> each.meaning().cosine(meaning)))
                .flatMap(each -> centres.stream()
                        .filter(centre -> centre.theme().equals(each.theme()))
                        .findFirst());
    }

    private @Nullable Centre nearest(Vector meaning) {
        Centre nearest = null;
        double best = Double.NEGATIVE_INFINITY;
        for (Centre each : centres) {
            double cosine = each.middle().cosine(meaning);
            if (cosine > best) {
                best = cosine;
                nearest = each;
            }
        }
        return nearest;
    }
}
