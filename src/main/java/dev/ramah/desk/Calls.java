package dev.ramah.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramah.conversation.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells somebody at the desk something that is for them, wherever they sit at this node. */
@ApplicationScoped
public class Calls {

    private final Floor floor;

    Calls(Floor floor) {
        this.floor = floor;
    }

    /** Sends a frame about a conversation to all screens of this agent that may show it; does not block. */
    public void tell(UUID agent, State state, ObjectNode frame) {
        floor.seatsOf(agent).stream().filter(each -> each.mayRead(state)).forEach(each -> each.socket.send(frame));
    }
}
