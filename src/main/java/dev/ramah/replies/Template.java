package dev.ramah.replies;

import dev.ramah.platform.Problem;
import dev.ramah.platform.Problem.Code;
import dev.ramah.platform.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with variables between braces. Braces stand for nothing else, so that none of them ever reaches a customer. */
final class Template {

    /** As long as a message may be. */
    static final int LONGEST = 4_000;

    private static final Pattern BRACED = Pattern.compile("\\{([^{}]*)}");

    private Template() {}

    /**
     * What it says now.
     *
     * @param text with {@code ⟦order⟧} where something is not known, which nobody writes by accident and no desk sends
     * @param missing the variables that are not known, in the order of the text
     */
    record Filled(String text, List<String> missing) {}

    /**
     * The text as it may be stored.
     *
     * @throws Problem INVALID for an unknown variable, a brace that is none, or no text; TOO_LONG above {@value #LONGEST}
     *     characters
     */
    static String checked(String text) {
        if (text.isBlank() || !Text.isStorable(text)) {
            throw Problem.invalid("There is no text.");
        }
        if (text.length() > LONGEST) {
            throw new Problem(Code.TOO_LONG, "A text has at most " + LONGEST + " characters.");
        }
        Matcher braced = BRACED.matcher(text);
        while (braced.find()) {
            if (Variable.named(braced.group(1)).isEmpty()) {
                throw Problem.invalid("There is no variable " + braced.group() + ". There are: "
                        + Variable.names().stream()
                                .map(each -> "{" + each + "}")
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
        if (BRACED.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
            throw Problem.invalid("There is a brace without its other half.");
        }
        return text.strip();
    }

    /** With what is known in the places of its variables; what customers wrote themselves is not read for variables. */
    static Filled fill(String text, Map<Variable, String> known) {
        List<String> missing = new ArrayList<>();
        String filled = BRACED.matcher(text).replaceAll(found -> {
            String name = found.group(1);
            String value = Variable.named(name)
                    .map(known::get)
                    .filter(each -> !each.isBlank())
                    .orElse(null);
            if (value == null && !missing.contains(name)) {
                missing.add(name);
            }
            return Matcher.quoteReplacement(value == null ? "⟦" + name + "⟧" : value);
        });
        return new Filled(filled, List.copyOf(missing));
    }
}
