package dev.ramah.replies;

import dev.ramah.platform.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that is said often, in the languages it was written in. */
@Entity
@Table(name = "canned_reply")
class CannedReply extends PanacheEntityBase {

    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,29}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int MOST_LANGUAGES = 20;

    /** How well it fits what somebody looks for. */
    static final int NOT_AT_ALL = Integer.MAX_VALUE;

    @Id
    UUID id;

    @Column
    String shortcut;

    @Column
    String title;

    /** By language, a two-letter tag. */
    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> texts = Map.of();

    @Column
    @Enumerated(EnumType.STRING)
    Audience.Scope scope;

    @Column
    @Nullable String team;

    @Column
    @Nullable UUID owner;

    /** Counts the changes, so that nobody overwrites one they have not seen. */
    @Column
    int version;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    UUID changedBy;

    protected CannedReply() {}

    CannedReply(UUID id) {
        this.id = id;
    }

    /** What somebody wants it to be, cleaned up. */
    record Wording(String shortcut, String title, Map<String, String> texts, Audience audience) {

        /** @throws Problem INVALID or TOO_LONG, saying which part makes no sense */
        static Wording of(
                @Nullable String shortcut,
                @Nullable String title,
                @Nullable Map<String, String> texts,
                Audience audience) {
            String lower = shortcut == null ? "" : shortcut.strip().toLowerCase(Locale.ROOT);
            if (!SHORTCUT.matcher(lower).matches()) {
                throw Problem.invalid("shortcut has 1 to 30 letters, digits and hyphens, and begins with none.");
            }
            String line = Title.checked(title);
            if (texts == null || texts.isEmpty() || texts.size() > MOST_LANGUAGES) {
                throw Problem.invalid("texts has a text in one language at least.");
            }
            Map<String, String> checked = new TreeMap<>();
            texts.forEach((language, text) -> {
                if (!LANGUAGE.matcher(language).matches()) {
                    throw Problem.invalid("A language is a tag of two letters.");
                }
                checked.put(language, Template.checked(text));
            });
            return new Wording(lower, line, checked, audience);
        }
    }

    void write(Wording wording, Instant at, UUID by) {
        shortcut = wording.shortcut();
        title = wording.title();
        texts = wording.texts();
        scope = wording.audience().scope();
        team = wording.audience().team();
        owner = wording.audience().owner();
        version++;
        changedAt = at;
        changedBy = by;
    }

    Audience audience() {
        return new Audience(scope, team, owner);
    }

    /** What it says, and in which language that is. */
    record Spoken(String language, String text) {}

    /** In this language; where it was not written in it, in the first of these others, or else in any. */
    Spoken in(String language, List<String> others) {
        String found = Stream.concat(Stream.of(language), others.stream())
                .filter(texts::containsKey)
                .findFirst()
                .orElseGet(() -> texts.keySet().iterator().next());
        return new Spoken(found, String.valueOf(texts.get(found)));
    }

    /** How well it fits these words, 0 for best: its shortcut, its title, what it says; {@link #NOT_AT_ALL}. */
    int fits(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        String called = title.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || shortcut.equals(wanted)) {
            return 0;
        }
        if (shortcut.startsWith(wanted)) {
            return 1;
        }
        if (called.startsWith(wanted) || called.contains(" " + wanted)) {
            return 2;
        }
        String all =
                shortcut + " " + called + " " + String.join(" ", texts.values()).toLowerCase(Locale.ROOT);
        boolean has = Stream.of(wanted.split("\\s+", -1)).allMatch(all::contains);
        return has ? 3 : NOT_AT_ALL;
    }
}
