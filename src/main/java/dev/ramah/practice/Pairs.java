package dev.ramah.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answers of a rehearsal beside those that the colleague who had the conversation gave to the same words. What the
 * customer says by a branch or a model nobody had to answer at the time: beside the answer to that stands none.
 */
final class Pairs {

    private Pairs() {}

    /**
     * @param asked what the customer had said
     * @param mine what was answered to it; empty for what the rehearsal did not reach
     * @param theirs what the colleague answered; empty where they did not, or were not asked that
     * @param then whether the customer said this at the time as well
     */
    record Pair(String asked, String mine, String theirs, boolean then) {}

    /** What the customer said, and what we said until they went on. */
    private record Exchange(List<Utterance> asked, List<Utterance> mine) {

        boolean isSaidAs(String how) {
            return asked.stream().anyMatch(each -> how.equals(each.how()));
        }
    }

    /** What was answered in the rehearsal, in order, and behind it what the colleague went on to answer. */
    static List<Pair> of(Plot plot, List<Utterance> talk) {
        List<List<Plot.Line>> answered = plot.answered();
        List<Pair> pairs = new ArrayList<>();
        int reached = 0;
        int shown = 0;
        for (Exchange each : exchanges(talk)) {
            boolean recorded = each.isSaidAs(Play.RECORDED);
            boolean then = recorded || each.isSaidAs(Utterance.OPENING);
            reached += recorded ? 1 : 0;
            shown = then ? reached + 1 : shown;
            pairs.add(new Pair(
                    said(each.asked()),
                    said(each.mine()),
                    then && reached < answered.size() ? words(answered.get(reached)) : "",
                    then));
        }
        for (int i = shown; i < answered.size(); i++) {
            pairs.add(new Pair(
                    words(
                            i == 0
                                    ? plot.opening().stream()
                                            .filter(each -> each.by() == Who.CUSTOMER)
                                            .toList()
                                    : plot.turns().get(i - 1)),
                    "",
                    words(answered.get(i)),
                    true));
        }
        return List.copyOf(pairs);
    }

    /** Those that we said something in. */
    private static List<Exchange> exchanges(List<Utterance> talk) {
        List<Exchange> all = new ArrayList<>(List.of(new Exchange(new ArrayList<>(), new ArrayList<>())));
        for (Utterance each : talk) {
            Exchange last = all.get(all.size() - 1);
            if (each.isAnswer()) {
                last.mine().add(each);
            } else if (each.by() == Who.CUSTOMER && last.mine().isEmpty()) {
                last.asked().add(each);
            } else if (each.by() == Who.CUSTOMER) {
                all.add(new Exchange(new ArrayList<>(List.of(each)), new ArrayList<>()));
            }
        }
        return all.stream().filter(each -> !each.mine().isEmpty()).toList();
    }

    private static String said(List<Utterance> said) {
        return joined(said.stream().map(Utterance::text));
    }

    private static String words(List<Plot.Line> lines) {
        return joined(lines.stream().map(Plot.Line::text));
    }

    private static String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining("\n"));
    }
}
