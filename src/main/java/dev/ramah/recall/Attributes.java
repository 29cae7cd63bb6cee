package dev.ramah.recall;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions for something that has no kind of its own: "what is your X", "which X". */
final class Attributes {

    private static final Pattern WHICH = Pattern.compile(
            " (?:which|what) (?!is|are|was|were|do|does|did|would)(\\S+)| (\\S+) (?:yang )?mana(?= |$)| (\\S+) apa(?= |$)");

    private static final Pattern WHAT_IS =
            Pattern.compile(" what (?:is|was|are) (?:the|your) (\\S+(?: \\S+)?)| (\\S+)nya apa(?= |$)");

    private Attributes() {}

    static Optional<Answer> named(Question question, List<Heard> heard, Tongue tongue) {
        String plain = question.sentence().plain();
        return WHICH.matcher(plain)
                .results()
                .findFirst()
                .map(each -> first(each.group(1), each.group(2), each.group(3)))
                .flatMap(each -> which(each, question, heard, tongue))
                .or(() -> WHAT_IS.matcher(plain)
                        .results()
                        .findFirst()
                        .map(each -> first(each.group(1), each.group(2)))
                        .flatMap(each -> whatIs(each, heard, tongue)));
    }

    private static String first(String... groups) {
        for (String each : groups) {
            if (each != null) {
                return each;
            }
        }
        return "";
    }

    /** "The 32 inch monitor", "kopi gayo": the thing with a word that tells it from others. */
    private static Optional<Answer> which(String thing, Question question, List<Heard> heard, Tongue tongue) {
        if (Lexicon.isEmpty(thing)) {
            return Optional.empty();
        }
        String root = Lexicon.root(thing, tongue);
        for (Heard each : heard) {
            for (Sentence sentence : each.sentences()) {
                List<String> words = sentence.words();
                for (int i = 0; i < words.size(); i++) {
                    boolean isThing = Lexicon.root(words.get(i), tongue).equals(root);
                    int beside = tongue == Tongue.INDONESIAN ? afterThing(words, i) : i - 1;
                    if (isThing
                            && beside >= 0
                            && beside < words.size()
                            && tells(words.get(beside), root, tongue)
                            && RepeatGuard.covered(question.rest(), each.roots()) >= 0.5) {
                        return Optional.of(Answer.of(each, sentence.raw()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** "granola yang original" */
    private static int afterThing(List<String> words, int thing) {
        boolean linked = thing + 1 < words.size() && words.get(thing + 1).equals("yang");
        return linked ? thing + 2 : thing + 1;
    }

    private static boolean tells(String word, String root, Tongue tongue) {
        return !Lexicon.isEmpty(word)
                && !Lexicon.isValue("bad", word)
                && !Lexicon.isValue("time", word)
                && !word.matches("\\d{1,2}")
                && !Lexicon.root(word, tongue).equals(root);
    }

    /** "My X is …", "X: …" */
    private static Optional<Answer> whatIs(String thing, List<Heard> heard, Tongue tongue) {
        Set<String> roots = Sentence.of(thing, tongue).roots();
        if (roots.isEmpty()) {
            return Optional.empty();
        }
        for (Heard each : heard) {
            for (Sentence sentence : each.statements()) {
                String lower = sentence.plain();
                boolean is = lower.contains(" is ")
                        || lower.contains(" adalah ")
                        || sentence.raw().contains(":");
                if (is
                        && sentence.roots().containsAll(roots)
                        && sentence.roots().size() > roots.size()) {
                    return Optional.of(Answer.of(each, sentence.raw()));
                }
            }
        }
        return Optional.empty();
    }
}
