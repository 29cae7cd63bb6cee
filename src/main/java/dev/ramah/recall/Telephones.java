package dev.ramah.recall;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;

/** Finds telephone numbers, with their country or as they are written in the countries of those who write to us. */
final class Telephones {

    /** For numbers without a country; those where they begin with 0, so that no other number is taken for one. */
    private static final List<String> COUNTRIES = List.of("ID", "GB", "AU", "NL", "DE");

    /** Nobody is called by fewer digits; most of what is said has fewer, and is not looked at. */
    private static final int SHORTEST = 6;

    private Telephones() {}

    static List<Span> in(String text) {
        if (text.chars().filter(Character::isDigit).limit(SHORTEST).count() < SHORTEST) {
            return List.of();
        }
        PhoneNumberUtil telephones = PhoneNumberUtil.getInstance();
        List<Span> found = new ArrayList<>();
        for (String country : COUNTRIES) {
            telephones.findNumbers(text, country, Leniency.VALID, 20).forEach(each -> {
                Span span = new Span(each.start(), each.end(), each.rawString());
                boolean marked = span.text().startsWith("+")
                        || span.text().startsWith("0")
                        || span.text().startsWith("(0");
                if (marked && !span.touchesAny(found)) {
                    found.add(span);
                }
            });
        }
        return found;
    }
}
