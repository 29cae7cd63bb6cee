package dev.ramah.recall;

import java.util.List;

/** A piece of a text, from one place to before another. */
record Span(int from, int to, String text) {

    static Span of(String text, int from, int to) {
        return new Span(from, to, text.substring(from, to));
    }

    boolean touches(Span other) {
        return from < other.to && other.from < to;
    }

    boolean touchesAny(List<Span> others) {
        return others.stream().anyMatch(this::touches);
    }
}
