package dev.ramah.replies;

import dev.ramah.conversation.State;
import dev.ramah.staff.Colleague;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a canned reply says in a conversation: in the customer's language if it can, and with what is known filled in. */
@ApplicationScoped
class Sayings {

    private final Blanks blanks;
    private final List<String> spoken;

    Sayings(
            Blanks blanks,
            @ConfigProperty(name = "ramah.conversation.languages", defaultValue = "en") List<String> spoken) {
        this.blanks = blanks;
        this.spoken = spoken;
    }

    /**
     * One that could be said now.
     *
     * @param language in which the text is
     * @param theirs whether that is the customer's language; false where it was not written in theirs
     */
    record Saying(CannedReply reply, String language, boolean theirs, Template.Filled words) {}

    List<Saying> of(List<CannedReply> replies, State state, Colleague agent) {
        return of(replies, state.language(), blanks.of(state, agent));
    }

    /** To somebody with this language, of whom this is known. */
    List<Saying> of(List<CannedReply> replies, String language, Map<Variable, String> known) {
        return replies.stream()
                .map(each -> {
                    CannedReply.Spoken said = each.in(language, spoken);
                    return new Saying(
                            each, said.language(), said.language().equals(language), Template.fill(said.text(), known));
                })
                .toList();
    }
}
