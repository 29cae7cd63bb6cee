package dev.ramah.bot;

import java.util.Locale;

/** What a customer gets, in one word. */
enum Outcome {
    ANSWER,
    CLARIFY,
    ESCALATE;

    /** Manners end with a question too. */
    static Outcome of(Decision decision) {
        if (decision instanceof Decision.HandOver) {
            return ESCALATE;
        }
        boolean answers = decision instanceof Decision.Answer || decision instanceof Decision.AnswerEach;
        return answers ? ANSWER : CLARIFY;
    }

    /** As clients see it. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
