package dev.ramah.recall;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Something that the customer said, read in every way that a question may be answered by. */
record Heard(Spoken spoken, List<Sentence> sentences, List<Fact> facts, Set<String> roots) {

    /** @param known facts that are in it, whether or not they can be read there */
    static List<Heard> in(List<Spoken> said, Profile profile, List<Fact> known, Tongue tongue) {
        return said.stream()
                .filter(Spoken::isByCustomer)
                .map(each -> of(each, profile, known, tongue))
                .toList();
    }

    private static Heard of(Spoken spoken, Profile profile, List<Fact> known, Tongue tongue) {
        List<Sentence> sentences = Sentence.in(spoken.text(), tongue);
        Set<String> roots = new LinkedHashSet<>();
        sentences.forEach(each -> roots.addAll(each.roots()));
        List<Fact> facts = Stream.concat(
                        known.stream().filter(each -> each.seq() != null && each.seq() == spoken.seq()),
                        Facts.in(spoken, profile).stream())
                .toList();
        return new Heard(spoken, sentences, facts, roots);
    }

    int seq() {
        return spoken.seq();
    }

    String text() {
        return spoken.text();
    }

    List<Fact> facts(String kind) {
        return facts.stream().filter(each -> each.is(kind)).toList();
    }

    /** Whether any word of it is a value of this kind. */
    boolean hasValue(String kind) {
        return !values(kind).isEmpty();
    }

    List<String> values(String kind) {
        List<String> values = new ArrayList<>();
        for (Sentence sentence : sentences) {
            sentence.words().stream()
                    .filter(each -> Lexicon.isValue(kind, each))
                    .forEach(values::add);
        }
        return values;
    }

    /** Whether the sentence has one of the facts in it, so that it asks whether that is right. */
    boolean isReadBackIn(Sentence sentence) {
        String draft = sentence.raw().toLowerCase(Locale.ROOT);
        return facts.stream()
                .filter(each -> !each.is("product") && each.value().length() > 2)
                .anyMatch(each -> draft.contains(each.value().toLowerCase(Locale.ROOT)));
    }

    List<Sentence> statements() {
        return sentences.stream().filter(each -> !each.asks()).toList();
    }

    int words() {
        return sentences.stream().mapToInt(each -> each.words().size()).sum();
    }
}
