package dev.ramah.survey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.feedback.Rating;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was answered to one question: a number, one of some, or words. */
record Answer(Question question, @Nullable Integer number, @Nullable String choice, @Nullable String words) {

    private static final int LONGEST = 1_000;

    /**
     * Reads what somebody answered; what they left out is not there.
     *
     * @throws Problem INVALID, naming the question that it is about
     */
    static List<Answer> read(Form form, Map<String, JsonNode> given) {
        for (String key : given.keySet()) {
            if (form.questions().stream().noneMatch(each -> each.key().equals(key))) {
                throw Problem.invalid("This survey has no question " + key + ".");
            }
        }
        List<Answer> answers = new ArrayList<>();
        for (Question each : form.questions()) {
            @Nullable Answer answer = read(each, given.get(each.key()));
            if (answer != null) {
                answers.add(answer);
            } else if (each.required()) {
                throw Problem.invalid(each.key() + " has to be answered.");
            }
        }
        return answers;
    }

    private static @Nullable Answer read(Question question, @Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        if (question.kind().isNumber()) {
            return new Answer(question, number(question, given), null, null);
        }
        if (!given.isTextual()) {
            throw Problem.invalid(question.key() + " is answered with a text.");
        }
        return question.kind() == Kind.CHOICE ? choice(question, given.asText()) : words(question, given.asText());
    }

    private static int number(Question question, JsonNode given) {
        if (question.kind() == Kind.YES_NO && given.isBoolean()) {
            return given.asBoolean() ? 1 : 0;
        }
        if (!given.isIntegralNumber()
                || !given.canConvertToInt()
                || given.asInt() < question.min()
                || given.asInt() > question.max()) {
            throw Problem.invalid(question.key() + " is answered with a number from " + question.min() + " to "
                    + question.max() + ".");
        }
        return given.asInt();
    }

    private static Answer choice(Question question, String given) {
        if (!question.hasOption(given)) {
            throw Problem.invalid(question.key() + " is answered with one of its own.");
        }
        return new Answer(question, null, given, null);
    }

    private static @Nullable Answer words(Question question, String given) {
        String words = given.strip();
        if (words.length() > LONGEST || !Text.isStorable(words)) {
            throw Problem.invalid(question.key() + " has at most " + LONGEST + " characters.");
        }
        return words.isEmpty() ? null : new Answer(question, null, null, words);
    }

    /** What was answered to the question of this kind; null where there is none, or no answer. */
    static @Nullable Integer number(List<Answer> answers, Kind kind) {
        return answers.stream()
                .filter(each -> each.question().kind() == kind)
                .map(Answer::number)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether they were unhappy. */
    static boolean areLow(List<Answer> answers) {
        return Rating.isLow(number(answers, Kind.CSAT), number(answers, Kind.NPS), number(answers, Kind.CES));
    }

    /** Whether it says the same as what is kept. */
    boolean isSame(GivenAnswer kept) {
        return question.key().equals(kept.question)
                && Objects.equals(number, kept.number)
                && Objects.equals(choice, kept.choice)
                && Objects.equals(words, kept.words);
    }
}
