package dev.ramah.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The answers of a rehearsal beside those of the colleague who had the conversation, turn by turn. */
final class Pairs {

    private Pairs() {}

    /** @param asked what the customer had said; each is empty where there was nothing */
    record Pair(String asked, String mine, String theirs) {}

    static List<Pair> of(Plot plot, List<Utterance> talk) {
        List<String> asked = new ArrayList<>();
        List<String> mine = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        StringBuilder answer = new StringBuilder();
        for (Utterance each : talk) {
            if (each.by() == Who.CUSTOMER && !answer.isEmpty()) {
                asked.add(words.toString().strip());
                mine.add(answer.toString().strip());
                words.setLength(0);
                answer.setLength(0);
            }
            if (each.by() == Who.CUSTOMER) {
                words.append(each.text()).append('\n');
            } else if (each.isAnswer()) {
                answer.append(each.text()).append('\n');
            }
        }
        if (!answer.isEmpty()) {
            asked.add(words.toString().strip());
            mine.add(answer.toString().strip());
        }
        List<String> theirs = plot.answered().stream()
                .map(run -> run.stream().map(Plot.Line::text).collect(Collectors.joining("\n")))
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            pairs.add(new Pair(at(asked, i), at(mine, i), at(theirs, i)));
        }
        return List.copyOf(pairs);
    }

    private static String at(List<String> all, int place) {
        return place < all.size() ? all.get(place) : "";
    }
}
