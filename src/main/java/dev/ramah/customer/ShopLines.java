package dev.ramah.customer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.platform.Problem;
import dev.ramah.platform.TextLines;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the shop tells about many customers at once, a line of JSON each. */
@ApplicationScoped
class ShopLines {

    private static final int LONGEST = 40_000;

    private static final int MOST = 10_000;

    private final Customers customers;
    private final ObjectMapper json;
    private final Validator validator;

    ShopLines(Customers customers, ObjectMapper json, Validator validator) {
        this.customers = customers;
        this.json = json;
        this.validator = validator;
    }

    /** An event, or attributes, or both. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            @Nullable String customer,
            @Nullable String id,
            @Nullable String type,
            @Nullable Instant at,
            @Nullable ObjectNode data,
            @Nullable Map<String, @Nullable String> attributes) {}

    /** A line that was left out, from 1 on. */
    record Rejected(int line, String reason) {}

    /** {@code repeated} were told before. */
    record Taken(int taken, int repeated, List<Rejected> rejected) {}

    /** Takes what can be taken; each line is kept or left out by itself. */
    Taken take(InputStream ndjson) {
        TextLines lines = new TextLines(ndjson, LONGEST);
        int taken = 0;
        int repeated = 0;
        List<Rejected> rejected = new ArrayList<>();
        for (TextLines.@Nullable Line each = lines.next(); each != null; each = lines.next()) {
            if (each.isBlank()) {
                continue;
            }
            if (each.number() > MOST) {
                rejected.add(
                        new Rejected(each.number(), "This and what follows was not read: at most " + MOST + " lines."));
                break;
            }
            try {
                Line line = read(each);
                // All of a line, or nothing of it.
                if (QuarkusTransaction.requiringNew().call(() -> take(line))) {
                    taken++;
                } else {
                    repeated++;
                }
            } catch (Problem refused) {
                rejected.add(new Rejected(each.number(), refused.detail()));
            }
        }
        return new Taken(taken, repeated, rejected);
    }

    /** False when the shop told so before. */
    private boolean take(Line line) {
        if (line.customer() == null) {
            throw Problem.invalid("customer is missing");
        }
        boolean tellsEvent = line.id() != null || line.type() != null || line.data() != null;
        if (!tellsEvent && line.attributes() == null) {
            throw Problem.invalid("neither an event (id, type, data) nor attributes");
        }
        boolean isNew = true;
        if (tellsEvent) {
            isNew = customers.told(line.customer(), event(line));
        }
        // What came with an event that was told before is older than what was told since.
        if (line.attributes() != null && isNew) {
            customers.told(line.customer(), line.attributes());
        }
        return isNew;
    }

    @SuppressWarnings("NullAway") // what is missing is told below, by the constraints of the event
    private ShopEvent event(Line line) {
        ShopEvent event = new ShopEvent(line.id(), line.type(), line.at(), line.data());
        String wrong = validator.validate(event).stream()
                .map(each -> each.getPropertyPath() + " " + each.getMessage())
                .sorted()
                .collect(Collectors.joining(", "));
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        event.checkData();
        return event;
    }

    private Line read(TextLines.Line line) {
        if (line.text() == null) {
            throw Problem.invalid("longer than " + LONGEST + " characters");
        }
        try {
            Line read = json.readValue(line.text(), Line.class);
            if (read == null) {
                throw Problem.invalid("not a JSON object");
            }
            return read;
        } catch (MismatchedInputException e) {
            String field = e.getPath().stream()
                    .map(each -> String.valueOf(each.getFieldName()))
                    .limit(1)
                    .collect(Collectors.joining());
            throw Problem.invalid(field.isEmpty() ? "not a JSON object" : field + " has the wrong type");
        } catch (JsonProcessingException e) {
            throw Problem.invalid("not valid JSON");
        }
    }
}
