package dev.ramah.desk;

import dev.ramah.conversation.Reach;
import dev.ramah.conversation.Selection;
import dev.ramah.conversation.Shelf;
import dev.ramah.conversation.Status;
import dev.ramah.platform.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The filters of a list as an address carries them; what is missing or empty filters nothing. */
record Choice(@Nullable String view, @Nullable String language, @Nullable String reason, @Nullable String status) {

    /** @throws Problem INVALID where a view or a status is none */
    Selection of(Reach reach) {
        return new Selection(
                Objects.requireNonNullElse(one(Shelf.class, "view", view), Shelf.ALL),
                reach,
                present(language),
                present(reason),
                one(Status.class, "status", status));
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> kind, String name, @Nullable String text) {
        if (present(text) == null) {
            return null;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(name + " is one of "
                        + Arrays.toString(kind.getEnumConstants()).toLowerCase(Locale.ROOT) + "."));
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
