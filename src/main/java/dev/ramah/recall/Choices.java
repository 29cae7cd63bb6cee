package dev.ramah.recall;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions that offer two things: "a refund or a replacement?" */
final class Choices {

    private Choices() {}

    /** The choice they made before they were asked. */
    static Optional<Answer> made(Question question, List<Heard> heard, Tongue tongue) {
        String[] sides = question.sentence().plain().split(" (?:or|atau)(?= )", 2);
        Set<String> one = roots(sides[0], tongue);
        Set<String> other = roots(sides[1], tongue);
        boolean wish = question.sentence().words().stream()
                .anyMatch(each -> Lexicon.isValue("want", each) || each.equals("would"));
        for (Heard each : heard) {
            for (Sentence sentence : each.sentences()) {
                boolean all = covers(sentence, one) || covers(sentence, other);
                boolean enough = wish
                        ? all && sentence.words().stream().anyMatch(word -> Lexicon.isValue("want", word))
                        : one.size() > 1 && covers(sentence, one);
                if (enough) {
                    return Optional.of(Answer.of(each, sentence.raw()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean covers(Sentence sentence, Set<String> side) {
        return !side.isEmpty() && sentence.roots().containsAll(side);
    }

    private static Set<String> roots(String plain, Tongue tongue) {
        return new LinkedHashSet<>(Sentence.of(plain, tongue).roots());
    }
}
