package dev.ramah.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.State;
import dev.ramah.customer.Order;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the chat model may look up: the customer's own orders, and what the shop offers by HTTP. Whose data it is, is
 * never an argument: it is the customer's who asks, or nobody's.
 */
@ApplicationScoped
class Tools {

    static final String ORDERS = "orders";

    /** What was found, and from when it is. */
    record Fact(String text, Instant at) {}

    // More would be no answer but a document.
    private static final int LONGEST = 4_000;

    private static final int MOST_ORDERS = 5;

    private final ToolsConfig config;
    private final ToolCalls calls;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    Tools(ToolsConfig config, ToolCalls calls, ObjectMapper json, Clock clock) {
        this.config = config;
        this.calls = calls;
        this.json = json;
        this.clock = clock;
    }

    /** Names of what may be looked up for them. */
    List<String> names(Known who) {
        List<String> names = new ArrayList<>();
        if (who.isVerified()) {
            names.add(ORDERS);
        }
        config.tools().forEach((name, tool) -> {
            if (who.isVerified() || !tool.verified()) {
                names.add(name);
            }
        });
        return names;
    }

    /** A line each, as the model is told. */
    String described(List<String> names) {
        String lines = names.stream().map(this::described).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "nothing" : lines;
    }

    private String described(String name) {
        ToolsConfig.Tool tool = config.tools().get(name);
        return tool == null
                ? "- orders: this customer's own orders and how each stands. No arguments."
                : "- " + name + ": " + tool.description() + " Arguments: " + Arguments.described(tool.arguments());
    }

    /** What it says, as a text to write from; empty where there is nothing, or they may not know. */
    Optional<Fact> lookUp(State state, Known who, String name, Map<String, String> arguments) {
        if (!names(who).contains(name)) {
            return Optional.empty();
        }
        ToolsConfig.Tool tool = config.tools().get(name);
        return tool == null ? orders(who) : call(state, who, name, tool, arguments);
    }

    private static Optional<Fact> orders(Known who) {
        List<Order> newest = who.orders().stream().limit(MOST_ORDERS).toList();
        return newest.stream()
                .map(Order::at)
                .max(Comparator.naturalOrder())
                .map(at -> new Fact(newest.stream().map(Tools::told).collect(Collectors.joining("\n")), at));
    }

    private static String told(Order order) {
        String status = order.status() == null ? "unknown" : order.status();
        String total = order.total() == null ? "" : " Its total is " + order.total() + ".";
        String items = order.items().isEmpty() ? "" : " It contains " + String.join(", ", order.items()) + ".";
        return "The status of order " + order.order() + " is " + status + "." + total + items + " The shop told so at "
                + order.at() + ".";
    }

    private Optional<Fact> call(State state, Known who, String name, ToolsConfig.Tool tool, Map<String, String> given) {
        Optional<ObjectNode> arguments = Arguments.checked(tool.arguments(), given);
        long began = System.nanoTime();
        @Nullable Integer status = null;
        String outcome = "ARGUMENTS";
        try {
            if (arguments.isEmpty()) {
                return Optional.empty();
            }
            HttpResponse<String> answer =
                    http.send(request(who, tool, arguments.get()), HttpResponse.BodyHandlers.ofString());
            status = answer.statusCode();
            outcome = status == 200 && answer.body().length() <= LONGEST ? "SAID" : "REFUSED";
            return outcome.equals("SAID")
                    ? Optional.of(new Fact(text(answer.body()), clock.instant()))
                    : Optional.empty();
        } catch (IOException e) {
            outcome = "UNREACHABLE";
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome = "LEFT";
            return Optional.empty();
        } finally {
            long millis = (System.nanoTime() - began) / 1_000_000;
            calls.made(new ToolCalls.Call(
                    state.conversation().id(),
                    state.customer(),
                    name,
                    arguments.map(ObjectNode::toString).orElse("{}"),
                    outcome,
                    status,
                    millis));
        }
    }

    private HttpRequest request(Known who, ToolsConfig.Tool tool, ObjectNode arguments) {
        ObjectNode body = json.createObjectNode();
        body.set("arguments", arguments);
        body.put("customer", tool.verified() ? who.externalId() : null);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(tool.url()))
                .timeout(tool.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        tool.secret().ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    /** JSON as sentences, a fact each, so that words and figures can be found in it. */
    private String text(String body) {
        try {
            List<String> facts = new ArrayList<>();
            flatten("", json.readTree(body), facts);
            return String.join("\n", facts);
        } catch (JsonProcessingException plain) {
            return body;
        }
    }

    private static void flatten(String name, JsonNode value, List<String> facts) {
        if (value.isObject()) {
            value.properties().forEach(each -> flatten((name + " " + each.getKey()).strip(), each.getValue(), facts));
        } else if (value.isArray()) {
            value.forEach(each -> flatten(name, each, facts));
        } else if (!value.isNull()) {
            facts.add((name.isEmpty() ? "" : name + ": ") + value.asText());
        }
    }
}
