package dev.ramah.recall;

import org.jspecify.annotations.Nullable;

/**
 * What answers a question.
 *
 * @param text as it is shown
 * @param value the very thing that was asked for, if it can be told from the words around it
 * @param seq the entry that has it; null for the profile
 */
record Answer(String text, @Nullable String value, @Nullable Integer seq) {

    /** In the words of the customer, of which it can't be told what is the answer. */
    static Answer of(Heard heard, String words) {
        return new Answer(words, null, heard.seq());
    }

    static Answer of(Fact fact) {
        return new Answer(fact.value(), fact.value(), fact.seq());
    }

    static Answer known(String value) {
        return new Answer(value, value, null);
    }
}
