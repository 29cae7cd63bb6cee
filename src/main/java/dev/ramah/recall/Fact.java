package dev.ramah.recall;

import org.jspecify.annotations.Nullable;

/**
 * Something known of a customer or of what they want.
 *
 * @param kind name, email, phone, order, code, product, place, date, amount, error, language or page
 * @param seq the entry it was said in; null if we know it otherwise
 * @param source {@code said} by the customer, {@code verified} by the shop's own data, or {@code guessed} from the words
 */
public record Fact(String kind, String value, @Nullable Integer seq, String source) {

    static Fact said(String kind, String value, int seq) {
        return new Fact(kind, value.strip(), seq, "said");
    }

    static Fact guessed(String kind, String value, int seq) {
        return new Fact(kind, value.strip(), seq, "guessed");
    }

    boolean is(String other) {
        return kind.equals(other);
    }
}
