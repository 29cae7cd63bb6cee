package dev.ramah.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes what happened apart into facts that stay and words that can be erased, and puts it together again. */
final class HappenedJson {

    private static final String WORDS = "text";

    /** Their words are optional: none are not an empty text. */
    private static final Set<String> PERHAPS_WORDLESS = Set.of("rated", "reconsidered");

    /** A mapper of its own: how the log is stored must not depend on how the web is configured. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final Map<String, Class<?>> KINDS = Stream.of(Happened.class.getPermittedSubclasses())
            .collect(Collectors.toMap(
                    each -> each.getSimpleName().toLowerCase(java.util.Locale.ROOT), Function.identity()));

    private HappenedJson() {}

    record Split(String facts, @Nullable String words) {}

    static Split split(Happened what) {
        ObjectNode all = JSON.valueToTree(what);
        all.remove("private");
        JsonNode words = all.remove(WORDS);
        return new Split(all.toString(), words == null ? null : words.textValue());
    }

    /** Erased words come back as an empty text. */
    static Happened join(String kind, String facts, @Nullable String words) {
        try {
            ObjectNode all = (ObjectNode) JSON.readTree(facts);
            if (words != null) {
                all.put(WORDS, words);
            } else if (!PERHAPS_WORDLESS.contains(kind)) {
                all.put(WORDS, "");
            }
            return (Happened) JSON.treeToValue(all, KINDS.get(kind));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The log holds a " + kind + " that can't be read", e);
        }
    }
}
