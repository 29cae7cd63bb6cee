package dev.ramah.survey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.conversation.CustomerKeys;
import dev.ramah.conversation.State;
import dev.ramah.platform.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Asks customers in the chat. */
@Path("/api/customer/survey")
@PermitAll // a customer is no member of staff: they show their token
class SurveyResource {

    private final Asks asks;
    private final GivenAnswers answers;
    private final Wishes wishes;
    private final CustomerKeys keys;

    SurveyResource(Asks asks, GivenAnswers answers, Wishes wishes, CustomerKeys keys) {
        this.asks = asks;
        this.answers = answers;
        this.wishes = wishes;
        this.keys = keys;
    }

    /** {@code survey} is null where nothing is asked. */
    record Asked(@Nullable Shown survey) {}

    /** What the chat is to ask about the episode that is over. */
    @GET
    public Asked asked(
            @HeaderParam("Authorization") @Nullable String authorization,
            @RestQuery @Nullable UUID conversation,
            @RestQuery @Nullable String language) {
        return new Asked(asks.shown(state(authorization, conversation).conversation(), language)
                .orElse(null));
    }

    /**
     * {@code conversation} is the token's own where it isn't said; {@code answers} are by the questions' keys; {@code tell}
     * is whether they want to hear when it is fixed, where the mark is a low one.
     */
    record Answered(
            @Nullable UUID conversation,
            @NotNull UUID ask,
            @NotNull @Size(max = 20) Map<String, JsonNode> answers,
            @Nullable String cause,
            @Nullable Boolean tell) {}

    record Thanks(boolean kept) {}

    @POST
    public Thanks answer(
            @HeaderParam("Authorization") @Nullable String authorization, @NotNull @Valid Answered answered) {
        State state = state(authorization, answered.conversation());
        answers.answer(answered.ask(), state.conversation(), answered.answers(), answered.cause(), answered.tell());
        return new Thanks(true);
    }

    /** {@code tell} is missing where they only ask what they said. */
    record Wish(@Nullable UUID conversation, @NotNull UUID ask, @Nullable Boolean tell) {}

    /** Whether they want to hear when it is fixed, once they gave a low mark; they may change it. */
    @POST
    @Path("/tell")
    public Wishes.Said tell(@HeaderParam("Authorization") @Nullable String authorization, @NotNull @Valid Wish wish) {
        State state = state(authorization, wish.conversation());
        return wishes.of(wish.ask(), state.conversation(), wish.tell());
    }

    private State state(@Nullable String authorization, @Nullable UUID conversation) {
        return keys.opened(authorization, conversation)
                .orElseThrow(() -> Problem.notSignedIn("This token does not open that conversation."));
    }
}
