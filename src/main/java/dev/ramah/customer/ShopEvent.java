package dev.ramah.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.platform.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the shop tells about a customer.
 *
 * @param id the shop's own; the same id again is the same event
 * @param at when it happened; when it arrived, if the shop doesn't say
 */
public record ShopEvent(
        @NotBlank @Size(max = 200) String id,
        @NotNull @Pattern(regexp = "[a-z][a-z0-9_.-]{0,49}") String type,
        @Nullable Instant at,
        @NotNull ObjectNode data) {

    private static final int MOST_CHARACTERS = 16 * 1024;

    /** @throws Problem if its data is more than we keep, or nothing that can be kept */
    void checkData() {
        String json = data.toString();
        if (json.length() > MOST_CHARACTERS) {
            throw new Problem(
                    Problem.Code.TOO_LARGE, "data must have at most " + MOST_CHARACTERS + " characters as JSON");
        }
        if (json.contains("\\u0000")) {
            throw Problem.invalid("data must have no NUL characters");
        }
    }
}
