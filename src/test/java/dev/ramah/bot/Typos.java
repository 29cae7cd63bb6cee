package dev.ramah.bot;

import java.util.Random;
import java.util.regex.Pattern;

/** Types a text with the slips of someone in a hurry: every fifth longer word has one letter wrong. */
final class Typos {

    private static final Pattern LONGER_WORD = Pattern.compile("\\p{L}{4,}");
    private static final double SHARE = 0.2;

    private Typos() {}

    static String in(String text, Random random) {
        return LONGER_WORD
                .matcher(text)
                .replaceAll(word -> random.nextDouble() < SHARE ? slip(word.group(), random) : word.group());
    }

    /** A letter left out, doubled by a neighbour, replaced, or swapped with the next. */
    private static String slip(String word, Random random) {
        int at = random.nextInt(word.length() - 1);
        String letter = String.valueOf((char) ('a' + random.nextInt(26)));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
