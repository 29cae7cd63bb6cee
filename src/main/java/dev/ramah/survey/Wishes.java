package dev.ramah.survey;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.customer.Customers;
import dev.ramah.platform.Faults;
import dev.ramah.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The door to whether who gave a low mark wants to hear when it is fixed. What they said with their answers is kept with
 * them; whatever they say later stands in the log alone, where the newest counts.
 */
@ApplicationScoped
class Wishes {

    private final GivenAnswers answers;
    private final Conversations conversations;
    private final Customers customers;

    Wishes(GivenAnswers answers, Conversations conversations, Customers customers) {
        this.answers = answers;
        this.conversations = conversations;
        this.customers = customers;
    }

    /**
     * What they want.
     *
     * @param tell null where they gave no low mark, and were not asked
     * @param direction from which side their language is read: ltr or rtl
     */
    record Said(@Nullable Boolean tell, String language, String direction) {}

    private record Known(Ask ask, boolean low, String language) {}

    /** What the log says, and after which entry of it. */
    private record Newest(boolean tell, int seq) {}

    /**
     * What they want now, or from now on; the same again changes nothing.
     *
     * @param conversation whose asking it has to be; null for whoever holds the link
     * @param tell null to ask only
     * @throws Problem NOT_FOUND; CONFLICT if there is no low mark to change it for
     */
    Said of(UUID id, @Nullable ConversationRef conversation, @Nullable Boolean tell) {
        Known known = QuarkusTransaction.requiringNew().call(() -> known(id, conversation));
        if (!known.low()) {
            if (tell != null) {
                throw Problem.conflict("Nobody gave a low mark here.");
            }
            return said(null, known.language());
        }
        answers.tellStill(known.ask());
        Newest newest = newest(known.ask());
        if (tell != null && tell != newest.tell()) {
            change(known.ask(), newest.seq(), tell);
            return said(tell, known.language());
        }
        return said(newest.tell(), known.language());
    }

    private static Said said(@Nullable Boolean tell, String language) {
        return new Said(tell, language, Shown.direction(language));
    }

    private Known known(UUID id, @Nullable ConversationRef conversation) {
        Ask ask = Ask.locked(id, conversation);
        UUID customer = conversations.find(ask.ref()).customer();
        if (ask.state != Ask.State.ANSWERED
                || !customers.forgotten(List.of(customer)).isEmpty()) {
            throw Problem.notFound("Nobody answered this.");
        }
        Form form = ask.asks();
        return new Known(
                ask,
                Answer.areLow(GivenAnswer.read(form, ask.id)),
                form.languageFor(conversations.find(ask.ref()).language()));
    }

    private Newest newest(Ask ask) {
        Newest newest = new Newest(false, 0);
        for (Entry each : conversations.entries(ask.ref(), 0)) {
            if (each.what() instanceof Happened.Rated rated && rated.episode() == ask.episode && rated.tell() != null) {
                newest = new Newest(rated.tell(), each.seq());
            }
        }
        return newest;
    }

    /** Under an id of what it changes: two who change the same thing in the same moment change it once. */
    private void change(Ask ask, int since, boolean tell) {
        try {
            var unused = conversations
                    .customerWantsToHear(ask.ref(), "survey-" + ask.id + "-tell-" + since, ask.episode, tell)
                    .join();
        } catch (CompletionException fault) {
            throw Faults.asProblem(fault);
        }
    }
}
