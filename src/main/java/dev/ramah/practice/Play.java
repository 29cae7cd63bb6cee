package dev.ramah.practice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the customer says next, without a model: what somebody wrote for an answer like this one, or else what they went on
 * to say at the time, or else the line that always fits. It is read from what was said so far and from nothing else.
 */
final class Play {

    static final String RECORDED = "recorded";
    static final String FALLBACK = "fallback";
    private static final String BRANCH = "branch:";

    /** So often in a row nothing else may come to their mind; then they have nothing more to say. */
    private static final int AT_A_LOSS = 3;

    private Play() {}

    /** @param how see {@link Utterance}; {@code ends} whether the rehearsal is over with it */
    record Reply(List<String> texts, String how, boolean ends) {}

    /** @param talk ends with an answer of ours */
    static Reply after(Plot plot, List<Utterance> talk, Likeness likeness) {
        String answer = unanswered(talk);
        boolean last = answers(talk) >= plot.answers();
        for (int i = 0; i < plot.branches().size(); i++) {
            Branch branch = plot.branches().get(i);
            String how = BRANCH + (i + 1);
            // Nobody says the same thing twice because they were asked twice.
            boolean said = talk.stream().anyMatch(each -> how.equals(each.how()));
            if (!said && branch.isHitBy(answer, likeness)) {
                return new Reply(List.of(branch.reply()), how, last || branch.ends());
            }
        }
        List<List<Plot.Line>> turns = plot.turns();
        int played = runs(talk, RECORDED);
        if (played < turns.size()) {
            return new Reply(turns.get(played).stream().map(Plot.Line::text).toList(), RECORDED, last);
        }
        boolean lost = lost(talk) + 1 >= AT_A_LOSS;
        return new Reply(plot.fallback().isBlank() ? List.of() : List.of(plot.fallback()), FALLBACK, last || lost);
    }

    /** Which lines of the customer have been said so far, each with its place in the rehearsal. */
    static Map<Integer, Integer> places(Plot plot, List<Utterance> talk) {
        // They are said in their order, all of a turn at once.
        List<Integer> said = talk.stream()
                .filter(each -> RECORDED.equals(each.how()) || Utterance.OPENING.equals(each.how()))
                .map(Utterance::seq)
                .toList();
        List<Plot.Line> lines = Stream.concat(
                        plot.opening().stream(), plot.turns().stream().flatMap(List::stream))
                .toList();
        return IntStream.range(0, Math.min(said.size(), lines.size()))
                .filter(i -> lines.get(i).by() == Who.CUSTOMER)
                .boxed()
                .collect(Collectors.toMap(i -> lines.get(i).seq(), said::get));
    }

    /** What we said since the customer last said something. */
    static String unanswered(List<Utterance> talk) {
        StringBuilder said = new StringBuilder();
        for (Utterance each : talk) {
            if (each.by() == Who.CUSTOMER) {
                said.setLength(0);
            } else if (each.isAnswer()) {
                said.append(each.text()).append('\n');
            }
        }
        return said.toString().strip();
    }

    static int answers(List<Utterance> talk) {
        return (int) talk.stream().filter(Utterance::isAnswer).count();
    }

    /** How often the customer said something for this reason; several lines in a row are once. */
    private static int runs(List<Utterance> talk, String how) {
        int runs = 0;
        boolean in = false;
        for (Utterance each : talk) {
            boolean one = how.equals(each.how());
            runs += one && !in ? 1 : 0;
            in = one;
        }
        return runs;
    }

    /** How often in a row the customer had nothing else to say. */
    private static int lost(List<Utterance> talk) {
        int lost = 0;
        for (Utterance each : talk) {
            if (each.by() == Who.CUSTOMER) {
                lost = Objects.equals(each.how(), FALLBACK) ? lost + 1 : 0;
            }
        }
        return lost;
    }
}
