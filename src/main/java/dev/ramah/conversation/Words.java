package dev.ramah.conversation;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write, before it is stored: bounded, storable, and without card numbers. */
final class Words {

    /** The longest text of one message, in characters. */
    static final int LONGEST = 4_000;

    /** Digits, perhaps grouped by spaces, hyphens or dots as people type them; a plus before them tells a telephone. */
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d(?:[ .\\u00A0\\u2010-\\u2013-]{0,2}\\d){12,}");

    /** The most digits of a telephone number behind its plus (ITU-T E.164). */
    private static final int LONGEST_TELEPHONE = 15;

    /** How many digits a card number has (ISO/IEC 7812-1). */
    private static final int SHORTEST_CARD = 13;

    private static final int LONGEST_CARD = 19;

    private Words() {}

    /**
     * The text as it may be stored.
     *
     * @throws Problem INVALID if there is nothing in it, TOO_LONG above {@value #LONGEST} characters
     */
    static String clean(String text) {
        if (text.isBlank()) {
            throw Problem.invalid("There is no text.");
        }
        if (text.length() > LONGEST) {
            throw new Problem(Code.TOO_LONG, "A message has at most " + LONGEST + " characters.");
        }
        return maskCards(storable(text));
    }

    /** PostgreSQL stores no NUL, and half of a surrogate pair is no character: both become U+FFFD. */
    private static String storable(String text) {
        // Nearly all that people write has neither, and is left as it is.
        if (text.chars().noneMatch(each -> each == 0 || Character.isSurrogate((char) each))) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(each -> each == 0 || (each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)
                        ? 0xFFFD
                        : each)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String maskCards(String text) {
        if (text.chars().filter(Character::isDigit).limit(SHORTEST_CARD).count() < SHORTEST_CARD) {
            return text;
        }
        return DIGITS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(maskRun(found.group())));
    }

    /** A card number may stand at the beginning of any group, with an expiry date or a code right behind it. */
    private static String maskRun(String run) {
        if (run.startsWith("+") && digits(run).length() <= LONGEST_TELEPHONE) {
            return run;
        }
        for (int start = 0; start < run.length(); start++) {
            boolean groupBegins =
                    Character.isDigit(run.charAt(start)) && (start == 0 || !Character.isDigit(run.charAt(start - 1)));
            int end = groupBegins ? endOfCard(run, start) : -1;
            if (end > 0) {
                // The last four digits stay: by them people still know which card was meant.
                String digits = digits(run.substring(start, end));
                String masked = "•••• " + digits.substring(digits.length() - 4);
                return run.substring(0, start) + masked + maskCards(run.substring(end));
            }
        }
        return run;
    }

    private static String digits(String run) {
        return run.replaceAll("\\D", "");
    }

    /** Where the longest card number that begins here ends, or -1. */
    private static int endOfCard(String run, int start) {
        StringBuilder digits = new StringBuilder();
        int end = -1;
        for (int i = start; i < run.length() && digits.length() < LONGEST_CARD; i++) {
            if (Character.isDigit(run.charAt(i))) {
                digits.append(run.charAt(i));
                if (digits.length() >= SHORTEST_CARD && isCard(digits)) {
                    end = i + 1;
                }
            }
        }
        return end;
    }

    /** Payment cards begin with 2 to 6; the check digit is that of ISO/IEC 7812-1, annex B (Luhn). */
    private static boolean isCard(CharSequence digits) {
        if (digits.charAt(0) < '2' || digits.charAt(0) > '6') {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
