package dev.ramah.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Viewing;
import dev.ramah.conversation.Viewings;
import dev.ramah.platform.Frame;
import dev.ramah.platform.OpenSocket;
import dev.ramah.staff.Colleague;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One connection of a member of staff: who it is, and which conversations it looks at. */
final class Seat {

    final OpenSocket socket;
    final String token;
    final Colleague colleague;

    /** The language that their page is in. */
    final String language;

    private final Viewings viewings;

    /** Conversations it watches, or follows because its owner holds them. */
    private final Map<UUID, Viewing> looking = new ConcurrentHashMap<>();

    private volatile boolean left;

    /** What it was last told of being spared; that it is not is where it begins. */
    private ObjectNode toldRelief = Frame.of("relief").put("relief", Relief.NOTHING.wire());

    Seat(OpenSocket socket, String token, Colleague colleague, String language, Viewings viewings) {
        this.socket = socket;
        this.token = token;
        this.colleague = colleague;
        this.language = language;
        this.viewings = viewings;
    }

    UUID agent() {
        return colleague.id();
    }

    boolean isManager() {
        return new Reader(colleague).isManager();
    }

    boolean mayRead(State state) {
        return new Reader(colleague).mayRead(state);
    }

    /** Tells it this, on the desk's thread; says what it was told before. */
    ObjectNode toldRelief(ObjectNode now) {
        ObjectNode before = toldRelief;
        toldRelief = now;
        return before;
    }

    boolean looksAt(ConversationRef conversation) {
        return looking.containsKey(conversation.id());
    }

    /** The same, by the id as a client writes it; whatever is no id is not looked at. */
    boolean looksAt(String id) {
        try {
            return looking.containsKey(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Looks at this conversation, from now on in this way: what it saw of it before is closed. */
    void watch(ConversationRef conversation, Supplier<Viewing> opening) {
        try {
            looking.compute(conversation.id(), (id, before) -> {
                if (before != null) {
                    viewings.close(before);
                }
                return opening.get();
            });
        } catch (RuntimeException e) {
            looking.remove(conversation.id());
            throw e;
        }
        unlessLeft(conversation);
    }

    /** Looks at this conversation, unless it does so already. */
    void follow(ConversationRef conversation, Supplier<Viewing> opening) {
        looking.computeIfAbsent(conversation.id(), none -> opening.get());
        unlessLeft(conversation);
    }

    void turnAway(ConversationRef conversation) {
        looking.computeIfPresent(conversation.id(), (id, viewing) -> {
            viewings.close(viewing);
            return null;
        });
    }

    /** The connection is gone: it looks at nothing any more, also not at what is being opened just now. */
    void leave() {
        left = true;
        looking.keySet().forEach(each -> turnAway(new ConversationRef(each)));
    }

    boolean hasLeft() {
        return left;
    }

    private void unlessLeft(ConversationRef conversation) {
        if (left) {
            turnAway(conversation);
        }
    }
}
