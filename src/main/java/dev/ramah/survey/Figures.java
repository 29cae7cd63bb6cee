package dev.ramah.survey;

import dev.ramah.feedback.Bootstrap;
import dev.ramah.feedback.Wilson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of asking about the episodes that were over in some days, and what was said in these days.
 *
 * @param episodes how many were over: all that were decided about
 * @param asked about how many somebody was asked, by a rule or by hand, at once or later
 * @param byHand of them
 * @param waiting how many are going to be
 * @param response who answered, of those who were asked
 * @param refused how many were not, by reason
 * @param skipped of those with the reason {@code skipped}, how many by why
 * @param previous what was answered in the time before
 */
record Figures(
        int episodes,
        int asked,
        int byHand,
        int waiting,
        int reminded,
        Share response,
        Map<String, Integer> refused,
        Map<String, Integer> skipped,
        List<OfSurvey> surveys,
        Nps nps,
        Ces ces,
        Previous previous) {

    /** As of these days. */
    record Previous(Share response, Nps nps, Ces ces) {}

    /** {@code n} out of {@code of}: its share, 0 to 1, and where that lies with 95% certainty; null out of none. */
    record Share(int n, int of, @Nullable Double share, @Nullable Wilson interval) {

        static Share of(int n, int of) {
            return of == 0 ? new Share(n, of, null, null) : new Share(n, of, (double) n / of, Wilson.of(n, of));
        }
    }

    record OfSurvey(UUID id, String name, Share response) {}

    /** The net promoter score, -100 to 100, with its 95% interval; null without answers. */
    record Nps(
            int answers,
            @Nullable Double score,
            @Nullable Bootstrap interval,
            Share promoters,
            Share passives,
            Share detractors) {

        private static final int PROMOTER = 9;
        private static final int DETRACTOR = 6;

        /** @param counts how often each number from 0 to 10 */
        static Nps of(int[] counts) {
            int all = 0;
            int good = 0;
            int bad = 0;
            for (int i = 0; i < counts.length; i++) {
                all += counts[i];
                good += i >= PROMOTER ? counts[i] : 0;
                bad += i <= DETRACTOR ? counts[i] : 0;
            }
            return new Nps(
                    all,
                    all == 0 ? null : 100.0 * (good - bad) / all,
                    all == 0 ? null : Bootstrap.of(good, bad, all),
                    Share.of(good, all),
                    Share.of(all - good - bad, all),
                    Share.of(bad, all));
        }
    }

    /**
     * How easy it was.
     *
     * @param mean from 1 to 7; null without answers
     * @param easy who said 5, 6 or 7
     */
    record Ces(int answers, @Nullable Double mean, Share easy) {

        private static final int EASY = 5;

        /** @param counts how often each number from 0 to 7 */
        static Ces of(int[] counts) {
            int all = 0;
            int sum = 0;
            int easy = 0;
            for (int i = 0; i < counts.length; i++) {
                all += counts[i];
                sum += i * counts[i];
                easy += i >= EASY ? counts[i] : 0;
            }
            return new Ces(all, all == 0 ? null : (double) sum / all, Share.of(easy, all));
        }
    }
}
