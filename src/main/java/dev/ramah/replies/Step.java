package dev.ramah.replies;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ramah.platform.Problem;
import dev.ramah.platform.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a macro does.
 *
 * @param reply the canned reply it says
 * @param text a note, the reason of a contact, for whom it waits, or why it is handed on
 * @param hours how long it waits
 * @param team to whom it is handed on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Step(Kind kind, @Nullable UUID reply, @Nullable String text, @Nullable Integer hours, @Nullable String team) {

    public enum Kind {
        SAY,
        NOTE,
        TAG,
        PENDING,
        TRANSFER,
        RESOLVE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(@Nullable String wire) {
            return Arrays.stream(values())
                    .filter(each -> each.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(
                            () -> Problem.invalid("A step is one of say, note, tag, pending, transfer and resolve."));
        }
    }

    /** As long as a promise may be; Conversations refuses a longer one. */
    private static final int MOST_HOURS = 24 * 90;

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_TAG = 60;

    /** As somebody asks for it: what its kind does not need is left out. */
    static Step of(
            @Nullable String kind,
            @Nullable UUID reply,
            @Nullable String text,
            @Nullable Integer hours,
            @Nullable String team) {
        Kind known = Kind.of(kind);
        return switch (known) {
            case SAY ->
                new Step(known, required(reply, "A step that says something needs a canned reply."), null, null, null);
            case NOTE -> new Step(known, null, Template.checked(text == null ? "" : text), null, null);
            case TAG -> new Step(known, null, line(text, LONGEST_TAG, "reason of the contact"), null, null);
            case PENDING ->
                new Step(known, null, line(text, LONGEST_REASON, "one for whom it waits"), waiting(hours), null);
            case TRANSFER ->
                new Step(
                        known,
                        null,
                        line(text, LONGEST_REASON, "reason of the transfer"),
                        null,
                        required(team, "A transfer needs a team."));
            case RESOLVE -> new Step(known, null, null, null, null);
        };
    }

    private static <T> T required(@Nullable T value, String otherwise) {
        if (value == null) {
            throw Problem.invalid(otherwise);
        }
        return value;
    }

    private static String line(@Nullable String text, int longest, String what) {
        String line = Text.line(text);
        if (line == null || line.length() > longest || !Text.isStorable(line)) {
            throw Problem.invalid("The " + what + " has 1 to " + longest + " characters.");
        }
        return line;
    }

    private static int waiting(@Nullable Integer hours) {
        if (hours == null || hours < 1 || hours > MOST_HOURS) {
            throw Problem.invalid("hours is between 1 and " + MOST_HOURS + ".");
        }
        return hours;
    }

    /** Whether nothing can follow it: the customer waits, for somebody else or for nobody. */
    boolean isAnEnd() {
        return kind == Kind.PENDING || kind == Kind.TRANSFER || kind == Kind.RESOLVE;
    }

    /** What its kind needs is there: {@link #of} saw to that. */
    String words() {
        return Objects.requireNonNull(text);
    }

    /** As the database keeps it. */
    Map<String, String> stored() {
        Map<String, String> stored = new LinkedHashMap<>();
        stored.put("kind", kind.wire());
        put(stored, "reply", reply);
        put(stored, "text", text);
        put(stored, "hours", hours);
        put(stored, "team", team);
        return stored;
    }

    private static void put(Map<String, String> stored, String name, @Nullable Object value) {
        if (value != null) {
            stored.put(name, value.toString());
        }
    }

    static Step stored(Map<String, String> stored) {
        String reply = stored.get("reply");
        String hours = stored.get("hours");
        return of(
                stored.get("kind"),
                reply == null ? null : UUID.fromString(reply),
                stored.get("text"),
                hours == null ? null : Integer.valueOf(hours),
                stored.get("team"));
    }
}
