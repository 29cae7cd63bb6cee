package dev.ramah.replies;

import dev.ramah.replies.Suggestion.Kind;
import dev.ramah.replies.Suggestions.Outcome;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whether suggested replies are of use, for managers; by where they came from, not by person. */
@Path("/api/suggestions/tally")
@RolesAllowed("manager")
class OutcomesResource {

    private final Suggestions suggestions;

    OutcomesResource(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /** Of one kind: how often it was sent as it was, changed before, or left. */
    record Count(Kind kind, long used, long edited, long ignored) {}

    record Tally(List<Count> suggestions) {}

    /** Of the last days. */
    @GET
    public Tally tally(@QueryParam("days") @DefaultValue("28") @Min(1) @Max(365) int days) {
        return new Tally(suggestions.tally(Duration.ofDays(days)).entrySet().stream()
                .map(OutcomesResource::count)
                .toList());
    }

    private static Count count(Map.Entry<Kind, Map<Outcome, Long>> each) {
        Map<Outcome, Long> of = each.getValue();
        return new Count(
                each.getKey(),
                of.getOrDefault(Outcome.USED, 0L),
                of.getOrDefault(Outcome.EDITED, 0L),
                of.getOrDefault(Outcome.IGNORED, 0L));
    }
}
