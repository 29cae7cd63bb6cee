package dev.ramah.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
        @NotNull ObjectNode data) {}
