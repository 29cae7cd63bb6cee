package dev.ramah.replies;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ramah.conversation.Citation;
import java.util.List;
import java.util.Locale;

/**
 * A reply that may fit, for an agent to look at: it is never sent by itself.
 *
 * @param theirs whether it is in the customer's language
 * @param citations the articles that it is from; none for what colleagues said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Suggestion(Kind kind, String text, String language, boolean theirs, List<Citation> citations) {

    public enum Kind {
        /** From the help articles. */
        ARTICLE,
        /** From how this was solved before. */
        SOLVED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
