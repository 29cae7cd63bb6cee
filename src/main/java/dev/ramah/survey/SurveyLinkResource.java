package dev.ramah.survey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.platform.Address;
import dev.ramah.platform.Limit;
import dev.ramah.platform.Limits;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks whoever holds a link that is signed; it opens the question and nothing else. */
@Path("/api/survey")
@PermitAll // whoever has the link was asked
class SurveyLinkResource {

    private final GivenAnswers answers;
    private final Wishes wishes;
    private final SurveyLinks links;
    private final Limits limits;

    SurveyLinkResource(GivenAnswers answers, Wishes wishes, SurveyLinks links, Limits limits) {
        this.answers = answers;
        this.wishes = wishes;
        this.links = links;
        this.limits = limits;
    }

    record Link(@NotBlank @Size(max = 200) String link) {}

    /** What the link asks. */
    @POST
    @Path("/open")
    public Shown open(@NotNull @Valid Link link, HttpServerRequest request) {
        limits.check(Limit.CONVERSATIONS, Address.of(request));
        return answers.open(links.opened(link.link()));
    }

    /**
     * {@code answers} are by the questions' keys; where the mark is a low one {@code cause} is what it was, and
     * {@code tell} whether they want to hear when it is fixed.
     */
    record Answered(
            @NotBlank @Size(max = 200) String link,
            @NotNull @Size(max = 20) Map<String, JsonNode> answers,
            @Nullable String cause,
            @Nullable Boolean tell) {}

    record Thanks(boolean kept) {}

    @POST
    @Path("/answer")
    public Thanks answer(@NotNull @Valid Answered answered, HttpServerRequest request) {
        limits.check(Limit.CONVERSATIONS, Address.of(request));
        answers.answer(links.opened(answered.link()), null, answered.answers(), answered.cause(), answered.tell());
        return new Thanks(true);
    }

    /** {@code tell} is missing where they only ask what they said. */
    record Wish(@NotBlank @Size(max = 200) String link, @Nullable Boolean tell) {}

    /** Whether they want to hear when it is fixed, once they gave a low mark; as long as the link holds they may change it. */
    @POST
    @Path("/tell")
    public Wishes.Said tell(@NotNull @Valid Wish wish, HttpServerRequest request) {
        limits.check(Limit.CONVERSATIONS, Address.of(request));
        return wishes.of(links.opened(wish.link()), null, wish.tell());
    }
}
