package dev.ramah.bot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The arguments of a tool, as its configuration wants them: what a model says is checked like what a stranger says. */
final class Arguments {

    private static final int LONGEST = 200;

    private Arguments() {}

    /** As the model is told. */
    static String described(Map<String, ToolsConfig.Argument> schema) {
        return schema.entrySet().stream()
                .map(each -> each.getKey() + " ("
                        + each.getValue().type().name().toLowerCase(Locale.ROOT)
                        + each.getValue()
                                .values()
                                .map(values -> ", one of " + String.join(", ", values))
                                .orElse("")
                        + (each.getValue().required() ? "" : ", may be left out")
                        + each.getValue().description().map(text -> ": " + text).orElse("") + ")")
                .collect(Collectors.joining("; "));
    }

    /** Empty if one is missing, unknown, or not what it must be. */
    static Optional<ObjectNode> checked(Map<String, ToolsConfig.Argument> schema, Map<String, String> given) {
        ObjectNode checked = JsonNodeFactory.instance.objectNode();
        if (!schema.keySet().containsAll(given.keySet())) {
            return Optional.empty();
        }
        for (Map.Entry<String, ToolsConfig.Argument> each : schema.entrySet()) {
            String value = given.getOrDefault(each.getKey(), "");
            ToolsConfig.Argument argument = each.getValue();
            if (value.isEmpty() && !argument.required()) {
                continue;
            }
            boolean fits = !value.isEmpty()
                    && value.length() <= LONGEST
                    && argument.pattern().map(value::matches).orElse(true)
                    && argument.values().map(values -> values.contains(value)).orElse(true);
            if (!fits || !put(checked, each.getKey(), argument.type(), value)) {
                return Optional.empty();
            }
        }
        return Optional.of(checked);
    }

    private static boolean put(ObjectNode into, String name, ToolsConfig.Argument.Type type, String value) {
        try {
            switch (type) {
                case STRING -> into.put(name, value);
                case INTEGER -> into.put(name, Long.parseLong(value));
                case NUMBER -> into.put(name, new BigDecimal(value));
                case BOOLEAN -> {
                    if (!value.equals("true") && !value.equals("false")) {
                        return false;
                    }
                    into.put(name, Boolean.parseBoolean(value));
                }
            }
            return true;
        } catch (NumberFormatException notOne) {
            return false;
        }
    }
}
