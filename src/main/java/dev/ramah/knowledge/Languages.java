package dev.ramah.knowledge;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the languages there are serves someone best. */
final class Languages {

    private Languages() {}

    /** What is there in this language ({@code pt} serves {@code pt-br}), in English, or in any; in this order. */
    static <T> Optional<T> choose(String wanted, Map<String, T> existing) {
        @Nullable T exact = existing.get(wanted);
        if (exact != null) {
            return Optional.of(exact);
        }
        String primary = primary(wanted);
        return existing.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(each -> primary(each.getKey()).equals(primary))
                .findFirst()
                .map(Map.Entry::getValue)
                .or(() -> Optional.ofNullable(existing.get("en")))
                .or(() -> existing.values().stream().findFirst());
    }

    static String primary(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }
}
