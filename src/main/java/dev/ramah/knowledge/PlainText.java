package dev.ramah.knowledge;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Markdown as people would type it into a chat: no marks, lists as numbered or dotted lines, links spelled out. */
final class PlainText extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();
    private int depth;

    private PlainText() {}

    static String of(Node node) {
        PlainText plain = new PlainText();
        node.accept(plain);
        return plain.text.toString().replaceAll("[ \\t]+\n", "\n").strip();
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append('\n');
    }

    @Override
    public void visit(FencedCodeBlock node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Image node) {
        visitChildren(node);
    }

    @Override
    public void visit(Link node) {
        int start = text.length();
        visitChildren(node);
        String to = node.getDestination();
        boolean said = text.substring(start).equals(to);
        if (!said && (to.startsWith("https://") || to.startsWith("http://"))) {
            text.append(" (").append(to).append(')');
        }
    }

    @Override
    public void visit(Paragraph node) {
        visitChildren(node);
        text.append('\n');
    }

    @Override
    public void visit(BulletList node) {
        items(node, 0);
    }

    @Override
    public void visit(OrderedList node) {
        Integer first = node.getMarkerStartNumber();
        items(node, first == null ? 1 : first);
    }

    /** Counting from a number, or dots where it is 0. */
    private void items(ListBlock list, int number) {
        depth++;
        int count = number;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                text.append("  ".repeat(depth - 1)).append(number == 0 ? "• " : count++ + ". ");
                visitChildren(item);
            }
        }
        depth--;
    }
}
