package dev.ramah.knowledge;

/**
 * A piece of an article that answers by itself.
 *
 * @param heading the heading it stands under; empty at the top of an article
 * @param text its words as plain text, lists as lines, ready to be said in a chat
 */
public record Passage(String heading, String text) {

    /** What the sentence model reads: a passage seldom repeats what its headings say. */
    String inContext(String title) {
        return heading.isEmpty() ? title + "\n" + text : title + "\n" + heading + "\n" + text;
    }
}
