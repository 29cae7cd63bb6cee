package dev.ramah.knowledge;

import java.util.List;

/** What an import did. Lines count from 1. */
public record Imported(int imported, int updated, List<Rejected> rejected) {

    /** A line that was left out; the others are in. */
    public record Rejected(int line, String reason) {}

    Imported plus(Imported more) {
        return new Imported(imported + more.imported, updated + more.updated, rejected);
    }
}
