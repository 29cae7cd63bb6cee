package dev.ramah.survey;

import dev.ramah.platform.Problem;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a survey asks.
 *
 * @param language the one in which it is whole: who reads another in which something is missing gets this one
 * @param questions 1 to 5; each measure at most once
 * @param primary the key of the question that the survey is about; a measure
 * @param standard whether it is the question that comes with Ramah, which the chat asks with five faces
 */
record Form(String language, List<Question> questions, String primary, boolean standard) {

    static final String LANGUAGE = "[a-z]{2}";

    private static final int MOST = 5;

    Form(String language, @Nullable List<Question> questions, String primary, boolean standard) {
        this.language = language;
        this.questions = questions == null ? List.of() : questions;
        this.primary = primary;
        this.standard = standard;
    }

    /** @throws Problem INVALID, saying what makes no sense */
    Form checked() {
        if (!Objects.requireNonNullElse(language, "").matches(LANGUAGE)) {
            throw Problem.invalid("language has two letters, as in en.");
        }
        if (questions.isEmpty() || questions.size() > MOST) {
            throw Problem.invalid("A survey has 1 to " + MOST + " questions.");
        }
        Set<String> keys = new HashSet<>();
        Set<Kind> measures = EnumSet.noneOf(Kind.class);
        List<Question> kept = IntStream.range(0, questions.size())
                .mapToObj(i -> questions.get(i).checked(i + 1))
                .toList();
        for (Question each : kept) {
            if (!keys.add(each.key())) {
                throw Problem.invalid("Two questions have the key " + each.key() + ".");
            }
            if (each.kind().isMeasure() && !measures.add(each.kind())) {
                throw Problem.invalid("Each of CSAT, NPS and CES is asked once at most.");
            }
        }
        if (kept.stream()
                .noneMatch(each -> each.key().equals(primary) && each.kind().isMeasure() && each.required())) {
            throw Problem.invalid("One question is the primary measure: CSAT, NPS or CES, and not left out.");
        }
        Form checked = new Form(language, kept, primary, standard);
        if (!checked.isWholeIn(language)) {
            throw Problem.invalid("In its own language (" + language + ") every text of the survey is there.");
        }
        return checked;
    }

    boolean asks(Kind kind) {
        return questions.stream().anyMatch(each -> each.kind() == kind);
    }

    /** Whether nothing is missing in this language. */
    boolean isWholeIn(String wanted) {
        return questions.stream().flatMap(Question::texts).allMatch(each -> each.containsKey(wanted));
    }

    /** The language in which somebody who reads this one gets it: mixed ones nobody reads well. */
    String languageFor(String reader) {
        return isWholeIn(reader) ? reader : language;
    }
}
