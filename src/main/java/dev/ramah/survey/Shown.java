package dev.ramah.survey;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey as one customer sees it, in one language.
 *
 * @param ask names this asking of this customer
 * @param direction from which side it is read: ltr or rtl
 */
record Shown(UUID ask, boolean standard, String language, String direction, List<Part> questions) {

    /** {@code ends} are what the first and the last step of a scale mean, where its managers wrote that. */
    record Part(
            String key,
            Kind kind,
            String text,
            boolean required,
            int min,
            int max,
            List<String> ends,
            List<Choice> options) {}

    record Choice(String key, String text) {}

    static String direction(String language) {
        return language.equals("ar") ? "rtl" : "ltr";
    }

    static Shown of(UUID ask, Form form, String reader) {
        String in = form.languageFor(reader);
        return new Shown(
                ask,
                form.standard(),
                in,
                direction(in),
                form.questions().stream()
                        .map(each -> new Part(
                                each.key(),
                                each.kind(),
                                Objects.requireNonNullElse(each.text().get(in), ""),
                                each.required(),
                                each.min(),
                                each.max(),
                                ends(each.scale(), in),
                                each.options().stream()
                                        .map(one -> new Choice(
                                                one.key(),
                                                Objects.requireNonNullElse(
                                                        one.text().get(in), "")))
                                        .toList()))
                        .toList());
    }

    private static List<String> ends(Question.@Nullable Scale scale, String in) {
        return scale == null || (scale.low().isEmpty() && scale.high().isEmpty())
                ? List.of()
                : List.of(scale.low().getOrDefault(in, ""), scale.high().getOrDefault(in, ""));
    }
}
