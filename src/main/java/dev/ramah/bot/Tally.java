package dev.ramah.bot;

import dev.ramah.conversation.Citation;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.EpisodeLog;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of an article's answers.
 *
 * @param used times that the bot quoted it
 * @param helpful thumbs up for that
 * @param notHelpful thumbs down
 * @param handedOver episodes in which a person was asked for after it, before the bot quoted another
 */
record Tally(int used, int helpful, int notHelpful, int handedOver) {

    private Tally plus(Tally other) {
        return new Tally(
                used + other.used,
                helpful + other.helpful,
                notHelpful + other.notHelpful,
                handedOver + other.handedOver);
    }

    /** By article. */
    static Map<String, Tally> of(EpisodeLog episode) {
        Map<String, Tally> tallies = new HashMap<>();
        Map<Integer, List<Citation>> quoted = new HashMap<>();
        Map<Integer, Boolean> thumbs = new HashMap<>();
        Set<String> handedOver = new HashSet<>();
        List<Citation> last = List.of();
        for (Entry entry : episode.entries()) {
            if (entry.what() instanceof Happened.Said said
                    && entry.isBy(Role.BOT)
                    && !said.citations().isEmpty()) {
                last = said.citations();
                quoted.put(entry.seq(), last);
                last.forEach(each -> add(tallies, each, new Tally(1, 0, 0, 0)));
            } else if (entry.what() instanceof Happened.Thumbed thumbed) {
                thumbs.put(thumbed.target(), thumbed.up());
            } else if (entry.what() instanceof Happened.Escalated) {
                last.stream()
                        .filter(each -> handedOver.add(each.article()))
                        .forEach(each -> add(tallies, each, new Tally(0, 0, 0, 1)));
            }
        }
        // Who changes their mind has one opinion, the last.
        thumbs.forEach((target, up) -> quoted.getOrDefault(target, List.of())
                .forEach(each -> add(tallies, each, up ? new Tally(0, 1, 0, 0) : new Tally(0, 0, 1, 0))));
        return tallies;
    }

    private static void add(Map<String, Tally> tallies, Citation to, Tally more) {
        tallies.merge(to.article(), more, Tally::plus);
    }

    /** All of them together. */
    static Map<String, Tally> sum(List<Map<String, Tally>> all) {
        Map<String, Tally> sum = new HashMap<>();
        all.forEach(each -> each.forEach((article, tally) -> sum.merge(article, tally, Tally::plus)));
        return sum;
    }
}
