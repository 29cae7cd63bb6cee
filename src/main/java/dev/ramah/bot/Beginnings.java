package dev.ramah.bot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first letters of phrases and of a text's words, up to five. Where no word of a text begins as a phrase does, the
 * phrase isn't in it, and none of the hundreds of patterns of {@link Words} has to be tried.
 */
final class Beginnings {

    private static final int LETTERS = 5;

    private Beginnings() {}

    /** What a phrase of a word list can begin with; the empty text where that can't be said. */
    static Set<String> of(String phrase) {
        Set<String> found = new HashSet<>();
        if (phrase.startsWith("(")) {
            int end = closing(phrase);
            String rest = phrase.substring(end + 1);
            boolean optional = rest.startsWith("?");
            String after = optional ? rest.substring(1) : rest;
            alternatives(phrase.substring(1, end)).forEach(each -> found.addAll(of(each + after)));
            if (optional) {
                found.addAll(of(after));
            }
        } else {
            found.add(letters(phrase));
        }
        return found;
    }

    /** The letters that stand there for sure. */
    private static String letters(String phrase) {
        int end = 0;
        while (end < Math.min(LETTERS, phrase.length()) && isOfWords(phrase.charAt(end))) {
            end++;
        }
        boolean lastMayLack = end > 0 && end < phrase.length() && "?{|".indexOf(phrase.charAt(end)) >= 0;
        return phrase.substring(0, lastMayLack ? end - 1 : end);
    }

    private static int closing(String phrase) {
        int open = 0;
        for (int i = 0; i < phrase.length(); i++) {
            open += phrase.charAt(i) == '(' ? 1 : phrase.charAt(i) == ')' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw new IllegalStateException("a bracket of this phrase is never closed: " + phrase);
    }

    private static List<String> alternatives(String inner) {
        List<String> found = new ArrayList<>();
        int open = 0;
        int from = 0;
        for (int i = 0; i < inner.length(); i++) {
            char each = inner.charAt(i);
            open += each == '(' ? 1 : each == ')' ? -1 : 0;
            if (each == '|' && open == 0) {
                found.add(inner.substring(from, i));
                from = i + 1;
            }
        }
        found.add(inner.substring(from));
        return found;
    }

    /** Letters that a word begins with, and where in its text it does. */
    record Begun(String letters, int at) {}

    /** What the words of a plain text begin with, in every length up to the longest. */
    static List<Begun> in(String plain) {
        List<Begun> found = new ArrayList<>();
        for (int i = 0; i < plain.length(); i++) {
            if (isOfWords(plain.charAt(i)) && (i == 0 || !isOfWords(plain.charAt(i - 1)))) {
                int longest = Math.min(i + LETTERS, plain.length());
                for (int end = i; end < longest && isOfWords(plain.charAt(end)); end++) {
                    found.add(new Begun(plain.substring(i, end + 1), i));
                }
            }
        }
        return found;
    }

    private static boolean isOfWords(char each) {
        return Character.isLetterOrDigit(each) || each == '\'';
    }
}
