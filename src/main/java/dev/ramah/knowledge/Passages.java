package dev.ramah.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an article into the smallest pieces that answer with all their steps: what stands under one heading, if
 * that is short; otherwise a paragraph, or a list or an example together with the line that leads to it. Pieces
 * too short to stand alone join their neighbour.
 */
final class Passages {

    // A sentence such as "It depends." answers nothing; about one and a half lines of a chat do.
    private static final int ALONE = 90;

    // What its author put under one heading belongs together, as long as it fits on a phone's screen.
    private static final int SECTION = 600;

    // An opening sentence or two ("It depends on the status of the order.") belongs to the first section.
    private static final int LEAD = 200;

    // Longer pieces are read in a chat only in part, and the sentence model reads no further (SentenceModel.READ).
    private static final int LONGEST = 1_200;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

    private final List<Passage> found = new ArrayList<>();
    private String heading = "";
    private final List<String> open = new ArrayList<>();

    private Passages() {}

    static List<Passage> of(String markdown) {
        Passages passages = new Passages();
        Node block = Parser.builder().build().parse(markdown).getFirstChild();
        for (; block != null; block = block.getNext()) {
            passages.read(block);
        }
        passages.close();
        return List.copyOf(passages.found);
    }

    private void read(Node block) {
        if (block instanceof Heading title) {
            boolean leadsIn = found.isEmpty() && heading.isEmpty() && length() <= LEAD;
            if (!leadsIn) {
                close();
            }
            heading = PlainText.of(title);
            if (!open.isEmpty()) {
                open.add(heading.endsWith("?") || heading.endsWith(":") ? heading : heading + ":");
            }
        } else if (!(block instanceof ThematicBreak) && !(block instanceof HtmlBlock)) {
            open.add(PlainText.of(block));
            boolean whole = !heading.isEmpty() && length() + following(block) <= SECTION;
            boolean opens = found.isEmpty() && heading.isEmpty() && block.getNext() instanceof Heading;
            if (!whole && !opens && !leadsOn(block) && length() >= ALONE) {
                close();
            }
        }
    }

    /** A paragraph belongs to the list or the example that follows it. */
    private static boolean leadsOn(Node block) {
        @Nullable Node next = block.getNext();
        return block instanceof Paragraph
                && (next instanceof ListBlock
                        || next instanceof FencedCodeBlock
                        || next instanceof IndentedCodeBlock
                        || next instanceof BlockQuote);
    }

    /** The length of what else stands under this heading. */
    private static int following(Node block) {
        int length = 0;
        for (Node next = block.getNext(); next != null && !(next instanceof Heading); next = next.getNext()) {
            length += PlainText.of(next).length();
        }
        return length;
    }

    private int length() {
        return open.stream().mapToInt(String::length).sum();
    }

    private void close() {
        String text = open.stream().filter(each -> !each.isBlank()).collect(Collectors.joining("\n\n"));
        open.clear();
        if (text.isEmpty()) {
            return;
        }
        boolean tooShort =
                text.length() < ALONE && !found.isEmpty() && last().heading().equals(heading);
        if (tooShort) {
            text = found.remove(found.size() - 1).text() + "\n\n" + text;
        }
        for (String piece : pieces(text)) {
            found.add(new Passage(heading, piece));
        }
    }

    private Passage last() {
        return found.get(found.size() - 1);
    }

    /** A wall of text without a list is cut at the ends of sentences; a list stays whole, however long. */
    private static List<String> pieces(String text) {
        if (text.length() <= LONGEST || text.contains("\n")) {
            return List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String sentence : SENTENCE_END.split(text, -1)) {
            if (piece.length() > 0 && piece.length() + sentence.length() > LONGEST / 2) {
                pieces.add(piece.toString().strip());
                piece.setLength(0);
            }
            piece.append(sentence).append(' ');
        }
        pieces.add(piece.toString().strip());
        return pieces;
    }
}
