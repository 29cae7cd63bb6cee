package dev.ramah.platform;

import org.jspecify.annotations.Nullable;

/** Short texts that come from outside: names, addresses, labels. */
public final class Text {

    private Text() {}

    /** Whether the database keeps it as it is: it has no NUL and no half of a surrogate pair. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(each -> each == 0 || (each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE));
    }

    /** One line that the database can store: control characters (it refuses NUL) become spaces. Empty is null. */
    public static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.isEmpty() ? null : line;
    }
}
