package dev.ramah.knowledge;

import java.util.List;
import java.util.Locale;

/**
 * A piece of an article that answers by itself.
 *
 * @param heading the heading it stands under; empty at the top of an article
 * @param text its words as plain text, lists as lines, ready to be said in a chat
 */
public record Passage(String heading, String text) {

    /** The share of these words, in lower case, that it holds; also as parts of words. */
    double share(List<String> words) {
        String own = (heading + " " + text).toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? 0
                : (double) words.stream().filter(own::contains).count() / words.size();
    }

    /** What the sentence model reads: a passage seldom repeats what its headings say. */
    String inContext(String title) {
        return heading.isEmpty() ? title + "\n" + text : title + "\n" + heading + "\n" + text;
    }
}
