package dev.ramah.desk;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.State;
import dev.ramah.conversation.Viewing;
import dev.ramah.platform.OpenSocket;
import dev.ramah.staff.Colleague;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One connection of a member of staff: who it is, and which conversations it looks at. */
final class Seat {

    final OpenSocket socket;
    final String token;
    final Colleague colleague;

    /** Conversations it watches, or follows because its owner holds them. */
    final Map<UUID, Viewing> viewings = new ConcurrentHashMap<>();

    Seat(OpenSocket socket, String token, Colleague colleague) {
        this.socket = socket;
        this.token = token;
        this.colleague = colleague;
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

    boolean looksAt(ConversationRef conversation) {
        return viewings.containsKey(conversation.id());
    }
}
