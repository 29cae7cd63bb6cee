package dev.ramah.theme;

import dev.ramah.conversation.Bookmarks;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import dev.ramah.staff.Changes;
import dev.ramah.staff.Colleague;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What people make of themes. None of it is undone by the grouping: what was merged goes on drawing to the other what is
 * like it, and what was split off draws for itself. Who did it is recorded.
 */
@ApplicationScoped
class Decisions {

    /** Under which who did what is recorded, by the theme's number. */
    static final String WHAT = "theme";

    private static final int LONGEST_NAME = 80;
    private static final int MOST_SPLIT = 1_000;

    private final Themes themes;
    private final Bookmarks bookmarks;
    private final Changes changes;
    private final Session entities;

    Decisions(Themes themes, Bookmarks bookmarks, Changes changes, Session entities) {
        this.themes = themes;
        this.bookmarks = bookmarks;
        this.changes = changes;
        this.entities = entities;
    }

    /** It is called so from now on. */
    int rename(int number, Colleague by, @Nullable String name) {
        String called = name(name);
        return decided(() -> {
            Theme theme = Theme.of(number);
            if (!theme.named || !theme.name.equals(called)) {
                record(by, theme, Map.of("name", theme.name), Map.of("name", called));
                theme.name = called;
                theme.named = true;
                theme.titled = false;
            }
            return theme.number;
        });
    }

    /** It stands above the others, however quiet it is; or no more. */
    int pin(int number, Colleague by, boolean pinned) {
        return decided(() -> {
            Theme theme = Theme.of(number);
            if (theme.pinned != pinned) {
                record(by, theme, Map.of("pinned", theme.pinned), Map.of("pinned", pinned));
                theme.pinned = pinned;
            }
            return theme.number;
        });
    }

    /**
     * All of it is part of the other from now on, also what is still to come; its number leads there.
     *
     * @return the other's number
     * @throws Problem NOT_FOUND; INVALID if both are the same
     */
    int merge(int number, Colleague by, int into) {
        return decided(() -> {
            Theme theme = Theme.of(number);
            Theme other = Theme.of(into);
            if (theme.id.equals(other.id)) {
                throw Problem.invalid("Theme " + number + " and theme " + into + " are one theme already.");
            }
            entities.createMutationQuery("update Complaint set theme = :to where theme = :from")
                    .setParameter("to", other.id)
                    .setParameter("from", theme.id)
                    .executeUpdate();
            theme.mergedInto = other.id;
            record(by, theme, Map.of("number", theme.number), Map.of("mergedInto", other.number));
            record(by, other, null, Map.of("took", theme.number, "name", theme.name));
            return other.number;
        });
    }

    /**
     * These complaints of it are a theme of their own.
     *
     * @param name what it is called; null for what its words say
     * @return the new one's number
     * @throws Problem NOT_FOUND; INVALID if they aren't all of it, are all of it, or nothing is left of their words
     */
    int split(int number, Colleague by, Collection<UUID> complaints, @Nullable String name) {
        @Nullable String called = name == null || name.isBlank() ? null : name(name);
        Set<UUID> wanted = Set.copyOf(complaints);
        if (wanted.isEmpty() || wanted.size() > MOST_SPLIT) {
            throw Problem.invalid("complaints are 1 to " + MOST_SPLIT + " complaints of this theme.");
        }
        return decided(() -> {
            Theme theme = Theme.of(number);
            List<Complaint> chosen = Complaint.list("theme = ?1 and id in ?2", theme.id, wanted);
            if (chosen.size() != wanted.size()) {
                throw Problem.invalid("Not all of these complaints belong to theme " + number + " any more.");
            }
            if (chosen.size() == Complaint.count("theme", theme.id)) {
                throw Problem.invalid("That is all of theme " + number + ": rename it instead.");
            }
            List<Complaint> read =
                    chosen.stream().filter(each -> each.meaning != null).toList();
            if (read.isEmpty()) {
                throw Problem.invalid("Their words were erased: nothing tells what this theme would be about.");
            }
            return split(theme, by, chosen, read, called);
        });
    }

    private int split(
            Theme theme, Colleague by, List<Complaint> chosen, List<Complaint> read, @Nullable String called) {
        Set<UUID> left =
                read.stream().map(each -> each.centre).filter(Objects::nonNull).collect(Collectors.toSet());
        Theme fresh = themes.begun(read.stream().map(Complaint::vector).toList());
        for (Complaint each : chosen) {
            each.belongsTo(fresh, each.meaning == null ? null : fresh.id);
            each.decided = true;
        }
        themes.recentre(left);
        if (called == null) {
            themes.name(List.of(fresh));
        } else {
            fresh.name = called;
            fresh.named = true;
        }
        record(by, theme, null, Map.of("gave", fresh.number, "complaints", chosen.size()));
        record(by, fresh, null, Map.of("splitFrom", theme.number, "name", fresh.name));
        return fresh.number;
    }

    private int decided(Supplier<Integer> decision) {
        return QuarkusTransaction.requiringNew().call(() -> {
            bookmarks.hold(Themes.BOOKMARK);
            return decision.get();
        });
    }

    private void record(Colleague by, Theme theme, @Nullable Object before, @Nullable Object after) {
        changes.record(by.ref(), WHAT, String.valueOf(theme.number), before, after);
    }

    private static String name(@Nullable String name) {
        String line = Text.line(name);
        if (line == null || line.length() > LONGEST_NAME || !Text.isStorable(line)) {
            throw Problem.invalid("A name has 1 to " + LONGEST_NAME + " characters.");
        }
        return line;
    }
}
