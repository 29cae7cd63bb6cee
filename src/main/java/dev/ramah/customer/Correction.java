package dev.ramah.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What staff put right about a customer: only what is there changes; an empty text takes a value away, and so does an
 * attribute that is null.
 */
public record Correction(
        @Nullable String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable Map<String, @Nullable String> attributes) {

    /** What is put right, without the values: they belong to the customer and go with them. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (name != null) {
            parts.add("name");
        }
        if (email != null) {
            parts.add("email");
        }
        if (language != null) {
            parts.add("language");
        }
        if (attributes != null && !attributes.isEmpty()) {
            parts.add("attributes");
        }
        return parts;
    }
}
