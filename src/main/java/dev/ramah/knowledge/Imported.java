package dev.ramah.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import did. Lines count from 1. */
public record Imported(int imported, int updated, List<Rejected> rejected) {

    /** A line that was left out; the others are in. {@code file} is there if there were several. */
    public record Rejected(@Nullable String file, int line, String reason) {}

    Imported plus(Imported more) {
        return new Imported(imported + more.imported, updated + more.updated, rejected);
    }
}
