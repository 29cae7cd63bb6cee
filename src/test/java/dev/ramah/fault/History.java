package dev.ramah.fault;

import dev.ramah.platform.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What clients did and saw, in the order in which they did: every message as it was sent, what became of it as far as
 * its sender knows, and every entry that reached a screen. The names are those of Jepsen's histories.
 */
class History {

    /** The name under which the log stores what a customer says. */
    static final String CUSTOMER = "CUSTOMER";

    /** A message: the same sender's same client id in the same conversation is the same message. */
    record Message(String conversation, String sender, String clientId) {}

    sealed interface Event {}

    /** It was sent, over this line, for the first time or again. */
    record Invoked(Message message, String line, String text) implements Event {}

    /** It was acknowledged: by its own entry, which has a text, or by an {@code ack}, which has none. */
    record Ok(Message message, int seq, @Nullable String text) implements Event {}

    /** It was refused for good: this attempt stored nothing. */
    record Failed(Message message, String code) implements Event {}

    /** Its answer was lost with the line, or says that nobody knows. */
    record Unknown(Message message) implements Event {}

    /**
     * A screen began to look, and is shown the entries after this number.
     *
     * @param viewing its name; each time a viewer begins anew, after a reconnection say, is a viewing of its own
     */
    record Looked(String viewing, String viewer, String conversation, boolean staff, int after) implements Event {}

    /** An entry reached the screen. */
    record Delivered(String viewing, int seq, String kind, String text) implements Event {}

    private final List<Event> events = new ArrayList<>();

    synchronized void add(Event event) {
        events.add(event);
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** The events of one kind, in order. */
    <E extends Event> List<E> all(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits until this many events of this kind, and of this sort, have happened. */
    <E extends Event> void await(int many, Class<E> kind, Predicate<E> sort) {
        Patience.until(
                many + " times " + kind.getSimpleName() + " happened (" + this + ")",
                () -> all(kind).stream().filter(sort).count() >= many);
    }

    /** Its counts, in one line. */
    @Override
    public String toString() {
        return "%d invoked, %d ok, %d failed, %d unknown, %d delivered to %d viewings"
                .formatted(
                        all(Invoked.class).size(),
                        all(Ok.class).size(),
                        all(Failed.class).size(),
                        all(Unknown.class).size(),
                        all(Delivered.class).size(),
                        all(Looked.class).size());
    }
}
