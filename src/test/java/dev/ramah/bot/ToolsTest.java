package dev.ramah.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToolsTest {

    private static final Map<String, ToolsConfig.Argument> SCHEMA = Map.of(
            "coffee", argument(ToolsConfig.Argument.Type.STRING, true, "[\\p{L} ]{3,40}", null),
            "bags", argument(ToolsConfig.Argument.Type.INTEGER, false, null, null),
            "grind", argument(ToolsConfig.Argument.Type.STRING, false, null, List.of("fine", "coarse")));

    @Test
    void whatFitsIsPassedOnWithItsType() {
        ObjectNode checked = Arguments.checked(SCHEMA, Map.of("coffee", "Gayo", "bags", "3", "grind", "fine"))
                .orElseThrow();

        assertEquals("{\"bags\":3,\"coffee\":\"Gayo\",\"grind\":\"fine\"}", sorted(checked));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        for (Map<String, String> wrong : List.of(
                Map.<String, String>of(),
                Map.of("coffee", ""),
                Map.of("coffee", "'; drop table coffee"),
                Map.of("coffee", "Gayo", "bags", "many"),
                Map.of("coffee", "Gayo", "grind", "dust"),
                Map.of("coffee", "Gayo", "customer", "4711"))) {
            assertEquals(Optional.empty(), Arguments.checked(SCHEMA, wrong), wrong.toString());
        }
    }

    private static String sorted(ObjectNode node) {
        return "{\"bags\":" + node.get("bags") + ",\"coffee\":" + node.get("coffee") + ",\"grind\":" + node.get("grind")
                + "}";
    }

    private static ToolsConfig.Argument argument(
            ToolsConfig.Argument.Type type, boolean required, @Nullable String pattern, @Nullable List<String> values) {
        return new ToolsConfig.Argument() {
            @Override
            public Type type() {
                return type;
            }

            @Override
            public Optional<String> description() {
                return Optional.empty();
            }

            @Override
            public boolean required() {
                return required;
            }

            @Override
            public Optional<String> pattern() {
                return Optional.ofNullable(pattern);
            }

            @Override
            public Optional<List<String>> values() {
                return Optional.ofNullable(values);
            }
        };
    }
}
