package dev.ramah.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Conversations;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Listens;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Told;
import dev.ramah.conversation.Typing;
import dev.ramah.platform.Database;
import dev.ramah.platform.Frame;
import dev.ramah.platform.Threads;
import dev.ramah.summary.Scribe;
import dev.ramah.summary.Summaries;
import dev.ramah.summary.Summary;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Briefs improved in place, where there is a chat model. The brief is there at once without it; what the model makes of
 * the conversation follows for those who look at it, in the language of their page: at the hand-over for whoever sits
 * here by then, else when somebody opens it.
 */
@ApplicationScoped
class Improvements implements Listens {

    /** The languages of the staff's pages; the first is for everyone else. */
    private static final List<String> LANGUAGES = List.of("en", "id");

    private static final int WAITING = 1_000;

    private final Scribe scribe;
    private final Summaries summaries;
    private final Briefs briefs;
    private final Conversations conversations;
    private final Floor floor;
    private final Typing screens;
    private final ObjectMapper json;

    private final ExecutorService thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Threads.named("improvements"),
            new ThreadPoolExecutor.DiscardPolicy());

    Improvements(
            Scribe scribe,
            Summaries summaries,
            Briefs briefs,
            Conversations conversations,
            Floor floor,
            Typing screens,
            ObjectMapper json) {
        this.scribe = scribe;
        this.summaries = summaries;
        this.briefs = briefs;
        this.conversations = conversations;
        this.floor = floor;
        this.screens = screens;
        this.json = json;
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** A language that the staff's pages are in, for what a client says. */
    static String language(@Nullable String asked) {
        return asked != null && LANGUAGES.contains(asked) ? asked : LANGUAGES.get(0);
    }

    @Override
    public void told(Told told) {
        if (scribe.isThere()
                && told.entries().stream().anyMatch(each -> each.what().handsOver())) {
            thread.execute(() -> Database.ifThere(
                    () -> handedOver(conversations.find(told.state().conversation()))));
        }
    }

    /** Whoever reads it may sit at another node than the one that wrote. */
    @Override
    public boolean cares(ConversationRef conversation, Set<String> kinds) {
        return scribe.isThere() && !Collections.disjoint(kinds, Happened.HANDOVERS);
    }

    private void handedOver(State now) {
        LANGUAGES.stream()
                .filter(each -> floor.all().stream().anyMatch(seat -> seat.language.equals(each) && seat.mayRead(now)))
                .forEach(each -> improve(now, each));
    }

    /** They have it before them: what is there they get, and what is not is made. */
    void watched(Seat seat, State state) {
        if (!scribe.isThere()) {
            return;
        }
        thread.execute(() -> Database.ifThere(() -> {
            summaries.of(state.conversation()).forEach(each -> seat.socket.send(frame(state.conversation(), each)));
            if (state.isOpen()) {
                improve(state, seat.language);
            }
        }));
    }

    private void improve(State state, String language) {
        Integer handover = briefs.shownTo(state);
        if (handover != null) {
            scribe.write(
                    state.conversation(),
                    handover,
                    language,
                    made -> screens.staff(state.conversation(), frame(state.conversation(), made)));
        }
    }

    private ObjectNode frame(ConversationRef conversation, Summary summary) {
        ObjectNode frame =
                Frame.of("summary").put("conversation", conversation.id().toString());
        frame.setAll((ObjectNode) json.valueToTree(summary));
        return frame;
    }
}
