package dev.ramah.staff;

import dev.ramah.platform.Hints;
import dev.ramah.platform.Hints.Topic;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** Says that sessions of an account are over: here, and by a hint at the other nodes, which look now and then as well. */
@ApplicationScoped
class Farewell {

    private final Event<SessionsEnded> ended;
    private final Hints hints;

    Farewell(Event<SessionsEnded> ended, Hints hints) {
        this.ended = ended;
        this.hints = hints;
    }

    void listen(@Observes StartupEvent started) {
        hints.on(Topic.SESSIONS_ENDED, account -> ended.fire(new SessionsEnded(UUID.fromString(account))));
    }

    /** Call it after the commit. */
    void to(UUID account) {
        ended.fire(new SessionsEnded(account));
        hints.send(Topic.SESSIONS_ENDED, account.toString());
    }
}
