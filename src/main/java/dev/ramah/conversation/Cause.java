package dev.ramah.conversation;

import dev.ramah.platform.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a customer was unhappy with, so that a person isn't blamed for a queue. */
public enum Cause {
    /** What they were told. */
    ANSWER,
    /** How long it took. */
    WAIT,
    /** What we do and don't do. */
    RULE,
    /** How they were spoken to. */
    PERSON,
    /** What they bought. */
    PRODUCT;

    /** In the place of a cause: nobody said what it was. */
    public static final String UNSAID = "unsaid";

    /** As it is sent. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The cause of this name; null for null.
     *
     * @throws Problem INVALID
     */
    public static @Nullable Cause of(@Nullable String wire) {
        return wire == null
                ? null
                : Arrays.stream(values())
                        .filter(each -> each.wire().equals(wire))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("cause is one of "
                                + Arrays.stream(values()).map(Cause::wire).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * What a report is wanted of: a cause as it is sent, {@link #UNSAID}, or null for all.
     *
     * @throws Problem INVALID
     */
    public static @Nullable String wanted(@Nullable String wire) {
        if (!UNSAID.equals(wire)) {
            of(wire);
        }
        return wire;
    }
}
