package dev.ramah.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages we speak with customers. */
@ApplicationScoped
class Languages {

    private final List<String> spoken;

    Languages(ConversationConfig config) {
        this.spoken = config.languages();
    }

    List<String> spoken() {
        return spoken;
    }

    /** What we speak for this tag (BCP 47): its primary language if we do, otherwise our first. */
    String nearest(@Nullable String tag) {
        String primary =
                tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        // Java still calls Indonesian by its old code in some versions.
        String language = primary.equals("in") ? "id" : primary;
        return spoken.contains(language) ? language : spoken.get(0);
    }
}
