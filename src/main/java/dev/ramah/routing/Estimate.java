package dev.ramah.routing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a customer will wait, as a range. Whoever finds somebody free waits for them to pick up, which takes as long as
 * it took lately. Whoever does not waits until as many conversations have ended as there are people before them and they
 * themselves: conversations end as a Poisson process does, so that time follows a gamma distribution, whose quantiles are
 * those of Wilson and Hilferty (1931).
 *
 * <p>How far that is from the truth (colleagues go to lunch, one language has fewer speakers) shows in how long those
 * waited who were told before: the upper end is stretched or shrunk until it would have held for so many of them.
 *
 * @param likely what half of them wait
 * @param most what at least eight of ten wait no longer than
 */
public record Estimate(Duration likely, Duration most) {

    /** Of those who waited before, the share that the upper end would have held for; above 0.8, for the next day is never like the last. */
    private static final double HOLDS_FOR = 0.90;

    /** The quantile of the gamma distribution to start from: the 80th percentile of a normal one. */
    private static final double UPPER = 0.8416;

    private static final double MIDDLE = 0;

    /** The weight of what is usual against what was seen lately, in conversations that ended. */
    private static final double USUAL = 10;

    /** With fewer than this nobody can say how far off it was. */
    private static final int FEWEST = 20;

    /** While that is so. */
    private static final double UNTRIED = 1.2;

    private static final double LEAST_STRETCH = 0.5;
    private static final double MOST_STRETCH = 5;

    /** Seconds until somebody who is free picks up, likely and at most, until it is known: an offer stands for 30. */
    private static final double PICKS_UP = 15;

    private static final double PICKS_UP_AT_MOST = 30;

    /**
     * Where somebody stands.
     *
     * @param behind how many conversations have to end before it is their turn; 0 where somebody is free for them
     * @param held how many conversations people have in hand
     */
    public record Standing(int behind, int held) {}

    /**
     * How fast people get done.
     *
     * @param ended conversations that left their hands
     * @param heldSeconds how long they had all they had, added up
     */
    public record Pace(long ended, double heldSeconds) {

        /** This, as far as it goes, and as much of the usual as {@link #USUAL} conversations tell. */
        double perHeldSecond(Pace usual) {
            double known = Math.min(USUAL, (double) usual.ended);
            double seconds = usual.ended == 0 ? 0 : known * usual.heldSeconds / (double) usual.ended;
            return ((double) ended + known) / Math.max(1, heldSeconds + seconds);
        }
    }

    /**
     * What somebody was told before, and what came of it.
     *
     * @param foretold the upper end as it was before it was stretched, in seconds
     */
    public record Outcome(int behind, double foretold, double waited) {}

    /** The upper end before it is stretched, in seconds; empty while nothing is known about how fast people get done. */
    public static Optional<Double> foretold(Standing standing, Pace lately, Pace usual, List<Outcome> before) {
        return at(UPPER, standing, lately, usual, before);
    }

    /** The range; empty where any number would be a guess. */
    public static Optional<Estimate> of(Standing standing, Pace lately, Pace usual, List<Outcome> before) {
        double stretch = standing.behind == 0 ? 1 : stretch(before);
        return at(MIDDLE, standing, lately, usual, before).flatMap(likely -> foretold(standing, lately, usual, before)
                .map(most -> new Estimate(seconds(Math.min(likely, most * stretch)), seconds(most * stretch))));
    }

    private static Optional<Double> at(
            double quantile, Standing standing, Pace lately, Pace usual, List<Outcome> before) {
        if (standing.behind == 0) {
            return Optional.of(
                    quantile == MIDDLE ? picksUp(before, 0.5, PICKS_UP) : picksUp(before, HOLDS_FOR, PICKS_UP_AT_MOST));
        }
        double pace = standing.held * lately.perHeldSecond(usual);
        return pace <= 0 ? Optional.empty() : Optional.of(gamma(standing.behind, quantile) / pace);
    }

    private static double picksUp(List<Outcome> before, double share, double unknown) {
        double[] waits = before.stream()
                .filter(each -> each.behind == 0)
                .mapToDouble(Outcome::waited)
                .sorted()
                .toArray();
        return waits.length < FEWEST ? unknown : Math.max(1, share(waits, share));
    }

    private static double stretch(List<Outcome> before) {
        double[] times = before.stream()
                .filter(each -> each.behind > 0 && each.foretold > 0)
                .mapToDouble(each -> each.waited / each.foretold)
                .sorted()
                .toArray();
        double needed = times.length < FEWEST ? UNTRIED : share(times, HOLDS_FOR);
        return Math.max(LEAST_STRETCH, Math.min(MOST_STRETCH, needed));
    }

    /** The quantile of the time until so many things have happened of which one happens in a unit of time. */
    private static double gamma(int count, double quantile) {
        double spread = 1.0 / (9 * count);
        return count * Math.pow(1 - spread + quantile * Math.sqrt(spread), 3);
    }

    /** The smallest value that has at least this share of all at or below it. */
    private static double share(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.max(1, (long) Math.ceil(seconds)));
    }
}
